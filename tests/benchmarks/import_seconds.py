"""How long the import of a large file takes beside a bare pandas.read_csv of it, in the same run.

    python -m tests.benchmarks.import_seconds [FILE] [--times 5]

FILE is by default the real file of half a million lines where it is on this machine. Told are seconds of work: reading
(`read_sales`), keeping (`import_sales` into a new shop), and both over pandas' own, each the least of all times.
"""

import argparse
import datetime as dt
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from data.importing.imports import import_sales
from data.reading.sales_file import SalesFile, read_sales
from data.shop import open_shop
from tests.shared_data import SHARED

LARGE = SHARED / "data" / "uci_online_retail" / "OnlineRetail_2010-2011.csv.gz"
IMPORTED_AT = dt.datetime(2026, 1, 1)  # local, as all times of the shop are


def seconds_of(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def keep(file: SalesFile) -> float:
    """Seconds of taking a file into a new shop."""
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        taken = seconds_of(lambda: import_sales(shop, file, imported_at=IMPORTED_AT))
        shop.engine.dispose()
    return taken


def main(path: Path, *, times: int) -> None:
    file = read_sales(path)
    bare = min(seconds_of(lambda: pd.read_csv(path)) for _ in range(times))
    read = min(seconds_of(lambda: read_sales(path)) for _ in range(times))
    kept = min(keep(file) for _ in range(times))
    print(f"{path.name}: {file.report.rows_read:,} rows, pandas {pd.__version__}")
    print(f"pandas.read_csv {bare:.2f} s, read {read:.2f} s, keep {kept:.2f} s: {(read + kept) / bare:.1f} times")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=LARGE)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    main(given.file, times=given.times)
