"""Every real file is read exactly: the figures are worked out anew here, row by row, with the csv module alone."""

import csv
import gzip
import io
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from data.reading.sales_file import SalesFile, read_sales
from data.report import ImportReport
from tests.shared_data import shared_file


def rows_of(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def assert_adds_up(report: ImportReport) -> None:
    assert report.rows_read == report.rows_used + sum(len(part.rows) for part in report.left_out)
    assert report.units_read == pytest.approx(
        report.units_used + sum(part.units for part in report.left_out), abs=0.005
    )
    left = sum(part.revenue for part in report.left_out)
    assert report.revenue_read == pytest.approx(report.revenue_used + left, abs=0.005)


def assert_daily_is(
    found: SalesFile, units: dict[tuple[str, str], float], revenue: dict[tuple[str, str], float]
) -> None:
    daily = found.daily
    keys = list(zip(daily["day"].dt.strftime("%Y-%m-%d"), daily["sku"].str.casefold(), strict=True))
    assert dict(zip(keys, daily["units"], strict=True)) == pytest.approx(units)
    assert dict(zip(keys, daily["revenue"], strict=True)) == pytest.approx(revenue, abs=1e-6)


UCI_FILES = {
    "uci_online_retail/OnlineRetail_2010-2011.csv.gz": ("InvoiceNo", "UnitPrice", 541_909, 9_747_747.934),
    "uci_online_retail/online_retail_II_2009-2010.csv.gz": ("Invoice", "Price", 525_461, 9_539_484.634),
}
NO_GOODS = re.compile(r"(post|dot|m|d|s|b|c2|c3|cruk|bank charges|amazonfee|adjust2?|test00[12]|gift(_0001_\d0)?)")


def test_the_newer_uci_file_is_read_to_the_cent() -> None:
    name = "uci_online_retail/OnlineRetail_2010-2011.csv.gz"
    invoice, price_column, rows, money = UCI_FILES[name]
    path = shared_file(name)
    found = read_sales(path)
    units: dict[tuple[str, str], float] = defaultdict(float)
    revenue: dict[tuple[str, str], float] = defaultdict(float)
    lines = rows_of(path)
    sold_names = {row["Description"].strip().casefold() for row in lines if float(row[price_column]) != 0}
    left: Counter[str] = Counter()
    for row in lines:
        code, quantity, price = row["StockCode"].strip().casefold(), float(row["Quantity"]), float(row[price_column])
        described = row["Description"].strip().casefold()
        is_cancelled = row[invoice].startswith("C")
        if NO_GOODS.fullmatch(code) or row[invoice].startswith("A"):
            left["not_a_product"] += 1
        elif price == 0 and not is_cancelled and (quantity < 0 or not described or described not in sold_names):
            left["stock_adjustment"] += 1
        else:
            month, day, year = row["InvoiceDate"].split()[0].split("/")
            key = f"{year}-{int(month):02d}-{int(day):02d}", code
            units[key] += quantity
            revenue[key] += quantity * price
    report = found.report
    assert (report.rows_read, report.units_read) == (rows, 5_176_450)
    assert report.revenue_read == pytest.approx(money, abs=0.005)
    assert {part.reason: len(part.rows) for part in report.left_out} == left
    assert report.units_used == sum(units.values())
    assert report.revenue_used == pytest.approx(sum(revenue.values()), abs=0.005)
    assert_adds_up(report)
    assert_daily_is(found, units, revenue)
    assert (str(report.first_day), str(report.last_day)) == ("2010-12-01", "2011-12-09")
    assert report.products == len({sku for _, sku in units})
    names = found.products.set_index("sku")["name"]
    assert "HANGING HEART" in names["85123A"]
    assert report.as_dict()["columns"] == {
        "day": "InvoiceDate",
        "invoice": "InvoiceNo",
        "sku": "StockCode",
        "name": "Description",
        "units": "Quantity",
        "price": "UnitPrice",
    }


def test_the_older_uci_file_with_its_other_headers_and_dates(tmp_path: Path) -> None:
    with gzip.open(shared_file("uci_online_retail/online_retail_II_2009-2010.csv.gz"), "rt", encoding="utf-8") as file:
        start = [next(file) for _ in range(20_001)]
    (tmp_path / "uci.csv").write_text("".join(start), encoding="utf-8")
    report = read_sales(tmp_path / "uci.csv").report
    lines = rows_of(tmp_path / "uci.csv")
    assert report.rows_read == 20_000
    assert report.units_read == sum(float(row["Quantity"]) for row in lines)
    assert report.revenue_read == pytest.approx(sum(float(row["Quantity"]) * float(row["Price"]) for row in lines))
    left = {part.reason: part for part in report.left_out}
    assert len(left["not_a_product"].rows) == sum(
        bool(NO_GOODS.fullmatch(row["StockCode"].strip().casefold())) for row in lines
    )
    assert str(report.first_day) == "2009-12-01"
    assert_adds_up(report)


def test_the_spanish_bakery_is_read_exactly() -> None:
    path = shared_file("bakery_spain/all15_daily_long.csv")
    found = read_sales(path)
    lines = rows_of(path)
    assert_daily_is(
        found,
        {(row["fecha_venta"], row["articulo"]): float(row["cantidad"]) for row in lines},
        {(row["fecha_venta"], row["articulo"]): float(row["importe"]) for row in lines},
    )
    assert (found.report.rows_used, found.report.products) == (10_574, 15)
    categories = dict(zip(found.products["sku"], found.products["category"], strict=True))
    assert categories == {row["articulo"]: row["familia"] for row in lines}
    assert_adds_up(found.report)


def test_the_french_bakery_day_by_day_is_money_divided_by_price() -> None:
    path = shared_file("french_bakery/daily_sales_french_bakery.csv")
    found = read_sales(path)
    units, revenue = {}, {}
    without_price = []
    for line, row in enumerate(rows_of(path), 2):
        money, price = float(row["y"]), float(row["unit_price"] or 0)
        key = row["ds"], row["unique_id"].casefold()
        if price:
            units[key], revenue[key] = money / price, money
        elif money:
            without_price.append(line)
        else:
            units[key], revenue[key] = 0.0, 0.0
    assert_daily_is(found, units, revenue)
    assert [(part.reason, list(part.rows)) for part in found.report.left_out] == [("no_price", without_price)]
    assert found.report.revenue_read == pytest.approx(558_640.85)
    assert found.report.products == 148
    assert_adds_up(found.report)


@pytest.mark.parametrize("name", ["raw_sample_utf8.csv", "raw_sample_mojibake.csv"])
def test_the_french_bakerys_till_lines_are_read_in_either_encoding(name: str) -> None:
    found = read_sales(shared_file(f"french_bakery/{name}"))
    baguettes = found.daily.set_index("sku").loc["BAGUETTE"]
    assert (found.report.rows_used, found.report.units_used) == (20, 56)
    assert found.report.revenue_used == pytest.approx(64.65)
    assert (baguettes["units"], baguettes["revenue"]) == (3, pytest.approx(2.7))
    is_repaired = any(note.code == "mojibake_repaired" for note in found.report.notes)
    assert is_repaired == ("mojibake" in name)
    assert any(note.code == "currency" and note.values["found"] == "€" for note in found.report.notes)


def test_the_bread_basket_counts_every_row_as_a_unit_and_no_none() -> None:
    path = shared_file("bread_basket/BreadBasket_DMS.csv")
    found = read_sales(path)
    no_goods = ("NONE", "Adjustment", "Gift voucher")
    sold = Counter(
        (row["Date"], row["Item"].strip().casefold()) for row in rows_of(path) if row["Item"] not in no_goods
    )
    assert_daily_is(found, dict(sold), dict.fromkeys(sold, 0.0))
    assert (found.report.rows_read, found.report.units_used) == (21_293, 21_293 - 786 - 1 - 1)
    assert_adds_up(found.report)


def test_the_coffee_machine_counts_every_cup_and_merges_spellings() -> None:
    path = shared_file("coffee_vending/index_1.csv")
    found = read_sales(path)
    units: dict[tuple[str, str], float] = defaultdict(float)
    revenue: dict[tuple[str, str], float] = defaultdict(float)
    for row in rows_of(path):
        year, month, day = row["date"].split("/")
        key = f"{year}-{int(month):02d}-{int(day):02d}", row["coffee_name"].strip().casefold()
        units[key] += 1
        revenue[key] += float(row["money"])
    assert_daily_is(found, units, revenue)
    assert (found.report.units_used, found.report.products) == (3_636, 8)
    assert "Cortado" in set(found.products["sku"])
    assert "ANON" not in f"{found.report.as_dict()}{found.products}"
    assert_adds_up(found.report)


PHARMACY = {
    "salesdaily_comma_1854rows_gaps.csv": ",",
    "salesdaily_dashdates.csv": ",",
    "salesdaily_padded_semicolon.csv": ";",
    "salesdaily_semicolon_2014-2019.csv": ";",
    "salesdaily_shifted_impossible_dates.csv": ",",
}
GROUPS = ("M01AB", "M01AE", "N02BA", "N02BE", "N05B", "N05C", "R03", "R06")


def pharmacy_units(name: str) -> dict[tuple[str, str], float]:
    """Units by date as written (month, day, year) and group."""
    text = shared_file(f"pharmacy/{name}").read_text(encoding="utf-8")
    units = {}
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=PHARMACY[name]):
        month, day, year = re.split("[-/]", row["datum"])
        for group in GROUPS:
            units[f"{year}-{int(month):02d}-{int(day):02d}", group.casefold()] = float(row[group])
    return units


def codes(report: ImportReport) -> set[str]:
    return {note.code for note in report.notes}


@pytest.mark.parametrize("name", PHARMACY)
def test_a_column_per_product_is_read_exactly_in_each_of_five_dialects(name: str) -> None:
    found = read_sales(shared_file(f"pharmacy/{name}"))
    units = pharmacy_units(name)
    impossible = {key: some for key, some in units.items() if key[0] == "2017-02-29"}
    kept = {key: some for key, some in units.items() if key not in impossible}
    assert_daily_is(found, kept, dict.fromkeys(kept, 0.0))
    assert found.report.rows_read == len({day for day, _ in units})
    assert found.report.units_read == pytest.approx(sum(units.values()))
    assert [(part.reason, part.rows, part.units) for part in found.report.left_out] == (
        [("bad_date", (790,), pytest.approx(sum(impossible.values())))] if impossible else []
    )
    assert (found.report.products, found.report.questions) == (8, ())
    assert ("missing_days" in codes(found.report)) == ("gaps" in name)
    assert ("weekdays_disagree" in codes(found.report)) == ("shifted" in name)
    assert_adds_up(found.report)


def test_the_pharmacys_dialects_give_the_same_sales() -> None:
    one, other, third = (
        read_sales(shared_file(f"pharmacy/{name}")).daily
        for name in PHARMACY
        if "gaps" not in name and "shifted" not in name
    )
    assert one.equals(other)
    assert one.equals(third)
    gaps = read_sales(shared_file("pharmacy/salesdaily_comma_1854rows_gaps.csv"))
    same_days = one[one["day"].isin(gaps.daily["day"])].reset_index(drop=True)
    assert gaps.daily.equals(same_days)
    missing = next(note.values["days"] for note in gaps.report.notes if note.code == "missing_days")
    assert missing == 252 == one["day"].nunique() - gaps.daily["day"].nunique()
