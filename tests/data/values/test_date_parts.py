import numpy as np
import pytest

from data.values.dates import parse_days

FIRST_OF_MARCH = [
    "1 Mar 2024",
    "Mar 1, 2024",
    "01-Mar-24",
    "1. März 2024",
    "1er mars 2024",
    "vendredi 1 mars 2024",
    "1 de marzo de 2024",
    "sexta-feira, 1 de março de 2024",
    "1 maart 2024",
    "1 marzo 2024 14:30",
    "March 1st, 2024 10:15 AM",
    "2024-Mar-01",
    "Fri, 01 Mar 2024 10:00:00 GMT",
    "20240301101500",
    "20240301 1015",
    "2024. 03. 01.",
    "1. 3. 2024",
    "Fr., 01.03.2024",
    "01.03.24 um 10:15 Uhr",
    "2024-03-01T23:30:00.000-05:00",
]


@pytest.mark.parametrize("text", FIRST_OF_MARCH)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert str(parse_days(np.array([text], dtype=object)).days[0]) == "2024-03-01"


@pytest.mark.parametrize(
    "text", ["Mar 2024", "2024", "1 Mar", "32 Mar 2024", "10:15", "Q1 2024", "week 9 of 2024", "9 9"]
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert np.isnat(parse_days(np.array([text], dtype=object)).days[0])
