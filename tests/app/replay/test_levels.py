"""What is decided on past mornings does not depend on who works on it."""

import numpy as np
import pytest

import app.forecasts.spread
from app.planning.conditions import policy_of
from app.replay.levels import order_levels
from data.shop_settings import ShopSettings
from inventory.simulation import OrderLevels
from tests.app.replay.test_replay import listed, made_up

HISTORY = made_up(days=200)


def decided() -> OrderLevels:
    policy = policy_of(listed(HISTORY), ShopSettings(review_period_days=1))
    return order_levels(HISTORY, HISTORY.skus, policy, begin=len(HISTORY.days) - 70, first=len(HISTORY.days) - 60)


def test_other_processes_decide_bit_for_bit_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.forecasts.spread.joblib, "cpu_count", lambda: 1)
    alone = decided()
    monkeypatch.setattr(app.forecasts.spread.joblib, "cpu_count", lambda: 2)
    monkeypatch.setattr(app.forecasts.spread, "FEWEST_FOR_HELPERS", 0)
    together = decided()
    np.testing.assert_array_equal(alone.reorder_point, together.reorder_point)
    np.testing.assert_array_equal(alone.order_up_to, together.order_up_to)
