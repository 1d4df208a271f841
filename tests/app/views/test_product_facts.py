"""The head of a product's page says at once what is there and how long it lasts."""

from app.views.product_facts import product_figures, product_head
from tests.app.components import of_kind, words
from tests.app.shops import plan_of


def test_the_head_names_the_product_and_leads_to_what_if() -> None:
    plan = plan_of({"sku": "T 1", "name": "Tea", "supplier": "Leaf", "on_hand": 5.0})
    head = product_head(plan, 0)
    assert words(head) == "Tea T 1 · Leaf What if …?"
    assert of_kind(head, "Link")[0].href == "/what-if?sku=T%201"


def test_a_product_without_a_name_is_called_by_its_number() -> None:
    assert words(of_kind(product_head(plan_of({"sku": "T1", "name": ""}), 0), "H1")) == "T1"


def test_what_is_urgent_stands_beside_the_name() -> None:
    plan = plan_of({"on_hand": 0.0}, {"on_hand": 0.0, "active": False}, {"on_hand": 3.0})
    said = [words(product_head(plan, product)) for product in range(3)]
    assert ["Sold out" in text for text in said] == [True, False, False]
    assert "Not ordered any more" in said[1]


def test_figures_say_what_is_there_and_how_fast_it_sells() -> None:
    plan = plan_of({"rate": 2.0, "on_hand": 20.0, "on_order": 8.0, "unit_cost": 2.5})
    said = words(product_figures(plan, 0))
    assert said.startswith("In stock 20 ")
    assert "On the way 8 " in said
    assert "Lasts 14 days" in said
    assert "Sells a week 14" in said
    assert "Money in stock 50" in said


def test_what_was_not_counted_has_no_figure() -> None:
    said = words(product_figures(plan_of({"on_hand": float("nan")}), 0))
    assert said.startswith("In stock not counted")
    assert "Money" not in said
