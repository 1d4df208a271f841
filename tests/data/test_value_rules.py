import math

import numpy as np
import pandas as pd
import pytest

from data.value_rules import BadValue, ChoiceRule, NumberRule, Rule, TextRule, YesNoRule, checked, is_empty


def kept(found: object, rule: Rule) -> object:
    return checked({"field": found}, {"field": rule}, of={"sku": "A1"})["field"]


@pytest.mark.parametrize("found", [None, math.nan, "", "  ", pd.NaT, np.nan])
def test_an_empty_cell_means_not_known(found: object) -> None:
    assert is_empty(found)
    assert kept(found, NumberRule(0)) is None
    assert kept(found, TextRule()) is None


@pytest.mark.parametrize("found", [7, 7.0, " 7 ", np.int64(7), np.float64(7)])
def test_a_number_may_come_in_any_form(found: object) -> None:
    assert kept(found, NumberRule(0, 365)) == 7.0


@pytest.mark.parametrize("found", ["twelve", True, math.inf, "nan", [], -1, 366])
def test_what_is_no_number_of_the_range_is_refused(found: object) -> None:
    with pytest.raises(BadValue):
        kept(found, NumberRule(0, 365))


def test_a_bound_can_be_left_out() -> None:
    assert kept(0.001, NumberRule(0, above=True)) == 0.001
    with pytest.raises(BadValue, match="field of A1 must be a number above 0, got 0"):
        kept(0, NumberRule(0, above=True))


def test_a_whole_number_has_no_fraction() -> None:
    assert kept(7.0, NumberRule(1, 365, whole=True)) == 7
    with pytest.raises(BadValue, match="a whole number from 1 to 365"):
        kept(7.5, NumberRule(1, 365, whole=True))


def test_a_number_that_is_needed_cannot_be_emptied() -> None:
    with pytest.raises(BadValue):
        kept("", NumberRule(may_be_empty=False))


def test_a_text_loses_blanks_around_it_and_has_an_end() -> None:
    assert kept("  Acme   Ltd ", TextRule()) == "Acme Ltd"
    with pytest.raises(BadValue, match="at most 200 characters"):
        kept("x" * 201, TextRule())
    with pytest.raises(BadValue):
        kept(5, TextRule())


def test_yes_or_no_is_nothing_else() -> None:
    assert kept(True, YesNoRule()) is True
    assert kept(np.bool_(False), YesNoRule()) is False
    for found in ("yes", 2, None):
        with pytest.raises(BadValue):
            kept(found, YesNoRule())


def test_a_choice_is_one_of_its_words() -> None:
    assert kept("simple", ChoiceRule(("quantile", "simple"))) == "simple"
    with pytest.raises(BadValue, match="one of quantile, simple, got 'best'"):
        kept("best", ChoiceRule(("quantile", "simple")))


def test_all_problems_are_told_at_once() -> None:
    rules = {"price": NumberRule(0), "name": TextRule()}
    with pytest.raises(BadValue) as bad:
        checked({"price": -1, "colour": "red", "name": 5}, rules, of={"sku": "A1"})
    assert [problem.code for problem in bad.value.problems] == ["bad_value", "unknown_field", "bad_value"]
    assert bad.value.problem.values == {"field": "price", "rule": "a number from 0", "found": -1, "sku": "A1"}
