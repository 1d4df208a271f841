"""The command that checks a file tells as JSON what it understood of it, and asks what is open."""

import json
from pathlib import Path
from typing import Any

import pytest

from data.samples import sample_sales_path
from tests.app.commands.command_line import open_file, run


def checked(path: Path) -> tuple[int, dict[str, Any]]:
    result = run("check", path)
    told: dict[str, Any] = json.loads(result.stdout)
    return result.exit_code, told


KEYS = {
    "rows_read", "rows_used", "left_out", "units", "revenue", "first_day", "last_day", "products", "columns", "error",
    "format", "questions", "notes",
}  # fmt: skip


def test_check_prints_what_was_understood_as_json(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    sold = "".join(f"2024-01-{day:02d},tea,{day},2.50\n" for day in range(1, 13))
    path.write_text(f"date,sku,units,price\n{sold}2024-01-12,mug,twelve,1\n,,,\n")
    status, told = checked(path)
    assert status == 0
    assert told.keys() >= KEYS
    assert (told["rows_read"], told["rows_used"]) == (14, 12)
    assert told["left_out"] == {"bad_quantity": 1, "blank": 1}
    assert (told["units"], told["revenue"]) == (78, 195)
    assert (told["first_day"], told["last_day"], told["products"]) == ("2024-01-01", "2024-01-12", 1)
    assert told["columns"] == {"day": "date", "sku": "sku", "units": "units", "price": "price"}
    assert told["error"] is None
    assert 'Row 14, units: "twelve" is not a number. The row was left out.' in told["left_out_in_words"]


def test_check_of_the_sample_adds_up() -> None:
    status, told = checked(sample_sales_path())
    assert status == 0
    assert told["rows_read"] == told["rows_used"] + sum(told["left_out"].values())
    assert told["products"] == 60


def rubbish() -> bytes:
    """Bytes that mean nothing, the same each time."""
    return b"\n".join(bytes((7 * row + 13 * cell) % 251 for cell in range(40)) for row in range(2000))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "file.csv is not there or is a folder."),
        (b"", "file.csv is empty."),
        (b"date,sku,units\n", "file.csv has a header in row 1, but no rows below it."),
        (b"sku,unit_cost\nA,1\n", "file.csv, row 1: no column holds a date."),
        (b"\x89PNG\r\n\x1a\n", "file.csv is not a table of sales or products, it holds a PNG picture."),
        (b"date,sku,units\n1/1/20223,A,1\n", 'file.csv, row 2, date: "1/1/20223" is not a date'),
        (rubbish(), "file.csv"),
    ],
    ids=["missing", "empty", "header only", "product list", "picture", "year 20223", "rubbish"],
)
def test_check_of_a_file_that_cannot_be_used_says_why_and_fails(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "file.csv"
    if content is not None:
        path.write_bytes(content)
    status, told = checked(path)
    assert status == 2
    assert told.keys() >= KEYS
    assert told["error"].startswith(said)
    assert (told["rows_used"], told["units"], told["first_day"]) == (0, 0, None)


def test_check_names_the_format_of_a_till_and_asks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text(
        "Receipt number,Receipt type,Date,Item,Variant,SKU,Category,Quantity,Net sales,Status\n"
        "1-1001,Sale,2024-01-05 09:00,Tea,,T1,Drinks,2,5.00,Closed\n"
    )
    status, told = checked(path)
    assert status == 0
    assert "Loyverse" in told["format"]
    assert (told["questions"], told["questions_in_words"]) == ([], [])


def test_check_of_a_file_that_can_be_read_in_two_ways_asks(tmp_path: Path) -> None:
    status, told = checked(open_file(tmp_path))
    assert status == 0
    (question,) = told["questions"]
    assert (question["code"], question["options"]) == ("date_order", ["day", "month"])
    assert told["questions_in_words"] == ["“01/02/25” in Date: is that 1 February 2025 or 2 January 2025?"]


def test_check_does_not_ask_for_an_order_in_which_no_date_is_one(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Date,Item,Qty\n13/01/2024,tea,3\n01/14/2024,tea,2\n")
    status, told = checked(path)
    assert (status, told["questions"], told["left_out"]) == (0, [], {"bad_date": 1})


def test_check_offers_only_orders_in_which_the_example_is_a_date(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Date,Item,Qty\n24-01-02,tea,3\n")
    assert checked(path)[1]["questions_in_words"] == ["“24-01-02” in Date: is that 2 January 2024 or 24 January 2002?"]


@pytest.mark.parametrize(("order", "day"), [("day", "2025-02-01"), ("month", "2025-01-02")])
@pytest.mark.parametrize("way", ["--date-order {}", "--answer date_order={}"])
def test_check_hears_the_answer(tmp_path: Path, order: str, day: str, way: str) -> None:
    told = json.loads(run("check", open_file(tmp_path), *way.format(order).split()).stdout)
    assert (told["first_day"], told["questions"]) == (day, [])


def test_check_never_ends_in_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*_values: object, **_names: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("app.commands.check.read_sales", break_off)
    status, told = checked(open_file(tmp_path))
    assert (status, told["error"]) == (2, "till.csv could not be read. Export it again, or send it to the makers.")


def test_an_answer_without_its_question_is_explained(tmp_path: Path) -> None:
    result = run("check", open_file(tmp_path), "--answer", "month")
    assert result.exit_code == 2
    assert '"month" must be written as in --answer date_order=day.' in result.stderr


def test_sums_have_no_more_decimals_than_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    prices = "".join(f"2024-01-{day:02d},tea,1,{price}\n" for day, price in enumerate((0.1, 0.2, 64.35), start=13))
    path.write_text(f"date,sku,units,revenue\n{prices}")
    assert checked(path)[1]["revenue"] == 64.65


def test_a_last_day_that_was_not_over_at_its_export_is_noted(tmp_path: Path) -> None:
    hours = [f"2024-03-{day:02d} {hour:02d}:00,tea,3\n" for day in range(1, 22) for hour in (9, 13, 18)]
    path = tmp_path / "till.csv"
    path.write_text("".join(["Date,Item,Qty\n", *hours, "2024-03-22 09:30,tea,3\n"]))
    told = checked(path)[1]
    assert told["notes"][0] == {"code": "partial_last_day", "day": "2024-03-22"}
    assert told["notes_in_words"][0].startswith("22 March 2024 is not complete yet (last sale 9:30).")
    path.write_text("".join(["Date,Item,Qty\n", *hours]))
    assert "partial_last_day" not in {note["code"] for note in checked(path)[1]["notes"]}


def test_a_quantity_that_is_hardly_one_is_noted_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    sold = "".join(f"2024-01-{day:02d},tea,{day}\n" for day in range(13, 29))
    path.write_text(f"date,sku,units\n{sold}2024-01-28,mug,99999999\n")
    told = checked(path)[1]
    assert told["units"] == 100_000_327
    said = "Row 18, units: 99999999 is hardly a quantity. A bar code, or a slip? It was counted as it stands;"
    assert any(note.startswith(said) for note in told["notes_in_words"])
