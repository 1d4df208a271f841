import pytest

from tests.data.tills.exports import export, left_out_of, units_of


def test_refunds_subtract_and_only_closed_receipts_count() -> None:
    found = export("loyverse_receipts.csv")
    assert found.report.format == "Loyverse receipts by item"
    assert units_of(found) == {("01-13", "10001"): 2, ("01-14", "10001"): -1, ("01-14", "Scone"): 3}
    assert found.report.revenue_used == pytest.approx(7 + 10 - 2.5 - 3.5)
    assert left_out_of(found) == {"cancelled": (3,)}


def test_receipts_in_spanish_are_read_alike() -> None:
    found = export("loyverse_receipts_spanish.csv")
    assert found.report.format == "Loyverse receipts by item"
    assert units_of(found) == {("09-19", "10001"): 2, ("09-20", "10001"): -1, ("09-20", "Agua / Grande"): 3}
    assert found.report.revenue_used == pytest.approx(80 - 40 + 45)
    assert left_out_of(found) == {"cancelled": (3,)}
