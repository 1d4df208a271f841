"""Tests of when everything is estimated again."""

from dataclasses import replace

import numpy as np
import pytest

from forecasting.fitted_shop import FittedShop, fit_shop
from forecasting.refit import why_refit
from tests.forecasting.simulated import poisson_shop, shop_of

N_PRODUCTS = 60
UNITS = poisson_shop(n_days=160, n_products=N_PRODUCTS) + 1.0


@pytest.fixture(scope="module")
def fitted() -> FittedShop:
    """Of the first 150 days."""
    return fit_shop(shop_of(UNITS[:150]), horizon=28)


@pytest.mark.parametrize("days", [0, 1, 3, 6])
def test_new_days_of_usual_sales_need_no_new_estimate(fitted: FittedShop, days: int) -> None:
    assert why_refit(fitted, shop_of(UNITS[: 150 + days]), horizon=28) is None


def test_without_an_estimate_there_is_nothing_to_keep() -> None:
    assert why_refit(None, shop_of(UNITS), horizon=28) == "never_fitted"


def test_a_week_of_new_days_asks_for_a_new_estimate(fitted: FittedShop) -> None:
    assert why_refit(fitted, shop_of(UNITS[:157]), horizon=28) == "a_week_old"


def test_an_undone_import_asks_for_a_new_estimate(fitted: FittedShop) -> None:
    assert why_refit(fitted, shop_of(UNITS[:149]), horizon=28) == "back_in_time"


def test_sales_of_earlier_days_ask_for_a_new_estimate(fitted: FittedShop) -> None:
    earlier = np.concatenate((UNITS[:10], UNITS[:150]))
    assert why_refit(fitted, shop_of(earlier, first_day="2022-12-23"), horizon=28) == "earlier_days"


def test_a_longer_look_ahead_asks_for_a_new_estimate(fitted: FittedShop) -> None:
    assert why_refit(fitted, shop_of(UNITS[:151]), horizon=29) == "longer_horizon"


@pytest.mark.parametrize(("products", "reason"), [(1, None), (2, "past_changed"), (60, "past_changed")])
def test_a_corrected_product_is_let_pass_and_more_of_them_are_not(
    fitted: FittedShop, products: int, reason: str | None
) -> None:
    units = UNITS[:151].copy()
    units[100, :products] += 1.0
    assert why_refit(fitted, shop_of(units), horizon=28) == reason


def test_another_shop_asks_for_a_new_estimate(fitted: FittedShop) -> None:
    history = shop_of(UNITS[:151])
    other = replace(history, skus=tuple(f"other {sku}" for sku in history.skus))
    assert why_refit(fitted, other, horizon=28) == "past_changed"


@pytest.mark.parametrize(("grown", "reason"), [(3, None), (4, "products_grown")])
def test_newcomers_that_outgrew_it_ask_for_a_new_estimate(grown: int, reason: str | None) -> None:
    units = np.hstack((UNITS, UNITS[:, :grown]))
    units[:97, N_PRODUCTS:] = 0.0
    young = fit_shop(shop_of(units[:150]), horizon=28)
    assert why_refit(young, shop_of(units[:153]), horizon=28) == reason


def test_a_shop_too_young_for_models_is_estimated_as_soon_as_it_can_be() -> None:
    units = UNITS[:, :3]
    young = fit_shop(shop_of(units[:83]), horizon=28)
    assert young.regulars is None
    assert why_refit(young, shop_of(units[:83]), horizon=28) is None
    assert why_refit(young, shop_of(units[:84]), horizon=28) == "products_grown"


@pytest.mark.parametrize("factor", [0.1, 3.0])
def test_sales_far_outside_their_bands_ask_for_a_new_estimate(fitted: FittedShop, factor: float) -> None:
    units = UNITS[:154].copy()
    units[150:] = np.ceil(units[150:] * factor)
    assert why_refit(fitted, shop_of(units), horizon=28) == "accuracy_lost"


def test_a_few_products_outside_their_bands_are_no_loss(fitted: FittedShop) -> None:
    units = UNITS[:154].copy()
    units[150:, :8] *= 5.0
    assert why_refit(fitted, shop_of(units), horizon=28) is None
