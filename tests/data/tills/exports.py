"""What an export of a till says, in the words of the tests."""

import pytest

from data.problems import FileRejected, Problem
from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import FIXTURES

PERSONAL = ("Jane", "jane@example.com", "Ann", "4242", "Visa")  # in the fixtures' columns of people and cards


def export(name: str) -> SalesFile:
    """A fixture read as sales; nothing personal of it may come along."""
    found = read_sales(FIXTURES / name)
    told = f"{found.daily.to_csv()}{found.products.to_csv()}{found.report.as_dict()}"
    assert not any(personal in told for personal in PERSONAL)
    return found


def units_of(found: SalesFile) -> dict[tuple[str, str], float]:
    """Units by day, as month and day, and product."""
    daily = found.daily
    return dict(zip(zip(daily["day"].dt.strftime("%m-%d"), daily["sku"], strict=True), daily["units"], strict=True))


def left_out_of(found: SalesFile) -> dict[str, tuple[int, ...]]:
    """Rows left out, by reason."""
    return {part.reason: part.rows for part in found.report.left_out}


def notes_of(found: SalesFile) -> dict[str, dict[str, object]]:
    """What the notes of a report say, by their code."""
    return {note.code: dict(note.values) for note in found.report.notes}


def rejection_of(name: str) -> Problem:
    """Why a fixture is not taken as sales."""
    with pytest.raises(FileRejected) as found:
        read_sales(FIXTURES / name)
    return found.value.problems[0]
