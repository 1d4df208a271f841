import pytest

from data.columns import NAME, REVENUE, UNITS
from data.tills.till import PLAIN, RowRule, till_columns


@pytest.mark.parametrize(("text", "left_out"), [("Voided", True), (" voided ", True), ("paid", False), ("", False)])
def test_a_rule_leaves_out_rows_with_its_texts(text: str, left_out: bool) -> None:
    assert RowRule("status", frozenset({"voided"}), "cancelled").leaves_out(text) is left_out


@pytest.mark.parametrize(("text", "left_out"), [("Closed", False), ("Cancelled", True), ("", True)])
def test_a_rule_of_what_counts_leaves_out_all_other_rows(text: str, left_out: bool) -> None:
    assert RowRule("status", frozenset({"closed"}), "cancelled", others=True).leaves_out(text) is left_out


def test_an_unknown_file_is_read_by_what_headers_usually_mean() -> None:
    assert till_columns(PLAIN, ["Item", "Net sales", "Qty"]) == {NAME: 0, UNITS: 2, REVENUE: 1}
