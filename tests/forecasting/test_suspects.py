import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import betabinom

from forecasting.arrays import FloatArray
from forecasting.sold_out import SoldOut, without
from forecasting.suspects import _beta_binomial, find_suspects
from tests.forecasting.simulated import poisson_shop, shop_of

N_DAYS = 300


def shop_with(product: FloatArray, *, seed: int = 0) -> FloatArray:
    """A shop of 40 ordinary products and one more, the first."""
    others = poisson_shop(n_days=len(product), n_products=40, seed=seed)
    return np.column_stack((product, others))


def suspects_of(product: FloatArray) -> list[tuple[str, str, int]]:
    found = find_suspects(shop_of(shop_with(product)))
    assert all(suspect.sold_out.sku == "p0000" for suspect in found)
    return [(str(each.sold_out.first_day), str(each.sold_out.last_day), each.days) for each in found]


def daily(rate: float, *, seed: int = 1, n_days: int = N_DAYS) -> FloatArray:
    return np.random.default_rng(seed).poisson(rate, n_days).astype(np.float64)


def test_the_chance_of_a_silence_is_the_beta_binomial_one() -> None:
    expected = betabinom.pmf(0, 6, 50 + 0.5, 6 + 0.5)
    assert _beta_binomial(np.array([50]), np.array([56]), np.array([6.0]))[0] == pytest.approx(expected)


def test_a_fast_seller_silent_for_a_week_is_a_suspect_with_its_missed_units() -> None:
    sold = daily(4.0)
    sold[200:207] = 0.0
    (suspect,) = find_suspects(shop_of(shop_with(sold)))
    assert suspect.sold_out == SoldOut("p0000", *(shop_of(sold[:, None]).days[row].date() for row in (200, 206)))
    assert suspect.days == 7
    assert suspect.usual == pytest.approx(4.0, abs=0.8)
    assert suspect.missed == pytest.approx(28.0, rel=0.25)
    assert suspect.chance < 1e-6


def test_the_silences_of_a_slow_seller_are_real() -> None:
    sold = daily(0.1)
    sold[100:125] = 0.0
    assert suspects_of(sold) == []


def test_a_fast_seller_silent_until_today_is_asked_about_at_once() -> None:
    sold = daily(4.0)
    sold[-4:] = 0.0
    (suspect,) = find_suspects(shop_of(shop_with(sold)))
    assert suspect.ongoing
    assert (suspect.days, suspect.sold_out.last_day) == (4, shop_of(sold[:, None]).days[-1].date())
    assert suspect.usual == pytest.approx(4.0, abs=0.8)


def test_a_product_not_sold_for_more_than_eight_weeks_is_not_asked_about() -> None:
    sold = daily(4.0)
    sold[-57:] = 0.0
    assert suspects_of(sold) == []


def test_a_product_fading_until_today_is_no_suspect() -> None:
    sold = daily(4.0)
    sold[-30:] = 0.0
    sold[[-28, -24, -20, -14]] = 1.0
    assert suspects_of(sold) == []


def test_a_product_fading_out_is_no_suspect() -> None:
    sold = daily(4.0)
    sold[200:] = 0.0
    sold[215] = sold[240] = sold[260] = 1.0
    assert suspects_of(sold) == []


def test_a_season_between_two_years_is_no_suspect() -> None:
    sold = daily(6.0, n_days=500)
    sold[200:400] = 0.0
    assert suspects_of(sold) == []


def test_weekdays_on_which_a_product_never_sells_are_no_suspects() -> None:
    sold = daily(9.0)
    sold[np.arange(N_DAYS) % 7 < 5] = 0.0
    assert suspects_of(sold) == []
    sold[196:224] = 0.0  # four weekends: eight days on which it would have sold
    assert len(suspects_of(sold)) == 1


def test_days_quiet_for_the_whole_shop_accuse_no_product() -> None:
    units = shop_with(daily(4.0))
    units[200:204] *= np.random.default_rng(3).random((4, units.shape[1])) < 0.03
    assert find_suspects(shop_of(units)) == ()


def test_a_silence_of_more_than_a_year_ago_is_not_asked_about() -> None:
    sold = daily(4.0, n_days=500)
    sold[100:107] = 0.0
    assert suspects_of(sold) == []


def test_an_answer_changes_nothing_about_the_suspects() -> None:
    sold = daily(4.0)
    sold[200:207] = sold[230:236] = 0.0
    history = shop_of(shop_with(sold))
    found = find_suspects(history)
    assert len(found) == 2
    assert find_suspects(without(history, [found[0].sold_out])) == found


@pytest.mark.parametrize("seed", range(3))
def test_a_shop_that_never_ran_out_is_hardly_asked(seed: int) -> None:
    """Five hundred products, some by weekday, some lumpy, some swelling and ebbing: tens of thousands of silences."""
    random = np.random.default_rng(seed)
    days = np.arange(364)[:, None]
    rate = random.gamma(0.5, 3.0, 500) * (1.0 + 0.8 * np.sin(days / 58.0 + random.uniform(0, 6, 500)))
    rate *= 1.0 + 0.7 * np.sin(2 * np.pi * (days + random.integers(0, 7, 500)) / 7)
    lumps = random.integers(1, 7, 500)
    units = random.poisson(rate / lumps) * lumps
    found = find_suspects(shop_of(units.astype(np.float64)))
    assert len(found) <= 2


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 90), st.integers(1, 4))
def test_suspects_are_silences_after_a_sale_whatever_the_shop(seed: int, n_days: int, n_products: int) -> None:
    random = np.random.default_rng(seed)
    sold = random.poisson(random.gamma(0.5, 4.0, n_products), (n_days, n_products))
    units = sold * (random.random((n_days, 1)) < 0.9)
    history = shop_of(units.astype(np.float64))
    for suspect in find_suspects(history):
        column = history.skus.index(suspect.sold_out.sku)
        begin, end = history.days.get_indexer(pd.to_datetime([suspect.sold_out.first_day, suspect.sold_out.last_day]))
        assert not np.nan_to_num(history.units[begin : end + 1, column]).any()
        assert history.units[begin - 1, column] > 0 or not history.open_days[begin - 1]
        assert 0 <= suspect.chance < 0.01
        assert suspect.missed <= suspect.usual * suspect.days + 1e-9
