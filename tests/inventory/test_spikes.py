import numpy as np
import pytest

from inventory.spikes import forecast_gone_bad, spikes


def weeks(usual, last):
    return np.array([[each] for each in [*usual, last]], dtype=float)


def test_a_week_far_above_the_usual_is_a_spike():
    found = spikes(weeks([9, 10, 11, 10, 9, 11, 10, 10], 40))
    assert (found.spike.tolist(), found.units.tolist(), found.usual.tolist()) == ([True], [40.0], [10.0])


def test_a_good_week_is_none():
    assert not spikes(weeks([9, 10, 11, 10, 9, 11, 10, 10], 19)).spike.any()


def test_products_that_always_vary_need_more():
    assert not spikes(weeks([0, 40, 3, 25, 60, 0, 12, 30], 90)).spike.any()


def test_a_few_weeks_say_nothing():
    assert not spikes(weeks([1, 1, 1], 90)).spike.any()
    assert np.isnan(spikes(weeks([1, 1, 1], 90)).usual).all()
    assert not spikes(weeks([1] * 7 + [np.nan], 90)).spike.any()
    assert not spikes([[5.0]]).spike.any()


def test_chance_alone_is_seldom_a_spike():
    drawn = np.random.default_rng(2).poisson(3.0, (20, 20_000)).astype(float)
    assert 0 < spikes(drawn).spike.mean() < 0.002


def test_a_forecast_is_bad_when_chance_does_not_explain_its_misses():
    # Twelve promises of 95 %: 3 misses in 2.0 % of cases, 4 in 0.2 %.
    assert forecast_gone_bad([0, 1, 3, 4], promises=12, level=0.95).tolist() == [False, False, False, True]


def test_more_misses_than_promises_are_refused():
    with pytest.raises(ValueError, match="missed must be no more than promises, got 5 of 4"):
        forecast_gone_bad([5], promises=4, level=0.9)


def test_weeks_have_two_dimensions():
    with pytest.raises(ValueError, match=r"weekly_units must have the shape \(weeks, products\), got \(2,\)"):
        spikes([1.0, 2.0])
