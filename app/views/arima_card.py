"""For those who know ARIMA: the model of one product with its tests, worked out only when somebody opens it."""

from typing import Any

import numpy as np
from dash import html

from app import ids
from app.planning.plan import Plan
from app.views.cards import table
from app.views.outlook import days_shown
from app.words.formats import about_text, units_text
from forecasting.diagnostics import ArimaDiagnostics, Outcome, diagnose_arima

SIGNIFICANT = 0.05
GREEK = {"phi": "φ", "theta": "θ", "Phi": "Φ", "Theta": "Θ"}


def arima_card(sku: str) -> Any:
    """The card as it is before it is opened."""
    told = html.Div(html.P("One moment …", className="sw-soft"), id=ids.arima_told(sku), role="status")
    return html.Details([html.Summary("For those who know ARIMA", id=ids.arima_opened(sku)), told], className="sw-card")


def arima_told(plan: Plan, product: int) -> Any:
    """What the card says of a product once it is open."""
    told = diagnose_arima(plan.inputs.history, product)
    if told is None:
        return html.P("There are too few sales yet to fit an ARIMA to them.")
    rows: list[list[Any]] = [
        ["Model", f"ARIMA{told.order}, by conditional least squares with a prior"],
        ["Coefficients", _coefficients(told)],
        ["One-step errors", f"{told.errors:,}, standard deviation {units_text(told.spread)} units a day"],
        ["Augmented Dickey-Fuller test of the sales", _unit_root(told.unit_root)],
        ["Ljung-Box test of the errors", _correlation(told.correlation)],
        ["What it says alone", _alone(plan, product)],
    ]
    return table(["What", "Outcome"], rows, numbers_from=2)


def _coefficients(told: ArimaDiagnostics) -> str:
    each = (
        f"{GREEK[name]}{_subscript(number, len(values))} = {value:.3f}"
        for name, values in told.coefficients
        for number, value in enumerate(values, start=1)
    )
    return ", ".join(each)


def _subscript(number: int, count: int) -> str:
    return "" if count == 1 else "₀₁₂₃₄₅₆₇₈₉"[number]


def _unit_root(outcome: Outcome | None) -> str:
    if outcome is None:
        return "The sales never change: nothing to test."
    returns = outcome.p_value < SIGNIFICANT
    meaning = (
        "no unit root: sales return to a level" if returns else "a unit root cannot be ruled out: the level may wander"
    )
    return f"{_numbers(outcome)}: {meaning}"


def _correlation(outcome: Outcome | None) -> str:
    if outcome is None:
        return "There are no errors: nothing to test."
    remains = outcome.p_value < SIGNIFICANT
    meaning = "the errors still hold structure that this model misses" if remains else "no structure left in the errors"
    return f"{_numbers(outcome)}: {meaning}"


def _numbers(outcome: Outcome) -> str:
    p_value = "p < 0.001" if outcome.p_value < 0.001 else f"p = {outcome.p_value:.3f}"
    return f"{outcome.statistic:.2f} ({p_value}, {outcome.lags} lag{'' if outcome.lags == 1 else 's'})"


def _alone(plan: Plan, product: int) -> str:
    days = days_shown(plan, product)
    alone, used = plan.forecast.arima[product, :days].sum(), plan.forecast.mean[product, :days].sum()
    if np.isnan(alone):
        return "nothing: it is too young for the race"
    return f"{about_text(float(alone))} units in {days} days; the forecast says {about_text(float(used))}"
