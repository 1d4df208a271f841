"""Reads damaged files: none may end in anything but a report that adds up or a refusal in words, within five seconds.

    python -m tests.fuzz_reading 20000 [--seed 1]

Each case has a number of its own, so that a failing one can be read again: `--seed NUMBER` with 1 case.
"""

import argparse
import gzip
import json
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np

from app.words.left_out import left_out_sentence
from app.words.notes import note_sentence
from app.words.problems import problem_sentence
from app.words.questions import question_text
from data.lists.products_file import read_products
from data.problems import FileRejected
from data.reading.file_kind import file_kind
from data.reading.sales_file import SalesFile, read_sales
from tests.corpus.mutation import damaged, sound_files
from tests.shared_data import SHARED

LONGEST_SECONDS = 5.0  # of work: what else the machine does is not the reader's fault
REAL_BYTES = 6_000


def real_files() -> list[bytes]:
    """The beginnings of the real files that are on this machine."""
    found = sorted((SHARED / "data").rglob("*.csv*")) if SHARED.is_dir() else []
    return [_beginning(path) for path in found]


def _beginning(path: Path) -> bytes:
    if path.suffix == ".gz":
        with gzip.open(path) as file:
            return file.read(REAL_BYTES)
    with path.open("rb") as file:
        return file.read(REAL_BYTES)


def check(path: Path) -> str:
    """What became of a file: "read", "asked" or the code of its refusal. Raises AssertionError where it lies."""
    try:
        found = read_sales(path)
    except FileRejected as rejected:
        return f"refused: {_told(rejected)}"
    check_sums(found)
    report = found.report
    json.dumps(report.as_dict(), default=str, allow_nan=False)
    assert all(map(left_out_sentence, (part for part in report.left_out if part.rows)))
    assert all(map(note_sentence, report.notes))
    assert all(map(question_text, report.questions))
    return "asked" if report.questions else "read"


def check_sums(found: SalesFile) -> None:
    """Rows, units and money of a report are those used and those left out; the sales are those used."""
    report, daily = found.report, found.daily
    assert report.rows_read == report.rows_used + sum(len(part.rows) for part in report.left_out)
    for read, used, left, sold in (
        (report.units_read, report.units_used, [part.units for part in report.left_out], daily["units"]),
        (report.revenue_read, report.revenue_used, [part.revenue for part in report.left_out], daily["revenue"]),
    ):
        size = max(1.0, float(np.abs(sold).sum()), abs(read), *map(abs, left))
        assert np.isfinite(read)
        assert abs(read - used - sum(left)) <= 1e-9 * size
        assert abs(used - float(sold.sum())) <= 1e-9 * size
    assert not daily.duplicated(["day", "sku"]).any()
    assert set(daily["sku"]) <= set(found.products["sku"])


def _told(rejected: FileRejected) -> str:
    """The code of the first problem; each must have its sentence."""
    assert all(map(problem_sentence, rejected.problems))
    return rejected.problems[0].code


def products_too(path: Path) -> None:
    """A product list may be refused, nothing else."""
    try:
        file_kind(path)
        read_products(path)
    except FileRejected as rejected:
        _told(rejected)


def main(cases: int, seed: int) -> None:
    sound = [*sound_files(), *real_files()]
    outcomes: Counter[str] = Counter()
    failures, slowest = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.csv"
        for case in range(seed, seed + cases):
            dice = random.Random(case)
            path.write_bytes(damaged(dice.choice(sound), dice))
            start = time.process_time()
            try:
                outcomes[check(path)] += 1
                products_too(path)
            except Exception as error:  # any is a finding
                failures.append(f"seed {case}: {type(error).__name__}: {error}")
                print(failures[-1], flush=True)
            taken = time.process_time() - start
            slowest = max(slowest, taken)
            if taken > LONGEST_SECONDS:
                failures.append(f"seed {case}: {taken:.1f} seconds")
                print(failures[-1], flush=True)
    for outcome, count in outcomes.most_common():
        print(f"{count:7} {outcome}")
    print(
        f"{cases} cases from seed {seed}, {len(sound)} sound files; {len(failures)} failures; slowest {slowest:.2f} s"
    )
    raise SystemExit(bool(failures))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    main(given.cases, given.seed)
