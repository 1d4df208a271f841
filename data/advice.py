"""What was advised when: the newest advice of each day is kept, in a form that only its maker reads."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, insert, select

from data.schema import advice as advice_table
from data.shop import Shop, reading, writing


@dataclass(frozen=True)
class KeptAdvice:
    """advice_id: never given again. day: that it was for. version: of the program that made it."""

    advice_id: int
    day: date
    made_at: datetime
    version: str
    content: bytes


def keep_advice(shop: Shop, *, day: date, made_at: datetime, version: str, content: bytes) -> int:
    """Keep the advice for `day` in place of an earlier one for it; its number.

    The shop's revision stays: a plan is no older because it was kept.
    """
    row = {"day": day, "made_at": made_at.isoformat(), "version": version, "content": content}
    with writing(shop) as connection:
        connection.execute(delete(advice_table).where(advice_table.c.day == day))
        statement = insert(advice_table).values(row).returning(advice_table.c.advice_id)
        advice_id: int = connection.execute(statement).scalar_one()
    return advice_id


def latest_advice(shop: Shop, *, before: date) -> KeptAdvice | None:
    """The advice of the last day before `before` that has one."""
    return _first(shop, select(advice_table).where(advice_table.c.day < before).order_by(advice_table.c.day.desc()))


def advice_of(shop: Shop, day: date) -> KeptAdvice | None:
    """The advice that was kept for a day; None where there is none."""
    return _first(shop, select(advice_table).where(advice_table.c.day == day))


def _first(shop: Shop, query: Select[Any]) -> KeptAdvice | None:
    with reading(shop) as connection:
        row = connection.execute(query.limit(1)).one_or_none()
    if row is None:
        return None
    return KeptAdvice(row.advice_id, row.day, datetime.fromisoformat(row.made_at), row.version, row.content)


def advice_days(shop: Shop) -> tuple[date, ...]:
    """The days that have an advice, the newest first."""
    with reading(shop) as connection:
        return tuple(connection.execute(select(advice_table.c.day).order_by(advice_table.c.day.desc())).scalars())
