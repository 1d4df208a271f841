"""What a plan minds and a replay does not, so that it can be said beside its figures."""

import pandas as pd

from app.planning.supplier_terms import SupplierTerms
from data.shop_settings import ShopSettings

MINIMUM_VALUES, BUDGET = "minimum_values", "budget"
SIMPLE_RULE, HOLIDAYS, BUNDLES = "simple_rule", "holidays", "bundles"
LEFT_OUT = (MINIMUM_VALUES, BUDGET, SIMPLE_RULE, HOLIDAYS, BUNDLES)


def left_out(
    settings: ShopSettings,
    terms: SupplierTerms,
    *,
    country: str | None,
    bundle_parts: pd.DataFrame,
) -> tuple[str, ...]:
    """The codes of LEFT_OUT that matter to a shop; country: whose public holidays count, None where none is named."""
    matters = {
        MINIMUM_VALUES: bool((terms.minimum_value > 0).any()),
        BUDGET: settings.budget is not None,
        SIMPLE_RULE: settings.rule == "simple",
        HOLIDAYS: country is None and bool(terms.closed_on_holidays.any()),
        BUNDLES: not bundle_parts.empty,
    }
    return tuple(code for code in LEFT_OUT if matters[code])
