"""Calendar: the coming weeks in figures and in words that say the same."""

from app.ordering.coming_orders import coming_weeks
from app.pages.order_calendar import layout
from app.planning.plan import Plan
from tests.app.components import of_kind, words
from tests.app.shops import plan_of


def test_the_page_names_each_order_with_its_day_and_money(sample_plan: Plan) -> None:
    page = layout(sample_plan)
    weeks = coming_weeks(sample_plan)
    orders = [order for week in weeks for order in week.orders]
    assert len(of_kind(page, "Li")) == len(orders)
    assert f"The coming eight weeks: {len(orders)} orders, £" in words(page)
    money, stock = of_kind(page, "Graph")
    assert list(money.figure.data[0].y) == [week.money for week in weeks]
    assert list(stock.figure.data[0].y) == [week.stock_value for week in weeks]


def test_a_day_stands_once_above_all_its_orders(sample_plan: Plan) -> None:
    weeks = coming_weeks(sample_plan)
    days = sum(len({order.day for order in week.orders}) for week in weeks)
    rows = of_kind(layout(sample_plan), "Li")
    assert days < len(rows)
    assert sum(row.children[0] is not None for row in rows) == days


def test_a_shop_without_orders_ahead_is_told_what_to_do() -> None:
    page = layout(plan_of({}))
    assert "Count your stock" in words(page)
    assert of_kind(page, "Graph") == []
