"""A fixed amount of money for today: what it buys, what it puts off and risks, what more would buy."""

from typing import Any

import dash_bootstrap_components as dbc
import numpy as np
from dash import html
from numpy.typing import NDArray

from app import ids
from app.planning.budget import NEXT_MONEY, BudgetOutcome
from app.planning.plan import Plan
from app.views.cards import table
from app.views.forms import form, plain_units, say_button
from app.words.formats import decimals_text, money_text
from app.words.language import _, ngettext
from app.words.order_words import products_text

KEEP_BUDGET, NO_BUDGET, MONEY = "keep_budget", "no_budget", "money"
MOST_PUT_OFF = 12


def budget_card(plan: Plan) -> Any:
    """The field for the money, and what became of it; folded away while there is no budget."""
    outcome = plan.adjusted.budget
    field = form(_field(plan, outcome), store=ids.ORDER_SAID, key="", enter=KEEP_BUDGET, className="sw-place sw-budget")
    if outcome is None:
        return html.Details([html.Summary(_("Only so much money today?")), field], className="sw-card")
    return html.Section([html.H2(_("Money for today")), field, *_outcome(plan, outcome)], className="sw-card sw-stack")


def _field(plan: Plan, outcome: BudgetOutcome | None) -> list[Any]:
    value = "" if outcome is None else plain_units(outcome.budget)
    box = dbc.Input(name=MONEY, value=value, type="text", inputmode="decimal")
    label = _("Spend at most, in {currency}").format(currency=plan.inputs.settings.currency or _("your money"))
    parts = [html.Label([html.Span(label, className="form-label"), box]), say_button(_("Plan with it"), KEEP_BUDGET)]
    return [*parts, *([] if outcome is None else [say_button(_("No limit"), NO_BUDGET, kind="link")])]


def _outcome(plan: Plan, outcome: BudgetOutcome) -> list[Any]:
    put_off = np.flatnonzero(outcome.cut < 0)
    said = _("{spent} of {budget} is spent.").format(
        spent=_money(plan, outcome.spent), budget=_money(plan, outcome.budget)
    )
    if outcome.sent:
        already = _("{sent} of it went into what you ordered today already.").format(sent=_money(plan, outcome.sent))
        said = f"{said} {already}"
    if outcome.over > 0:
        text = _("What you ordered and chose yourself costs {over} more than that.").format(
            over=_money(plan, outcome.over)
        )
        return [html.P([said, " ", text])]
    if not put_off.size:
        return [html.P([said, " ", _("It buys all that is needed today.")])]
    risk = float(np.nansum(outcome.risk[put_off]))
    text = ngettext(
        "{products} is put off, in part or whole: about {risk} of margin may be lost.",
        "{products} are put off, in part or whole: about {risk} of margin may be lost.",
        put_off.size,
    ).format(products=products_text(put_off.size), risk=_money(plan, risk))
    return [html.P([said, " ", text]), _put_off(plan, outcome, put_off), html.P(_next(plan, outcome))]


def _put_off(plan: Plan, outcome: BudgetOutcome, rows: NDArray[np.int64]) -> Any:
    most = rows[np.argsort(-np.nan_to_num(outcome.risk[rows]), kind="stable")][:MOST_PUT_OFF]
    lines = [
        [_name(plan, int(row)), decimals_text(float(-outcome.cut[row])), _money(plan, float(outcome.risk[row]))]
        for row in most
    ]
    return html.Details(
        [html.Summary(_("What is put off")), table([_("Product"), _("Units"), _("Margin at risk")], lines)]
    )


def _next(plan: Plan, outcome: BudgetOutcome) -> str:
    more = outcome.next_money
    rows = np.flatnonzero(more.units > 0)[:3]
    said = {"more": _money(plan, NEXT_MONEY), "saved": _money(plan, more.saved)}
    if not rows.size:
        return _("The next {more} would buy nothing more in whole packs.").format(**said)
    bought = ", ".join(
        _("{units} × {product}").format(units=decimals_text(float(more.units[row])), product=_name(plan, int(row)))
        for row in rows
    )
    return _("The next {more} would save about {saved} of margin: {bought}.").format(bought=bought, **said)


def _name(plan: Plan, row: int) -> str:
    name = plan.inputs.products["name"].iloc[row]
    return name if isinstance(name, str) else str(plan.inputs.products.index[row])


def _money(plan: Plan, amount: float) -> str:
    return money_text(amount, plan.inputs.settings.currency)
