"""A forecast gone bad is an alert, once, with the reason and the money."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from app.planning.forecasts_off import forecasts_off
from app.planning.plan import Plan
from app.proof.champions import Champion
from app.views.degraded_card import worse_lately
from app.words.alert_words import AlertRow, alert_rows
from forecasting.degradation import find_degraded
from forecasting.grades import GradeReason
from forecasting.past_forecasts import PastForecasts
from tests.app.components import words
from tests.app.shops import plan_of
from tests.forecasting.test_degradation import RECENT_WEEKS, WEEKS, past_of

BROKEN = GradeReason("broken_promises", {"tried": 40.0, "missed": 15.0, "level": 0.95})


def past(*, selling: float) -> PastForecasts:
    """Two products forecast at fifty in two weeks, of which the first lately sells something else."""
    sold = np.tile(50.0 + np.arange(WEEKS) % 3, (2, 1))
    sold[0, -RECENT_WEEKS:] = selling
    return past_of(np.full(sold.shape, 50.0), sold)


def plan_with(made: PastForecasts, *, reason: GradeReason | None = None, **terms: object) -> Plan:
    plan = plan_of({"unit_cost": 4.0, **terms}, {"unit_cost": 4.0})
    reasons = (reason or plan.forecast.grade_reason[0], plan.forecast.grade_reason[1])
    return replace(plan, forecast=replace(plan.forecast, past=made, grade_reason=reasons))


def told(plan: Plan) -> list[AlertRow]:
    return list(alert_rows(plan, codes=("forecast_gone_bad",)))


def test_errors_that_grew_are_told_with_the_money() -> None:
    made = past(selling=100.0)
    (row,) = told(plan_with(made))
    assert row.sentence == (
        "Lately off by 50 % of what sold, before by 2 %; in 14 days that is 196 of goods too many or too few. "
        "Did something change?"
    )
    assert forecasts_off(plan_with(made))[0].money == pytest.approx(4 * find_degraded(made).units[0])


def test_without_a_cost_no_money_is_named() -> None:
    (row,) = told(plan_with(past(selling=100.0), unit_cost=np.nan))
    assert row.sentence == "Lately off by 50 % of what sold, before by 2 %. Did something change?"


def test_what_stopped_selling_is_asked_about() -> None:
    (row,) = told(plan_with(past(selling=0.0)))
    assert row.sentence == "Nothing sold lately of what was forecast. Is it still on the shelf?"


def test_a_product_with_broken_promises_and_grown_errors_is_told_once() -> None:
    (row,) = told(plan_with(past(selling=100.0), reason=BROKEN))
    assert row.sentence.startswith("Sold more than promised in 15 of 40 past periods")


def test_forecasts_as_good_as_ever_and_products_not_sold_any_more_are_no_alert() -> None:
    assert told(plan_with(past(selling=51.0))) == []
    assert told(plan_with(past(selling=100.0), active=False)) == []


def test_the_accuracy_page_says_who_forecasts_since_when() -> None:
    champion = Champion("boosting", dt.date(2024, 3, 3), "arima")
    (card,) = worse_lately(plan_with(past(selling=100.0)), {"p0": champion})
    said = words(card)
    assert "Lately off by 50 %" in said
    assert "Model: boosted trees over all products, since 3 March 2024; before: seasonal ARIMA." in said
    assert worse_lately(plan_with(past(selling=51.0)), {}) == []
