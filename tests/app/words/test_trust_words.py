"""Grades in words: every reason the engine knows has a sentence that tells its numbers."""

import datetime as dt
from pathlib import Path

import pytest

from app.planning.doubted_records import WRONG_RECORD
from app.words.trust_words import GRADE_TAGS, GRADES, SENTENCES, reason_sentence
from forecasting import grades
from forecasting.grades import GradeReason

DAY = dt.date(2024, 5, 3)


@pytest.mark.parametrize(
    ("code", "values", "said"),
    [
        ("no_history", {}, "It was never sold, so nothing can be forecast yet: decide yourself how much to try."),
        (
            "not_selling",
            {"since": DAY, "days": 70},
            "It has not sold since 3 May 2024, too long to be chance. "
            "No more sales are expected, and nothing is ordered.",
        ),
        (
            "short_history",
            {"weeks": 5},
            "It has only 5 weeks of sales, and a model needs 8. Instead, the plain average of its sales is used, "
            "with a wide band. Look for yourself.",
        ),
        (
            "short_history",
            {"weeks": 1},
            "It has only 1 week of sales, and a model needs 8. Instead, the plain average of its sales is used, "
            "with a wide band. Look for yourself.",
        ),
        (
            "short_history",
            {"weeks": 9},
            "It has 9 weeks of sales, but your shop's sales are too few to check a model on. Instead, the plain "
            "average of its sales is used, with a wide band. Look for yourself.",
        ),
        (
            "outlier",
            {"day": DAY, "units": 200.0, "share": 0.637},
            "On 3 May 2024 200 were bought at once, 64 % of a year's sales. The forecast leaves that out: will it come "
            "again?",
        ),
        (
            "level_shift",
            {"since": DAY, "before": 5.0, "after": 15.21, "expected": 7.0},
            "Since about 3 May 2024 it sells 15 a day, before it was 5. The forecast has not followed yet and says 7 a "
            "day. If you know why, order by what you know.",
        ),
        (
            "level_shift",
            {"since": DAY, "before": 5.0, "after": 1.5, "expected": 4.0},
            "Since about 3 May 2024 it sells 1.5 a day, before it was 5. No model has followed yet, so the average "
            "since then is used. If you know why, order by that.",
        ),
        (
            "level_shift",
            {"since": DAY, "before": 5.0, "after": 0.0, "expected": 2.0},
            "Nothing sold since about 3 May 2024, before it was 5 a day; the forecast has not followed yet. If it is "
            "sold out, count it; if you do not sell it any more, untick it among the products.",
        ),
        (
            "broken_promises",
            {"tried": 26, "missed": 8, "days": 14, "level": 0.9},
            "In 8 of 26 past periods of 14 days it sold more than was promised, where 3 is usual. Instead of a model, "
            "the average of the same weekday in the last eight weeks is used. Keep more than advised.",
        ),
        ("weekday_average", {}, "No model did better than the average of the same weekday, so that is used."),
        ("", {}, ""),
    ],
)
def test_a_reason_is_told_with_its_numbers(code: str, values: dict[str, float | dt.date], said: str) -> None:
    assert reason_sentence(GradeReason(code, values)) == said


def test_every_code_of_the_engine_has_its_sentence() -> None:
    source = Path(grades.__file__).read_text(encoding="utf-8")
    codes = SENTENCES.keys() - {WRONG_RECORD}  # which the plan finds, not the engine
    for code in codes:
        assert f'_Finding("{code}"' in source
    assert source.count('_Finding("') == len(codes)


def test_a_reason_of_a_newer_engine_is_not_hidden() -> None:
    assert reason_sentence(GradeReason("moon", {"phase": 3.0})) == "moon: {'phase': 3.0}"


def test_every_grade_has_a_name_and_a_colour() -> None:
    assert GRADES.keys() == GRADE_TAGS.keys() == {grades.GOOD, grades.WIDE, grades.DO_NOT_TRUST}
