"""What a replay says of single products and of itself."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from app.replay.levels import WAYS
from app.replay.replay import Replay
from app.words.replay_words import assumptions, summary_lines, too_short, worse_sentences
from tests.app.replay.test_replay import made_up, run


@pytest.fixture(scope="module")
def done() -> Replay:
    return run(made_up())


def costing(done: Replay, extra: list[float]) -> Replay:
    """The same replay, the advice costing so much more than each rival."""
    return replace(done, cost=np.array([extra] + [[0.0] * len(extra)] * (len(WAYS) - 1)))


def test_products_for_which_it_was_worse_are_named_the_worst_first(done: Replay) -> None:
    told = worse_sentences(costing(done, [0.0, 3.0, -2.0, 7.5, 0.001]))
    assert told[0] == (
        "For 2 of your 5 products it would have been worse than ordering at 1.5 times the average daily sales: p3, p1."
    )
    assert len(told) == 3, "one for each rival"


def test_where_it_was_never_worse_that_is_said(done: Replay) -> None:
    told = worse_sentences(costing(done, [0.0] * 5))[0]
    assert (
        told == "For none of your products it would have been worse than ordering at 1.5 times the average daily sales."
    )


def test_of_many_the_ten_worst_are_named(done: Replay) -> None:
    products = pd.DataFrame({"name": [f"n{number}" for number in range(14)]}, index=[f"p{n}" for n in range(14)])
    many = replace(costing(done, [float(number) for number in range(14)]), products=products)
    assert worse_sentences(many)[0].endswith(": n13, n12, n11, n10, n9, n8, n7, n6, n5, n4 and 3 more.")


def test_what_was_left_out_is_told(done: Replay) -> None:
    told = assumptions(replace(done, new=2, unobserved=1))
    assert "On 1 product day it was sold out and the usual demand stands in." in told
    assert "2 products first sold after 21 April 2024 and left out." in told
    assert told[1].startswith("Starting stock: each way of ordering fills every product up to its own")
    assert "11 days earlier" in told[1], "four days of lead time, a week to the next order day"


def test_the_table_has_a_line_per_figure_and_a_column_per_way(done: Replay) -> None:
    lines = summary_lines(done)
    assert lines[0].split() == list(WAYS)
    assert [line[:13].strip() for line in lines[1:4]] == ["fill rate", "missed units", "missed margin"]
    assert len(lines) == 8
    assert lines[1].count("%") == 3 * len(WAYS)


def test_how_many_days_can_be_replayed_is_told() -> None:
    assert too_short("till.csv", days=90, most=40).endswith("Use --days 40 or fewer.")
    assert too_short("till.csv", days=90, most=3).endswith("Export a longer period.")
