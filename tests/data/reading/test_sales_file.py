import gzip
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.choices import ReadingChoices
from data.problems import FileRejected, Problem
from data.reading.sales_file import read_sales
from data.report import ImportReport
from tests.data.text_files import text_file


def rejected(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(FileRejected) as found:
        read_sales(path)
    return found.value.problems


def codes(report: ImportReport) -> set[str]:
    return {note.code for note in report.notes}


def assert_nothing_is_dropped_in_silence(report: ImportReport) -> None:
    assert report.rows_read == report.rows_used + sum(len(part.rows) for part in report.left_out)
    for read, used, left in (
        (report.units_read, report.units_used, sum(part.units for part in report.left_out)),
        (report.revenue_read, report.revenue_used, sum(part.revenue for part in report.left_out)),
    ):
        assert np.isclose(read, used + left, atol=0.005)


def test_a_plain_file_is_summed_per_day_and_product(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,sku,units", "2024-01-02,00123,2", "2024-01-01,00123,1", "2024-01-02,00123,3.5")
    found = read_sales(path)
    assert found.daily.to_dict("list") == {
        "day": [np.datetime64("2024-01-01"), np.datetime64("2024-01-02")],
        "sku": ["00123", "00123"],
        "units": [1.0, 5.5],
        "revenue": [0.0, 0.0],
    }
    assert found.report.columns == {"day": "date", "sku": "sku", "units": "units"}
    assert "no_revenue" in codes(found.report)


@pytest.mark.parametrize(
    "header",
    [
        "day,item,quantity,price",
        "Datum;Artikel;Menge;Einzelpreis",
        "Jour\tProduit\tQuantité\tPrix unitaire",
        "FECHA|Artículo|Cantidad|Precio",
    ],
)
def test_headers_of_four_languages_are_known(tmp_path: Path, header: str) -> None:
    delimiter = next(sign for sign in ",;\t|" if sign in header)
    rows = [delimiter.join(row) for row in (("2024-01-01", "Tee", "2", "1.50"), ("2024-01-02", "Tee", "1", "1.50"))]
    report = read_sales(text_file(tmp_path, header, *rows)).report
    assert (report.units_used, report.revenue_used, report.delimiter) == (3, 4.5, delimiter)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    found = read_sales(text_file(tmp_path, "date,item,price", "2024-01-01,Café,1.50 €", encoding=encoding))
    assert list(found.daily["sku"]) == ["Café"]
    assert found.report.revenue_used == 1.5


def test_a_file_in_gzip_is_the_same_file(tmp_path: Path) -> None:
    plain = text_file(tmp_path, "date,sku,units", "2024-01-01,A,1")
    packed = tmp_path / "sales.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert read_sales(packed).content_hash == read_sales(plain).content_hash
    assert read_sales(packed).daily.equals(read_sales(plain).daily)


def test_a_column_of_amounts_wins_over_units_times_price(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,qty,price,amount", "2024-01-01,Tea,2,3.00,5.00", "2024-01-01,Tea,2,3.00,")
    assert read_sales(path).report.revenue_used == 11


def test_spellings_that_differ_in_case_or_blanks_are_one_product_under_the_most_frequent(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,sku,units", "2024-01-01,ab-1,1", "2024-01-01,AB-1,1", "2024-01-01, AB-1 ,1")
    found = read_sales(path)
    assert found.daily[["sku", "units"]].to_dict("list") == {"sku": ["AB-1"], "units": [3.0]}
    assert "merged_spellings" in codes(found.report)


@pytest.mark.parametrize("code", ["0", "N/A", "none", "NULL", "-", "n.a."])
def test_a_code_that_stands_for_none_is_no_key_of_several_products(tmp_path: Path, code: str) -> None:
    lines = [f"2024-01-01,{code},Tea,1", f"2024-01-01,{code},Jam,2", "2024-01-01,A1,Mug,3"]
    found = read_sales(text_file(tmp_path, "date,sku,item,units", *lines))
    assert found.daily[["sku", "units"]].to_dict("list") == {"sku": ["A1", "Jam", "Tea"], "units": [3.0, 2.0, 1.0]}
    note = next(note for note in found.report.notes if note.code == "placeholder_codes")
    assert note.values == {"column": "sku", "found": [code]}


def test_a_code_that_stands_for_none_is_none_whatever_else_the_file_holds(tmp_path: Path) -> None:
    lines = ["2024-01-01,0,Tea,1", "2024-01-02,0,tea,2", "2024-01-01,A1,Mug,3"]
    found = read_sales(text_file(tmp_path, "date,sku,item,units", *lines))
    assert set(found.products["sku"]) == {"Tea", "A1"}, "so that the parts of a file make the same shop"


def test_a_spreadsheets_error_is_no_name_of_a_product(tmp_path: Path) -> None:
    found = read_sales(text_file(tmp_path, "date,item,units", "2024-01-01,#N/A,1", "2024-01-01,Tea,2"))
    assert list(found.products["sku"]) == ["Tea"]
    assert [part.reason for part in found.report.left_out] == ["no_item"]


def test_one_code_for_several_variants_is_told(tmp_path: Path) -> None:
    lines = ["2024-01-01,TS1,Shirt,Red,1", "2024-01-01,TS1,Shirt,Blue,2"]
    found = read_sales(text_file(tmp_path, "date,sku,item,variant,units", *lines))
    note = next(note for note in found.report.notes if note.code == "variants_of_one_code")
    assert note.values == {"codes": 1, "found": "TS1"}


def test_item_and_variant_are_the_key_where_the_sku_is_empty(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "date,sku,item,variant,units",
        "2024-01-01,,Tea,Large,1",
        "2024-01-01,,Tea,Small,2",
        "2024-01-01,T1,Tea,,4",
    )
    assert dict(zip(*(read_sales(path).daily[name] for name in ("sku", "units")), strict=True)) == {
        "T1": 4,
        "Tea / Large": 1,
        "Tea / Small": 2,
    }


def test_the_latest_description_category_and_price_count(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "date,sku,item,category,units,price",
        "2024-01-03,A,New name,Drinks,1,3.00",
        "2024-01-01,A,Old name,Food,1,2.00",
        "2024-01-04,A,,,1,",
    )
    product = read_sales(path).products.iloc[0]
    assert (product["name"], product["category"], product["price"]) == ("New name", "Drinks", 3.0)


def test_every_kind_of_bad_row_is_left_out_with_its_line(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "date,item,quantity,price",
        "2024-01-01,Tea,1,2.00",
        "",
        "2024-01-02,Tea,twelve,2.00",
        "31/12/20223,Tea,5,2.00",
        "2024-01-02,Tea",
        "2024-01-02,Tea,1,2.00,9",
        "date,item,quantity,price",
        "2024-01-02,,1,2.00",
        "2024-01-02,Gift voucher,1,2.00",
        "2024-01-02,Tea,1,free",
        "Total,,9,18.00",
        "2024-01-02,Tea,3,2.00",
        *(f"2024-01-0{number},Tea,1,2.00" for number in range(3, 8)),
    )
    report = read_sales(path).report
    assert {part.reason: part.rows for part in report.left_out} == {
        "blank": (3,),
        "too_few_cells": (6,),
        "too_many_cells": (7,),
        "repeated_header": (8,),
        "total_row": (12,),
        "not_a_product": (10,),
        "no_item": (9,),
        "bad_date": (5,),
        "bad_quantity": (4,),
        "bad_price": (11,),
    }
    assert (report.units_used, report.revenue_used, report.rows_read) == (9, 18, 17)
    assert_nothing_is_dropped_in_silence(report)
    assert report.as_dict()["left_out_rows"]["bad_date"] == [5]


def test_personal_columns_never_leave_the_reader(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,units,Customer,Card", "2024-01-01,Tea,1,Jane Roe,4242")
    found = read_sales(path)
    told = f"{found.daily.to_csv()}{found.products.to_csv()}{found.report.as_dict()}"
    assert "Jane" not in told
    assert "4242" not in told


def test_without_quantities_a_row_of_single_sales_is_one_unit(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,time,item", "2024-01-01,09:00,Tea", "2024-01-01,09:00,Tea")
    report = read_sales(path).report
    assert report.units_used == 2
    assert "row_is_unit" in codes(report)


def test_an_order_of_day_and_month_that_nothing_shows_is_asked(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,units", "03/01/2024,Tea,1")
    question = read_sales(path).report.questions[0]
    assert (question.code, question.options, question.guess) == ("date_order", ("day", "month"), "day")
    read = {"if_day": "2024-01-03", "if_month": "2024-03-01"}
    assert question.values == {"column": "date", "found": "03/01/2024", **read}


@pytest.mark.parametrize(("answer", "expected"), [("day", "2024-01-03"), ("month", "2024-03-01")])
def test_an_answer_is_heard_and_not_asked_again(tmp_path: Path, answer: str, expected: str) -> None:
    path = text_file(tmp_path, "date,item,units", "03/01/2024,Tea,1")
    report = read_sales(path, choices=ReadingChoices({"date_order": answer})).report
    assert (str(report.first_day), report.questions) == (expected, ())


def test_an_answer_does_not_overrule_what_the_file_shows(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,units", "03/01/2024,Tea,1", "31/01/2024,Tea,1")
    report = read_sales(path, choices=ReadingChoices({"date_order": "month"})).report
    assert str(report.first_day) == "2024-01-03"


@pytest.mark.parametrize(("answer", "expected"), [("", 1.25), (".", 1.25), (",", 1250)])
def test_a_number_that_nothing_decides_is_asked_until_it_is_answered(
    tmp_path: Path, answer: str, expected: float
) -> None:
    path = text_file(tmp_path, "date,item,units", "2024-01-01,Tea,1.250")
    report = read_sales(path, choices=ReadingChoices({"decimal": answer} if answer else {})).report
    assert report.units_used == expected
    assert [question.code for question in report.questions] == ([] if answer else ["decimal"])


def test_a_column_that_the_owner_chose_is_read_in_place_of_the_likeliest(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,quantity,cases", "2024-01-01,Tea,12,1")
    report = read_sales(path, choices=ReadingChoices(columns={"units": "cases"})).report
    assert (report.units_used, report.columns["units"]) == (1, "cases")


def test_a_number_that_can_be_read_both_ways_is_noted(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Datum;Artikel;Menge;Umsatz", "01.02.2024;Brot;1.250;2,50", "02.02.2024;Brot;1;3,00")
    report = read_sales(path).report
    note = next(note for note in report.notes if note.code == "decimal_guessed")
    assert note.values == {"column": "Menge", "found": "1.250", "read_as": 1250.0}
    assert report.revenue_used == 5.5


def test_all_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    problems = rejected(text_file(tmp_path, "colour,size", "red,3"))
    assert [problem.code for problem in problems] == ["no_date_column", "no_item_column"]
    assert problems[0].values["found"] == ["colour", "size"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n \n", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b"date,sku,units\n", "no_rows"),
        (b"date,sku,units\n\n\n", "no_rows"),
        (b"item,units\nTea,1\n", "no_date_column"),
        (b"date,units\n2024-01-01,1\n", "no_item_column"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not_a_table"),
        (bytes(range(256)) * 300, "not_a_table"),
        (b"PK\x03\x04rest", "not_a_table"),
        (b"\x1f\x8b broken", "damaged_file"),
        (b"date,sku,units\nsoon,A,1\nlater,B,2\n", "unreadable_day"),
        (b"date,sku,units\n2024-01-01,A,twelve\n", "unreadable_units"),
        (b"date,sku,units\n2024-01-01\n2024-01-02\n2024-01-03,A,1\n", "ragged_rows"),
        (b"date,sku,units\n2024-01-01,Postage,1\n", "no_rows_used"),
    ],
)
def test_files_that_cannot_be_read_are_rejected_by_name(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "till.csv"
    path.write_bytes(content)
    problem = rejected(path)[0]
    assert problem.code == code
    assert problem.values["file"] == "till.csv"


def test_a_missing_file_and_a_folder_are_no_files(tmp_path: Path) -> None:
    assert rejected(tmp_path / "gone.csv")[0].code == "not_a_file"
    assert rejected(tmp_path)[0].code == "not_a_file"


def test_half_a_million_rows_of_rubbish_are_rejected_naming_the_first(tmp_path: Path) -> None:
    letters = random.Random(4)
    rubbish = (
        f"{letters.getrandbits(60):x},{letters.getrandbits(40):x},{letters.getrandbits(30):x}x" for _ in range(500_000)
    )
    problems = rejected(text_file(tmp_path, "date,sku,units", *rubbish))
    assert [problem.code for problem in problems] == ["unreadable_day", "unreadable_units"]
    assert problems[0].values["row"] == 2


def test_progress_grows_from_start_to_end(tmp_path: Path) -> None:
    heard: list[float] = []
    read_sales(text_file(tmp_path, "date,sku,units", "2024-01-01,A,1", ""), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1


CELL = st.sampled_from(
    ["2024-01-01", "1/2/2024", "13/02/2024", "A", "b", "", "3", "-1", "2,5", "x", '"', "€4.00", "Total", "None"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(rows=st.lists(st.lists(CELL, min_size=1, max_size=6).map(",".join), max_size=12), good=st.integers(1, 12))
def test_rows_units_and_money_always_add_up(tmp_path: Path, rows: list[str], good: int) -> None:
    known = [f"2024-01-{day:02d},A,2,3.00" for day in range(1, good + 1)]
    try:
        report = read_sales(text_file(tmp_path, "date,sku,units,price", *known, *rows)).report
    except FileRejected:
        return
    assert_nothing_is_dropped_in_silence(report)
    assert sum(report.as_dict()["left_out"].values()) == report.rows_read - report.rows_used


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(body=st.binary(max_size=300))
def test_any_bytes_are_read_or_rejected(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "till.csv"
    for start in (b"", b"date,sku,units\n2024-01-01,A,1\n"):
        path.write_bytes(start + body)
        try:
            assert_nothing_is_dropped_in_silence(read_sales(path).report)
        except FileRejected as found:
            assert found.problems  # noqa: PT017 - either outcome is right


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(data=st.data())
def test_the_order_of_rows_never_matters(tmp_path: Path, data: st.DataObject) -> None:
    row = st.tuples(st.integers(13, 28), st.sampled_from(["A", "a", "B", "C c"]), st.integers(-3, 9))
    rows = data.draw(st.lists(row, min_size=1, max_size=20))
    lines = [f"2024-01-{day},{sku},{units}" for day, sku, units in rows]
    mixed = data.draw(st.permutations(lines))
    one, other = (read_sales(text_file(tmp_path, "date,sku,units", *some)) for some in (lines, mixed))
    assert one.daily.equals(other.daily)
    assert one.products.equals(other.products)


def test_a_line_that_ends_before_a_column_that_may_be_empty_is_a_row(tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Date,Item,Qty,Storno", "2024-01-01,Tea,1", "2024-01-01,Jam,2,Storno", "2024-01-02,Tea,3"
    )
    found = read_sales(path)
    assert (found.report.units_used, [part.reason for part in found.report.left_out]) == (4, ["cancelled"])
