import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.values.numbers import decimal_evidence, parse_numbers


def array_of(*texts: str) -> np.ndarray:
    return np.array(texts, dtype=object)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$8.00", 8),
        ("-$9.00", -9),
        ("$-9.00", -9),
        ("£1,234.40", 1234.4),
        ("€19.90", 19.9),
        ("0,90 €", 0.9),
        ("1.234,50 €", 1234.5),
        ("1 234,50", 1234.5),
        ("1\u202f234,50", 1234.5),
        ("1'234.50", 1234.5),
        ("(5.00)", -5),
        ("7-", -7),
        ("−3", -3),
        ("+3", 3),
        (".5", 0.5),
        ("1,234,567", 1234567),
        ("CHF 12.00", 12),
        ("1e3", 1000),
        ("3 pcs", 3),
        ("x2", 2),
        ("12 Stk.", 12),
        ("1.250 kg", 1.25),
        ("5,-", 5),
        ("5.–", 5),
        ("1.234,-", 1234),
        ("1,23,456.00", 123456),
        ("3,50 €/kg", 3.5),
        ("'7", 7),
        ("–3", -3),
        ("Rs. 1,234", 1234),
    ],
)
def test_numbers_are_read_as_tills_write_them(text: str, expected: float) -> None:
    assert parse_numbers(array_of(text), decimal=".").values[0] == pytest.approx(expected)


@pytest.mark.parametrize(
    "text", ["", "twelve", "1.2.3", "12,34.56.7", "1,23,4", "nan", "inf", "9" * 40, "1e99", "5 apples"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert np.isnan(parse_numbers(array_of(text), decimal=".").values[0])


def test_the_decimal_sign_of_a_column_decides_texts_that_can_be_read_both_ways() -> None:
    assert decimal_evidence(array_of("1,250", "0,90")).sign == ","
    assert decimal_evidence(array_of("1,250", "0.90")).sign == "."
    assert parse_numbers(array_of("1,250"), decimal=",").values[0] == 1.25
    assert parse_numbers(array_of("1,250"), decimal=".").values[0] == 1250


def test_a_column_that_can_be_read_both_ways_names_an_example() -> None:
    evidence = decimal_evidence(array_of("1,250", "3"))
    assert (evidence.sign, evidence.example) == ("", "1,250")


def test_grams_beside_kilos_are_kilos() -> None:
    found = parse_numbers(array_of("250 g", "1.5 kg", "2 pcs"), decimal=".")
    assert (list(found.values), found.measures) == ([0.25, 1.5, 2], ("g", "kg"))
    assert parse_numbers(array_of("250 g"), decimal=".").values[0] == 250


def test_the_currency_found_most_is_told() -> None:
    assert parse_numbers(array_of("£1.00", "£2.00", "€3.00"), decimal=".").currency == "£"


@given(st.lists(st.decimals(min_value=-99999, max_value=99999, places=2), min_size=1))
def test_a_number_written_with_either_decimal_sign_is_the_same(numbers: list) -> None:  # type: ignore[type-arg]
    english = array_of(*(f"{number:,.2f}" for number in numbers))
    german = array_of(*(f"{number:,.2f}".translate(str.maketrans(",.", ".,")) for number in numbers))
    expected = np.array([float(number) for number in numbers])
    for texts in (english, german):
        sign = decimal_evidence(texts).sign
        assert np.allclose(parse_numbers(texts, decimal=sign).values, expected)


@given(st.lists(st.text(max_size=12), max_size=20))
def test_no_text_makes_the_reader_fail(texts: list[str]) -> None:
    found = np.array(texts, dtype=object)
    assert len(parse_numbers(found, decimal=decimal_evidence(found).sign or ".").values) == len(texts)


def test_fractions_are_numbers_and_dates_are_none() -> None:
    texts = array_of("1/2", "1 1/2", "½", "1½ kg", "-3/4", "5.00 / kg", "12/24", "3/2")
    assert np.array_equal(
        parse_numbers(texts, decimal=".").values, [0.5, 1.5, 0.5, 1.5, -0.75, 5, np.nan, np.nan], equal_nan=True
    )
    assert decimal_evidence(array_of("1/2", "1,5")).sign == ","


def test_ounces_beside_pounds_are_pounds() -> None:
    assert list(parse_numbers(array_of("2 lb", "8 oz"), decimal=".").values) == [2, 0.5]


def test_a_share_in_percent_is_its_number() -> None:
    assert parse_numbers(array_of("12,5 %"), decimal=",").values[0] == 12.5
