"""What was advised, as it is kept from one plan to the next: a header in JSON, then the arrays' bytes, all deflated.

Nothing in it is ever executed, and another version of the form is passed over.
"""

import datetime as dt
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from data.advice import KeptAdvice
from inventory.adjustments import Adjustments
from inventory.decision import Decision
from inventory.order_calendar import order_calendar
from inventory.order_days import OrderDays, SupplierDays
from inventory.planned import Planned
from inventory.policy import Policy

FORM = "1"
RECORDS: dict[str, type] = {"policy": Policy, "decision": Decision, "adjustments": Adjustments}
BELOW_ZERO = "below_zero"  # earlier advice of this form lacks it
DTYPES = {"f": "<f8", "i": "<i8", "b": "|b1"}


@dataclass(frozen=True, eq=False, kw_only=True)
class LastAdvice:
    """What was advised for `day`: the products by SKU, in the order of the arrays in `planned`."""

    day: dt.date
    skus: tuple[str, ...]
    planned: Planned


def advice_bytes(planned: Planned, *, skus: tuple[str, ...], suppliers: tuple[SupplierDays, ...]) -> bytes:
    """What was decided, to be read back by `last_advice`; `suppliers` are those of the plan's calendar."""
    arrays: dict[str, np.ndarray[Any, Any]] = {}
    for name in RECORDS:
        record = getattr(planned, name) or Adjustments()
        for each in fields(record):
            value = getattr(record, each.name)
            if isinstance(value, np.ndarray):
                arrays[f"{name}.{each.name}"] = value
    if planned.below_zero is not None:
        arrays[BELOW_ZERO] = planned.below_zero
    calendar = planned.calendar
    if calendar is not None:
        arrays["calendar.supplier"] = calendar.supplier
    header = {
        "skus": skus,
        "rule": planned.decision.rule,
        "today": None if calendar is None else calendar.today.isoformat(),
        "suppliers": [_told(each) for each in suppliers],
        "arrays": [[name, DTYPES[value.dtype.kind], value.size] for name, value in arrays.items()],
    }
    content = [np.ascontiguousarray(value, DTYPES[value.dtype.kind]).tobytes() for value in arrays.values()]
    return zlib.compress(b"\n".join([json.dumps(header).encode(), b"".join(content)]))


def last_advice(kept: KeptAdvice | None) -> LastAdvice | None:
    """What was kept; None where there is nothing, or nothing that this version of the program can read."""
    if kept is None or kept.version != FORM:
        return None
    try:
        first, _newline, content = zlib.decompress(kept.content).partition(b"\n")
        header = json.loads(first)
        planned = _planned(header, _arrays(header, content))
    except (zlib.error, ValueError, KeyError, TypeError):  # a damaged file must not keep the shop from its plan
        return None
    return LastAdvice(day=kept.day, skus=tuple(header["skus"]), planned=planned)


def _planned(header: Mapping[str, Any], arrays: Mapping[str, np.ndarray[Any, Any]]) -> Planned:
    made = {name: _values(arrays, name) for name in RECORDS}
    today = header["today"]
    suppliers = [_supplier_days(told) for told in header["suppliers"]]
    return Planned(
        policy=Policy(**made["policy"]),
        decision=Decision(rule=header["rule"], **made["decision"]),
        adjustments=Adjustments(**made["adjustments"]),
        below_zero=arrays.get(BELOW_ZERO),
        calendar=None
        if today is None
        else order_calendar(suppliers, supplier=arrays["calendar.supplier"], today=dt.date.fromisoformat(today)),
    )


def _arrays(header: Mapping[str, Any], content: bytes) -> dict[str, np.ndarray[Any, Any]]:
    arrays, start = {}, 0
    for name, dtype, size in header["arrays"]:
        arrays[name] = np.frombuffer(content, dtype, size, start)
        start += arrays[name].nbytes
    return arrays


def _values(arrays: Mapping[str, np.ndarray[Any, Any]], record: str) -> dict[str, Any]:
    return {name.partition(".")[2]: value for name, value in arrays.items() if name.startswith(f"{record}.")}


def _told(days: SupplierDays) -> dict[str, Any]:
    start = days.order_days.start
    return {
        "kind": days.order_days.kind,
        "weekdays": days.order_days.weekdays,
        "every": days.order_days.every,
        "start": None if start is None else start.isoformat(),
        "delivery_weekdays": days.delivery_weekdays,
        "no_orders": sorted(day.isoformat() for day in days.no_orders),
        "no_deliveries": sorted(day.isoformat() for day in days.no_deliveries),
    }


def _supplier_days(told: Mapping[str, Any]) -> SupplierDays:
    start = told["start"]
    return SupplierDays(
        order_days=OrderDays(
            kind=told["kind"],
            weekdays=tuple(told["weekdays"]),
            every=told["every"],
            start=None if start is None else dt.date.fromisoformat(start),
        ),
        delivery_weekdays=tuple(told["delivery_weekdays"]),
        no_orders=frozenset(map(dt.date.fromisoformat, told["no_orders"])),
        no_deliveries=frozenset(map(dt.date.fromisoformat, told["no_deliveries"])),
    )
