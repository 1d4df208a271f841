"""The fields of closed periods: from when to when, one after the other and one to spare."""

from collections.abc import Mapping
from typing import Any

from dash import html

from app.ordering.closed_form import closed_fields, periods_shown
from app.views.forms import typed_field
from app.words.language import _


def closed_periods(typed: Mapping[str, str], refusals: Mapping[str, str]) -> list[Any]:
    """A row of two fields for each closed period."""
    return [_period(number, typed, refusals) for number in range(periods_shown(typed))]


def _period(number: int, typed: Mapping[str, str], refusals: Mapping[str, str]) -> Any:
    first, last = closed_fields(number)
    fields = [
        typed_field(name, label, typed.get(name, ""), kind="date", refusal=refusals.get(name, ""))
        for name, label in ((first, _("Closed from")), (last, _("Closed until")))
    ]
    return html.Div(fields, className="sw-fields")
