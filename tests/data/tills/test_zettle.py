import pytest

from tests.data.tills.exports import export, units_of


def test_the_final_price_is_the_money_and_returns_are_negative() -> None:
    found = export("zettle_raw_danish.csv")
    assert found.report.format == "Zettle raw data report"
    assert units_of(found) == {("08-14", "Beer / Pilsner"): 2, ("08-14", "Water"): 1, ("08-15", "Beer / Pilsner"): -1}
    assert found.report.revenue_used == pytest.approx(50 + 15 - 25)


def test_the_raw_data_report_is_known_by_its_final_price_with_a_currency() -> None:
    found = export("zettle_raw_english.csv")
    assert found.report.format == "Zettle raw data report"
    assert units_of(found) == {("03-04", "Ale / Pint"): 2, ("03-05", "Ale / Half"): 1}
    assert found.report.revenue_used == pytest.approx(9.60 + 2.50)
