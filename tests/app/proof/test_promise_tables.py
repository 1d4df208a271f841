"""Twenty-seven of thirty, with the range that chance alone explains."""

import pandas as pd
import pytest

from app.proof.promise_tables import by_class, by_product, headline_of, kept_of

ORIGINS = pd.date_range("2024-01-07", periods=10, freq="14D")


def promises(broken: int, skus: tuple[str, ...] = ("a", "b", "c"), *, level: float = 0.9) -> pd.DataFrame:
    """A promise of ten units in 14 days per origin and product, the first `broken` sold twelve."""
    rows = [(origin, sku, 14, level, 10.0) for origin in ORIGINS for sku in skus]
    table = pd.DataFrame(rows, columns=["origin", "sku", "days", "level", "units"])
    sold = [12.0 if number < broken else 8.0 for number in range(len(table))]
    return table.assign(sold=sold, kept=[units <= 10 for units in sold])


def test_nine_times_out_of_ten_was_27_of_30() -> None:
    kept = headline_of(kept_of(promises(3)))
    assert kept is not None
    assert (kept.kept, kept.made, kept.share) == (27, 30, 0.9)
    assert kept.low < 0.9 < kept.high


def test_the_range_is_where_the_verdict_turns() -> None:
    for broken in range(0, 20):
        kept = headline_of(kept_of(promises(broken)))
        assert kept is not None
        assert (kept.verdict == "too_narrow") == (kept.share < kept.low)


def test_levels_that_are_not_shown_do_not_count() -> None:
    assert kept_of(promises(3, level=0.5)) == ()


def test_a_class_and_a_product_have_their_own() -> None:
    table = promises(4)
    told = by_class(table, pd.Series({"a": "A", "b": "B", "c": "B"}))
    assert {name: (each.kept, each.made) for name, each in told.items()} == {"A": (8, 10), "B": (18, 20)}
    only = headline_of(kept_of(table, skus=pd.Index(["b"])))
    assert only is not None
    assert (only.kept, only.made) == (9, 10)


def test_products_are_listed_the_most_often_broken_first() -> None:
    listed = by_product(promises(4))
    assert listed["sku"].iloc[0] == "a"
    assert listed[["kept", "made", "beyond"]].iloc[0].tolist() == [8, 10, 2.0]
    assert by_product(promises(4)[:20])["sku"].tolist() == [], "seven promises are too few to name a product"


@pytest.mark.parametrize("broken", [0, 30])
def test_all_kept_and_none_kept_are_counted_too(broken: int) -> None:
    kept = headline_of(kept_of(promises(broken)))
    assert kept is not None
    assert kept.share == 1 - broken / 30
