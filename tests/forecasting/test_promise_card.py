"""What the card says of promises is what a scorer that knows nothing of it computes."""

import numpy as np
import pandas as pd

from forecasting.history import build_history
from forecasting.kept_promises import PROMISE, settled
from forecasting.promise_card import promises_kept, widening_needed
from tests.forecasting.simulated import FIRST, sales_rows


def coverage_by_hand(sales: pd.DataFrame, promises: pd.DataFrame) -> dict[tuple[int, float], tuple[int, int]]:
    """Kept and made by days and level, one promise after the other, from the sales rows themselves."""
    sold = {(row.day, row.sku): row.units for row in sales.itertuples()}
    first, last = sales.groupby("sku")["day"].min(), sales["day"].max()
    told: dict[tuple[int, float], tuple[int, int]] = {}
    for row in promises.itertuples():
        days = [row.origin + pd.Timedelta(days=ahead) for ahead in range(1, row.days + 1)]
        if days[-1] > last or days[0] < first[row.sku]:
            continue
        kept, made = told.get((row.days, row.level), (0, 0))
        total = sum(sold.get((day, row.sku), 0.0) for day in days)
        told[row.days, row.level] = kept + (total <= row.units), made + 1
    return told


def random_promises(sales: pd.DataFrame, seed: int = 3) -> pd.DataFrame:
    generator = np.random.default_rng(seed)
    rows = [
        (FIRST + pd.Timedelta(days=int(origin)), sku, days, level, float(generator.integers(0, 12 * days)))
        for origin in range(10, 100, 9)
        for sku in sales["sku"].unique()
        for days in (7, 14)
        for level in (0.5, 0.9)
    ]
    return pd.DataFrame(rows, columns=PROMISE)


def test_the_card_is_what_counting_one_by_one_gives() -> None:
    sales = sales_rows(np.random.default_rng(1).poisson(6.0, (110, 3)))
    promises = random_promises(sales)
    card = promises_kept(settled(promises, build_history(sales)))
    found = {(row.days, row.level): (row.kept, row.made) for row in card.itertuples()}
    assert found == coverage_by_hand(sales, promises)
    np.testing.assert_allclose(card["share"], card["kept"] / card["made"])


def test_each_class_has_its_own_card_and_all_together_are_the_shop() -> None:
    sales = sales_rows(np.random.default_rng(2).poisson(6.0, (110, 3)))
    done = settled(random_promises(sales), build_history(sales))
    shop = promises_kept(done)
    by_class = promises_kept(done, classes=pd.Series({"p0": "A", "p1": "A", "p2": "B"}))
    assert set(by_class["class"]) == {"A", "B"}
    together = by_class.groupby(["days", "level"])[["kept", "made"]].sum().reset_index()
    pd.testing.assert_frame_equal(together, shop[["days", "level", "kept", "made"]])


# --- verdicts, on an engine whose truth is known


def weekly_promises(width: float, seed: int = 0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Sales N(100, 10) a day of 20 products, and 52 weekly promises, their bands `width` times as wide as right."""
    units = np.random.default_rng(seed).normal(100.0, 10.0, (420, 20))
    sales = sales_rows(units, launched=(0,) * 20)
    z = {0.5: 0.0, 0.8: 0.8416, 0.9: 1.2816, 0.95: 1.6449}
    rows = [
        (FIRST + pd.Timedelta(days=origin), f"p{product}", 7, level, 700.0 + width * score * 10 * np.sqrt(7))
        for origin in range(50, 414, 7)
        for product in range(20)
        for level, score in z.items()
    ]
    return sales, pd.DataFrame(rows, columns=PROMISE)


def card_of(width: float) -> pd.DataFrame:
    sales, promises = weekly_promises(width)
    return promises_kept(settled(promises, build_history(sales))).set_index("level")


def test_right_bands_are_as_promised() -> None:
    assert set(card_of(1.0)["verdict"]) == {"as_promised"}


def test_bands_half_as_wide_are_too_narrow_and_twice_as_wide_too_wide() -> None:
    assert (card_of(0.5)["verdict"].drop(0.5) == "too_narrow").all()
    assert (card_of(2.0)["verdict"].drop(0.5) == "too_wide").all()


def test_the_widening_needed_is_what_was_missing() -> None:
    for width in (0.5, 1.0, 2.0):
        sales, promises = weekly_promises(width)
        needed = widening_needed(settled(promises, build_history(sales)))
        np.testing.assert_allclose(needed["factor"], 1 / width, rtol=0.1)


def test_a_shock_that_all_products_share_is_no_proof() -> None:
    """One bad week among twelve breaks every promise of it; told one by one, 20 of 240 would be proof enough."""
    units = np.full((100, 20), 10.0)
    units[50:57] = 30.0
    promises = pd.DataFrame(
        [
            (FIRST + pd.Timedelta(days=origin), f"p{product}", 7, 0.95, 71.0)
            for origin in range(7, 91, 7)
            for product in range(20)
        ],
        columns=PROMISE,
    )
    card = promises_kept(settled(promises, build_history(sales_rows(units, launched=(0,) * 20))))
    assert card["share"].item() < 0.92
    assert card["verdict"].item() == "as_promised"


def test_of_few_promises_nothing_is_said() -> None:
    sales = sales_rows(np.full((60, 3), 5.0))
    promises = pd.DataFrame([(FIRST + pd.Timedelta(days=30), "p0", 7, 0.9, 1.0)], columns=PROMISE)
    assert promises_kept(settled(promises, build_history(sales)))["verdict"].tolist() == ["too_few"]
