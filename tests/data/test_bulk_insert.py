import math

import pandas as pd
from sqlalchemy import select

from data.bulk_insert import insert_rows
from data.schema import sales
from data.shop import Shop, writing


def test_rows_are_inserted_by_column_name_and_nan_becomes_empty(shop: Shop) -> None:
    rows = pd.DataFrame(
        {
            "revenue": [4.5, math.nan],
            "units": [2.0, 1.0],
            "other": ["x", "y"],
            "product_id": [1, 2],
            "epoch_day": [7, 7],
            "source_id": [1, 1],
        }
    )
    with writing(shop) as connection:
        insert_rows(connection, sales, rows)
        assert connection.execute(select(sales).order_by(sales.c.product_id)).all() == [
            (7, 1, 1, 2.0, 4.5),
            (7, 2, 1, 1.0, None),
        ]


def test_no_rows_are_no_statement(shop: Shop) -> None:
    with writing(shop) as connection:
        insert_rows(connection, sales, pd.DataFrame({"epoch_day": []}))
        assert connection.execute(select(sales)).all() == []
