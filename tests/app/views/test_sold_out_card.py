"""Silent days are asked about once, answered by one click, and the answer can be changed."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from dash import no_update
from dash.exceptions import PreventUpdate

from app import ids
from app.desk import Desk, forecast_wanted, inputs_now, make_forecast, plan_now
from app.pages import orders, product
from app.planning.plan import Plan
from app.planning.sales_history import shop_history
from app.views.sold_out_card import NOT_WANTED, SOLD_OUT, sold_out_line
from app.views.sold_out_questions import open_questions
from data.products import edit_product
from data.sold_out import Verdict, read_verdicts
from forecasting.sold_out import SoldOut
from forecasting.suspects import Suspect
from tests.app.components import of_kind, words
from tests.app.shops import plan_of, stock_shop, unheard, write_sales

MAY_3, MAY_9 = dt.date(2011, 5, 3), dt.date(2011, 5, 9)
MAY = Suspect(SoldOut("tea", MAY_3, MAY_9), days=7, usual=4.2, missed=29.4, chance=1e-6)


def asked(*suspects: Suspect, verdicts: tuple[Verdict, ...] = (), **product_values: Any) -> Plan:
    plan = plan_of({"sku": "tea", "name": "Assam", **product_values}, {"sku": "mug"})
    forecast = replace(plan.forecast, suspects=suspects)
    return replace(plan, forecast=forecast, inputs=replace(plan.inputs, verdicts=verdicts))


def buttons(page: Any) -> dict[str, dict[str, str]]:
    return {
        words(button): button.id
        for button in of_kind(page, "Button")
        if isinstance(getattr(button, "id", None), dict) and button.id["type"] == "sold-out-answer"
    }


def test_the_page_of_a_product_asks_with_the_evidence_and_offers_both_answers() -> None:
    page = product.layout(asked(MAY), "tea")
    told = words(page)
    assert "Sold out from 3 to 9 May 2011?" in told
    assert "Nothing sold in 7 days, although 4.2 a day is usual: about 29 would have sold." in told
    assert buttons(page) == {
        "It was sold out": ids.sold_out_answer("tea", "2011-05-03", "2011-05-09", answer=SOLD_OUT),
        "Nobody wanted it": ids.sold_out_answer("tea", "2011-05-03", "2011-05-09", answer=NOT_WANTED),
    }
    assert "Sold out" not in words(product.layout(asked(MAY), "mug"))


def test_one_silent_day_is_asked_about_as_one_day() -> None:
    one = replace(MAY, sold_out=SoldOut("tea", MAY_3, MAY_3), days=1)
    told = words(product.layout(asked(one), "tea"))
    assert "Sold out on 3 May 2011?" in told
    assert "Nothing sold in 1 day" in told


def test_a_silence_in_which_nobody_wanted_it_is_not_asked_about_again_while_it_lasts() -> None:
    lasting = replace(MAY, ongoing=True)
    no = Verdict("tea", MAY_3, MAY_9 - dt.timedelta(days=1), was_sold_out=False)
    assert open_questions(asked(lasting, verdicts=(no,))) == ()
    assert len(open_questions(asked(MAY, verdicts=(no,)))) == 1
    assert len(open_questions(asked(lasting, verdicts=(replace(no, was_sold_out=True),)))) == 1


@pytest.mark.parametrize(
    ("was_sold_out", "said", "other"),
    [
        (True, "From 3 to 9 May 2011 it was sold out: these days do not count.", "No: nobody wanted it"),
        (False, "From 3 to 9 May 2011 nobody wanted it: these days count.", "No: it was sold out"),
    ],
)
def test_an_answer_takes_the_place_of_the_question_and_can_be_changed(
    was_sold_out: bool, said: str, other: str
) -> None:
    page = product.layout(asked(MAY, verdicts=(Verdict("tea", MAY_3, MAY_9, was_sold_out),)), "tea")
    assert said in words(page)
    assert list(buttons(page)) == [other]


def test_the_orders_name_the_products_asked_about_the_greatest_loss_first() -> None:
    more = replace(MAY, sold_out=SoldOut("mug", MAY_3, MAY_9), missed=99.0)
    line = sold_out_line(asked(MAY, more))
    assert words(line).startswith("2 products may have been sold out: nothing sold for longer than chance explains.")
    assert "Assam   3 to 9 May 2011: about 29 would have sold" in words(line)
    assert [(words(link), link.href) for link in of_kind(line, "Link")] == [
        ("mug", "/product/mug"),
        ("Assam", "/product/tea"),
    ]
    assert words(line) in words(orders.layout(asked(MAY, more)))


def test_what_is_answered_or_not_ordered_any_more_is_not_asked_about() -> None:
    assert open_questions(asked(MAY, verdicts=(Verdict("tea", MAY_3, MAY_9, was_sold_out=False),))) == ()
    assert open_questions(asked(MAY, active=False)) == ()
    assert words(sold_out_line(asked())) == ""


@pytest.fixture
def silent_desk(desk: Desk, tmp_path: Path) -> Desk:
    """Tea sells about nine a day and nothing from 1 to 10 June 2024; four others sell all the time."""
    random = np.random.default_rng(0)
    sold = {sku: random.poisson(9.0, 200).tolist() for sku in ("tea", "mug", "tray", "bowl", "jug")}
    sold["tea"][152:162] = [0] * 10
    stock_shop(desk.shop, write_sales(tmp_path / "till.csv", sold))
    make_forecast(desk, unheard)
    return desk


def plan_at(desk: Desk) -> Plan:
    plan = plan_now(desk)
    assert plan is not None
    return plan


JUNE = ("2024-06-01", "2024-06-10")


def answer(desk: Desk, chosen: str, *, sku: str = "tea") -> tuple[Any, Any, Any]:
    return product.keep_answer(
        desk,
        [None, 1],
        [ids.sold_out_answer("mug", *JUNE, answer=chosen), ids.sold_out_answer(sku, *JUNE, answer=chosen)],
    )


def test_a_sell_out_that_is_confirmed_asks_for_a_new_forecast_which_is_higher(silent_desk: Desk) -> None:
    before = plan_at(silent_desk)
    (question,) = open_questions(before)
    assert question.suspect.sold_out == SoldOut("tea", *map(dt.date.fromisoformat, JUNE))
    page, note, wanted = answer(silent_desk, SOLD_OUT)
    assert (page, wanted) == (no_update, forecast_wanted(silent_desk))
    assert words(note) == "Noted. The forecast is made again with it."
    make_forecast(silent_desk, unheard)
    after = plan_at(silent_desk)
    tea = after.inputs.history.skus.index("tea")
    assert np.isnan(after.inputs.history.units[152:162, tea]).all()
    assert after.forecast.mean[tea].sum() > before.forecast.mean[tea].sum()
    assert open_questions(after) == ()
    assert "these days do not count" in words(product.layout(after, "tea"))


def test_days_that_nobody_wanted_it_need_no_new_forecast(silent_desk: Desk) -> None:
    before = plan_at(silent_desk)
    page, _, wanted = answer(silent_desk, NOT_WANTED)
    assert wanted is no_update
    assert "nobody wanted it: these days count" in words(page)
    assert plan_at(silent_desk).forecast is before.forecast


def test_changing_the_answer_brings_the_first_forecast_back(silent_desk: Desk) -> None:
    before = plan_at(silent_desk)
    answer(silent_desk, SOLD_OUT)
    make_forecast(silent_desk, unheard)
    page, _, wanted = answer(silent_desk, NOT_WANTED)
    assert wanted is no_update
    assert "these days count" in words(page)
    np.testing.assert_array_equal(plan_at(silent_desk).forecast.mean, before.forecast.mean)
    assert len(read_verdicts(silent_desk.shop)) == 1


def test_nothing_is_kept_without_a_click_or_for_an_unknown_product(silent_desk: Desk) -> None:
    with pytest.raises(PreventUpdate):
        product.keep_answer(silent_desk, [None], [ids.sold_out_answer("tea", *JUNE, answer=SOLD_OUT)])
    assert words(answer(silent_desk, SOLD_OUT, sku="gone")[1]).startswith("“gone” is not a product of this shop.")
    assert read_verdicts(silent_desk.shop) == ()


def test_a_shelf_counted_empty_counts_as_sold_out_until_the_next_sale(silent_desk: Desk) -> None:
    edit_product(silent_desk.shop, "tea", "on_hand", 0, day=dt.date(2024, 6, 7))
    inputs = inputs_now(silent_desk)
    assert inputs is not None
    tea = inputs.history.skus.index("tea")
    unobserved = inputs.history.days[np.isnan(inputs.history.units[:, tea])]
    assert [day.day for day in unobserved] == [7, 8, 9, 10]
    assert forecast_wanted(silent_desk) is not None


def test_an_empty_shelf_today_changes_no_history(silent_desk: Desk) -> None:
    before = plan_at(silent_desk)
    edit_product(silent_desk.shop, "tea", "on_hand", 0, day=before.inputs.today)
    after = plan_at(silent_desk)
    assert after.inputs.history is before.inputs.history
    history = shop_history(silent_desk.shop, after.inputs.products.index)
    np.testing.assert_array_equal(history.units, before.inputs.history.units)
