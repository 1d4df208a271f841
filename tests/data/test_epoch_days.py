from datetime import date

import pandas as pd
import pytest

from data.epoch_days import date_of, datetimes_of, epoch_day_of, epoch_days_of


@pytest.mark.parametrize(
    ("day", "number"), [(date(1970, 1, 1), 0), (date(1969, 12, 31), -1), (date(2024, 2, 29), 19782)]
)
def test_a_day_is_a_number_and_back(day: date, number: int) -> None:
    assert epoch_day_of(day) == number
    assert date_of(number) == day
    column = pd.Series(pd.to_datetime([day]))
    assert epoch_days_of(column).tolist() == [number]
    assert datetimes_of(pd.Series([number])).tolist() == column.dt.to_pydatetime().tolist()
