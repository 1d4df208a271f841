"""What the owner typed or pressed in a form of a page, as assets/web/forms.js hands it over."""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import Dash, Input, dcc, html, set_props

from app.views.edits import ambiguous_sign, plain_value

MOST_UNITS = 10_000_000  # below the shortest bar code, of eight digits


@dataclass(frozen=True)
class Said:
    """One word of the owner: `key` is what it is about, `action` what she wants, `values` what stands in the fields."""

    key: str
    action: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Change:
    """A property of a component that is to be shown anew."""

    component: str | dict[str, Any]
    property: str
    value: Any


def said_of(data: object) -> Said | None:
    """What a browser sent, if it has the form of a word at all.

    >>> said_of({"key": "tea", "action": "units", "values": {"units": "12"}, "at": 3})
    Said(key='tea', action='units', values={'units': '12'})
    >>> said_of({"key": ["tea"]})
    """
    if not isinstance(data, Mapping):
        return None
    key, action, values = (data.get(name) for name in ("key", "action", "values"))
    if not isinstance(key, str) or not isinstance(action, str) or not isinstance(values, Mapping):
        return None
    return Said(key, action, {str(name): str(value) for name, value in values.items()})


def on_said(app: Dash, store: str, handler: Callable[[Any, Said], Iterable[Change]], desk: Any) -> None:
    """Have `handler` answer what is said into `store`; it returns what is to change on the page."""

    def answer(data: object) -> None:
        said = said_of(data)
        if said is None:
            return
        for change in handler(desk, said):
            set_props(change.component, {change.property: change.value})
        set_props(answered_id(store), {"children": str(data.get("at")) if isinstance(data, Mapping) else ""})

    app.callback(Input(store, "data"), prevent_initial_call=True)(answer)


def hearing(store: str) -> html.Div:
    """What a page needs for its forms to speak: the Store of what is said, and a note of what was answered."""
    return html.Div([dcc.Store(id=store), html.Div(id=answered_id(store), className="sw-hidden")])


def answered_id(store: str) -> str:
    """Where it is noted which word was answered, as assets/web/forms.js reads it."""
    return f"{store}-answered"


def day_said(text: str) -> dt.date | None:
    """A day as a browser's date field writes it; None for anything else.

    >>> day_said("2011-12-10"), day_said("tomorrow")
    (datetime.date(2011, 12, 10), None)
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def units_said(text: str) -> float | None:
    """Units as they are typed and shown; None for what is none, such as a bar code that was scanned into the field.

    >>> units_said("1,250"), units_said("5012345678900"), units_said("a dozen")
    (1250.0, None, None)
    """
    units = amount_said(text)
    return None if units is None or units > MOST_UNITS else units


def amount_said(text: str) -> float | None:
    """A number as it is typed and shown, thousands set apart or not; None for what is no number from 0 on.

    None as well for what can be read in two ways, such as 1.250 in English.

    >>> amount_said("12,5"), amount_said("1,250"), amount_said("1.250"), amount_said("-1")
    (12.5, 1250.0, None, None)
    """
    try:
        amount = math.nan if ambiguous_sign(text) else float(str(plain_value(text)))
    except ValueError:
        return None
    return amount if math.isfinite(amount) and amount >= 0 else None
