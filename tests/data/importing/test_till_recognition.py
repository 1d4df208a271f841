"""A file is of the till whose sales it repeats; where it tells others of the same days, the owner is asked."""

from dataclasses import replace

import pandas as pd
import pytest

from data.choices import NO_CHOICES, ReadingChoices
from data.importing.import_target import ImportTarget
from data.importing.imports import import_sales
from data.importing.till_recognition import Recognition, recognise_till
from data.reading.sales_file import SalesFile
from data.shop import Shop
from tests.data.sales_files import NOON, day, sales_file

WEEK = {(number, f"P{item}"): float(number + item + 1) for number in range(7) for item in range(4)}
OTHER_WEEK = {(number, f"P{item}"): float(3 * number + 2 * item + 40) for number in range(7) for item in range(4)}


def shaped(sold: dict[tuple[int, str], float], shape: str = "square", name: str = "till.csv") -> SalesFile:
    file = sales_file(sold, name=name)
    return replace(file, shape=shape, content_hash=f"{sorted(sold.items())}")


def keep(shop: Shop, file: SalesFile, till: int = 1) -> None:
    import_sales(shop, file, imported_at=NOON, target=ImportTarget(till, shape=file.shape))


def recognised(shop: Shop, file: SalesFile, remembered: ReadingChoices = NO_CHOICES, **answers: str) -> Recognition:
    return recognise_till(shop, file, choices=ReadingChoices(answers), remembered=remembered)


def target(till: int, shape: str = "square", *, keeps_rest: bool = False) -> ImportTarget:
    return ImportTarget(till, keeps_rest=keeps_rest, shape=shape)


def moved(sold: dict[tuple[int, str], float], days: int) -> dict[tuple[int, str], float]:
    return {(number + days, sku): units for (number, sku), units in sold.items()}


def test_the_first_file_is_of_the_first_till(shop: Shop) -> None:
    assert recognised(shop, shaped(WEEK)) == Recognition(target(1))


def test_a_file_that_goes_on_is_of_the_same_till_in_any_shape(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    assert recognised(shop, shaped(moved(WEEK, 7))) == Recognition(target(1))
    assert recognised(shop, shaped(moved(WEEK, 7), "loyverse")) == Recognition(target(1, "loyverse"))


def test_a_longer_export_and_a_corrected_day_are_of_the_same_till(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    longer = WEEK | moved(OTHER_WEEK, 7) | {(3, "P1"): 99.0}
    assert recognised(shop, shaped(longer, "loyverse")) == Recognition(target(1, "loyverse"))


def test_the_same_file_under_another_name_is_said(shop: Shop) -> None:
    keep(shop, shaped(WEEK, name="monday.csv"))
    found = recognised(shop, shaped(WEEK, name="monday (1).csv"))
    assert (found.questions, found.notes[0].code) == ((), "same_file")
    assert found.notes[0].values == {"file": "monday.csv", "day": NOON.date()}


def test_other_sales_of_known_days_are_asked_about(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    found = recognised(shop, shaped(OTHER_WEEK, "loyverse"))
    (question,) = found.questions
    assert (question.code, question.options, question.guess) == ("till", ("another", "1"), "another")
    assert question.values == {"days": 7, "tills": {"1": "till.csv"}}
    assert found.target == target(2, "loyverse")


@pytest.mark.parametrize(("answer", "till"), [("another", 2), ("1", 1)])
def test_the_owner_says_which_till(shop: Shop, answer: str, till: int) -> None:
    keep(shop, shaped(WEEK))
    assert recognised(shop, shaped(OTHER_WEEK), till=answer) == Recognition(target(till))


def test_an_answer_that_is_none_of_the_options_is_asked_again(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    assert recognised(shop, shaped(OTHER_WEEK), till="7").questions


def test_a_correction_is_remembered_while_one_till_has_the_shape(shop: Shop) -> None:
    remembered = ReadingChoices({"till": "1"})
    keep(shop, shaped(WEEK))
    assert recognised(shop, shaped(OTHER_WEEK), remembered) == Recognition(target(1))
    keep(shop, shaped(OTHER_WEEK), till=2)
    third = {cell: units + 1000 for cell, units in WEEK.items()}
    assert recognised(shop, shaped(third), remembered).questions[0].options == ("another", "1", "2")


def test_a_second_till_is_known_by_its_shape_from_then_on(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    keep(shop, shaped(OTHER_WEEK, "loyverse"), till=2)
    keep(shop, shaped(moved(WEEK, 7)))
    assert recognised(shop, shaped(moved(OTHER_WEEK, 7), "loyverse")) == Recognition(target(2, "loyverse"))


def test_the_second_of_two_equal_tills_is_the_one_that_told_nothing_of_the_days_yet(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    keep(shop, shaped(OTHER_WEEK), till=2)
    first = recognised(shop, shaped(moved(WEEK, 7)))
    assert first.questions[0].options == ("1", "2"), "both are silent of these days"
    assert first.questions[0].values["days"] == 0
    keep(shop, shaped(moved(WEEK, 7)))
    assert recognised(shop, shaped(moved(OTHER_WEEK, 7))) == Recognition(target(2))


def test_a_new_format_that_agrees_with_no_till_is_asked_about_even_where_one_is_silent(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    keep(shop, shaped(moved(OTHER_WEEK, -7)), till=2)
    assert recognised(shop, shaped(OTHER_WEEK, "toast")).questions[0].options == ("another", "1")


def test_a_file_that_lacks_much_of_what_is_known_is_asked_about(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    part = {cell: units for cell, units in WEEK.items() if cell[1] != "P3"}
    found = recognised(shop, shaped(part))
    (question,) = found.questions
    assert (question.code, question.options, question.guess) == ("rest", ("keep", "remove"), "keep")
    assert question.values == {"sales": 7, "units": 49.0, "products": 1, "examples": ["P3"]}
    assert found.target == target(1, keeps_rest=True)
    assert recognised(shop, shaped(part), rest="remove") == Recognition(target(1))
    assert recognised(shop, shaped(part), ReadingChoices({"rest": "keep"})) == Recognition(target(1, keeps_rest=True))


def test_a_file_that_lacks_little_is_a_correction(shop: Shop) -> None:
    keep(shop, shaped(WEEK))
    assert recognised(shop, shaped({c: u for c, u in WEEK.items() if c != (0, "P0")})) == Recognition(target(1))


def test_a_half_day_is_no_evidence_against_the_till(shop: Shop) -> None:
    half = {cell: units for cell, units in WEEK.items() if cell[0] == 6}
    ends = pd.Series([1080] * 6 + [600], index=pd.DatetimeIndex([day(number) for number in range(7)]))
    keep(shop, replace(shaped(WEEK), last_sales=ends))
    whole = {cell: units + 5 for cell, units in half.items()} | moved(WEEK, 7)
    assert recognised(shop, shaped(whole)) == Recognition(target(1))
