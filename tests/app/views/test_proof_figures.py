"""Pictures of the proof hold the numbers they are given."""

import datetime as dt

import numpy as np
import pandas as pd

from app.proof.accuracy import Scores
from app.proof.promise_tables import Kept
from app.views.proof_figures import kept_figure, months_figure, replay_figure


def kept(level: float, share: float, verdict: str) -> Kept:
    low, high = level - 0.05, level + 0.05
    return Kept(days=14, level=level, kept=9, made=10, share=share, low=low, high=high, verdict=verdict)


def test_each_promise_has_its_range_its_aim_and_its_dot() -> None:
    figure = kept_figure([kept(0.8, 0.81, "as_promised"), kept(0.9, 0.7, "too_narrow")])
    ranges = [list(trace.y) for trace in figure.data if trace.legendgroup == "chance"]
    np.testing.assert_allclose(ranges, [[0.75, 0.85], [0.85, 0.95]])
    dots = {trace.name: list(trace.y) for trace in figure.data if trace.legendgroup != "chance"}
    assert dots == {"promised": [0.8, 0.9], "kept": [0.81], "kept too seldom": [0.7]}


def test_months_stand_beside_the_simple_way() -> None:
    month = Scores(wape=0.4, weekday_average=0.5, last_week=0.6, bias=0.0, better=0.2, totals=9)
    ours, theirs = months_figure({pd.Timestamp("2024-03-01"): month}).data
    assert (list(ours.x), list(ours.y), list(theirs.y)) == ([dt.date(2024, 3, 1)], [0.4], [0.5])


def test_missed_units_are_drawn_below_the_line() -> None:
    days, two = [dt.date(2024, 3, 1), dt.date(2024, 3, 2)], np.array([2.0, 0.0])
    figure = replay_figure(days, advised=two, other=two, missed=two, other_missed=two, other_name="By hand")
    drawn = {trace.name: list(trace.y) for trace in figure.data}
    assert drawn["stock as advised"] == drawn["By hand"] == [2, 0]
    assert drawn["missed as advised"] == [-2, 0]
