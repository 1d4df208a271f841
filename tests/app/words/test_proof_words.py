"""Sentences of the proof say what to do, and never call noise a failure."""

import math

import pytest

from app.proof.accuracy import Scores
from app.proof.promise_tables import Kept
from app.words.proof_words import advice_text, better_text, bias_text, by_chance_text, kept_text, often_text, shop_text

KEPT = Kept(days=14, level=0.9, kept=27, made=30, share=0.9, low=0.81, high=0.99, verdict="as_promised")


def test_a_promise_is_told_in_counts() -> None:
    assert kept_text(KEPT) == "We said nine times out of ten. It was 27 of 30, 90 %."
    assert by_chance_text(KEPT) == "81 % to 99 %"
    assert advice_text(KEPT) == "Our promises hold: you can order by them."


def test_a_level_without_words_is_a_share() -> None:
    assert (often_text(0.95), often_text(0.85)) == ("19 times out of 20", "85 %")


@pytest.mark.parametrize(
    ("better", "said"), [(0.123, "12 % better"), (-0.05, "5 % worse"), (0.004, "equal"), (math.nan, "unknown")]
)
def test_forecasts_are_better_worse_or_equal(better: float, said: str) -> None:
    assert better_text(better) == said


@pytest.mark.parametrize(
    ("bias", "said"), [(0.1, "10 % too much"), (-0.1, "10 % too little"), (0.02, "hardly off"), (math.nan, "unknown")]
)
def test_the_sum_is_too_much_too_little_or_hardly_off(bias: float, said: str) -> None:
    assert bias_text(bias) == said


@pytest.mark.parametrize(
    ("better", "said"),
    [
        (0.2, "Forecasts of 14 days were 20 % closer to what sold than the same-weekday average."),
        (-0.2, "Forecasts of 14 days were 20 % further from what sold than the same-weekday average."),
        (0.0, "Forecasts of 14 days were as good as the same-weekday average."),
    ],
)
def test_the_shop_is_compared_in_one_sentence(better: float, said: str) -> None:
    shop = Scores(wape=0.4, weekday_average=0.5, last_week=0.6, bias=0.0, better=better, totals=9)
    assert shop_text(shop, days=14) == said
