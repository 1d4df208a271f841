"""A forecast reaches as far as the conditions of all products need, and what-if goes."""

import pandas as pd
import pytest

from app.planning.conditions import HORIZONS, horizon_for, policy_of
from data.shop_settings import ShopSettings
from tests.app.shops import plan_of


def with_lead_times(*days: float, sd: float = 0.0) -> pd.DataFrame:
    products = plan_of(*({} for _ in days)).inputs.products
    return products.assign(lead_time_days=days, lead_time_sd_days=sd)


@pytest.mark.parametrize(
    ("lead_times", "review", "horizon"),
    [
        ((7, 3), 7, 56),  # 2 x 7 + 7 = 21
        ((24,), 8, 56),  # 2 x 24 + 8 = 56
        ((24,), 9, 91),  # one day more than fits
        ((80,), 7, 182),
        ((170,), 20, 366),
        ((200,), 7, 407),  # beyond the last step: as many days as are needed
    ],
)
def test_the_horizon_reaches_over_the_longest_lead_time_doubled(
    lead_times: tuple[float, ...], review: int, horizon: int
) -> None:
    settings = ShopSettings(review_period_days=review)
    products = with_lead_times(*lead_times).assign(review_period_days=float(review))
    assert horizon_for(policy_of(products, settings)) == horizon


def test_a_lead_time_that_varies_needs_a_longer_horizon() -> None:
    fixed, varying = with_lead_times(20), with_lead_times(20, sd=6)
    assert horizon_for(policy_of(fixed, ShopSettings())) == HORIZONS[0]
    assert horizon_for(policy_of(varying, ShopSettings())) > HORIZONS[0]
