"""What was read for the preview is taken up when the file is kept, as long as nothing has changed."""

from pathlib import Path

import pandas as pd
import pytest

from app.incoming import kept_readings
from app.incoming.kept_readings import ENDING, read_once
from data.choices import NO_CHOICES, ReadingChoices
from data.reading.sales_file import read_sales

ROWS = "date,sku,units\n2024-01-01,tea,3\n2024-01-31,mug,4\n"


@pytest.fixture
def uploaded(tmp_path: Path) -> Path:
    path = tmp_path / "token" / "file" / "till.csv"
    path.parent.mkdir(parents=True)
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[ReadingChoices]:
    """The choices of every reading that was really made."""
    made: list[ReadingChoices] = []

    def read(path: Path, **said: ReadingChoices) -> object:
        made.append(said["choices"])
        return read_sales(path, choices=said["choices"])

    monkeypatch.setattr(kept_readings, "read_sales", read)
    return made


def test_a_file_is_read_once_and_says_the_same_again(uploaded: Path, readings: list[ReadingChoices]) -> None:
    first, second = (read_once(uploaded, choices=NO_CHOICES) for _ in range(2))
    assert len(readings) == 1
    assert second.report == first.report
    assert second.content_hash == first.content_hash
    pd.testing.assert_frame_equal(second.daily, first.daily)
    pd.testing.assert_frame_equal(second.products, first.products)
    pd.testing.assert_series_equal(second.last_sales, first.last_sales)


def test_other_choices_or_another_content_are_read_anew(uploaded: Path, readings: list[ReadingChoices]) -> None:
    read_once(uploaded, choices=NO_CHOICES)
    read_once(uploaded, choices=ReadingChoices({"decimal": ","}))
    uploaded.write_text(ROWS + "2024-02-01,tea,5\n", encoding="utf-8")
    assert read_once(uploaded, choices=NO_CHOICES).report.units_used == 12
    assert len(readings) == 3


def test_no_more_than_two_readings_of_a_file_take_space(uploaded: Path) -> None:
    for answer in (".", ",", ""):
        read_once(uploaded, choices=ReadingChoices({"decimal": answer}))
    assert len(list(uploaded.parent.parent.glob(f"*{ENDING}"))) == 2


def test_a_damaged_reading_is_made_anew(uploaded: Path, readings: list[ReadingChoices]) -> None:
    read_once(uploaded, choices=NO_CHOICES)
    for kept in uploaded.parent.parent.glob(f"*{ENDING}"):
        kept.write_bytes(kept.read_bytes()[:20])
    assert read_once(uploaded, choices=NO_CHOICES).report.units_used == 7
    assert len(readings) == 2


def test_progress_is_told_to_the_end_without_reading(uploaded: Path) -> None:
    heard: list[float] = []
    for _ in range(2):
        heard.clear()
        read_once(uploaded, choices=NO_CHOICES, progress=heard.append)
    assert heard == [1.0]
