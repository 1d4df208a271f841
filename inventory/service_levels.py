"""Which service is promised of which product: its own, else its supplier's, else its class's, else the shop's."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, floats, require, require_share


def service_levels(
    shop: float,
    *,
    classes: npt.NDArray[np.str_],
    by_class: Mapping[str, float] | None = None,
    supplier: npt.ArrayLike | None = None,
    by_supplier: npt.ArrayLike = (),
    by_product: npt.ArrayLike = np.nan,
) -> FloatArray:
    """The promised service level of each product (products,), the nearest that was said.

    shop: where nothing else is said. classes: of each product (products,), by_class: level of a class. supplier: index
    of each product's, by_supplier: levels (suppliers,), by_product: levels (products,); NaN: nothing said. Raises
    ValueError for a level that is not between 0 and 1.

    >>> service_levels(0.95, classes=np.array(["A", "C", "C"]), by_class={"A": 0.98}, by_product=[np.nan, np.nan, 0.8])
    array([0.98, 0.95, 0.8 ])
    """
    require_share("service_level", floats("service_level", [shop, *(by_class or {}).values()]))
    level = np.full(classes.shape, float(shop))
    for name, promised in (by_class or {}).items():
        level[classes == name] = promised
    of_supplier, own = floats("service_level", by_supplier), floats("service_level", by_product)
    for said in (of_supplier, own):
        require("service_level", said, np.isnan(said) | ((said > 0) & (said < 1)), rule="between 0 and 1")
    if supplier is not None and of_supplier.size:
        suppliers = of_supplier[np.asarray(supplier, dtype=np.int64)]
        level = np.where(np.isnan(suppliers), level, suppliers)
    return np.where(np.isnan(own), level, own)
