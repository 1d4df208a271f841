import numpy as np
import pytest

from inventory.service_levels import service_levels

CLASSES = np.array(["A", "B", "C", "A"])


def test_the_nearest_that_was_said_holds():
    levels = service_levels(
        0.95,
        classes=CLASSES,
        by_class={"A": 0.98, "C": 0.9},
        supplier=[0, 1, 1, 1],
        by_supplier=[np.nan, 0.97],
        by_product=[np.nan, np.nan, 0.8, np.nan],
    )
    assert levels.tolist() == [0.98, 0.97, 0.8, 0.97]


def test_without_anything_else_the_shops_holds():
    assert service_levels(0.95, classes=CLASSES).tolist() == [0.95] * 4


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"shop": 95}, "95"),
        ({"by_class": {"A": 0}}, "0"),
        ({"by_product": [1.0] * 4}, "1"),
        ({"by_supplier": [2]}, "2"),
    ],
)
def test_a_level_that_is_no_share_is_refused(said, found):
    with pytest.raises(ValueError, match=f"service_level must be between 0 and 1, got {found}"):
        service_levels(**({"shop": 0.95, "classes": CLASSES} | said))
