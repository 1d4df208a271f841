"""For those who know ARIMA: the model of one product with its tests, worked out only when somebody opens it."""

from typing import Any

import numpy as np
from dash import html

from app import ids
from app.planning.plan import Plan
from app.views.cards import table
from app.views.outlook import days_shown
from app.words.formats import about_text, fixed_text, units_text
from app.words.language import _, ngettext
from forecasting.diagnostics import ArimaDiagnostics, Outcome, diagnose_arima

SIGNIFICANT = 0.05
GREEK = {"phi": "φ", "theta": "θ", "Phi": "Φ", "Theta": "Θ"}


def arima_card(sku: str) -> Any:
    """The card as it is before it is opened."""
    told = html.Div(html.P(_("One moment …"), className="sw-soft"), id=ids.arima_told(sku), role="status")
    return html.Details(
        [html.Summary(_("For those who know ARIMA"), id=ids.arima_opened(sku)), told], className="sw-card"
    )


def arima_told(plan: Plan, product: int) -> Any:
    """What the card says of a product once it is open."""
    told = diagnose_arima(plan.inputs.history, product)
    if told is None:
        return html.P(_("There are too few sales yet to fit an ARIMA to them."))
    model = _("ARIMA{order}, by conditional least squares with a prior").format(order=told.order)
    errors = _("{count}, standard deviation {spread} units a day")
    rows: list[list[Any]] = [
        [_("Model"), model],
        [_("Coefficients"), _coefficients(told)],
        [_("One-step errors"), errors.format(count=units_text(told.errors), spread=units_text(told.spread))],
        [_("Augmented Dickey-Fuller test of the sales"), _unit_root(told.unit_root)],
        [_("Ljung-Box test of the errors"), _correlation(told.correlation)],
        [_("What it says alone"), _alone(plan, product)],
    ]
    return table([_("What"), _("Outcome")], rows, numbers_from=2)


def _coefficients(told: ArimaDiagnostics) -> str:
    each = (
        f"{GREEK[name]}{_subscript(number, len(values))} = {fixed_text(value, 3)}"
        for name, values in told.coefficients
        for number, value in enumerate(values, start=1)
    )
    return ", ".join(each)


def _subscript(number: int, count: int) -> str:
    return "" if count == 1 else "₀₁₂₃₄₅₆₇₈₉"[number]


def _unit_root(outcome: Outcome | None) -> str:
    if outcome is None:
        return _("The sales never change: nothing to test.")
    returns = outcome.p_value < SIGNIFICANT
    said = (
        _("{numbers}: no unit root: sales return to a level")
        if returns
        else _("{numbers}: a unit root cannot be ruled out: the level may wander")
    )
    return said.format(numbers=_numbers(outcome))


def _correlation(outcome: Outcome | None) -> str:
    if outcome is None:
        return _("There are no errors: nothing to test.")
    remains = outcome.p_value < SIGNIFICANT
    said = (
        _("{numbers}: the errors still hold structure that this model misses")
        if remains
        else _("{numbers}: no structure left in the errors")
    )
    return said.format(numbers=_numbers(outcome))


def _numbers(outcome: Outcome) -> str:
    p_value = f"p < {fixed_text(0.001, 3)}" if outcome.p_value < 0.001 else f"p = {fixed_text(outcome.p_value, 3)}"
    said = ngettext("{statistic} ({p_value}, {count} lag)", "{statistic} ({p_value}, {count} lags)", outcome.lags)
    return said.format(statistic=fixed_text(outcome.statistic, 2), p_value=p_value, count=outcome.lags)


def _alone(plan: Plan, product: int) -> str:
    days = days_shown(plan, product)
    alone, used = plan.forecast.arima[product, :days].sum(), plan.forecast.mean[product, :days].sum()
    if np.isnan(alone):
        return _("nothing: it is too young for the race")
    said = _("{units} units in {days} days; the forecast says {used}")
    return said.format(units=about_text(float(alone)), days=days, used=about_text(float(used)))
