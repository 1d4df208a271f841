import math

import pandas as pd
from sqlalchemy import func, select

from data.importing.imports import import_sales
from data.importing.sales_difference import sales_difference
from data.schema import added_days, sales_changes
from data.shop import Shop, reading
from tests.data.sales_files import NOON, sales_file


def cells(*rows: tuple[int, int, float, float]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["epoch_day", "product_id", "units", "revenue"]).astype(
        {"epoch_day": "int64", "product_id": "int64", "units": "float64", "revenue": "float64"}
    )


def test_equal_tables_do_not_differ() -> None:
    table = cells((1, 1, 2, 4), (1, 2, 3, math.nan))
    assert sales_difference(table, table).is_empty


def test_a_day_without_sales_before_is_added_whole() -> None:
    difference = sales_difference(cells((1, 1, 2, 4)), cells((1, 1, 2, 4), (2, 1, 5, 10), (2, 2, 1, 2)))
    assert difference.added_days.tolist() == [2]
    assert difference.added["units"].tolist() == [5, 1]
    assert difference.changes.empty


def test_on_other_days_each_cell_is_told_before_and_after() -> None:
    before = cells((1, 1, 2, 4), (1, 2, 3, 6), (1, 3, 1, 2))
    after = cells((1, 1, 2, 4), (1, 2, 4, 8), (1, 4, 7, 14))
    changes = sales_difference(before, after).changes.set_index("product_id")
    assert changes.loc[2, ["units_before", "units_after"]].tolist() == [3, 4]
    assert math.isnan(changes.loc[3, "units_after"])
    assert math.isnan(changes.loc[4, "units_before"])
    assert 1 not in changes.index


def test_money_that_becomes_known_is_a_change() -> None:
    difference = sales_difference(cells((1, 1, 2, math.nan)), cells((1, 1, 2, 4)))
    assert difference.changes["revenue_after"].tolist() == [4]


def test_a_whole_history_imported_every_day_keeps_only_what_is_new(shop: Shop) -> None:
    history = {(number, "A1"): 5.0 for number in range(30)}
    import_sales(shop, sales_file(history), imported_at=NOON)
    for number in range(30, 35):
        history[number, "A1"] = 1.0
        import_sales(shop, sales_file(history), imported_at=NOON)
    with reading(shop) as connection:
        assert connection.execute(select(func.count()).select_from(sales_changes)).scalar_one() == 0
        assert connection.execute(select(func.count()).select_from(added_days)).scalar_one() == 35
