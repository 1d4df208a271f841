"""The day of the export is left out of forecasts until a later file completes it."""

from dataclasses import replace

import pandas as pd
import pytest

from data.importing.import_target import ImportTarget
from data.importing.imports import import_sales, list_imports, undo_last_import
from data.importing.sales_end import SalesEnd, sales_end
from data.reading.sales_file import SalesFile
from data.sales import daily_sales
from data.shop import Shop
from tests.data.sales_files import NOON, day, sales_file

CLOSING = 18 * 60


def timed(last: int, *, first: int = 0, minutes: dict[int, int] | None = None, units: float = 5) -> SalesFile:
    """Two products sold on each day from `first` to `last`, the last sale at 18:00 or as said by day."""
    said = minutes or {}
    file = sales_file({(number, sku): units for number in range(first, last + 1) for sku in ("A1", "B2")})
    ends = [said.get(number, CLOSING - number % 5) for number in range(first, last + 1)]
    days = pd.DatetimeIndex([day(number) for number in range(first, last + 1)])
    return replace(file, last_sales=pd.Series(ends, index=days))


def end_of(shop: Shop) -> SalesEnd:
    end = sales_end(shop)
    assert end is not None
    return end


def test_a_shop_without_sales_has_no_end(shop: Shop) -> None:
    assert sales_end(shop) is None


def test_a_file_that_ends_at_the_usual_hour_is_complete(shop: Shop) -> None:
    import_sales(shop, timed(27), imported_at=NOON)
    assert end_of(shop) == SalesEnd(day(27), day(27))


def test_a_file_exported_at_noon_does_not_count_its_last_day(shop: Shop) -> None:
    import_sales(shop, timed(27, minutes={27: 11 * 60 + 40}), imported_at=NOON)
    assert end_of(shop) == SalesEnd(day(27), day(26), last_minute=700, open_days=(day(27),))
    assert daily_sales(shop)["day"].max() == pd.Timestamp(day(27)), "the half day is kept"


def test_a_later_file_completes_the_day(shop: Shop) -> None:
    import_sales(shop, timed(27, minutes={27: 700}, units=5), imported_at=NOON)
    import_sales(shop, timed(28, first=27, minutes={28: 650}), imported_at=NOON)
    assert end_of(shop) == SalesEnd(day(28), day(27), last_minute=650, open_days=(day(28),))
    undo_last_import(shop)
    assert end_of(shop).complete_until == day(26)


def test_a_later_file_completes_a_day_on_which_no_more_was_sold(shop: Shop) -> None:
    import_sales(shop, timed(27, minutes={27: 700}), imported_at=NOON)
    outcome = import_sales(shop, timed(28, first=27, minutes={27: 700}), imported_at=NOON)
    assert outcome.days_changed == 0
    assert end_of(shop) == SalesEnd(day(28), day(28))


def test_an_export_of_each_day_is_compared_with_the_shops_past(shop: Shop) -> None:
    for number in range(9):
        import_sales(shop, timed(number, first=number), imported_at=NOON)
    import_sales(shop, timed(9, first=9, minutes={9: 700}), imported_at=NOON)
    assert end_of(shop).complete_until == day(8)


def test_a_half_day_never_replaces_a_whole_one(shop: Shop) -> None:
    import_sales(shop, timed(27, units=8), imported_at=NOON)
    outcome = import_sales(shop, timed(27, minutes={27: 700}, units=8).__class__(**half_day()), imported_at=NOON)
    assert outcome.import_id is None
    assert end_of(shop) == SalesEnd(day(27), day(27))
    assert daily_sales(shop)["units"].tolist() == [8] * 56


def half_day() -> dict[str, object]:
    """The same sales, only half of those of the last day."""
    whole = timed(27, minutes={27: 700}, units=8)
    is_last = whole.daily["day"] == pd.Timestamp(day(27))
    daily = whole.daily.assign(
        units=whole.daily["units"].where(~is_last, 4), revenue=whole.daily["revenue"].where(~is_last, 8)
    )
    return {**vars(whole), "daily": daily}


def test_files_in_any_order_give_the_same_shop(shop: Shop) -> None:
    import_sales(shop, timed(28, first=14), imported_at=NOON)
    import_sales(shop, timed(14, minutes={14: 700}, units=3), imported_at=NOON)
    whole = daily_sales(shop)
    assert whole[whole["day"] == pd.Timestamp(day(14))]["units"].tolist() == [5, 5]
    assert end_of(shop) == SalesEnd(day(28), day(28))


def test_a_half_day_that_no_file_completed_stays_out(shop: Shop) -> None:
    import_sales(shop, timed(27, minutes={27: 700}), imported_at=NOON)
    import_sales(shop, timed(35, first=28), imported_at=NOON)
    assert end_of(shop) == SalesEnd(day(35), day(35), open_days=(day(27),))


@pytest.mark.parametrize("minute", [16 * 60 + 30, 17 * 60, 21 * 60])
def test_a_somewhat_early_or_late_last_sale_is_a_whole_day(shop: Shop, minute: int) -> None:
    import_sales(shop, timed(27, minutes={27: minute}), imported_at=NOON)
    assert end_of(shop).is_complete


def test_hours_are_compared_by_weekday(shop: Shop) -> None:
    saturdays = dict.fromkeys(range(5, 34, 7), 13 * 60)
    import_sales(shop, timed(33, minutes=saturdays), imported_at=NOON)
    assert end_of(shop).is_complete


def test_an_early_end_with_few_products_is_doubted(shop: Shop) -> None:
    busy = {(number, f"P{item}"): 1.0 for number in range(27) for item in range(10)}
    ends = pd.Series(CLOSING, index=pd.DatetimeIndex([day(number) for number in range(28)]))
    ends.iloc[-1] = CLOSING - 70
    file = sales_file(busy | {(27, f"P{item}"): 1.0 for item in range(3)})
    import_sales(shop, replace(file, last_sales=ends), imported_at=NOON)
    assert not end_of(shop).is_complete


def test_too_little_past_tells_nothing(shop: Shop) -> None:
    import_sales(shop, timed(4, minutes={4: 600}), imported_at=NOON)
    assert end_of(shop).is_complete


def test_without_times_a_day_that_is_not_past_is_doubted_where_few_products_sold(shop: Shop) -> None:
    sold = {(number, f"P{item}"): 1.0 for number in range(31) for item in range(10)}
    today = sales_file(sold | {(31, "P1"): 1.0})  # NOON is of that day
    import_sales(shop, today, imported_at=NOON)
    assert end_of(shop) == SalesEnd(day(31), day(30), open_days=(day(31),))


def test_without_times_a_day_that_is_past_counts(shop: Shop) -> None:
    sold = {(number, f"P{item}"): 1.0 for number in range(30) for item in range(10)}
    import_sales(shop, sales_file(sold | {(30, "P1"): 1.0}), imported_at=NOON)
    assert end_of(shop).is_complete


def test_a_day_lacks_the_sales_of_a_till_that_is_behind(shop: Shop) -> None:
    import_sales(shop, timed(27), imported_at=NOON)
    import_sales(shop, timed(24), imported_at=NOON, target=ImportTarget(source_id=2))
    assert end_of(shop) == SalesEnd(day(27), day(24), late_till=2)


def test_a_till_that_often_rests_is_not_waited_for(shop: Shop) -> None:
    import_sales(shop, timed(25), imported_at=NOON)
    saturdays = sales_file({(number, "A1"): 3 for number in (5, 12, 19)})
    import_sales(shop, saturdays, imported_at=NOON, target=ImportTarget(source_id=2))
    assert end_of(shop).is_complete


def test_a_till_that_is_gone_is_not_waited_for(shop: Shop) -> None:
    import_sales(shop, timed(10), imported_at=NOON)
    import_sales(shop, timed(40, first=11), imported_at=NOON, target=ImportTarget(source_id=2))
    assert end_of(shop).is_complete
    assert len(list_imports(shop)) == 2
