"""Reads files of the corpus and says how each went.

python -m tests.corpus.reading [--pairs]
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.problems import FileRejected
from data.reading.sales_file import SalesFile, read_sales
from tests.corpus.draft import Draft, written
from tests.corpus.traps import TRAPS, Trap, pairs
from tests.corpus.truth import Expected

RIGHT, ASKED, WRONG, REJECTED = "right", "asked", "wrong", "rejected"


@dataclass(frozen=True)
class Outcome:
    """what: RIGHT, ASKED, WRONG or REJECTED. why: the first difference, question or problem."""

    traps: str
    what: str
    why: str = ""


def outcome_of(traps: Iterable[Trap], folder: Path) -> Outcome:
    """How the file with these traps is read."""
    draft = Draft()
    for trap in traps:
        draft = trap.change(draft)
    name = " + ".join(trap.name for trap in traps)
    path = written(draft, folder, "file")
    try:
        found = read_sales(path)
    except FileRejected as rejected:
        return Outcome(name, REJECTED, str(rejected))
    finally:
        path.unlink()
    if found.report.questions:
        return Outcome(name, ASKED, found.report.questions[0].code)
    difference = difference_of(found, draft.expected())
    return Outcome(name, WRONG if difference else RIGHT, difference)


def difference_of(found: SalesFile, expected: Expected) -> str:
    """What is not as it should be: units, revenue, days or products; "" where all is right."""
    daily = found.daily
    keys = list(zip((day.date() for day in daily["day"]), daily["sku"].str.casefold(), strict=True))
    for name, wanted in (("units", expected.units), ("revenue", expected.revenue)):
        told = dict(zip(keys, daily[name].tolist(), strict=True))
        plain = {(day, key.casefold()): value for (day, key), value in wanted.items()}
        if told.keys() != plain.keys():
            return f"{name}: {len(told)} days and products, not {len(plain)}: {sorted(set(told) ^ set(plain))[:3]}"
        wrong = [key for key, value in plain.items() if not np.isclose(told[key], value, atol=0.005)]
        if wrong:
            return f"{name}: {len(wrong)} differ, {wrong[0]}: {told[wrong[0]]} for {plain[wrong[0]]}"
    return ""


def main(*, with_pairs: bool) -> None:
    start = time.perf_counter()
    cases: list[tuple[Trap, ...]] = [(), *((trap,) for trap in TRAPS), *(pairs() if with_pairs else ())]
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [outcome_of(traps, Path(folder)) for traps in cases]
    for outcome in outcomes:
        if outcome.what != RIGHT:
            print(f"{outcome.what:9} {outcome.traps}: {outcome.why}")
    counts = Counter(outcome.what for outcome in outcomes)
    shares = ", ".join(
        f"{what} {counts[what]} ({counts[what] / len(outcomes):.1%})" for what in (RIGHT, ASKED, WRONG, REJECTED)
    )
    print(f"{len(outcomes)} files of {len(TRAPS)} traps: {shares}; {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", action="store_true", help="also all traps in pairs that can meet")
    main(with_pairs=parser.parse_args().pairs)
