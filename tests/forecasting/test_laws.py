"""Laws that hold for the forecast of any shop."""

from dataclasses import fields, is_dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from forecasting.arrays import BoolArray, FloatArray
from forecasting.forecast import Forecast, forecast_shop
from forecasting.grades import DO_NOT_TRUST, GOOD, WIDE
from forecasting.history import History
from tests.forecasting.simulated import poisson_shop, shop_of

ANY_UNITS = st.one_of(
    st.just(0.0),
    st.sampled_from([1.0, 2.0, 12.0, 0.001, 1e9, -3.0]),
    st.floats(-1e3, 1e6, allow_nan=False),
)
SHOPS = st.tuples(st.integers(1, 130), st.integers(1, 3)).flatmap(
    lambda shape: hnp.arrays(np.float64, shape, elements=ANY_UNITS, fill=st.just(0.0))
)
SMALL_SALES = hnp.arrays(np.float64, st.tuples(st.integers(100, 130), st.integers(1, 3)), elements=st.integers(0, 20))
N_DAYS, HORIZON = 180, 20


def check(forecast: Forecast) -> None:
    """What holds for every forecast, whatever it was made from."""
    for numbers in (forecast.mean, forecast.totals, forecast.day_bands):
        assert np.isfinite(numbers).all()
        assert (numbers >= 0).all()
    assert (np.diff(forecast.totals, axis=1) >= 0).all()
    assert (np.diff(forecast.totals, axis=2) >= 0).all()
    assert not np.isinf(forecast.arima).any()
    assert not (forecast.arima < 0).any()
    assert set(forecast.grade) <= {GOOD, WIDE, DO_NOT_TRUST}
    for grade, reason in zip(forecast.grade, forecast.grade_reason, strict=True):
        assert (grade == GOOD) == (reason.code == "")
        assert all(np.isfinite(value) for value in reason.values.values() if isinstance(value, float))


def same(left: object, right: object) -> bool:
    """Whether two results are the same to the last bit, NaN being equal to NaN."""
    if isinstance(left, np.ndarray) and isinstance(right, np.ndarray):
        return left.dtype == right.dtype and left.shape == right.shape and left.tobytes() == right.tobytes()
    if is_dataclass(left) and not isinstance(left, type):
        return type(left) is type(right) and all(
            same(getattr(left, each.name), getattr(right, each.name)) for each in fields(left)
        )
    return bool(np.all(left == right))


@settings(max_examples=60, deadline=None)
@given(SHOPS, st.integers(1, 45))
def test_no_number_is_negative_nan_or_infinite_and_quantiles_rise(units: FloatArray, horizon: int) -> None:
    check(forecast_shop(shop_of(units), horizon=horizon))


@settings(max_examples=25, deadline=None)
@given(SHOPS, st.data())
def test_neither_is_it_where_days_were_sold_out(units: FloatArray, data: st.DataObject) -> None:
    history = shop_of(units)
    hidden: BoolArray = data.draw(hnp.arrays(np.bool_, history.units.shape, fill=st.just(False)))
    check(forecast_shop(history.with_units(np.where(hidden, np.nan, history.units)), horizon=10))


def one_series(kind: str) -> FloatArray:
    series = np.zeros(N_DAYS)
    random = np.random.default_rng(0)
    if kind == "constant":
        series += 3.0
    if kind == "one sale":
        series[90] = 1.0
    if kind == "spikes of a billion":
        series += random.poisson(2.0, N_DAYS)
        series[[20, 100, 179]] = 1e9
    if kind == "fractions":
        series += random.gamma(0.3, 0.001, N_DAYS)
    if kind == "ten days":
        series[-10:] = random.poisson(5.0, 10)
    if kind == "a returned billion":
        series += random.poisson(2.0, N_DAYS)
        series[60] = -1e9
    return series


KINDS = ("constant", "all zero", "one sale", "spikes of a billion", "fractions", "ten days", "a returned billion")


def test_the_same_holds_for_every_kind_of_series_alone_and_among_others() -> None:
    others = poisson_shop(n_days=N_DAYS, n_products=10)
    every = np.stack([one_series(kind) for kind in KINDS], axis=1)
    check(forecast_shop(shop_of(np.hstack((every, others))), horizon=HORIZON))
    for series in every.T:
        check(forecast_shop(shop_of(series[:, None]), horizon=HORIZON))
        check(forecast_shop(shop_of(series[-10:, None]), horizon=HORIZON))


@settings(max_examples=15, deadline=None)
@given(SMALL_SALES, st.floats(0.01, 1000.0))
def test_scaled_sales_give_scaled_means(units: FloatArray, factor: float) -> None:
    units[0] = 1.0  # a shop that never sold counts in pieces, whatever they are
    plain, scaled = forecast_shop(shop_of(units), horizon=10), forecast_shop(shop_of(units * factor), horizon=10)
    if plain.method == scaled.method:  # an exact tie of two methods may fall either way in the last digit
        largest = max(float(units.max()), 1.0)
        np.testing.assert_allclose(scaled.mean / factor, plain.mean, rtol=1e-3, atol=1e-3 * largest)


def test_a_shop_that_counts_in_dozens_is_forecast_graded_and_asked_alike() -> None:
    units = poisson_shop(n_days=N_DAYS, n_products=12, seed=2)
    units[:, 0], units[100:112, 0] = 9.0, 0.0
    plain, dozens = (forecast_shop(shop_of(units * factor), horizon=HORIZON) for factor in (1.0, 12.0))
    np.testing.assert_allclose(dozens.totals / 12.0, plain.totals, rtol=1e-3, atol=1e-3)
    assert dozens.grade == plain.grade
    assert [each.sold_out for each in dozens.suspects] == [each.sold_out for each in plain.suspects]
    assert len(plain.suspects) == 1


@settings(max_examples=15, deadline=None)
@given(
    hnp.arrays(np.float64, (120, 2), elements=st.integers(0, 20)),
    hnp.arrays(np.float64, (20, 2), elements=st.integers(0, 500)),
)
def test_days_after_the_origin_never_matter(units: FloatArray, later: FloatArray) -> None:
    units[0] = 1.0
    history = shop_of(np.concatenate((units, later)))
    seen = forecast_shop(history.until(history.days[119]), horizon=10)
    assert same(seen, forecast_shop(shop_of(units), horizon=10))


def test_the_same_history_gives_the_same_forecast_to_the_last_bit() -> None:
    units = poisson_shop(n_days=430, n_products=30, seed=1)  # large enough for boosted trees
    assert same(forecast_shop(shop_of(units), horizon=30), forecast_shop(shop_of(units.copy()), horizon=30))


def with_product(history: History, units: FloatArray) -> History:
    """The history with one more product, named to come first."""
    return History(
        history.days, ("a new one", *history.skus), np.column_stack((units, history.units)), history.open_days
    )


def test_one_more_product_changes_nothing_that_is_told_from_a_product_alone() -> None:
    """Pooled over the shop are: its level, the race, calibration, the trees, newcomers, and what chance explains.

    Everything else must not move: ARIMA and the same-weekday average, today and at past origins, what was sold
    then, extreme days, and whether a product still sells.
    """
    units = poisson_shop(n_days=N_DAYS, n_products=8, seed=5)
    units[-80:, 1], units[120, 2] = 0.0, 5000.0
    history = shop_of(units)
    newcomer = 40.0 + 30.0 * np.sin(np.arange(N_DAYS) / 3.0)
    before, after = (forecast_shop(each, horizon=HORIZON) for each in (history, with_product(history, newcomer)))
    np.testing.assert_allclose(after.arima[1:], before.arima, rtol=1e-6)
    for name in ("weekday_average", "actual"):
        np.testing.assert_allclose(getattr(after.past, name)[1:], getattr(before.past, name), rtol=1e-6)
    assert [day for day in after.extremes if day.sku != "a new one"] == list(before.extremes)
    assert after.reason[1:] == before.reason
    assert before.reason.count("not_selling") == 1


def test_a_product_that_never_sold_changes_no_other_forecast() -> None:
    history = shop_of(poisson_shop(n_days=N_DAYS, n_products=8, seed=5))
    before, after = (
        forecast_shop(each, horizon=HORIZON) for each in (history, with_product(history, np.full(N_DAYS, np.nan)))
    )
    np.testing.assert_allclose(after.totals[1:], before.totals, rtol=1e-9)
    np.testing.assert_allclose(after.mean[1:], before.mean, rtol=1e-9)
    assert after.grade[1:] == before.grade
    assert after.reason[0] == "no_history"


def test_the_order_of_products_does_not_matter() -> None:
    history = shop_of(poisson_shop(n_days=N_DAYS, n_products=8, seed=6))
    turned = np.arange(8)[::-1]
    forward, backward = (forecast_shop(each, horizon=HORIZON) for each in (history, history.part(turned)))
    np.testing.assert_allclose(backward.totals[turned], forward.totals, rtol=1e-6, atol=1e-9)
    assert tuple(np.array(backward.grade)[turned]) == forward.grade
