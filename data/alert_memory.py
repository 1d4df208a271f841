"""Which causes of alerts were seen when, so that each is told once, and until when the owner silenced one."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from data.schema import alert_memory
from data.shop import Shop, mark_changed, reading, writing


@dataclass(frozen=True)
class Remembered:
    """silent_until: the last day on which the alert is not shown; None where it is."""

    first_seen: date
    last_seen: date
    silent_until: date | None = None


def read_alert_memory(shop: Shop) -> dict[str, Remembered]:
    """All causes that are remembered, by their key."""
    with reading(shop) as connection:
        return _all(connection)


def write_alert_memory(shop: Shop, memory: Mapping[str, Remembered]) -> None:
    """Keep `memory` in place of what was remembered; causes that it does not have are forgotten.

    The shop's revision stays: a plan is no older because its alerts were seen.
    """
    with writing(shop) as connection:
        if _all(connection) == memory:
            return
        connection.execute(delete(alert_memory))
        if memory:
            rows = [{"key": key, **asdict(remembered)} for key, remembered in memory.items()]
            connection.execute(insert(alert_memory), rows)


def silence_alert(shop: Shop, key: str, *, day: date, until: date | None) -> None:
    """Say on `day` that an alert is not to be shown up to `until`; None: that it is."""
    with writing(shop) as connection:
        before = _all(connection).get(key, Remembered(day, day))
        connection.execute(delete(alert_memory).where(alert_memory.c.key == key))
        row = {"key": key, **asdict(before), "silent_until": until}
        connection.execute(insert(alert_memory).values(row))
        mark_changed(connection)


def _all(connection: Connection) -> dict[str, Remembered]:
    rows = connection.execute(select(alert_memory).order_by(alert_memory.c.key))
    return {row.key: Remembered(row.first_seen, row.last_seen, row.silent_until) for row in rows}
