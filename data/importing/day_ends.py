"""Whether the last day of a file was over when the till exported it, by the time of the day's last sale.

A till that is asked for its sales at noon tells half a day. Forecasts leave such a day out until a later file
completes it.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from data.bulk_insert import insert_rows
from data.importing.file_cells import FileCells
from data.schema import day_ends, imports

WELL_BEFORE_MINUTES = 120  # before the usual last sale
EARLIER_THAN_EVER_MINUTES = 60  # before the earliest last sale of the days compared with
LITTLE_BEFORE_MINUTES = 45
FEW = 0.6  # of what the days compared with sold at least
WEEKDAYS_COMPARED, FEWEST_WEEKDAYS = 8, 3
DAYS_COMPARED, FEWEST_DAYS = 14, 6
ENDS = ["epoch_day", "last_minute", "is_complete"]


@dataclass(frozen=True)
class DayEnds:
    """What a file tells anew about the ends of its days: epoch_day, last_minute (NaN: not known), is_complete.

    last: the file's last epoch day. completes_or_opens_days: whether any of them was complete before and is not now, or
    the other way round.
    """

    table: pd.DataFrame
    last: int
    is_last_day_open: bool
    completes_or_opens_days: bool

    def without_last_day(self) -> "DayEnds":
        kept = self.table[self.table["epoch_day"] < self.last]
        return replace(self, table=kept, last=self.last - 1, is_last_day_open=False, completes_or_opens_days=False)


def stored_day_ends(connection: Connection, *, source_id: int) -> pd.DataFrame:
    """What is known of the ends of a till's days, by epoch day: last_minute, is_complete, by the newest import."""
    ends = day_ends.c
    query = select(ends.epoch_day, ends.last_minute, ends.is_complete).join(imports)
    rows = connection.execute(query.where(imports.c.source_id == source_id).order_by(ends.import_id)).all()
    table = pd.DataFrame([tuple(row) for row in rows], columns=ENDS).astype({"last_minute": "float64"})
    return table.drop_duplicates("epoch_day", keep="last").set_index("epoch_day")


def file_day_ends(file: FileCells, last_sales: pd.Series, stored: pd.DataFrame, *, today: int) -> DayEnds:
    """The ends of a file's days where they are not stored like that.

    last_sales: minute of each day's last sale by day (datetime64), empty where the file has no times. today: the epoch
    day of the import; a day that is not past is doubted even without times.
    """
    minutes = pd.Series(last_sales.to_numpy(dtype="float64"), index=_epoch_days(last_sales))
    is_open = file.last >= file.first and not _is_over(file, minutes, stored, today=today)
    days = file.cells["epoch_day"].unique()
    ends = pd.DataFrame({"epoch_day": days, "last_minute": minutes.reindex(days).to_numpy()})
    ends["is_complete"] = ~((ends["epoch_day"] == file.last) & is_open)
    known = stored.reindex(days)
    was_complete = known["is_complete"].to_numpy(dtype=object) != False  # noqa: E712  # not known: complete
    is_same_minute = (ends["last_minute"] == known["last_minute"].to_numpy()) | ends["last_minute"].isna()
    turns = was_complete != ends["is_complete"].to_numpy()
    return DayEnds(ends[turns | ~is_same_minute.to_numpy()], file.last, is_open, bool(turns.any()))


def write_day_ends(connection: Connection, ends: DayEnds, *, import_id: int) -> None:
    """Keep what an import tells anew; it goes with the import."""
    minutes = ends.table["last_minute"].astype(object).where(ends.table["last_minute"].notna(), None)
    insert_rows(connection, day_ends, ends.table.assign(import_id=import_id, last_minute=minutes))


def _epoch_days(last_sales: pd.Series) -> NDArray[np.int64]:
    return pd.DatetimeIndex(last_sales.index).to_numpy().astype("datetime64[D]").astype(np.int64)


def _is_over(file: FileCells, minutes: pd.Series, stored: pd.DataFrame, *, today: int) -> bool:
    last = file.last
    if last not in minutes.index:
        return last < today or not _sold_few(file)
    known = stored[stored["is_complete"].astype(bool)]["last_minute"].dropna()
    past = pd.concat([known[~known.index.isin(minutes.index)], minutes]).sort_index()
    usual = _usual(past[past.index < last], last)
    if not len(usual):
        return True
    end = float(minutes[last])
    if end < min(np.median(usual) - WELL_BEFORE_MINUTES, usual.min() - EARLIER_THAN_EVER_MINUTES):
        return False
    return not (end < np.median(usual) - LITTLE_BEFORE_MINUTES and _sold_few(file))


def _sold_few(file: FileCells) -> bool:
    """Whether fewer products sold on the last day than usual by far."""
    products = file.cells.groupby("epoch_day").size().sort_index()
    usual = _usual(products[products.index < file.last], file.last)
    return bool(len(usual) and products.get(file.last, 0) < FEW * usual.min())


def _usual(by_day: pd.Series, last: int) -> NDArray[np.float64]:
    """The values of the days to compare with: the same weekday lately, else the last days; none where too few."""
    days = by_day.index.to_numpy(dtype=np.int64)
    values: NDArray[np.float64] = np.asarray(by_day, dtype=np.float64)
    same = np.asarray(values[(last - days) % 7 == 0][-WEEKDAYS_COMPARED:])
    if len(same) >= FEWEST_WEEKDAYS:
        return same
    return values[-DAYS_COMPARED:] if len(values) >= FEWEST_DAYS else values[:0]
