from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from forecasting.arrays import FloatArray
from forecasting.extremes import extreme_limit
from forecasting.forecast import Forecast, forecast_shop
from forecasting.grades import DO_NOT_TRUST, GOOD, WIDE, GradeReason, Grades, Outlook, grade_products
from forecasting.history import History
from forecasting.past_promises import PastPromises
from forecasting.totals import LEVELS
from tests.forecasting.simulated import poisson_shop, shop_of

N_DAYS = 200


def outlook_of(history: History, *, mean: float = 5.0, most: float = 100.0) -> Outlook:
    """A forecast of `mean` a day of which 14 days sell `most` at the very most, without any flaw in its past."""
    n_products = len(history.skus)
    fine = PastPromises(14, 0.9, tried=np.full(n_products, 26), missed=np.full(n_products, 2))
    return Outlook(
        mean=np.full((n_products, 14), mean),
        totals=np.full((n_products, 14, len(LEVELS)), most),
        levels=np.array(LEVELS),
        method=("combination",) * n_products,
        reason=("",) * n_products,
        promises=fine,
        limit=extreme_limit(history.units),
    )


def steady() -> FloatArray:
    """Five a day, more or less, in three products."""
    return np.random.default_rng(3).integers(3, 8, (N_DAYS, 3)).astype(np.float64)


def first_of(grades: Grades) -> tuple[str, GradeReason]:
    return grades.grade[0], grades.reason[0]


def test_an_ordinary_product_is_good_and_needs_no_reason() -> None:
    history = shop_of(steady())
    assert first_of(grade_products(history, outlook_of(history))) == (GOOD, GradeReason("", {}))


@pytest.mark.parametrize(
    ("code", "grade"), [("no_history", DO_NOT_TRUST), ("short_history", DO_NOT_TRUST), ("not_selling", WIDE)]
)
def test_what_the_engine_forecasts_by_a_simple_rule_is_graded_for_it(code: str, grade: str) -> None:
    history = shop_of(steady())
    told, reason = first_of(grade_products(history, replace(outlook_of(history), reason=(code, "", ""))))
    assert (told, reason.code) == (grade, code)


def test_a_young_product_says_how_many_weeks_it_has() -> None:
    units = steady()
    units[:165, 0] = 0.0
    history = shop_of(units)
    outlook = replace(outlook_of(history), reason=("short_history", "", ""))
    assert first_of(grade_products(history, outlook))[1].values == {"weeks": 5}


def test_a_silent_product_says_since_when() -> None:
    units = steady()
    units[-70:, 0] = 0.0
    history = shop_of(units)
    outlook = replace(outlook_of(history), reason=("not_selling", "", ""))
    values = first_of(grade_products(history, outlook))[1].values
    assert values == {"days": 70, "since": history.days[-71].date()}


def test_one_customer_who_bought_more_than_all_others_is_named_by_day_and_units() -> None:
    units = steady()
    units[120, 0] = 2000.0
    history = shop_of(units)
    grade, reason = first_of(grade_products(history, outlook_of(history)))
    assert (grade, reason.code) == (DO_NOT_TRUST, "outlier")
    assert reason.values["units"] == 2000.0
    assert reason.values["day"] == history.days[120].date()
    assert reason.values["share"] == pytest.approx(2000.0 / units[:, 0].sum())


def test_a_large_day_that_is_not_most_of_the_year_is_no_reason() -> None:
    units = steady()
    units[120, 0] = 200.0
    history = shop_of(units)
    assert first_of(grade_products(history, outlook_of(history)))[0] == GOOD


def test_a_new_level_that_the_forecast_has_not_reached_is_not_to_be_trusted() -> None:
    units = steady()
    units[-35:, 0] *= 3.0
    history = shop_of(units)
    grade, reason = first_of(grade_products(history, outlook_of(history, mean=6.0)))
    assert (grade, reason.code) == (DO_NOT_TRUST, "level_shift")
    assert reason.values["since"] == history.days[-35].date()
    assert reason.values["before"] == pytest.approx(5.0, rel=0.1)
    assert reason.values["after"] == pytest.approx(15.0, rel=0.1)


def test_a_forecast_that_followed_the_new_level_is_good() -> None:
    units = steady()
    units[-35:, 0] *= 3.0
    history = shop_of(units)
    assert first_of(grade_products(history, outlook_of(history, mean=14.0, most=300.0)))[0] == GOOD


def test_a_product_that_broke_its_promises_says_how_often() -> None:
    history = shop_of(steady())
    often = PastPromises(14, 0.9, tried=np.full(3, 26), missed=np.array([8, 5, 2]))
    grades = grade_products(history, replace(outlook_of(history), promises=often))
    assert grades.grade == (DO_NOT_TRUST, GOOD, GOOD)
    assert grades.reason[0] == GradeReason("broken_promises", {"tried": 26, "missed": 8, "days": 14, "level": 0.9})


def test_a_band_three_times_the_mean_is_wide() -> None:
    history = shop_of(steady())
    grade, reason = first_of(grade_products(history, outlook_of(history, most=211.0)))
    assert (grade, reason) == (WIDE, GradeReason("wide_band", {"days": 14, "expected": 70.0, "most": 211.0}))
    assert first_of(grade_products(history, outlook_of(history, most=209.0)))[0] == GOOD


def test_a_product_left_to_the_rival_is_wide() -> None:
    history = shop_of(steady())
    outlook = replace(outlook_of(history), method=("weekday_average", "combination", "combination"))
    assert grade_products(history, outlook).grade == (WIDE, GOOD, GOOD)


def test_of_several_reasons_the_gravest_is_told() -> None:
    history = shop_of(steady())
    outlook = replace(outlook_of(history, most=500.0), reason=("short_history", "", ""))
    assert [reason.code for reason in grade_products(history, outlook).reason] == [
        "short_history",
        "wide_band",
        "wide_band",
    ]


def forecast_of(units: FloatArray) -> tuple[Forecast, History]:
    history = shop_of(units)
    return forecast_shop(history, horizon=14), history


def test_the_forecast_of_a_shop_carries_grades_extremes_and_suspects() -> None:
    units = np.round(poisson_shop(n_days=N_DAYS, n_products=12, seed=1))
    units[:, 0] = np.random.default_rng(1).poisson(9.0, N_DAYS)
    units[:, 1] = np.random.default_rng(2).poisson(9.0, N_DAYS)
    units[150, 0], units[100:110, 1] = 5000.0, 0.0
    forecast, history = forecast_of(units)
    assert forecast.grade[0] == DO_NOT_TRUST
    assert forecast.grade_reason[0].code == "outlier"
    (extreme,) = [day for day in forecast.extremes if day.sku == "p0000"]
    assert (extreme.day, extreme.units) == (history.days[150].date(), 5000.0)
    assert 9.0 < extreme.counted < 100.0
    (suspect,) = forecast.suspects
    assert (suspect.sold_out.sku, suspect.sold_out.first_day) == ("p0001", history.days[100].date())
    assert suspect.sold_out.last_day - suspect.sold_out.first_day == timedelta(days=9)


def test_most_products_of_a_shop_without_surprises_are_good() -> None:
    units = np.random.default_rng(0).poisson(np.linspace(3.0, 20.0, 40), (300, 40)).astype(np.float64)
    forecast, _ = forecast_of(units)
    assert forecast.grade.count(GOOD) >= 37
    assert forecast.grade.count(DO_NOT_TRUST) <= 1
