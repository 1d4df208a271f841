"""Tests of spans."""

import numpy as np

from forecasting.spans import interpolate_spans, spans_within, totals_over


def test_totals_over_spans_are_sums_of_the_first_days() -> None:
    assert totals_over(np.array([1.0, 2.0, 4.0]), np.array([1, 3])).tolist() == [1.0, 7.0]


def test_values_at_the_spans_are_kept_and_the_last_goes_on() -> None:
    spans = spans_within(14)
    values = np.arange(len(spans), dtype=float)[None, :, None]
    daily = interpolate_spans(values, spans, 30)[0, :, 0]
    np.testing.assert_allclose(daily[spans - 1], values[0, :, 0])
    assert (daily[14:] == values[0, -1, 0]).all()
    assert (np.diff(daily) >= 0).all()
