"""The form of a supplier: what stands in its fields, and what the owner says by them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from app.ordering.closed_form import closed_said, closed_shown
from app.said import day_said
from app.views.edits import number_shown, percent_shown, plain_share, plain_value, two_ways_text
from app.words.language import _
from app.words.refusals import refusal
from data.supplier_days import LONGEST_RHYTHM, Closure, OrderDaysSaid, order_days_said, order_days_text
from data.supplier_fields import SUPPLIER_RULES
from data.value_rules import BadValue, NumberRule

NAME, KIND, EVERY, START = "supplier", "order_kind", "every", "start"
NUMBERS = (
    "lead_time_days", "lead_time_sd_days", "review_period_days", "minimum_order_value", "fee_below_minimum",
    "order_cost", "service_level",
)  # fmt: skip
PERCENT = ("service_level",)
TEXTS = ("email", "note")
HOLIDAYS = "closed_on_holidays"
FOR_ALL = "lead_time_for_all"
YES = "yes"
EVERY_RULE = NumberRule(1, LONGEST_RHYTHM, whole=True, may_be_empty=False)


@dataclass(frozen=True)
class SupplierSaid:
    """What a form says: values of fields, a name, closed periods; refusals: by the name of the field, what is wrong.

    lead_time_for_all: the lead time holds for products that have one of their own too.
    """

    name: str
    values: Mapping[str, object]
    closed: tuple[Closure, ...]
    lead_time_for_all: bool = False
    refusals: Mapping[str, str] = field(default_factory=dict)


def weekday_field(day: int) -> str:
    """The name of the box of a weekday."""
    return f"weekday_{day}"


def shown(name: str, supplier: pd.Series, closed: tuple[Closure, ...]) -> dict[str, str]:
    """What stands in the fields of a supplier's form before anybody touches it."""
    said = order_days_said(supplier["order_days"])
    fields = {NAME: name, KIND: said.kind, HOLIDAYS: YES if supplier[HOLIDAYS] else ""}
    fields |= {field: number_shown(supplier[field]) for field in NUMBERS}
    fields |= {field: percent_shown(supplier[field]) for field in PERCENT}
    fields |= {field: supplier[field] for field in TEXTS}
    fields |= {weekday_field(day): YES if day in said.weekdays else "" for day in range(7)}
    fields |= {EVERY: f"{said.every or ''}", START: said.start.isoformat() if said.start else ""}
    return fields | closed_shown(closed)


def read_form(typed: Mapping[str, str]) -> SupplierSaid:
    """What the fields say; what cannot be understood is refused beside its field."""
    refusals: dict[str, str] = {}
    values: dict[str, object] = {HOLIDAYS: bool(typed.get(HOLIDAYS)), "order_days": _order_days(typed, refusals)}
    values |= {name: plain_value(typed.get(name, "")) for name in NUMBERS}
    values |= {name: plain_share(typed.get(name, "")) for name in PERCENT}
    refusals |= {name: said for name in NUMBERS if (said := two_ways_text(typed.get(name, "")))}
    if typed.get(FOR_ALL) and not typed.get("lead_time_days", "").strip():
        refusals["lead_time_days"] = _("Type the lead time that is to hold for all.")
    values |= {name: typed.get(name, "") for name in TEXTS}
    closed = closed_said(typed, refusals)
    return SupplierSaid(typed.get(NAME, ""), values, closed, bool(typed.get(FOR_ALL)), refusals)


def refusals_of(bad: BadValue, typed: Mapping[str, str]) -> dict[str, str]:
    """What the shop refused, said beside the fields."""
    told = {}
    for problem in bad.problems:
        name = str(problem.values["field"])
        if problem.code == "supplier_name_taken":
            told[name] = _("Another supplier is called like that. Choose another name.")
        elif name == NAME:
            told[name] = _("A supplier needs a name.")
        else:
            found = typed.get(name, problem.values["found"])
            told[name] = refusal(found, SUPPLIER_RULES.get(name), percent=name in PERCENT)
    return told


def _order_days(typed: Mapping[str, str], refusals: dict[str, str]) -> str:
    kind = typed.get(KIND, "")
    if kind == "weekdays":
        days = tuple(day for day in range(7) if typed.get(weekday_field(day)))
        if not days:
            refusals[KIND] = _("Tick at least one day.")
        return order_days_text(OrderDaysSaid("weekdays", days))
    if kind == "every":
        return _every(typed, refusals)
    return kind if kind in ("any", "never") else ""


def _every(typed: Mapping[str, str], refusals: dict[str, str]) -> str:
    start = day_said(typed.get(START, ""))
    if start is None:
        refusals[START] = _("Choose one day on which you can order.")
    try:
        every = EVERY_RULE.kept(plain_value(typed.get(EVERY, "")))
    except ValueError:
        refusals[EVERY] = refusal(typed.get(EVERY, ""), EVERY_RULE)
        return ""
    said = OrderDaysSaid("every", every=int(every or 1), start=start)
    return "" if start is None else order_days_text(said)
