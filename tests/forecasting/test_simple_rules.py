"""Tests of the simple rules that take the place of models that are not to be trusted."""

import datetime as dt
from dataclasses import replace

import numpy as np

from forecasting.fitted_shop import fit_shop
from forecasting.forecast import forecast_from, forecast_shop
from forecasting.grades import DO_NOT_TRUST, GradeReason
from forecasting.simple_rules import AVERAGE_SO_FAR, NOTHING, SINCE_SHIFT, WEEKDAY_AVERAGE, rule_against, rule_means
from tests.forecasting.simulated import poisson_shop, shop_of

BROKEN = GradeReason("broken_promises", {})


def test_only_falls_and_broken_promises_take_the_forecast_from_the_models() -> None:
    fall, rise, end = (GradeReason("level_shift", {"before": 4.0, "after": after}) for after in (1.0, 9.0, 0.0))
    others = [GradeReason(code, {}) for code in ("", "outlier", "wide_band", "short_history", "weekday_average")]
    assert [rule_against(reason) for reason in (fall, BROKEN)] == [SINCE_SHIFT, WEEKDAY_AVERAGE]
    assert {rule_against(reason) for reason in (rise, end, *others)} == {""}


def test_rules_average_each_weekday_of_their_weeks() -> None:
    units = np.zeros((140, 2))
    units[-56:] = np.tile(np.arange(1.0, 8.0), 8)[:, None]
    units[-21:, 0] *= 3.0
    units[-1, 1] = 1e6
    history = shop_of(units)
    shift = GradeReason("level_shift", {"since": history.days[-21].date(), "before": 5.0, "after": 4.0})
    is_open = np.array([1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0])
    means = rule_means(history, np.array([np.inf, 7.0]), [shift, BROKEN], is_open=is_open)
    assert means[0].tolist() == [3.0, 0.0, 9.0, 12.0, 15.0, 18.0, 21.0, 6.0]
    assert means[1].tolist() == [1.0, 0.0, 3.0, 4.0, 5.0, 6.0, 7.0, 2.0]


def test_a_product_that_sells_much_less_lately_is_forecast_by_its_average_since_then() -> None:
    units = np.random.default_rng(0).poisson(12.0, (300, 20)).astype(np.float64)
    units[-21:, 0] = np.tile([1.0, 0.0, 2.0, 1.0, 1.0, 0.0, 2.0], 3)
    history = shop_of(units)
    forecast = forecast_shop(history, horizon=14)
    assert (forecast.grade[0], forecast.grade_reason[0].code) == (DO_NOT_TRUST, "level_shift")
    assert (forecast.method[0], forecast.rule[0], forecast.reason[0]) == (SINCE_SHIFT, SINCE_SHIFT, "level_shift")
    since = history.units[history.days >= str(forecast.grade_reason[0].values["since"]), 0]
    np.testing.assert_allclose(forecast.mean[0, :7], since.reshape(-1, 7).mean(axis=0))
    assert forecast.totals[0, 13, 0] <= forecast.mean[0].sum() <= forecast.totals[0, 13, -1]
    assert "" in forecast.rule


def test_a_product_whose_promises_broke_is_forecast_by_the_average_of_the_same_weekday() -> None:
    history = shop_of(poisson_shop(n_days=300, n_products=12, seed=1) + 1.0)
    fitted = fit_shop(history, horizon=14)
    assert fitted.regulars is not None
    promises = fitted.regulars.promises
    missed = promises.missed.copy()
    missed[3] = promises.tried[3]
    regulars = replace(fitted.regulars, promises=replace(promises, missed=missed))
    forecast = forecast_from(replace(fitted, regulars=regulars), history, horizon=14)
    assert (forecast.rule[3], forecast.reason[3]) == (WEEKDAY_AVERAGE, "broken_promises")
    np.testing.assert_allclose(forecast.mean[3, :7], history.units[-56:, 3].reshape(8, 7).mean(axis=0), rtol=1e-6)
    unjudged = forecast_from(replace(fitted, regulars=regulars), history, horizon=14, is_judged=False)
    np.testing.assert_array_equal(unjudged.totals, forecast.totals)


def test_young_and_silent_products_name_their_rules_too() -> None:
    units = poisson_shop(n_days=200, n_products=10) + 1.0
    units[:-20, 0], units[-90:, 1] = np.nan, 0.0
    forecast = forecast_shop(shop_of(units), horizon=14)
    assert forecast.rule[:2] == (AVERAGE_SO_FAR, NOTHING)
    assert forecast.reason[:2] == ("short_history", "not_selling")
    assert forecast.first_day == dt.date(2023, 7, 21)
