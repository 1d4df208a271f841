"""The form of one supplier: when to order, how long it takes, what it costs, when it is closed."""

from collections.abc import Mapping
from typing import Any

from dash import html

from app import ids
from app.ordering.supplier_form import (
    EVERY,
    FOR_ALL,
    HOLIDAYS,
    KIND,
    NAME,
    START,
    weekday_field,
)
from app.views.closed_fields import closed_periods
from app.views.forms import form, not_saved, say_button, select_field, tick, typed_field
from app.words.language import _, ngettext
from app.words.supplier_words import weekday_name

SAVE = "save"


def supplier_form(
    supplier: str,
    typed: Mapping[str, str],
    *,
    refusals: Mapping[str, str],
    lead_time: str,
    assumed: Mapping[str, str],
    own_lead_times: int = 0,
    message: Any = None,
) -> Any:
    """The form of `supplier` with what is typed in it.

    lead_time: what was learned of it. assumed: by field, what holds while it is empty. own_lead_times: how many of its
    products have one.
    """
    sections = [
        _section(_("Order days"), _order_days(typed, refusals, assumed)),
        _section(_("Delivery"), _delivery(typed, refusals, assumed, own=own_lead_times), lead_time),
        _section(_("What an order costs"), _money(typed, refusals, assumed)),
        _section(_("Your promise"), _promise(typed, refusals)),
        _section(_("Closed"), _closed(typed, refusals), _("On these days nothing is ordered and nothing comes.")),
        _section(_("Name and contact"), _contact(typed, refusals)),
    ]
    save = html.Div(say_button(_("Save supplier"), SAVE, kind="primary"), className="sw-actions")
    told = html.Div(not_saved(refusals) if refusals else message, role="status")
    return form([*sections, save, told], store=ids.SUPPLIER_SAID, key=supplier, className="sw-card sw-form")


def _section(title: str, content: Any, lead: str = "") -> Any:
    said = [html.P(lead, className="sw-soft")] if lead else []
    return html.Section([html.H2(title), *said, content])


def _order_days(typed: Mapping[str, str], refusals: Mapping[str, str], assumed: Mapping[str, str]) -> Any:
    kinds = {
        "unknown": _("Not said yet"),
        "any": _("Any day"),
        "weekdays": _("Certain weekdays"),
        "every": _("Every so many days"),
        "never": _("Takes no orders at present"),
    }
    choice = select_field(KIND, _("You can order on"), typed[KIND], kinds, refusal=refusals.get(KIND, ""))
    boxes = [
        tick(weekday_field(day), weekday_name(day), ticked=bool(typed.get(weekday_field(day)))) for day in range(7)
    ]
    weekdays = html.Fieldset([html.Legend(_("Weekdays"), className="sw-unseen"), *boxes], className="sw-weekdays")
    rhythm = html.Div(
        [
            _typed(EVERY, _("Every so many days"), typed, refusals),
            typed_field(
                START, _("One of these days"), typed.get(START, ""), kind="date", refusal=refusals.get(START, "")
            ),
        ],
        className="sw-fields sw-rhythm",
    )
    review = html.Div(
        _typed("review_period_days", _("Days between two orders"), typed, refusals, hint=assumed["review_period_days"]),
        className="sw-review",
    )
    never = html.P(
        _("Shelfwise advises no orders from this supplier, and says when its products run out."), className="sw-never"
    )
    return html.Div([choice, weekdays, rhythm, review, never], className="sw-order-days")


def _delivery(typed: Mapping[str, str], refusals: Mapping[str, str], assumed: Mapping[str, str], *, own: int) -> Any:
    late = _("By how many days it is usually early or late")
    fields = html.Div(
        [
            _typed("lead_time_days", _("Lead time in days"), typed, refusals, hint=assumed["lead_time_days"]),
            _typed("lead_time_sd_days", _("Give or take, in days"), typed, refusals, hint=late),
        ],
        className="sw-fields",
    )
    if not own:
        return fields
    sentence = ngettext(
        "Use it for the product that has a lead time of its own too",
        "Use it for the {count} products that have a lead time of their own too",
        own,
    )
    return html.Div([fields, tick(FOR_ALL, sentence.format(count=own), ticked=bool(typed.get(FOR_ALL)))])


def _money(typed: Mapping[str, str], refusals: Mapping[str, str], assumed: Mapping[str, str]) -> Any:
    own = _("Your own time and what the delivery costs")
    return html.Div(
        [
            _typed("minimum_order_value", _("Minimum order value"), typed, refusals, hint=_("Empty: none")),
            _typed("fee_below_minimum", _("Fee below the minimum"), typed, refusals, hint=_("Empty: it takes no less")),
            _typed("order_cost", _("Cost of an order"), typed, refusals, hint=f"{own}. {assumed['order_cost']}"),
        ],
        className="sw-fields",
    )


def _promise(typed: Mapping[str, str], refusals: Mapping[str, str]) -> Any:
    hint = _("For all its products without a promise of their own. Empty: the promise in Settings")
    field = _typed("service_level", _("Promise to keep, in %"), typed, refusals, hint=hint)
    return html.Div(field, className="sw-fields")


def _closed(typed: Mapping[str, str], refusals: Mapping[str, str]) -> Any:
    holidays = tick(HOLIDAYS, _("Closed on public holidays"), ticked=bool(typed.get(HOLIDAYS)))
    return html.Div([holidays, *closed_periods(typed, refusals)])


def _contact(typed: Mapping[str, str], refusals: Mapping[str, str]) -> Any:
    kept = _("Its products and orders stay with it")
    return html.Div(
        [
            _typed(NAME, _("Name"), typed, refusals, hint=kept, mode="text"),
            _typed("email", _("Email for orders"), typed, refusals, mode="email"),
            _typed("note", _("Note"), typed, refusals, hint=_("Who to ask for, a customer number"), mode="text"),
        ],
        className="sw-fields",
    )


def _typed(
    name: str,
    label: str,
    typed: Mapping[str, str],
    refusals: Mapping[str, str],
    *,
    hint: str = "",
    mode: str = "decimal",
) -> Any:
    return typed_field(name, label, typed.get(name, ""), hint=hint, refusal=refusals.get(name, ""), mode=mode)
