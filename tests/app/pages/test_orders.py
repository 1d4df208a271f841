"""Orders: by supplier, with reasons and sums, what is for later days, what to count first."""

from typing import Any

from app.ordering.order_list import todays_orders
from app.pages.orders import layout
from app.planning.plan import Plan
from app.views.alert_card import MOST_ALERTS
from app.views.order_card import FIRST_LINES
from app.views.order_content import MOST_LINES
from app.words.language import use_language
from tests.app.components import of_kind, words
from tests.app.shops import plan_of

SHORT = {"on_hand": 30.0}


def lines(page: Any) -> list[str]:
    """The SKUs of the lines that can be changed, in their order."""
    return [field.id["sku"] for field in of_kind(page, "Input") if isinstance(getattr(field, "id", None), dict)]


def test_each_supplier_has_a_card_with_its_lines_reasons_and_sums() -> None:
    page = layout(
        plan_of(
            {"sku": "a", "supplier": "Leaf & Co", "unit_cost": 2.0, **SHORT},
            {"sku": "b", "supplier": "Leaf & Co", **SHORT},
            {"sku": "c", **SHORT},
            {"sku": "d", "supplier": "Mill", "on_hand": 99.0},
        )
    )
    assert lines(page) == ["a", "b", "c"]
    assert [words(title) for title in of_kind(page, "H2")][:2] == ["Leaf & Co", "No supplier named"]
    said = words(page)
    assert "2 products · next order day Monday 18 March · 1 without a cost" in said
    assert said.count("expected sales 28") == 3
    assert "/download/order.xlsx?supplier=Leaf+%26+Co" in [link.href for link in of_kind(page, "A")]


def test_all_that_is_ordered_today_stands_on_the_page(sample_plan: Plan) -> None:
    wanted = [line.sku for order in todays_orders(sample_plan) for line in order.lines]
    assert lines(layout(sample_plan)) == wanted


def test_of_long_orders_the_first_lines_stand_there_and_more_when_they_are_wanted() -> None:
    many = [{"supplier": f"S{number % 5}", **SHORT} for number in range(5 * (FIRST_LINES + 5))]
    page = layout(plan_of(*many))
    assert len(lines(page)) == MOST_LINES
    assert "Show 5 products more" in words(page)
    assert "Show 30 products more" in words(page)


def test_nothing_to_order_is_said_and_what_to_count_first() -> None:
    assert "Nothing needs ordering today" in words(layout(plan_of({"on_hand": 99.0})))
    page = words(layout(plan_of({"on_hand": 99.0}, {"sku": "new"})))
    assert "new" in page.split("Count these first")[1]


def test_before_anything_is_counted_it_is_not_said_that_nothing_needs_ordering() -> None:
    page = words(layout(plan_of({}, {})))
    assert "Count your stock to see what to order" in page
    assert "Count 2 products" in page
    assert "Nothing needs ordering" not in page
    assert "Only so much money" not in page


def test_a_few_alerts_are_open_and_the_rest_folded() -> None:
    plan = plan_of(*({"on_hand": 0.0} for _ in range(MOST_ALERTS + 2)))
    assert "2 more" in [words(summary) for summary in of_kind(layout(plan), "Summary")]
    use_language("de")
    try:
        assert "noch 2" in [words(summary) for summary in of_kind(layout(plan), "Summary")]
    finally:
        use_language("en")


def test_what_is_in_the_order_list_is_no_alert_on_top_of_it() -> None:
    assert "Needs your eye" not in words(layout(plan_of(SHORT, {})))


def test_suppliers_of_later_days_are_named_with_their_day_and_money() -> None:
    plan = plan_of({"supplier": "Mill", "unit_cost": 2.0, "on_hand": 0.0}, suppliers={"Mill": {"order_days": "tue"}})
    money = 2 * plan.quantity[0]
    assert f"Mill Tuesday 12 March: 1 product, about {money:.2f}" in words(layout(plan))


def test_the_page_says_which_day_it_is_for() -> None:
    assert "this plan is for 11 March 2024" in words(layout(plan_of(SHORT)))
