import numpy as np

from inventory.count_first import count_first
from inventory.stock_ledger import record_signs, stock_ledger


def test_most_money_at_risk_comes_first_and_unknown_money_last():
    """Oversold by 5, never counted, silent with 8 on record, sold 100 since the count, unknown cost, in order."""
    sold = np.array([[9.0, 0.0, 0.0, 100.0, 9.0]])
    ledger = stock_ledger(
        [4, np.nan, 8, 500, 4], counted_after_day=np.full(5, -1), received=np.zeros((1, 5)), sold=sold
    )
    signs = record_signs(ledger, daily_demand=np.ones(5), days_since_sale=np.array([0.0, 0.0, 10.0, 0.0, 0.0]))
    first = count_first(
        ledger,
        signs,
        lead_time_demand=np.full(5, 7.0),
        unit_cost=np.array([2.0, 2.0, 10.0, 2.0, np.nan]),
        margin=np.array([3.0, np.nan, 5.0, 1.0, np.nan]),
    )
    assert first.product.tolist() == [2, 0, 1, 3, 4]
    assert first.units_in_doubt.tolist() == [8.0, 12.135, 7.0, 1.5, 12.135]
    np.testing.assert_allclose(first.money_at_risk, [80, 12 * 3 + 0.135 * 2, 14, 3, np.nan])


def test_a_record_without_doubt_is_not_counted():
    ledger = stock_ledger([50], counted_after_day=[0], received=np.zeros((1, 1)), sold=np.zeros((1, 1)))
    signs = record_signs(ledger, daily_demand=np.ones(1), days_since_sale=np.zeros(1))
    every = np.ones(1)
    assert count_first(ledger, signs, lead_time_demand=every, unit_cost=every, margin=every).product.size == 0
