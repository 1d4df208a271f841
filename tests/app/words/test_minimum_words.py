"""How a supplier's minimum is told."""

from typing import Any

from app.ordering.order_list import todays_orders
from app.planning.plan import Plan
from app.words.minimum_words import minimum_text, other_ways
from data.purchasing.orders import DRAFT, Order, OrderLine
from data.shop_settings import ShopSettings
from tests.app.shops import TODAY, plan_of

SHORT = {"on_hand": 30.0, "unit_cost": 2.0, "price": 4.0, "supplier": "Mill"}


def plan(least: float, *, fee: float = float("nan"), budget: float | None = None, **more: Any) -> Plan:
    mill = {"minimum_order_value": least, "fee_below_minimum": fee}
    settings = ShopSettings(currency="£", budget=budget)
    return plan_of(SHORT, {**SHORT, "on_hand": 40.0}, suppliers={"Mill": mill}, settings=settings, **more)


def test_without_a_minimum_nothing_is_said() -> None:
    shop = plan_of(SHORT)
    assert minimum_text(shop, todays_orders(shop)[0]) == ""


def test_a_minimum_that_is_reached_needs_nothing() -> None:
    shop = plan(10.0)
    (order,) = todays_orders(shop)
    assert minimum_text(shop, order) == "The minimum of £10.00 is reached."
    assert other_ways(shop, order) == ()


def test_a_small_fee_is_paid_and_the_other_ways_are_told_with_their_price() -> None:
    shop = plan(260.0, fee=0.01)
    (order,) = todays_orders(shop)
    value = f"£{shop.minimum.order_value[order.place]:,.2f}"
    assert minimum_text(shop, order) == (
        f"{value} is below the minimum of £260.00: paying the fee of £0.01 costs least."
    )
    assert "fee" not in [way.way for way in other_ways(shop, order)]
    assert all("£" in way.text for way in other_ways(shop, order))


def test_a_fee_that_the_owner_chose_though_another_way_costs_less_is_told_as_her_choice() -> None:
    needed = plan(10.0)
    hers = tuple(
        OrderLine(sku, float(units), float(units), "", 2.0, received=0.0)
        for sku, units in zip(("p0", "p1"), needed.quantity, strict=True)
    )
    shop = plan(300.0, fee=5000.0, orders=(Order(1, "Mill", DRAFT, TODAY, None, None, hers),))
    (order,) = todays_orders(shop)
    assert minimum_text(shop, order).endswith("below the minimum of £300.00: you chose to pay the fee of £5,000.00.")


def test_what_is_topped_up_is_told_and_reaches_the_minimum() -> None:
    shop = plan(300.0)
    (order,) = todays_orders(shop)
    assert str(shop.minimum.choice[order.place]) == "top_up"
    assert "is below the minimum of £300.00: topped up by £" in minimum_text(shop, order)
    assert order.cost >= 300.0


def test_a_minimum_beyond_reach_is_said() -> None:
    shop = plan(1e6)
    (order,) = todays_orders(shop)
    assert minimum_text(shop, order).endswith("and nothing needed soon reaches it.")


def test_money_that_buys_less_than_the_minimum_is_said() -> None:
    hers = Order(1, "Mill", DRAFT, TODAY, None, None, (OrderLine("p1", 3.0, 0.0, "", 2.0, received=0.0),))
    shop = plan(200.0, budget=50.0, orders=(hers,))
    (order,) = todays_orders(shop)
    assert minimum_text(shop, order) == f"The money for today buys £{order.cost:.2f}, below the minimum of £200.00."
    assert order.cost <= 50.0
