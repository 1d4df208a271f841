"""The grid of accuracy has a row per product, the worst first, with who forecasts it and who did before."""

import datetime as dt

import pandas as pd

from app.planning.plan import Plan
from app.proof.accuracy import accuracy
from app.proof.champions import Champion
from app.views.accuracy_grid import accuracy_grid, accuracy_rows


def test_rows_are_those_of_the_table_with_champion_and_challenger(sample_plan: Plan) -> None:
    found = accuracy(sample_plan.forecast, sample_plan.inputs.history)
    assert found is not None
    worst, second = found.products.index[:2]
    champions = {worst: Champion("arima", dt.date(2011, 5, 3), "smoothing")}
    rows = accuracy_rows(found, sample_plan.inputs.products["name"].fillna(""), champions)
    assert [row["sku"] for row in rows] == list(found.products.index)
    assert (rows[0]["since"], rows[0]["before"]) == ("3 May 2011", "exponential smoothing")
    assert (rows[1]["since"], rows[1]["before"]) == ("9 December 2011", "")
    assert rows[1]["better"] == round(float(found.products.loc[second, "better"]), 4)


def test_every_column_of_the_grid_is_in_its_rows(sample_plan: Plan) -> None:
    found = accuracy(sample_plan.forecast, sample_plan.inputs.history)
    assert found is not None
    rows = accuracy_rows(found, pd.Series("", index=found.products.index), {})
    grid = accuracy_grid(rows)
    assert {column["field"] for column in grid.columnDefs} <= set(rows[0])
    assert rows[0]["name"] == rows[0]["sku"], "a product without a name goes by its number"
