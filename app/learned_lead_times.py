"""How long suppliers really take: what they say, corrected by the deliveries that were noted, as the plan has it."""

import pandas as pd

from app.planning.inputs import known_products
from app.planning.supplier_terms import supplier_terms
from data.purchasing.deliveries import delivery_times
from data.shop import Shop
from data.shop_settings import read_settings
from data.supplier_days import closures
from data.suppliers import suppliers
from inventory.lead_time_learning import learned_lead_times


def lead_times_of_suppliers(shop: Shop) -> pd.DataFrame:
    """By supplier: said_days (what most of its products are said to take, NaN where nobody says it), assumed_days (the
    shop's, used then), deliveries, shortest_days, longest_days (NaN where there is none), planned_days and
    planned_sd_days.
    """
    known, products, times = suppliers(shop), known_products(shop), delivery_times(shop)
    assumed = float(read_settings(shop).lead_time_days)
    terms = supplier_terms(known, closures=closures(shop), deliveries=times, products=products)
    learned = terms.lead_times
    table = pd.DataFrame(
        {
            "said_days": learned.stated_days,
            "assumed_days": assumed,
            "deliveries": learned.deliveries,
            "shortest_days": learned.shortest_days,
            "longest_days": learned.longest_days,
            "planned_days": learned.mean_days,
            "planned_sd_days": learned.sd_days,
        },
        index=list(terms.names),
    ).reindex(known.index)
    table.update(_without_products(known, times, products, assumed=assumed))
    is_said = known["lead_time_days"].notna() | known.index.isin(_speaking(products))
    return table.assign(said_days=table["said_days"].where(is_said))


def _speaking(products: pd.DataFrame) -> set[str]:
    """The suppliers of products whose lead time somebody says."""
    return set(products.loc[~products["lead_time_days_assumed"].astype(bool), "supplier"].dropna())


def _without_products(
    known: pd.DataFrame, times: pd.DataFrame, products: pd.DataFrame, *, assumed: float
) -> pd.DataFrame:
    """The same of suppliers that no product names any more, from what they say themselves."""
    alone = known[~known.index.isin(products["supplier"])]
    place = {name: number for number, name in enumerate(alone.index)}
    its = times[times["supplier"].isin(place)]
    stated = alone["lead_time_days"].fillna(assumed)
    learned = learned_lead_times(
        stated.to_numpy(),
        stated_sd_days=alone["lead_time_sd_days"].to_numpy(),
        supplier=its["supplier"].map(place).to_numpy(dtype="int64"),
        observed_days=its["days"].to_numpy(dtype="float64"),
    )
    return pd.DataFrame(
        {"said_days": stated, "planned_days": learned.mean_days, "planned_sd_days": learned.sd_days}, index=alone.index
    )
