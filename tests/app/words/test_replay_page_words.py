"""The page of the replay says what it would have cost, and where it would have been worse."""

from dataclasses import replace

import numpy as np
import pytest

from app.replay.replay import Replay
from app.words.replay_page_words import figure_text, is_best, range_text, verdict_text, worse_text
from tests.app.replay.test_replay import made_up, run


@pytest.fixture(scope="module")
def done() -> Replay:
    return run(made_up())


def test_the_verdict_names_the_cheapest_other_way(done: Replay) -> None:
    cost = np.array([[10.0], [30.0], [12.4], [20.0]]) * np.ones((4, 5)) / 5
    said = verdict_text(replace(done, cost=cost), "£")
    assert "would have cost £10. The cheapest other way, the textbook formula: " in said
    assert said.endswith(" and £12.")
    assert is_best(replace(done, cost=cost))
    assert not is_best(replace(done, cost=cost[::-1]))


def test_figures_are_written_without_what_nobody_could_vouch_for() -> None:
    assert figure_text("fill_rate", 0.98712, "£") == "98.7 %"
    assert figure_text("average_stock_value", 1412.51, "£") == "£1,413"
    assert figure_text("missed_units", 12.6, "£") == "13"
    assert range_text("fill_rate", 0.97, 0.991) == "97 % to 99 %"
    assert range_text("missed_margin", 10.2, 1200.0) == "10 to 1,200"


def test_so_many_of_so_many_were_worse() -> None:
    assert worse_text(9, 40, "owner") == "For 9 of your 40 products it would have been worse than as you ordered:"
    assert worse_text(0, 40, "owner") == "For none of your products it would have been worse than as you ordered."
