"""Seconds to replay the last 90 days of a made-up shop, from its history to all figures.

python -m tests.benchmarks.replay_seconds [--products 1000] [--days 90] [--review-period 7]
"""

import argparse
import os
import time

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402 - after the threads are set
import pandas as pd  # noqa: E402

from app.replay.replay import replay  # noqa: E402
from data.shop_settings import ShopSettings  # noqa: E402
from data.suppliers import with_defaults  # noqa: E402
from forecasting.history import History  # noqa: E402
from tests.app.shops import FIELDS, NO_SUPPLIERS  # noqa: E402


def made_up_history(products: int, days: int) -> History:
    generator = np.random.default_rng(1)
    rate = generator.gamma(0.7, 4.0, products)
    week = generator.dirichlet(np.full(7, 6.0), products) * 7
    units = generator.poisson(rate[:, None] * week[:, np.arange(days) % 7]).T.astype(float)
    skus = tuple(f"{number:05}" for number in range(products))
    return History(pd.date_range("2024-01-01", periods=days), skus, units, np.ones(days, dtype=bool))


def main(products: int, days: int, review_period: int) -> None:
    settings = ShopSettings(review_period_days=review_period)
    history = made_up_history(products, 730 + days)
    listed = pd.DataFrame(FIELDS | {"unit_cost": 2.0, "price": 5.0}, index=pd.Index(history.skus, name="sku"))
    known = with_defaults(listed.astype({"supplier": "str"}), NO_SUPPLIERS, settings)
    start, cpu = time.perf_counter(), time.process_time()
    done = replay(history, known, settings, days=days)
    wall, used = time.perf_counter() - start, time.process_time() - cpu
    told = f"{products:,} products x {days} days, ordered every {review_period} days"
    fill = done.outcome.value.fill_rate.round(3)
    print(f"{told}: {wall:.1f} s, {used:.1f} s of processor for its own part; fill rates {fill}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("--products", 1000), ("--days", 90), ("--review-period", 7)):
        parser.add_argument(name, type=int, default=default)
    given = parser.parse_args()
    main(given.products, given.days, given.review_period)
