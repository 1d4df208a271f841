"""Small files as tills and accounting programs of seven languages write them, each with its truth."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.problems import FileRejected
from data.reading.sales_file import SalesFile, read_sales

FOLDER = Path(__file__).parent / "exports"


@dataclass(frozen=True)
class Truth:
    """outcome: "read", "asked" or "rejected". units, revenue, products: as far as the file tells them for certain."""

    file: str
    outcome: str
    units: str
    revenue: str
    products: str


def truths() -> list[Truth]:
    with (FOLDER / "truth.txt").open(encoding="utf-8", newline="") as file:
        return [Truth(**row) for row in csv.DictReader(file)]


def outcome_of(name: str) -> tuple[str, SalesFile | None]:
    try:
        found = read_sales(FOLDER / name)
    except FileRejected:
        return "rejected", None
    return "asked" if found.report.questions else "read", found


@pytest.mark.parametrize("truth", truths(), ids=lambda truth: truth.file)
def test_an_export_is_read_as_it_is_meant_or_not_at_all(truth: Truth) -> None:
    outcome, found = outcome_of(truth.file)
    assert outcome == truth.outcome
    if found is None:
        return
    if truth.units:
        assert found.report.units_used == pytest.approx(float(truth.units))
    if truth.revenue:
        assert found.report.revenue_used == pytest.approx(float(truth.revenue))
    if truth.products:
        assert set(found.daily["sku"]) == set(truth.products.split("|"))


def test_every_export_has_its_truth() -> None:
    assert {truth.file for truth in truths()} == {path.name for path in FOLDER.iterdir()} - {"truth.txt"}
