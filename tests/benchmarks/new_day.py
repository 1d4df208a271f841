"""Seconds until there is a plan: cold, after a restart, and with one new day of sales; and the memory it takes.

    python -m tests.benchmarks.new_day [--products 1000 --days 730]

Sales are made up. Cold is everything from a shop with sales to its order list: history, race, calibration, decisions.
The memory is the most that this process and all it started ever held together. 20,000 products need a few minutes.
"""

import argparse
import datetime as dt
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import pandas as pd  # noqa: E402 - after the threads are set
import psutil  # noqa: E402

from app.desk import Desk, make_forecast, open_desk, plan_now  # noqa: E402
from app.settings import Settings  # noqa: E402
from app.views.order_table import order_table  # noqa: E402
from data.importing.imports import import_sales  # noqa: E402
from data.reading.sales_file import read_sales  # noqa: E402
from tests.benchmarks.plan_stages import made_up_sales  # noqa: E402

NOW = dt.datetime(2026, 1, 1)
LOOK_SECONDS = 0.05


class Memory:
    """The most megabytes that this process and its children held together, looked at all the time."""

    def __init__(self) -> None:
        self.peak = 0.0
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        this = psutil.Process()
        while True:
            self.peak = max(self.peak, sum(map(_held, [this, *this.children(recursive=True)])))
            time.sleep(LOOK_SECONDS)


def _held(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss) / 1e6
    except psutil.Error:  # it ended just now
        return 0.0


def main(products: int, days: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "shop")
        first, last = split_last_day(made_up_sales(Path(folder) / "all.csv", products, days + 1))
        import_sales(open_desk(settings).shop, read_sales(first), imported_at=NOW)
        memory = Memory()
        with timed("cold plan", memory):
            plan(open_desk(settings))
        with timed("warm plan, after a restart", memory):
            plan(open_desk(settings))
        desk = open_desk(settings)
        plan(desk)
        with timed("import of one new day", memory):
            import_sales(desk.shop, read_sales(last), imported_at=NOW)
        with timed("plan with one new day", memory):
            plan(desk)


def plan(desk: Desk) -> None:
    """What the pages do until the order list is there."""
    if plan_now(desk) is None:
        make_forecast(desk, lambda _share: None)
    made = plan_now(desk)
    assert made is not None
    order_table(made)


def split_last_day(sales: Path) -> tuple[Path, Path]:
    """The sales but those of the last day, and those of the last day, as two files."""
    table = pd.read_csv(sales)
    is_last = table["date"] == table["date"].max()
    first, last = sales.with_name("first.csv"), sales.with_name("last.csv")
    table[~is_last].to_csv(first, index=False)
    table[is_last].to_csv(last, index=False)
    return first, last


@contextmanager
def timed(name: str, memory: Memory) -> Iterator[None]:
    wall, processor = time.perf_counter(), time.process_time()
    yield
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(
        f"{name:30} {wall:7.2f} s, of them {processor:7.2f} s of this processor; peak {memory.peak:6.0f} MB", flush=True
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--products", type=int, default=1000)
    parser.add_argument("--days", type=int, default=730)
    given = parser.parse_args()
    main(given.products, given.days)
