"""Where the record of a stock looks wrong, nobody is told to trust what is ordered by it."""

import numpy as np

from app.planning.doubted_records import WRONG_RECORD
from app.views.order_table import order_table
from forecasting.grades import DO_NOT_TRUST, GOOD
from tests.app.shops import plan_of


def test_a_record_below_zero_lowers_the_grade_and_says_why() -> None:
    plan = plan_of({"on_hand": 20.0}, {"on_hand": -3.0}, {"on_hand": np.nan})
    assert plan.forecast.grade == (GOOD, GOOD, GOOD), "the forecast itself is as good as before"
    assert plan.judged.grade == (GOOD, DO_NOT_TRUST, GOOD)
    assert [reason.code for reason in plan.judged.grade_reason] == ["", WRONG_RECORD, ""]
    table = order_table(plan)
    assert table["forecast"].tolist() == ["Good", "Do not trust", "Good"]
    assert table["forecast_reason"].tolist() == ["", "-3 on record, which cannot be: count it.", ""]


def test_without_a_sign_the_forecast_is_the_same() -> None:
    plan = plan_of({"on_hand": 20.0})
    assert plan.judged is plan.forecast
