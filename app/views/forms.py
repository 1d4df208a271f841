"""Fields and buttons of the pages' forms; assets/web/forms.js hands over what is typed and pressed in them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from app import ids
from app.views.cards import aria, data, notice
from app.words.language import _, ngettext

UNSEEN = "sw-unseen"


def form(children: Any, *, store: str, key: str = "", enter: str = "", **more: Any) -> html.Div:
    """A part of the page whose fields and buttons speak to `store`, of `key`; `enter` is what the Enter key says."""
    return html.Div(children, **data(form=store, key=key, enter=enter), **more)


def say_button(text: Any, action: str, *, kind: str = "secondary", **more: Any) -> html.Button:
    """A button that says `action`; kind "primary", "secondary" or "link"."""
    look = {"primary": "btn btn-primary", "secondary": "btn btn-outline-secondary", "link": "sw-link"}[kind]
    return html.Button(text, type="button", className=look, **data(say=action), **more)


def units_field(
    name: str, label: str, *, value: float | None = None, pack_size: float = 1.0, hint: str = "", **more: Any
) -> Any:
    """A number of units with a step of one pack less and more, by thumb or by the arrow keys."""
    shown = "" if value is None else plain_units(value)
    box = dbc.Input(
        name=name, value=shown, type="text", inputmode="decimal", placeholder=hint, className="sw-units", **more
    )
    return html.Div(
        [
            _step("−", _("One pack less"), -1),
            html.Label([html.Span(label, className=UNSEEN), box]),
            _step("+", _("One pack more"), 1),
        ],
        className="sw-stepper",
        **data(step=plain_units(pack_size)),
    )


def _step(sign: str, name: str, steps: int) -> html.Button:
    """Arrow keys do the same in the field, so Tab passes these by."""
    return html.Button(sign, type="button", tabIndex=-1, **data(steps=str(steps)), **aria(label=name))


def day_field(name: str, label: str, day: dt.date, *, first: dt.date | None = None) -> Any:
    """A day, chosen as the browser lets one choose days."""
    limit = {"min": first.isoformat()} if first else {}
    box = dbc.Input(name=name, type="date", value=day.isoformat(), **limit)
    return html.Label([html.Span(label, className="form-label"), box], className="sw-field")


def tick(name: str, label: Any, *, ticked: bool = False, of: str = "") -> Any:
    """A box to tick, with what it means; `of` is what its form is about where a page has several of that name."""
    box = dbc.Checkbox(id=ids.tick(of, name), name=name, label=label, value=ticked)
    return html.Div(box, className="sw-tick")


def labelled(label: Any, control: Any, *, hint: Any = "", refusal: str = "") -> html.Label:
    """A control under its name, with what it is for; `refusal` says why what stands in it was not kept."""
    parts: list[Any] = [html.Span(label, className="form-label"), control]
    if refusal:
        parts.append(html.Span(refusal, className="sw-refusal"))
    if hint:
        parts.append(html.Span(hint, className="sw-soft sw-small"))
    return html.Label(parts, className="sw-field")


def typed_field(
    name: str, label: Any, value: str, *, hint: Any = "", refusal: str = "", kind: str = "text", mode: str = "decimal"
) -> html.Label:
    """A field that is typed into; `kind` is "text" or "date", `mode` the keyboard that a phone shows."""
    box = dbc.Input(
        name=name, value=value, type=kind, inputmode=mode, invalid=bool(refusal) or None, autocomplete="off"
    )
    return labelled(label, box, hint=hint, refusal=refusal)


def select_field(
    name: str, label: Any, value: str, choices: Mapping[str, str], *, hint: Any = "", refusal: str = ""
) -> html.Label:
    """One of a few choices: what each is kept as, and how it reads."""
    options = [{"label": text, "value": key} for key, text in choices.items()]
    return labelled(label, dbc.Select(name=name, value=value, options=options), hint=hint, refusal=refusal)


def text_field(name: str, label: str, value: str = "", *, hint: str = "") -> Any:
    """A line of text whose label only screen readers hear, since the hint says the same."""
    box = dbc.Input(name=name, value=value, placeholder=hint or label, maxlength=200)
    return html.Label([html.Span(label, className=UNSEEN), box], className="sw-text")


def hidden_field(name: str, value: str) -> Any:
    """What a form says besides, without anybody seeing it."""
    return dbc.Input(name=name, type="hidden", value=value)


def plain_units(units: float) -> str:
    """Units as they stand in a field: digits that can be typed over, and read in one way in every language.

    >>> plain_units(1200.0), plain_units(0.25), plain_units(1.125)
    ('1200', '0.25', '1.1250')
    """
    text = f"{units:.3f}"
    return text.rstrip("0").rstrip(".") if text.endswith("0") else text + "0"  # 1.125 is 1125 in German


def not_saved(refusals: Mapping[str, str]) -> Any:
    """What a form says above all when some of its fields, by name, were refused: nothing of it is kept yet."""
    sentence = ngettext(
        "Nothing is saved yet: one field is to be corrected.",
        "Nothing is saved yet: {count} fields are to be corrected.",
        len(refusals),
    )
    return notice(sentence.format(count=len(refusals)), "danger")
