"""The form of the shop's settings, in five parts."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from app import ids
from app.views.cards import notice
from app.views.closed_fields import closed_periods
from app.views.forms import form, not_saved, say_button, select_field, typed_field
from app.views.language_mark import language_mark
from app.words.formats import list_text, weekday_name
from app.words.language import LANGUAGES, N_, _, locale
from data.shop_settings import RULES
from forecasting.public_holidays import country_names

SAVE = "save"
TOLD = "told"  # a choice of its own: a form shows no name for an empty one
CYCLES, UNITS = "cycles", "units"
LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
RULE_NAMES = {"quantile": N_("Forecast and promise (advised)"), "simple": N_("1.5 × average daily sales (simple rule)")}
PROMISES = {
    CYCLES: N_("How often nothing sells out until the next order"),
    UNITS: N_("How many units are there when asked for"),
}

# name of the setting -> heading, what it is for
FIELDS = {
    "currency": (N_("Currency"), N_("The sign before amounts of money, such as £ or EUR")),
    "service_level": (N_("Promise to keep, in %"), N_("The higher, the more stock you hold and the less you miss")),
    "service_level_a": (N_("For A products, in %"), N_("The few that bring most of your revenue. Empty: as above")),
    "service_level_b": (N_("For B products, in %"), N_("The next ones. Empty: as above")),
    "service_level_c": (N_("For C products, in %"), N_("The many that bring little. Empty: as above")),
    "review_period_days": (N_("Days between orders"), N_("How often you order from a supplier that says nothing else")),
    "lead_time_days": (N_("Lead time, in days"), N_("From order to arrival, where neither product nor supplier says")),
    "maximum_cover_days": (N_("At most, days of cover"), N_("No order buys more than sells in this many days")),
    "budget": (N_("Budget for a round of orders"), N_("What all orders of a day may cost together. Empty: no limit")),
    "order_cost": (N_("Cost of placing an order"), N_("Your time and the delivery fee, per product ordered")),
    "holding_rate": (
        N_("Cost of keeping stock, in % a year"),
        N_("Money tied up, space, spoilage: share of the stock's value"),
    ),
}


def settings_form(
    typed: Mapping[str, str],
    *,
    refusals: Mapping[str, str],
    told_country: str | None,
    closed_weekdays: Sequence[int] | None = None,
    message: Any = None,
) -> Any:
    """The form with what is typed in it.

    told_country: the country that the sales tell, if they do. closed_weekdays: those on which it keeps closed, 0 is
    Monday, as the sales tell; None while there are none.
    """
    fields = {name: _typed(name, typed, refusals) for name in FIELDS}
    promise = [_promise_choice(typed), fields["service_level"]]
    classes = [fields[name] for name in ("service_level_a", "service_level_b", "service_level_c")]
    ordering = [_rule_choice(typed), *(fields[name] for name in ("review_period_days", "lead_time_days"))]
    money = [fields[name] for name in ("budget", "order_cost", "holding_rate")]
    sections = [
        _section(_("Your shop"), [_country_choice(typed, told_country), fields["currency"], _language_choice(typed)]),
        html.Section([html.H2(_("Closed days")), *_closed(typed, refusals, closed_weekdays)]),
        _section(_("Your promise"), promise, more=[_fields(classes)]),
        _section(_("When to order"), [*ordering, fields["maximum_cover_days"]]),
        _section(_("Money"), money, more=_without_budget(typed)),
    ]
    save = html.Div(say_button(_("Save settings"), SAVE, kind="primary", id=ids.SETTINGS_SAVE), className="sw-actions")
    told = html.Div(not_saved(refusals) if refusals else message, id=ids.SETTINGS_MESSAGE, role="status")
    return form(
        [*sections, save, told, language_mark()], store=ids.SETTINGS_SAID, key="settings", className="sw-card sw-form"
    )


def _closed(typed: Mapping[str, str], refusals: Mapping[str, str], weekdays: Sequence[int] | None) -> list[Any]:
    """What the sales tell of closed weekdays, and fields for what they cannot tell: the days to come."""
    if weekdays:
        named = list_text(weekday_name(day) for day in weekdays)
        learned = _("Learned from your sales: always closed on {weekdays}.").format(weekdays=named)
    elif weekdays is None:
        learned = _("The weekdays on which you keep closed are learned from your sales.")
    else:
        learned = _("Learned from your sales: no weekday is always closed.")
    hint = _("Other days to come, such as a holiday. Nothing sells and nothing is delivered then; you can still order.")
    said = html.P([learned, html.Br(), hint], className="sw-soft")
    return [said, *closed_periods(typed, refusals)]


def _section(title: str, fields: Sequence[Any], *, more: Sequence[Any] = ()) -> Any:
    return html.Section([html.H2(title), _fields(fields), *more])


def _fields(fields: Sequence[Any]) -> Any:
    return html.Div(list(fields), className="sw-fields")


def _typed(name: str, typed: Mapping[str, str], refusals: Mapping[str, str]) -> Any:
    label, hint = FIELDS[name]
    mode = "text" if name == "currency" else "decimal"
    return typed_field(name, _(label), typed.get(name, ""), hint=_(hint), refusal=refusals.get(name, ""), mode=mode)


def _without_budget(typed: Mapping[str, str]) -> list[Any]:
    """A budget of nothing is one; it may have been meant otherwise."""
    try:
        is_nothing = float(typed.get("budget", "").replace(",", ".")) == 0
    except ValueError:
        return []
    advice = _("With a budget of 0 nothing is ordered. Empty the field to order without a limit.")
    return [notice(advice, "warning")] if is_nothing else []


def _language_choice(typed: Mapping[str, str]) -> Any:
    names = {code: LANGUAGE_NAMES[code] for code in LANGUAGES}
    return select_field(
        "language", _("Language"), typed["language"], names, hint=_("Of these pages and of what you print")
    )


def _promise_choice(typed: Mapping[str, str]) -> Any:
    choices = {name: _(text) for name, text in PROMISES.items()}
    return select_field("by_fill_rate", _("What the promise counts"), typed["by_fill_rate"], choices)


def _rule_choice(typed: Mapping[str, str]) -> Any:
    hint = _(
        "The simple rule orders when stock falls below 1.5 days of average sales; What-if shows how often it holds."
    )
    choices = {name: _(RULE_NAMES[name]) for name in RULES}
    return select_field("rule", _("When to reorder"), typed["rule"], choices, hint=hint)


def _country_choice(typed: Mapping[str, str], told: str | None) -> Any:
    names = {code: str(locale().territories.get(code, name)) for code, name in country_names().items()}
    tell = _("Tell it from my sales")
    if told in names and typed["country"] == TOLD:
        tell = _("Tell it from my sales: {country}").format(country=names[told])
    choices = {TOLD: tell, **dict(sorted(names.items(), key=lambda each: each[1]))}
    hint = _("How your shop sells on holidays and before them is learned from your past.")
    return select_field("country", _("Country, for public holidays"), typed["country"], choices, hint=hint)
