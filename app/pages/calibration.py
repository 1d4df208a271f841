"""Promises kept: how often forecasts held what they said, of the shop, its classes and single products."""

from typing import Any

import pandas as pd
from dash import Dash, Input, Output, dcc, html
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind
from app.desk import Desk, in_use_of, inputs_now, plan_now
from app.planning.plan import Plan
from app.proof.classes import sales_classes
from app.proof.kept import proof_now
from app.proof.look_back import LookBack
from app.proof.promise_tables import Kept, by_class, by_product, headline_of, kept_of
from app.views.cards import field_name, notice, table, tag
from app.views.figures import chart
from app.views.in_use_card import headline_notice, in_use_card
from app.views.proof_figures import kept_figure
from app.views.proof_parts import names_of, product_path
from app.words.formats import share_text, units_text
from app.words.language import _
from app.words.proof_words import VERDICT_KINDS, by_chance_text, verdict_text

SHOP, CLASS, PRODUCT = "shop", "class:", "sku:"
WORST_SHOWN = 8


def parts(desk: Desk, plan: Plan, looked: LookBack) -> list[Any]:
    """The cards of the page."""
    settled = looked.settled
    kept = kept_of(settled)
    if not kept:
        return [notice(_("There are too few weeks of sales to look back on. Come back in some weeks."))]
    return [
        headline_notice(headline_of(kept)),
        in_use_card(in_use_of(desk, plan.inputs), in_full=True),
        _picture_card(plan, kept, weeks=len(looked.origins)),
        html.Div([_classes_card(plan, settled), _products_card(plan, settled)], className="sw-columns"),
    ]


def _picture_card(plan: Plan, kept: tuple[Kept, ...], *, weeks: int) -> Any:
    said = _(
        "In each of the last {weeks} weeks we forecast again, only from the sales up to then, and looked whether as "
        "much sold as promised at most. A dot on the green bar is as promised: so far chance alone may move it."
    ).format(weeks=weeks)
    picker = dcc.Dropdown(options=_options(plan), value=SHOP, id=ids.CALIBRATION_OF, clearable=False)
    return html.Div(
        [
            html.Div(
                [
                    html.H2(_("Promised and kept")),
                    html.Div(picker, className="sw-proof-picker", **field_name(_("Promises of"))),
                ],
                className="sw-head",
            ),
            html.P(said, className="sw-soft"),
            html.Div(kept_parts(kept), id=ids.CALIBRATION_TOLD),
            html.A(
                _("Every promise as CSV"), href="/download/promises.csv", className="btn btn-outline-secondary btn-sm"
            ),
        ],
        className="sw-card",
    )


def kept_parts(kept: tuple[Kept, ...]) -> list[Any]:
    """The picture and its table."""
    rows = [
        [
            _("{days} days, {level}").format(days=each.days, level=share_text(each.level)),
            _("{kept} of {made}").format(kept=units_text(each.kept), made=units_text(each.made)),
            share_text(round(each.share, 3)),
            by_chance_text(each),
            tag(verdict_text(each), VERDICT_KINDS[each.verdict]),
        ]
        for each in kept
    ]
    head = [_("Promised"), _("Kept"), _("Share"), _("Chance alone"), _("Verdict")]
    return [chart(kept_figure(kept), "kept"), html.Details([html.Summary(_("The same as a table")), table(head, rows)])]


def _options(plan: Plan) -> list[dict[str, str]]:
    classes = [{"label": _("Class {name}").format(name=name), "value": CLASS + name} for name in ("A", "B", "C")]
    products = [
        {"label": name, "value": PRODUCT + sku, "search": f"{sku} {name}"} for sku, name in names_of(plan).items()
    ]
    return [{"label": _("The whole shop"), "value": SHOP}, *classes, *products]


def _classes_card(plan: Plan, settled: pd.DataFrame) -> Any:
    told = by_class(settled, _classes(plan))
    rows = [
        [
            _("Class {name}").format(name=name),
            _("{kept} of {made}").format(kept=units_text(each.kept), made=units_text(each.made)),
            share_text(round(each.share, 3)),
            tag(verdict_text(each), VERDICT_KINDS[each.verdict]),
        ]
        for name, each in told.items()
    ]
    said = _("Totals of 14 days, said nine times out of ten. A: products that bring 80 % of sales, B: the next 15 %.")
    head = ["", _("Kept"), _("Share"), _("Verdict")]
    return html.Div([html.H2(_("By class")), html.P(said, className="sw-soft"), table(head, rows)], className="sw-card")


def _products_card(plan: Plan, settled: pd.DataFrame) -> Any:
    names = names_of(plan)
    worst = by_product(settled).head(WORST_SHOWN)
    rows = [
        [
            dcc.Link(names.get(row["sku"], row["sku"]), href=product_path(row["sku"])),
            _("{kept} of {made}").format(kept=int(row["kept"]), made=int(row["made"])),
            units_text(row["beyond"]),
        ]
        for row in worst.to_dict("records")
    ]
    said = _("Where promises broke most often, and by how many units at worst. Keep more of these.")
    head = [_("Product"), _("Kept"), _("Beyond, at worst")]
    return html.Div(
        [html.H2(_("Least reliable")), html.P(said, className="sw-soft"), table(head, rows)], className="sw-card"
    )


def _classes(plan: Plan) -> "pd.Series[str]":
    return sales_classes(plan.inputs.history.units, plan.inputs.products)


def show_kept(desk: Desk, chosen: str) -> Any:
    """The picture and the table of the shop, a class or a product."""
    plan, inputs = plan_now(desk), inputs_now(desk)
    looked = None if inputs is None else proof_now(desk, inputs).look_back
    if plan is None or looked is None or not chosen:
        raise PreventUpdate
    kept = kept_of(looked.settled, skus=_skus(plan, chosen))
    return kept_parts(kept) if kept else notice(_("Nothing was promised of it in these weeks."))


def _skus(plan: Plan, chosen: str) -> "pd.Index[str] | None":
    if chosen.startswith(CLASS):
        classes = _classes(plan)
        return classes.index[classes == chosen.removeprefix(CLASS)]
    return pd.Index([chosen.removeprefix(PRODUCT)]) if chosen.startswith(PRODUCT) else None


def register(app: Dash, desk: Desk) -> None:
    app.callback(
        Output(ids.CALIBRATION_TOLD, "children"), Input(ids.CALIBRATION_OF, "value"), prevent_initial_call=True
    )(bind(show_kept, desk))
