"""Seconds of each stage from a till's file to the order list, and the most memory the process ever held.

    python -m tests.benchmarks.plan_stages SALES.csv [--products 1000 --days 730]

Without a file, sales of made-up products are written first (their making does not count).
"""

import argparse
import datetime as dt
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402 - after the threads are set
import pandas as pd  # noqa: E402

from app.commands.plan_files import write_plan  # noqa: E402
from app.planning.inputs import known_products, plan_inputs  # noqa: E402
from app.planning.plan import make_plan  # noqa: E402
from app.planning.sales_history import shop_history  # noqa: E402
from app.views.order_table import order_table  # noqa: E402
from app.what_if.years import Moves, start_of_shop, year_then  # noqa: E402
from data.importing.imports import import_sales  # noqa: E402
from data.reading.sales_file import read_sales  # noqa: E402
from data.shop import open_shop  # noqa: E402
from forecasting.forecast import forecast_shop  # noqa: E402


@contextmanager
def stage(name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    print(f"{name:34} {time.perf_counter() - start:8.2f} s   peak {peak_megabytes():6.0f} MB", flush=True)


def peak_megabytes() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(sales: Path | None, products: int, days: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = sales or made_up_sales(Path(folder) / "made_up.csv", products, days)
        print(f"{path.name}, {path.stat().st_size / 1e6:.1f} MB; {peak_megabytes():.0f} MB before the first stage")
        with stage("bare pandas.read_csv, to compare"):
            rows = len(pd.read_csv(path, encoding_errors="replace", low_memory=False))
        with stage(f"read and understand {rows:,} rows"):
            read = read_sales(path)
        shop = open_shop(Path(folder) / "shop")
        with stage("keep in the shop"):
            import_sales(shop, read, imported_at=dt.datetime(2026, 1, 1))
        with stage("history"):
            known = known_products(shop)
            history = shop_history(shop, known.index)
            inputs = plan_inputs(shop, history, known)
        with stage(f"forecast {len(history.skus):,} x {len(history.days)} days"):
            forecast = forecast_shop(history, horizon=inputs.horizon)
        with stage("decide"):
            plan = make_plan(inputs, forecast)
        with stage("order table with reasons"):
            order_table(plan)
        with stage("one move of a what-if slider"):
            year_then(start_of_shop(plan), Moves(demand=1.1))
        with stage("write the files"):
            write_plan(plan, Path(folder) / "out")


def made_up_sales(path: Path, products: int, days: int) -> Path:
    generator = np.random.default_rng(1)
    rate = generator.gamma(0.7, 4.0, products)
    week = generator.dirichlet(np.full(7, 6.0), products) * 7
    units = generator.poisson(rate[:, None] * week[:, np.arange(days) % 7])
    product, day = np.nonzero(units)
    dates = pd.date_range("2024-01-01", periods=days).strftime("%Y-%m-%d").to_numpy()
    table = pd.DataFrame({"date": dates[day], "sku": product, "units": units[product, day], "price": 2.5})
    table.to_csv(path, index=False)
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sales", type=Path, nargs="?")
    parser.add_argument("--products", type=int, default=1000)
    parser.add_argument("--days", type=int, default=730)
    given = parser.parse_args()
    main(given.sales, given.products, given.days)
