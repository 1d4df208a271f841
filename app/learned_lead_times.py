"""How long suppliers really take: what they say, corrected by the deliveries that were noted."""

import pandas as pd

from data.products import read_shop_products
from data.purchasing.deliveries import delivery_times
from data.shop import Shop
from data.shop_settings import read_settings
from data.suppliers import suppliers
from inventory.lead_time_learning import learned_lead_times


def lead_times_of_suppliers(shop: Shop) -> pd.DataFrame:
    """By supplier: said_days (its own, else that of most of its products, else NaN), assumed_days (the shop's, used
    then), deliveries, shortest_days, longest_days (NaN where there is none), planned_days and planned_sd_days.
    """
    known, times = suppliers(shop), delivery_times(shop)
    of_products = _usual(read_shop_products(shop)).reindex(known.index)
    said = known["lead_time_days"].fillna(of_products["lead_time_days"])
    said_sd = known["lead_time_sd_days"].fillna(of_products["lead_time_sd_days"])
    assumed = float(read_settings(shop).lead_time_days)
    place = {name: number for number, name in enumerate(known.index)}
    times = times[times["supplier"].isin(place)]
    learned = learned_lead_times(
        said.fillna(assumed).to_numpy(),
        stated_sd_days=said_sd.to_numpy(),
        supplier=times["supplier"].map(place).to_numpy(dtype="int64"),
        observed_days=times["days"].to_numpy(dtype="float64"),
    )
    return pd.DataFrame(
        {
            "said_days": said,
            "assumed_days": assumed,
            "deliveries": learned.deliveries,
            "shortest_days": learned.shortest_days,
            "longest_days": learned.longest_days,
            "planned_days": learned.mean_days,
            "planned_sd_days": learned.sd_days,
        },
        index=known.index,
    )


def _usual(products: pd.DataFrame) -> pd.DataFrame:
    """The lead time that most products of each supplier have of their own, and its spread."""
    own = products.dropna(subset=["supplier", "lead_time_days"])
    usual = own.groupby("supplier")["lead_time_days"].agg(lambda days: days.mode().iloc[0])
    of_these = own[own["lead_time_days"] == own["supplier"].map(usual)]
    spread = of_these.groupby("supplier")["lead_time_sd_days"].median()
    return pd.DataFrame({"lead_time_days": usual, "lead_time_sd_days": spread}).astype("float64")
