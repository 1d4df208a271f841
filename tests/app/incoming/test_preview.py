"""What is told of a file before it is kept: what was understood, what is asked, and what keeping it would do."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from dash.exceptions import PreventUpdate

from app.incoming.arrivals import Look, look_at, take_in, take_in_sample
from app.incoming.preview import action_text, warnings
from app.pages.import_choices import answer
from data.choices import ReadingChoices
from data.importing.import_records import ImportOutcome
from data.importing.imports import list_imports
from data.importing.remembered_choices import choices_for
from data.sales import daily_sales
from data.shop import Shop, open_shop, revision
from tests.app.shops import NOW, small_sales, unheard, write_products, write_sales

NOTHING = ImportOutcome(None)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path / "shop")


def look(shop: Shop, path: Path, columns: dict[str, str] | None = None, **answers: str) -> Look:
    return look_at(shop, path, today=NOW.date(), progress=unheard, choices=ReadingChoices(answers, columns or {}))


def keep(shop: Shop, path: Path, columns: dict[str, str] | None = None, **answers: str) -> dict[str, Any]:
    return take_in(shop, path, now=NOW, progress=unheard, choices=ReadingChoices(answers, columns or {}))


def put(folder: Path, text: str, name: str = "till.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_clear_file_tells_what_keeping_it_does_and_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    before = revision(shop)
    story = look(shop, small_sales(tmp_path)).story
    assert (story["kind"], story["action"]) == ("sales_preview", "add 70 days, 3 new products")
    assert (story["questions"], story["warnings"], story["is_nothing_new"]) == ([], [], False)
    assert story["head"] == ["Day", "Product", "Units", "Money taken"]
    assert story["rows"][0] == ["1 Jan 2024", "Mug (mug)", "2", "5.00"]
    assert story["rows"][1] == ["1 Jan 2024", "Tea (tea)", "3", "7.50"]
    assert len(story["rows"]) == 8
    assert story["headers"] == ["date", "sku", "item", "quantity", "price"]
    assert revision(shop) == before


def test_a_quantity_that_is_hardly_one_is_told_before_anything_is_kept(shop: Shop, tmp_path: Path) -> None:
    sold = "".join(f"2024-01-{day},tea,{day}\n" for day in range(13, 30))
    story = look(shop, put(tmp_path, f"date,sku,units\n{sold}2024-01-29,mug,99999999\n")).story
    assert story["warnings"][0].startswith("Row 19, units: 99999999 is hardly a quantity.")


def test_what_is_shown_is_what_is_kept(shop: Shop, tmp_path: Path) -> None:
    path = small_sales(tmp_path)
    shown = look(shop, path).story["rows"]
    keep(shop, path)
    kept = daily_sales(shop).sort_values(["day", "sku"])[:8]
    assert [row[2] for row in shown] == [f"{units:.0f}" for units in kept["units"]]


def test_the_rows_left_out_are_there_to_download_without_formulas(shop: Shop, tmp_path: Path) -> None:
    sold = "".join(f"2024-01-0{day},tea,{day}\n" for day in range(1, 10))
    story, left_out = look(shop, put(tmp_path, f"date,sku,units\n{sold}2024-01-09,=mug(),twelve\n"))
    assert story["left_out"] == ['Row 11, units: "twelve" is not a number. The row was left out.']
    head, row = left_out.splitlines()
    assert head == "Row in the file,Why it was left out,date,sku,units"
    assert row == "11,bad quantity,2024-01-09,'=mug(),twelve"


OPEN = "Date,Item,Qty\n01/02/25,tea,3\n"


def test_nothing_is_kept_of_a_file_with_an_open_question(shop: Shop, tmp_path: Path) -> None:
    path = put(tmp_path, OPEN)
    (question,) = look(shop, path).story["questions"]
    assert question["text"] == "“01/02/25” in Date: is that 1 February 2025 or 2 January 2025?"
    assert question["options"] == [
        {"value": "day", "label": "1 February 2025"},
        {"value": "month", "label": "2 January 2025"},
    ]
    assert keep(shop, path) == {"questions": [question["text"]]}
    assert list_imports(shop) == ()


def test_an_answer_is_told_and_remembered_for_the_next_file_like_it(shop: Shop, tmp_path: Path) -> None:
    path = put(tmp_path, OPEN)
    (answer,) = look(shop, path, date_order="month").story["answers"]
    assert answer == {
        "code": "date_order", "text": "“01/02/25” was read as 2 January 2025.", "is_remembered": False
    }  # fmt: skip
    keep(shop, path, date_order="month")
    story = look(shop, put(tmp_path, OPEN.replace("01/02", "03/02"), "next.csv")).story
    assert story["questions"] == []
    assert story["answers"][0]["text"] == "“03/02/25” was read as 2 March 2025."
    assert story["answers"][0]["is_remembered"]
    assert story["report"]["first_day"] == "2025-03-02"


def test_a_remembered_answer_can_be_taken_back(shop: Shop, tmp_path: Path) -> None:
    keep(shop, put(tmp_path, OPEN), date_order="month")
    story = look(shop, put(tmp_path, OPEN.replace("01/02", "03/02"), "next.csv"), date_order="").story
    assert [question["code"] for question in story["questions"]] == ["date_order"]
    assert story["answers"] == []


def test_an_answer_that_the_file_does_not_need_is_not_told(shop: Shop, tmp_path: Path) -> None:
    keep(shop, put(tmp_path, OPEN), date_order="day")
    assert look(shop, put(tmp_path, OPEN + "25/02/25,tea,1\n", "next.csv")).story["answers"] == []


def test_corrected_columns_are_remembered_and_told(shop: Shop, tmp_path: Path) -> None:
    head, row = "Date,Item,Qty,Counted\n", "2024-01-{:02d},tea,1,5\n"
    keep(shop, put(tmp_path, head + row.format(13)), {"units": "Counted"})
    story = look(shop, put(tmp_path, head + row.format(14), "next.csv")).story
    assert story["report"]["units"] == 5
    assert story["answers"][0]["text"] == "“Counted” was used as: units sold."


def test_a_column_can_be_taken_out(shop: Shop, tmp_path: Path) -> None:
    path = put(tmp_path, "Date,Item,Qty,Price\n2024-01-13,tea,1,5\n")
    assert look(shop, path, {"price": ""}).story["report"]["revenue"] == 0


def test_a_file_whose_columns_are_not_known_is_read_by_those_that_the_owner_names(shop: Shop, tmp_path: Path) -> None:
    text = "wann,was,wieviel,Price\n2024-01-13,tea,4,5\n2024-01-14,tea,3,5\n"
    story = look(shop, put(tmp_path, text)).story
    assert story["kind"] == "rejected"
    assert story["headers"] == ["wann", "was", "wieviel", "Price"]
    named = {"day": "wann", "name": "was", "units": "wieviel"}
    assert keep(shop, put(tmp_path, text), named)["report"]["units"] == 7
    newer = text.replace("2024-01", "2024-02")
    assert look(shop, put(tmp_path, newer, "next.csv")).story["action"] == "add 2 days", "remembered by its shape"


def test_a_file_that_is_no_table_offers_no_columns(shop: Shop, tmp_path: Path) -> None:
    story = look(shop, put(tmp_path, "")).story
    assert (story["kind"], story["headers"]) == ("rejected", [])
    assert story["problems"] == ["till.csv is empty. Export it again from the till and drop the new file in."]


def test_of_several_places_one_can_be_chosen_and_is_remembered(shop: Shop, tmp_path: Path) -> None:
    text = "Date,Location,Item,Qty\n2024-01-13,Market,tea,4\n2024-01-14,Shop,tea,3\n"
    story = look(shop, put(tmp_path, text)).story
    assert story["places"] == {"options": ["all", "Market", "Shop"], "now": "all"}
    assert story["report"]["units"] == 7
    told = keep(shop, put(tmp_path, text), location="Shop")
    assert told["report"]["units"] == 3
    newer = look(shop, put(tmp_path, text.replace("2024-01", "2024-02"), "next.csv")).story
    assert (newer["places"]["now"], newer["report"]["units"]) == ("Shop", 3)
    assert answer(["Shop"], [{"code": "location", "token": "a", "now": "all"}]) == {
        "token": "a", "answers": {"location": "Shop"}
    }  # fmt: skip
    with pytest.raises(PreventUpdate):
        answer(["all"], [{"code": "location", "token": "a", "now": "all"}])


def test_the_same_file_under_another_name_is_told_and_offers_nothing(shop: Shop, tmp_path: Path) -> None:
    keep(shop, small_sales(tmp_path))
    story = look(shop, small_sales(tmp_path, name="till (1).csv")).story
    assert story["is_nothing_new"]
    assert story["notes"][0] == "These are the sales of till.csv, which you imported on 12 March 2024."


def test_another_till_is_asked_about_told_and_not_remembered(shop: Shop, tmp_path: Path) -> None:
    keep(shop, small_sales(tmp_path))
    other = write_sales(tmp_path / "other.csv", {"tea": [40] * 30, "mug": [70] * 30})
    story = look(shop, other).story
    assert [question["code"] for question in story["questions"]] == ["till"]
    assert look(shop, other, till="another").story["action"] == "add 30 days"
    told = keep(shop, other, till="another")
    assert told["outcome"]["days_added"] == 30
    assert daily_sales(shop)["units"].sum() == 570 + 30 * 110
    shape = list_imports(shop)[0].shape
    assert "till" not in choices_for(shop, shape).answers


def test_a_file_of_some_products_asks_what_becomes_of_the_others(shop: Shop, tmp_path: Path) -> None:
    keep(shop, small_sales(tmp_path))
    part = write_sales(tmp_path / "part.csv", {"tea": [3, 4, 5, 6, 7, 8, 9] * 10, "new": [1] * 70})
    (question,) = look(shop, part).story["questions"]
    assert question["text"] == (
        "You have 80 sales of these days that the file does not name (150 units: Mug, Tray). "
        "What should become of them?"
    )
    keep(shop, part, rest="keep")
    assert daily_sales(shop)["units"].sum() == 570 + 70
    gone = look(shop, write_sales(tmp_path / "less.csv", {"tea": [3, 4, 5, 6, 7, 8, 9] * 10}), rest="remove")
    assert gone.story["warnings"][0] == "150 sales you have of these days go: the file has none of them."


def test_with_the_sample_in_the_shop_the_file_is_shown_as_in_an_empty_one(shop: Shop, tmp_path: Path) -> None:
    take_in_sample(shop, now=NOW, progress=unheard)
    before = revision(shop)
    assert look(shop, small_sales(tmp_path)).story["action"] == "add 70 days, 3 new products"
    assert revision(shop) == before


def test_a_product_list_is_shown_before_it_is_taken_over(shop: Shop, tmp_path: Path) -> None:
    listed = write_products(tmp_path / "list.csv", [{"sku": "tea", "unit_cost": 1.5, "on_hand": 12}, {"sku": "new"}])
    before = revision(shop)
    story = look(shop, listed).story
    assert (story["kind"], story["action"]) == ("products_preview", "take over 2 products")
    assert story["head"][0] == "Product"
    assert story["rows"][0] == ["tea", "1.5", "12"]
    assert story["rows"][1] == ["new", "", ""]
    assert revision(shop) == before


def test_cells_of_a_list_that_are_no_numbers_stand_plainly_before_and_after_it_is_kept(
    shop: Shop, tmp_path: Path
) -> None:
    rows = "".join(f"A{number},Tea {number},lots\n" for number in range(1, 6))
    path = put(tmp_path, f"sku,name,on_hand\n{rows}")
    for story in (look(shop, path).story, keep(shop, path)):
        assert story["warnings"][0] == 'Row 2, on_hand: "lots" is not a number. The cell was left out.'
        assert len(story["warnings"]) == 4
        assert story["warnings"][-1] == "2 more cells were left out."


def test_a_last_day_that_was_not_over_is_said(shop: Shop, tmp_path: Path) -> None:
    hours = [f"2024-03-{day:02d} {hour:02d}:00,tea,3\n" for day in range(1, 22) for hour in (9, 13, 18)]
    story = look(shop, put(tmp_path, "Date,Item,Qty\n" + "".join(hours) + "2024-03-22 09:30,tea,3\n")).story
    said = "22 March 2024 is not complete yet (last sale 9:30). It is kept, and the plan leaves it out until a later"
    assert story["notes"][0].startswith(said)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (NOTHING, ""),
        (replace(NOTHING, days_added=1), "add 1 day"),
        (replace(NOTHING, days_added=2, days_changed=1, new_products=1), "add 2 days, change 1 day, 1 new product"),
        (replace(NOTHING, products_changed=2), "new names or prices of 2 products"),
    ],
)
def test_the_button_says_what_happens(outcome: ImportOutcome, said: str) -> None:
    assert action_text(outcome) == said


def test_a_great_change_of_known_days_is_warned_of() -> None:
    much = replace(NOTHING, days_changed=2, rows_changed=5, units_before=100, units_after=40)
    assert warnings(much) == ["These days had 100 units and will have 40. Is this the whole export?"]
    assert warnings(replace(much, units_after=90)) == []
    assert warnings(replace(much, days_added=1)) == []
    assert dt.date.fromisoformat("2024-01-01") < NOW.date()
