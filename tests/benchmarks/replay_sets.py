"""How much stock each way of ordering needs for the same service, on sales of real shops.

    python -m tests.benchmarks.replay_sets SALES.csv ... [--days 90]

For lead times of 2, 7 and 14 days and order days every day and every week each way of ordering is rolled at many
service levels (the simple rule at its only one), so that all can be compared at the same fill rate and at the same
stock. Prints

    at 90, 95 and 98 % fill rate: the stock of the advice against that of each rival (below zero: less is needed)
    at a promise of 95 %: fill rate and stock of each way, and what the advice misses at the stock of each rival

A unit of every product is worth the same, since such files know no costs; without them no lot is known either.
"""

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402 - after the threads are set
import pandas as pd  # noqa: E402

from app.replay.levels import WAYS, advised, places_of, rival_levels  # noqa: E402
from data.reading.sales_file import read_sales  # noqa: E402
from forecasting.forecast import Forecast  # noqa: E402
from forecasting.history import History, build_history  # noqa: E402
from forecasting.morning_forecasts import morning_forecasts  # noqa: E402
from inventory.policy import Policy  # noqa: E402
from inventory.simulation import OrderLevels, simulate  # noqa: E402

LEAD_TIMES, REVIEW_PERIODS = (2, 7, 14), (1, 7)
SETTLING_DAYS, HORIZON = 28, 56
USUAL = 0.95
GRID = np.array(
    [
        1e-4,
        1e-3,
        0.01,
        0.03,
        0.1,
        0.2,
        0.3,
        0.5,
        0.7,
        0.8,
        0.9,
        USUAL,
        0.97,
        0.98,
        0.99,
        0.995,
        0.998,
        0.9995,
        1 - 1e-4,
        1 - 1e-5,
    ]
    + [1 - 10.0**-power for power in (6, 7, 8, 10, 12, 14)]  # the textbook's z of 5 to 8
)
FILL_RATES = (0.9, 0.95, 0.98)


@dataclass(frozen=True)
class Mornings:
    """A shop's last days, and the forecast and the known sales of each morning."""

    history: History
    known: tuple[str, ...]
    forecasts: list[Forecast]
    begin: int


def mornings_of(path: Path, days: int) -> Mornings:
    history = build_history(read_sales(path).daily, maximum_days=730 + days)
    begin = len(history.days) - days - SETTLING_DAYS
    known = history.until(history.days[begin - 1]).skus
    forecasts = list(morning_forecasts(history, history.days[begin:], horizon=HORIZON))
    return Mornings(history, known, forecasts, begin)


def curves(shop: Mornings, *, lead: int, review: int) -> dict[str, pd.DataFrame]:
    """Fill rate, average stock and missed units of each way at each service level of the grid."""
    days = len(shop.history.days) - shop.begin
    shape = (days, len(WAYS) * len(GRID), len(shop.known))
    levels = OrderLevels(reorder_point=np.full(shape, np.nan), order_up_to=np.full(shape, np.nan))
    for day in range(SETTLING_DAYS % review, days, review):
        for number, (point, up_to) in enumerate(decided(shop, day, lead=lead, review=review)):
            levels.reorder_point[day, number], levels.order_up_to[day, number] = point, up_to
    units = shop.history.part(places_of(shop.known, shop.history.skus)).units[shop.begin :]
    record = simulate(
        levels,
        demand=np.nan_to_num(units),
        on_hand=levels.order_up_to[SETTLING_DAYS % review],
        policy=policy(lead, review, USUAL, len(shop.known)),
        lead_days=np.full(len(shop.known), lead),
    ).since(SETTLING_DAYS)
    missed = record.missed.sum(axis=(0, 2)).reshape(len(WAYS), len(GRID))
    stock = record.on_hand.mean(axis=0).sum(axis=1).reshape(len(WAYS), len(GRID))
    return {
        way: pd.DataFrame({"fill": 1 - missed[row] / record.demand.sum(), "stock": stock[row], "missed": missed[row]})
        for row, way in enumerate(WAYS)
    }


def decided(shop: Mornings, day: int, *, lead: int, review: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Reorder points and order-up-to levels of a morning, way by way and level by level."""
    past = shop.history.until(shop.history.days[shop.begin + day - 1])
    places = places_of(shop.known, past.skus)
    part = past.part(places)
    rows = []
    for level in GRID:
        terms = policy(lead, review, level, len(shop.known))
        rows.append((advised(shop.forecasts[day], places, terms), *rival_levels(part, terms)))
    for way in range(len(WAYS)):
        yield from ((row[way].reorder_point, row[way].order_up_to) for row in rows)


def policy(lead: int, review: int, level: float, products: int) -> Policy:
    one = Policy(
        lead_time_days=np.full(products, float(lead)),
        review_period_days=review,
        order_cost=5,
        holding_rate=0.25,
        service_level=USUAL,
        maximum_cover_days=90,
    )
    return replace(one, service_level=np.full(products, level))


def told(found: dict[str, pd.DataFrame]) -> Iterator[str]:
    advised = found["advised"]
    for fill in FILL_RATES:
        rivals = {way: stock_at(found[way], fill) for way in ("textbook", "same_weekday")}
        ours = stock_at(advised, fill)
        yield f"  {fill:.0%}: {ours:8.0f}; " + ", ".join(f"{w} {ours / s - 1:+.1%}" for w, s in rivals.items())
    usual = int(np.flatnonzero(GRID == USUAL)[0])
    for way in WAYS:
        row = found[way].iloc[usual]
        ordered = advised.sort_values("stock")
        there = np.interp(row["stock"], ordered["stock"], ordered["missed"], left=np.nan)
        same = (
            ""
            if way == "advised"
            else f"; the advice at that stock misses {there:.0f} ({there / row['missed'] - 1:+.0%})"
        )
        yield f"  {way:12} fill {row['fill']:.3f} stock {row['stock']:8.0f} missed {row['missed']:8.0f}{same}"


def stock_at(curve: pd.DataFrame, fill: float) -> float:
    """Stock that gives a fill rate, between the service levels tried; NaN beyond them."""
    rising = curve.sort_values("fill")
    return float(np.interp(fill, rising["fill"], rising["stock"], left=np.nan, right=np.nan))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sales", type=Path, nargs="+")
    parser.add_argument("--days", type=int, default=90)
    given = parser.parse_args()
    for file in given.sales:
        shop = mornings_of(file, given.days)
        for review in REVIEW_PERIODS:
            for lead in LEAD_TIMES:
                print(f"{file.stem}: delivery {lead} days, ordered every {review} days, {len(shop.known)} products")
                print("\n".join(told(curves(shop, lead=lead, review=review))), flush=True)
