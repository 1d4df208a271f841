"""The import page: what came in, in words, and the way back."""

from pathlib import Path
from typing import Any

import pytest

from app import ids
from app.desk import Desk
from app.incoming.arrivals import take_in, take_in_sample
from app.pages import import_undo
from app.pages.import_report import outcome_cards
from app.pages.import_sales import layout, open_sample, undo
from data.choices import ReadingChoices
from data.importing.imports import list_imports
from tests.app.components import of_kind, parts, table_rows, with_id, words
from tests.app.shops import NOW, small_sales, unheard, write_products


def take(desk: Desk, path: Path, **answers: str) -> dict[str, Any]:
    return take_in(desk.shop, path, now=NOW, progress=unheard, choices=ReadingChoices(answers))


def all_ids(page: Any) -> set[object]:
    return {part.id for part in parts(page) if isinstance(getattr(part, "id", None), str)}


def test_the_drop_zone_says_how_large_a_file_may_be(desk: Desk) -> None:
    zone = with_id(layout(desk, None), ids.DROP_ZONE)
    assert "up to 2 MB" in words(zone)
    assert zone.to_plotly_json()["props"]["data-limit-bytes"] == str(2 * 1024**2)


def test_an_empty_shop_is_offered_the_sample_and_has_nothing_to_undo(desk: Desk) -> None:
    shown = all_ids(layout(desk, None))
    assert ids.SAMPLE_BUTTON in shown
    assert ids.UNDO_BUTTON not in shown


def test_a_shop_with_sales_lists_its_files_and_is_not_offered_the_sample(desk: Desk, tmp_path: Path) -> None:
    take(desk, small_sales(tmp_path))
    page = layout(desk, None)
    assert ids.SAMPLE_BUTTON not in all_ids(page)
    assert ids.UNDO_BUTTON in all_ids(page)
    assert table_rows(page)["till.csv"] == ["1 January to 10 March 2024", "150", "570", "0"]
    assert "Your sales so far" in words(page)
    assert "The sales end on 10 March 2024." in words(page)


def test_what_takes_many_rows_out_says_how_many_and_asks_first(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(desk, small_sales(tmp_path))
    assert words(with_id(layout(desk, None), ids.UNDO_BUTTON)) == "Undo till.csv"
    monkeypatch.setattr(import_undo, "MANY_ROWS", 149)
    page = layout(desk, None)
    asked = next(one for one in of_kind(page, "Details") if ids.UNDO_BUTTON in all_ids(one))
    assert words(asked) == (
        "Undo till.csv 150 rows go out of the shop. To bring them back, import the file again. Take them out"
    )


def test_the_sample_shop_says_that_it_is_one_and_makes_room(desk: Desk) -> None:
    take_in_sample(desk.shop, now=NOW, progress=unheard)
    told = words(layout(desk, None))
    assert "This is the sample shop" in told
    assert "Import your own file and the sample makes room for it." in told


def test_an_import_is_told_with_what_was_read_and_what_it_changed(desk: Desk, tmp_path: Path) -> None:
    told = words(outcome_cards(take(desk, small_sales(tmp_path))))
    assert "Imported: 70 days added, 3 new products." in told
    assert "150 rows read, 150 used, 0 left out." in told
    assert "1 January to 10 March 2024, 3 products, 570 units, 1,425.00 taken." in told


def test_a_newer_file_tells_what_changed(desk: Desk, tmp_path: Path) -> None:
    take(desk, small_sales(tmp_path))
    path = tmp_path / "corrected.csv"
    path.write_text("date,sku,units\n2024-03-10,tea,20\n2024-03-11,tea,1\n")
    told = words(outcome_cards(take(desk, path, till="1")))
    assert "Imported: 1 day added, 1 day changed." in told
    assert "Units on these days: 11 before, 21 now." in told


def test_the_same_file_again_is_nothing_new(desk: Desk, tmp_path: Path) -> None:
    take(desk, small_sales(tmp_path))
    told = words(outcome_cards(take(desk, small_sales(tmp_path))))
    assert "Nothing new: the shop has all of these sales already." in told


def test_a_product_list_is_told_by_what_it_changed(desk: Desk, tmp_path: Path) -> None:
    take(desk, small_sales(tmp_path))
    listed = write_products(tmp_path / "list.csv", [{"sku": "tea", "unit_cost": 1.5}, {"sku": "new", "unit_cost": 2}])
    told = words(outcome_cards(take(desk, listed)))
    assert "1 new product, 1 changed, 0 as before." in told
    assert "2 rows read, 2 used, 0 left out. 2 products." in told


def test_the_columns_found_are_shown(desk: Desk, tmp_path: Path) -> None:
    told = words(outcome_cards(take(desk, small_sales(tmp_path))))
    assert "“date” (date), “sku” (product code (SKU)), “item” (product), “quantity” (units sold)" in told


def test_what_was_left_out_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    sold = "".join(f"2024-01-{day:02d},tea,{day}\n" for day in range(1, 13))
    path.write_text(f"date,sku,units\n{sold}2024-01-12,mug,twelve\n")
    told = words(outcome_cards(take(desk, path)))
    assert 'Left out Row 14, units: "twelve" is not a number. The row was left out.' in told
    assert "Worth knowing The file has neither amounts nor prices" in told


def test_without_an_import_on_this_visit_there_is_nothing_to_tell() -> None:
    assert outcome_cards(None) == []


def test_the_last_import_is_undone_and_told(desk: Desk, tmp_path: Path) -> None:
    take(desk, small_sales(tmp_path))
    told = undo(desk, 1)
    assert list_imports(desk.shop) == ()
    assert words(outcome_cards(told)) == "Undone: till.csv is out of the shop again."
    assert words(outcome_cards(undo(desk, 2))).endswith("There is no import to undo.")


@pytest.mark.parametrize("clicks", [1, 2])
def test_every_click_asks_for_the_sample_anew(clicks: int) -> None:
    assert open_sample(clicks) == {"sample": clicks}
