"""How often promises were kept: of the shop, its classes and its products, as tables for the page."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from forecasting.promise_card import SURE, promises_kept

HEADLINE_DAYS, HEADLINE_LEVEL = 14, 0.9
FIRST_DAYS = 7
SHOWN_LEVELS = (0.8, 0.9, 0.95)
FEWEST_OF_A_PRODUCT = 8  # promises below which nothing is said of a single product


@dataclass(frozen=True)
class Kept:
    """How often promises of one number of days at one level were kept.

    low, high: beyond these the share is off by more than chance, as the verdict of `promises_kept` has it.
    """

    days: int
    level: float
    kept: int
    made: int
    share: float
    low: float
    high: float
    verdict: str


def kept_of(settled: pd.DataFrame, *, skus: "pd.Index[str] | None" = None) -> tuple[Kept, ...]:
    """How often promises were kept, by days and level: of the whole shop, or of some products."""
    of = settled if skus is None else settled[settled["sku"].isin(skus)]
    of = of[of["level"].isin(SHOWN_LEVELS)]
    if of.empty:
        return ()
    return tuple(_kept(row) for row in promises_kept(of).to_dict("records"))


def headline_of(kept: tuple[Kept, ...]) -> Kept | None:
    """The one that speaks for all: two weeks, nine times out of ten; a week where no two weeks have passed yet."""
    told = {each.days: each for each in kept if each.level == HEADLINE_LEVEL}
    return told.get(HEADLINE_DAYS, told.get(FIRST_DAYS))


def by_class(settled: pd.DataFrame, classes: "pd.Series[str]") -> dict[str, Kept]:
    """The headline of each class of products."""
    at = _headlines(settled)
    if at.empty:
        return {}
    rows = promises_kept(at, classes=classes).to_dict("records")
    return {str(row["class"]): _kept(row) for row in rows}


def by_product(settled: pd.DataFrame) -> pd.DataFrame:
    """A row per sku: kept and made of the headline, the units sold beyond it at worst, the most often broken first."""
    at = _headlines(settled).assign(beyond=lambda rows: (rows["sold"] - rows["units"]).clip(lower=0.0))
    table = at.groupby("sku").agg(kept=("kept", "sum"), made=("kept", "count"), beyond=("beyond", "max")).reset_index()
    table["share"] = table["kept"] / table["made"]
    told = table[table["made"] >= FEWEST_OF_A_PRODUCT]
    return told.sort_values(["share", "beyond"], ascending=[True, False], kind="stable", ignore_index=True)


def _headlines(settled: pd.DataFrame) -> pd.DataFrame:
    return settled[(settled["days"] == HEADLINE_DAYS) & (settled["level"] == HEADLINE_LEVEL)]


def _kept(row: Mapping[Hashable, Any]) -> Kept:
    level, reach = float(row["level"]), SURE * float(row["error"])
    return Kept(
        days=int(row["days"]),
        level=level,
        kept=int(row["kept"]),
        made=int(row["made"]),
        share=float(row["share"]),
        low=max(level - reach, 0.0),
        high=min(level + reach, 1.0),
        verdict=str(row["verdict"]),
    )
