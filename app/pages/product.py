"""Product: one product's order explained, its sales, its stock ahead, and how good past forecasts were."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
from dash import ALL, MATCH, Dash, Input, Output, State, dcc, html, no_update
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind, clicked
from app.desk import Desk, forecast_wanted, plan_now
from app.pages import products
from app.pages.product_terms import product_terms
from app.planning.plan import Plan, row_of
from app.views.arima_card import arima_card, arima_told
from app.views.cards import notice, tag
from app.views.edits import bad_value_sentence
from app.views.figures import chart, mark_days, past_figure, sales_figure, stock_figure
from app.views.outlook import PAST_DAYS, days_shown, past_promise, stock_outlook, unobserved_days
from app.views.product_facts import product_figures, product_head
from app.views.product_table import to_table
from app.views.reason_card import reason_card
from app.views.sold_out_card import SOLD_OUT, sold_out_card
from app.words.cover_words import cover_text
from app.words.formats import about_text, share_text
from app.words.language import N_, _, ngettext
from app.words.trust_words import GRADE_TAGS, extreme_text, grade_text, reason_text
from data.sold_out import Verdict, note_verdict
from data.value_rules import BadValue

PREFIX = "/product/"

METHODS = {
    "arima": N_("seasonal ARIMA, which did best"),
    "smoothing": N_("exponential smoothing of its level and weekdays, which did best"),
    "shop_smoothing": N_("exponential smoothing that follows the shop's level, which did best"),
    "boosting": N_("boosted trees that learn from all your products, which did best"),
    "combination": N_("a mix of several models, weighted by how well each did on the past"),
    "weekday_average": N_("the average of the same weekday in the last eight weeks, which did best"),
}
PAST_HEADING = N_("How good were past forecasts?")
MOST_EXTREMES = 3


def layout(plan: Plan, sku: str, *, terms: Any = None) -> Any:
    """The page of the product `sku`; `terms` is the card of app/pages/product_terms.py."""
    product = row_of(plan, sku)
    if product is None:
        said = _("There is no product {sku} in this shop.").format(sku=sku)
        return notice([html.P(said), dcc.Link(_("To your orders"), href="/")], "warning")
    return html.Div(
        [
            dcc.Link(_("← Back"), href=products.PATH, className="sw-back"),
            product_head(plan, product),
            terms if plan.deleted[product] else None,
            sold_out_card(plan, sku),
            product_figures(plan, product),
            html.Div([reason_card(plan, product), _stock_card(plan, product)], className="sw-columns"),
            _sales_card(plan, product),
            _past_card(plan, product),
            None if plan.deleted[product] else terms,
            arima_card(sku),
        ],
        className="sw-stack",
    )


def _stock_card(plan: Plan, product: int) -> Any:
    outlook = stock_outlook(plan, product)
    if outlook is None:
        return html.Div(
            [
                html.H2(_("Stock ahead")),
                html.P([_("No count yet. Type what is on the shelf under “On hand”."), " ", to_table(plan, product)]),
            ],
            className="sw-card",
        )
    figure = stock_figure(
        outlook.days, outlook.expected, outlook.low, outlook.high,
        reorder_point=float(plan.decision.reorder_point[product]), arrival=outlook.arrival,
    )  # fmt: skip
    cover = plan.decision.days_of_cover[product]
    said = (
        _("What you have and what is on order lasts about {days}.").format(days=cover_text(cover))
        if np.isfinite(cover)
        else _("It does not sell at present.")
    )
    return html.Div(
        [
            html.H2(_("Stock ahead, if you order as advised")),
            html.P(said, className="sw-soft"),
            chart(figure, "stock"),
        ],
        className="sw-card",
    )


def _sales_card(plan: Plan, product: int) -> Any:
    history, ahead = plan.inputs.history, days_shown(plan, product)
    past_days = [day.date() for day in history.days[-PAST_DAYS:]]
    sold = np.nan_to_num(history.units[-PAST_DAYS:, product])
    future = [plan.inputs.today + dt.timedelta(days=n) for n in range(ahead)]
    expected = plan.forecast.mean[product, :ahead]
    low, high = plan.forecast.day_bands[product, :ahead].T
    figure = sales_figure(past_days, sold, future, expected, low, high)
    empty = unobserved_days(history, product)
    mark_days(figure, empty, [0.0] * len(empty), _("sold out, not counted"))
    sku = plan.forecast.skus[product]
    extremes = [day for day in plan.forecast.extremes if day.sku == sku and day.day >= past_days[0]]
    mark_days(figure, [day.day for day in extremes], [day.counted for day in extremes], _("counted as"))
    total = _("{units} units expected in the next {days} days.")
    said = total.format(units=about_text(float(expected.sum())), days=ahead)
    if not plan.forecast.reason[product]:
        method = _("Forecast by {method}.").format(method=_(METHODS[plan.forecast.method[product]]))
        said = f"{method} {said}"
    return html.Div(
        [
            html.Div([html.H2(_("Sales and forecast")), _grade(plan, product)], className="sw-head"),
            *([html.P(doubt)] if (doubt := reason_text(plan.judged, product)) else []),
            html.P(said, className="sw-soft"),
            chart(figure, "sales"),
            _extremes(plan, sku),
        ],
        className="sw-card",
    )


def _grade(plan: Plan, product: int) -> Any:
    said = _("Forecast: {grade}").format(grade=grade_text(plan.judged, product))
    return tag(said, GRADE_TAGS[plan.judged.grade[product]])


def _extremes(plan: Plan, sku: str) -> Any:
    """The days that the forecast does not take at their word, the latest first."""
    lines = [html.Div(extreme_text(day)) for day in reversed(plan.forecast.extremes) if day.sku == sku]
    count = len(lines) - MOST_EXTREMES
    more = ngettext("{count} more", "{count} more", count).format(count=count)
    rest = html.Details([html.Summary(more), *lines[MOST_EXTREMES:]])
    shown = [*lines[:MOST_EXTREMES], rest] if len(lines) > MOST_EXTREMES else lines
    return html.Div(shown, className="sw-soft sw-small")


def _past_card(plan: Plan, product: int) -> Any:
    promise = past_promise(plan, product)
    if promise is None:
        return html.Div(
            [html.H2(_(PAST_HEADING)), html.P(_("There is not enough history to tell."))],
            className="sw-card",
        )
    ratio = 1 - promise.error / promise.weekday_error if promise.weekday_error > 0 else 0.0
    better, worse = _("{share} better than the same-weekday average"), _("{share} worse than the same-weekday average")
    compared = (better if ratio > 0 else worse).format(share=share_text(round(abs(ratio), 2)))
    verdict = tag(compared, "good" if ratio > 0 else "warning") if round(abs(ratio), 2) else ""
    said = _(
        "From {origins} past days we forecast the {days} days that followed, each from the sales up to that day. Only "
        "the choice between a simple average and trained models knew all of these days. On average the forecast was "
        "{error} units off; {sold} were sold."
    ).format(
        origins=len(promise.origins),
        days=promise.days,
        error=about_text(promise.error),
        sold=about_text(float(promise.sold.mean())),
    )
    figure = past_figure(promise.origins, promise.said, promise.weekday_average, promise.sold)
    return html.Div(
        [
            html.H2(_(PAST_HEADING)),
            html.P([said, " ", verdict], className="sw-soft"),
            chart(figure, "past"),
        ],
        className="sw-card",
    )


def keep_answer(desk: Desk, clicks: Sequence[int | None], answers: Sequence[dict[str, str]]) -> tuple[Any, Any, Any]:
    """Keep what the owner says of silent days: the page anew, or what is to be waited for, and the forecast wanted."""
    said = [answer for count, answer in zip(clicks, answers, strict=True) if count]
    if not said:
        raise PreventUpdate
    answer = said[-1]
    first, last = dt.date.fromisoformat(answer["first"]), dt.date.fromisoformat(answer["last"])
    try:
        note_verdict(desk.shop, Verdict(answer["sku"], first, last, was_sold_out=answer["answer"] == SOLD_OUT))
    except BadValue as bad:
        return no_update, notice(bad_value_sentence(bad), "danger"), no_update
    plan = plan_now(desk)
    if plan is None:
        return no_update, notice(_("Noted. The forecast is made again with it."), "good"), forecast_wanted(desk)
    return layout(plan, answer["sku"], terms=product_terms(desk, answer["sku"])), no_update, no_update


def open_arima(desk: Desk, clicks: int, opened: dict[str, str]) -> Any:
    """The ARIMA of a product, told when its card is opened; every second click closes it."""
    plan = plan_now(desk) if clicks % 2 else None
    product = None if plan is None else row_of(plan, opened["sku"])
    if plan is None or product is None:
        raise PreventUpdate
    return arima_told(plan, product)


def register(app: Dash, desk: Desk) -> None:
    answers = ids.sold_out_answer("", "", "", answer="") | dict.fromkeys(("sku", "first", "last", "answer"), ALL)
    app.callback(
        Output(ids.PAGE, "children", allow_duplicate=True),
        Output(ids.SOLD_OUT_CARD, "children"),
        Output(ids.FORECAST_REQUEST, "data", allow_duplicate=True),
        Input(answers, "n_clicks"),
        State(answers, "id"),
        prevent_initial_call=True,
    )(bind(keep_answer, desk))
    app.callback(
        Output(ids.arima_told("") | {"sku": MATCH}, "children"),
        Input(ids.arima_opened("") | {"sku": MATCH}, "n_clicks"),
        State(ids.arima_opened("") | {"sku": MATCH}, "id"),
        prevent_initial_call=True,
    )(clicked(bind(open_arima, desk)))
