"""What came of an order, as the owner ticks and types it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.said import units_said
from data.purchasing.orders import Order

CAME, TICKED = "came:", "ticked:"


@dataclass(frozen=True)
class Arrival:
    """Units that came by SKU, and what was typed that is no number, by SKU."""

    units: Mapping[str, float]
    unclear: Mapping[str, str]


def arrival(order: Order, values: Mapping[str, str]) -> Arrival:
    """What came: the number typed for a line, or all that was missing of it where it was ticked."""
    units, unclear = {}, {}
    for line in order.lines:
        typed = values.get(f"{CAME}{line.sku}", "").strip()
        if typed:
            number = units_said(typed)
            if number is None:
                unclear[line.sku] = typed
            else:
                units[line.sku] = number
        elif values.get(f"{TICKED}{line.sku}"):
            units[line.sku] = line.missing
    return Arrival(units, unclear)


def everything(order: Order) -> Arrival:
    """All that is still missing has come."""
    return Arrival({line.sku: line.missing for line in order.lines if line.missing}, {})


def stamp(order: Order) -> str:
    """What has happened to an order so far: another one where anything was noted since.

    A page sends it back with what it says, so that nothing is noted twice.
    """
    return f"{order.state}:{sum(line.received for line in order.lines):g}"
