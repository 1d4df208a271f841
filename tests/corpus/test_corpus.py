"""Every trap by itself and one pair in eight; all pairs are read by `python -m tests.corpus.reading --pairs`."""

from collections import Counter
from pathlib import Path

import pytest

from tests.corpus.reading import ASKED, RIGHT, outcome_of
from tests.corpus.traps import OPEN_TRAPS, TRAPS, Trap, pairs

EVERY = 8


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_file_with_one_trap_is_read_right_and_without_a_question(tmp_path: Path, trap: Trap) -> None:
    outcome = outcome_of([trap], tmp_path)
    assert outcome.what == RIGHT, outcome.why


@pytest.mark.parametrize("code", OPEN_TRAPS)
def test_a_file_that_can_be_read_two_ways_is_asked_about(tmp_path: Path, code: str) -> None:
    outcome = outcome_of([OPEN_TRAPS[code]], tmp_path)
    assert (outcome.what, outcome.why) == (ASKED, code)


def test_files_with_two_traps_are_read_right(tmp_path: Path) -> None:
    outcomes = [outcome_of(two, tmp_path) for two in pairs()[::EVERY]]
    counts = Counter(outcome.what for outcome in outcomes)
    assert [outcome for outcome in outcomes if outcome.what not in (RIGHT, ASKED)] == []
    assert counts[RIGHT] >= 0.95 * len(outcomes)


def test_the_corpus_has_eighty_files_and_more() -> None:
    assert len({trap.name for trap in TRAPS}) == len(TRAPS) >= 80
