"""A replay sees nothing of what comes later, loses no unit, and says what came of each way of ordering."""

from dataclasses import replace as changed

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.replay.levels import WAYS
from app.replay.replay import Replay, TooShort, replay
from data.reading.sales_file import read_sales
from data.shop_settings import ShopSettings
from data.suppliers import with_defaults
from forecasting.history import History, build_history
from tests.app.shops import FIELDS, NO_SUPPLIERS
from tests.shared_data import shared_file

SETTINGS = ShopSettings(lead_time_days=4)


def listed(history: History, shop: ShopSettings = SETTINGS, **columns: list[float]) -> pd.DataFrame:
    """A product list that says nothing, or what is given."""
    rows = pd.DataFrame(FIELDS | columns, index=pd.Index(history.skus, name="sku"))
    return with_defaults(rows.astype({"supplier": "str", "category": "str", "name": "str"}), NO_SUPPLIERS, shop)


def made_up(days: int = 150, products: int = 5) -> History:
    generator = np.random.default_rng(2)
    units = generator.poisson(np.linspace(0.4, 9, products), (days, products)).astype(float)
    return History(
        pd.date_range("2024-01-01", periods=days),
        tuple(f"p{number}" for number in range(products)),
        units,
        np.ones(days, dtype=bool),
    )


def run(history: History, days: int = 28, shop: ShopSettings = SETTINGS, **columns: list[float]) -> Replay:
    return replay(history, listed(history, shop, **columns), shop, days=days)


@pytest.fixture(scope="module")
def done() -> Replay:
    return run(made_up())


# --- no leak


@pytest.fixture(scope="module", params=["french_bakery", "bakery_spain"])
def real(request: pytest.FixtureRequest) -> History:
    """What sells most days in a real shop, long enough for boosted trees to take part."""
    path = shared_file(f"../bench/sets/{request.param}.csv")
    daily = read_sales(path).daily
    most = daily.groupby("sku")["units"].count().nlargest(20).index
    return build_history(daily[daily["sku"].isin(most)], maximum_days=420)


@settings(max_examples=4)
@given(later=st.integers(0, 20), factor=st.sampled_from([0.0, 0.5, 3.0]), seed=st.integers(0, 99))
def test_whatever_sells_later_every_decision_before_is_the_same(
    real: History, later: int, factor: float, seed: int
) -> None:
    first, after = len(real.days) - 21, len(real.days) - 21 + later
    units = real.units.copy()
    noise = np.random.default_rng(seed).poisson(2.0, units[after:].shape)
    units[after:] = np.round(np.nan_to_num(units[after:]) * factor) + noise
    seen, again = (run(history, days=21).record for history in (real, real.with_units(units)))
    for name in ("ordered", "received", "on_hand"):
        before = slice(0, after - first + 1)
        assert getattr(seen, name)[before].tobytes() == getattr(again, name)[before].tobytes()
    assert seen.demand[:later].tobytes() == again.demand[:later].tobytes()


# --- what is rolled


def test_every_way_of_ordering_has_every_day_and_product(done: Replay) -> None:
    assert done.ways == WAYS == ("advised", "simple_1.5", "textbook", "same_weekday")
    assert done.record.sold.shape == (28, 4, 5)
    assert (done.days[0], done.days[-1]) == (pd.Timestamp("2024-05-02"), pd.Timestamp("2024-05-29"))


def test_demand_is_what_was_sold(done: Replay) -> None:
    np.testing.assert_array_equal(done.record.demand, made_up().units[-28:])


def test_orders_are_made_on_order_days_and_the_first_day_is_one(done: Replay) -> None:
    order_days = np.flatnonzero((done.record.ordered > 0).any(axis=(1, 2)))
    assert set(order_days) == {0, 7, 14, 21}


def test_each_product_has_its_own_order_days_and_lead_time() -> None:
    shop = changed(SETTINGS, review_period_days=3)
    record = run(made_up(), shop=shop, lead_time_days=[1.0, 2.0, 3.0, 4.0, 5.0]).record
    for product, lead in enumerate((1, 2, 3, 4, 5)):
        ordered, received = record.ordered[:, 0, product], record.received[:, 0, product]
        assert ordered.any()
        assert set(np.flatnonzero(ordered) % 3) == {0}
        np.testing.assert_array_equal(received[lead:], ordered[:-lead])


def test_packs_and_minimums_hold() -> None:
    record = run(made_up(), pack_size=[6.0] * 5, moq=[12.0] * 5).record
    ordered = record.ordered[record.ordered > 0]
    assert (ordered >= 12).all()
    assert (ordered % 6 == 0).all()


def test_the_advice_serves_what_it_promises_and_the_simple_rule_does_not(done: Replay) -> None:
    fill = dict(zip(done.ways, done.outcome.value.fill_rate, strict=True))
    assert fill["advised"] > 0.97
    assert fill["simple_1.5"] < 0.8


def test_the_bounds_hold_the_figures(done: Replay) -> None:
    for name in ("fill_rate", "missed_units", "average_stock_value", "holding_cost"):
        value, low, high = (getattr(each, name) for each in vars(done.outcome).values())
        assert (low <= value + 1e-9).all()
        assert (value <= high + 1e-9).all()


def test_the_same_sales_give_the_same_replay(done: Replay) -> None:
    again = run(made_up())
    assert again.record.ordered.tobytes() == done.record.ordered.tobytes()
    assert again.outcome.low.fill_rate.tobytes() == done.outcome.low.fill_rate.tobytes()


def test_products_first_sold_during_the_replay_are_left_out_and_counted() -> None:
    units = made_up().units.copy()
    units[:-20, 0] = np.nan
    done = run(made_up().with_units(units))
    assert done.new == 1
    assert list(done.products.index) == ["p1", "p2", "p3", "p4"]


def test_a_product_that_comes_later_changes_nothing_however_long_its_delivery_takes() -> None:
    units = made_up().units.copy()
    units[:, 0] = np.nan
    without, late = units.copy(), units.copy()
    late[-3:, 0] = 5.0
    lead = [30.0, 4.0, 4.0, 4.0, 4.0]
    one, other = (run(made_up().with_units(each), lead_time_days=lead) for each in (without, late))
    assert (one.new, other.new) == (0, 1)
    assert one.settled == other.settled == 11
    assert one.record.ordered.tobytes() == other.record.ordered.tobytes()


def test_on_days_sold_out_the_same_weekday_of_eight_weeks_is_wanted_and_they_are_counted() -> None:
    units = made_up().units.copy()
    units[-10:-6, 4] = np.nan
    done = run(made_up().with_units(units))
    assert done.unobserved == 4
    before = [units[len(units) - 10 - 7 * week, 4] for week in range(1, 9)]
    assert done.record.demand[-10, 4] == pytest.approx(np.mean(before), abs=5e-4)
    assert (done.record.demand[-10:-6, 4] > 0).all()


def test_a_day_sold_out_is_no_day_without_demand_for_those_who_decide() -> None:
    units = made_up().units.copy()
    silent, sold_out = units.copy(), units.copy()
    silent[-40:-26, 4], sold_out[-40:-26, 4] = 0.0, np.nan
    wrong, right = (run(made_up().with_units(each)).record for each in (silent, sold_out))
    assert right.ordered[:, 0, 4].sum() > wrong.ordered[:, 0, 4].sum(), "nobody orders less since the shelf was empty"


def test_too_short_a_history_says_how_many_days_can_be_replayed() -> None:
    with pytest.raises(TooShort) as short:
        run(made_up(days=120), days=90)
    most = short.value.most
    assert run(made_up(days=120), days=most).days.size == most
    with pytest.raises(TooShort):
        run(made_up(days=120), days=most + 1)


# --- what spoils


def test_what_spoils_is_thrown_away_whoever_ordered_it_and_what_keeps_is_replayed_as_before(done: Replay) -> None:
    record = run(made_up(), shelf_life_days=[*[np.nan] * 4, 2.0]).record
    assert (record.spoiled[..., 4].sum(axis=0) > 0).all(), "two days of shelf life, ordered once a week"
    assert not record.spoiled[..., :4].any()
    for name in ("on_hand", "received", "sold", "ordered", "on_order"):
        assert getattr(record, name)[..., :4].tobytes() == getattr(done.record, name)[..., :4].tobytes()
    evening = record.on_hand + record.received - record.sold - record.spoiled
    np.testing.assert_allclose(record.on_hand[1:], evening[:-1], atol=1e-9)


def test_what_is_thrown_away_costs_what_it_cost_less_what_is_given_back() -> None:
    terms = {"shelf_life_days": [2.0] * 5, "unit_cost": [2.0] * 5, "price": [3.0] * 5, "salvage_value": [0.5] * 5}
    replayed = run(made_up(), **terms)
    spoiled = replayed.record.spoiled.sum(axis=(0, 2))
    np.testing.assert_allclose(replayed.outcome.value.spoiled_units, spoiled)
    np.testing.assert_allclose(replayed.outcome.value.spoiled_cost, 1.5 * spoiled)
    assert replayed.spoils


def test_nobody_orders_more_of_what_spoils_than_usually_sells_until_it_is_too_old() -> None:
    shop = changed(SETTINGS, review_period_days=1)
    record = run(made_up(), shop=shop, shelf_life_days=[3.0] * 5).record
    rivals = (record.on_hand + record.ordered)[:, 1:]
    usual = made_up().units[-84:].mean(axis=0) * 1.5 * (SETTINGS.lead_time_days + 3)
    assert (rivals <= np.ceil(usual) + 3).all()
