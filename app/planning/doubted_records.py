"""Forecasts of products whose stock record looks wrong: not to be ordered by until it is counted."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from app.planning.stock_record import StockRecords
from forecasting.forecast import Forecast
from forecasting.grades import DO_NOT_TRUST, GradeReason

WRONG_RECORD = "wrong_record"


def with_doubted_records(forecast: Forecast, records: StockRecords, *, on_record: NDArray[np.float64]) -> Forecast:
    """The forecast with the lowest grade where a record speaks against itself; reasons that were there before stay.

    on_record: units on hand (products,), below zero where the record says so.
    """
    signs = records.signs
    doubted = np.flatnonzero(signs.negative | signs.sold_though_empty | signs.silent)
    grades, reasons = list(forecast.grade), list(forecast.grade_reason)
    for product in doubted.tolist():
        if grades[product] == DO_NOT_TRUST:
            continue
        values = {
            "units": float(on_record[product]),
            "negative": float(signs.negative[product]),
            "sold_though_empty": float(signs.sold_though_empty[product]),
        }
        grades[product], reasons[product] = DO_NOT_TRUST, GradeReason(WRONG_RECORD, values)
    return replace(forecast, grade=tuple(grades), grade_reason=tuple(reasons)) if doubted.size else forecast
