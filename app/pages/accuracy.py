"""Accuracy: how good forecasts were beside two simple ways, of the shop, by month, by class and by product."""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from app.planning.plan import Plan
from app.proof.accuracy import Accuracy, Scores, accuracy, better_products, by_label, worse_products
from app.proof.champions import Champion
from app.proof.classes import sales_classes
from app.views.accuracy_grid import accuracy_grid, accuracy_rows
from app.views.cards import aria, figure_card, notice, table
from app.views.degraded_card import worse_lately
from app.views.figures import chart
from app.views.proof_figures import months_figure
from app.views.proof_parts import names_of, product_links, product_path
from app.words.formats import day_text, fixed_text, share_text, units_text
from app.words.language import _, ngettext
from app.words.model_words import model_texts
from app.words.proof_words import better_text, bias_text, shop_text
from app.words.trust_words import grades_text, reason_text
from forecasting.grades import DO_NOT_TRUST

WORSE_NAMED = 10
DOUBTED_SHOWN, MOST_DOUBTED = 8, 200


def parts(plan: Plan, champions: Mapping[str, Champion]) -> list[Any]:
    """The cards of the page."""
    found = accuracy(plan.judged, plan.inputs.history)
    if found is None:
        return [notice(_("There are too few weeks of sales to judge forecasts. Come back in some weeks."))]
    return [
        verdict_notice(plan, found),
        *worse_lately(plan, champions),
        _figures(found),
        html.Div([_months_card(found), _classes_card(plan, found)], className="sw-columns"),
        _trust_card(plan),
        _products_card(plan, found, champions),
        _models_card(plan),
    ]


def verdict_notice(plan: Plan, found: Accuracy) -> Any:
    """Better or worse than the simple way, and for which products it was worse."""
    worse, better = worse_products(found), better_products(found)
    counted = ngettext(
        "Better for {better} of {count} product.", "Better for {better} of {count} products.", len(found.products)
    ).format(better=units_text(len(better)), count=units_text(len(found.products)))
    said = [html.P([html.Strong(shop_text(found.shop, days=found.days)), " ", counted])]
    if len(worse):
        text = ngettext("Worse for {count}:", "Worse for {count}:", len(worse)).format(count=units_text(len(worse)))
        said.append(html.P([text, " ", *product_links(plan, list(worse.index), most=WORSE_NAMED)]))
    return notice(said, "good" if found.shop.better > 0 else "warning")


def _figures(found: Accuracy) -> Any:
    shop, over = found.shop, _("of what sold, in {days} days").format(days=found.days)
    cards = [
        figure_card(_("Forecast off by"), _share(shop.wape), over),
        figure_card(_("Same-weekday average off by"), _share(shop.weekday_average), _("mean of eight weeks")),
        figure_card(_("Last week again off by"), _share(shop.last_week), _("seasonal naive")),
        figure_card(_("Expected in sum"), bias_text(shop.bias), _("bias of all products")),
    ]
    more = [
        [
            "MASE",
            fixed_text(found.mase, 2),
            _("How far single days were off, beside repeating last week: below 1 is closer than that."),
        ],
        [
            "MAPE",
            _share(found.mape),
            _("Mean of error over sales. Do not judge by it: one sold where four were expected counts 300 %."),
        ],
    ]
    each = html.P(_("Those of each product are in the CSV file below."), className="sw-soft sw-small mb-0")
    folded = html.Details([html.Summary(_("More figures")), table(["", "", ""], more, numbers_from=3), each])
    return html.Div([html.Div(cards, className="sw-figures"), folded], className="sw-card")


def _share(value: float) -> str:
    return _("unknown") if value != value else share_text(round(value, 2))


def _months_card(found: Accuracy) -> Any:
    said = _("How far totals were off, as a share of what sold. Lower is better.")
    return html.Div(
        [html.H2(_("By month")), html.P(said, className="sw-soft"), chart(months_figure(found.months), "months")],
        className="sw-card",
    )


def _classes_card(plan: Plan, found: Accuracy) -> Any:
    told = by_label(found, sales_classes(plan.inputs.history.units, plan.inputs.products))
    rows = [[_("Class {name}").format(name=name), *_class_cells(each)] for name, each in told.items()]
    head = ["", _("Forecast off by"), _("Weekday average"), _("Difference")]
    said = _("A: products that bring 80 % of sales, B: the next 15 %, C: the rest.")
    return html.Div([html.H2(_("By class")), html.P(said, className="sw-soft"), table(head, rows)], className="sw-card")


def _class_cells(each: Scores) -> list[str]:
    return [_share(each.wape), _share(each.weekday_average), better_text(each.better)]


def _trust_card(plan: Plan) -> Any:
    """How many forecasts have each grade, and why those that are not to be trusted are not."""
    forecast, names = plan.judged, names_of(plan)
    doubted = [row for row, grade in enumerate(forecast.grade) if grade == DO_NOT_TRUST]
    lines = [
        html.Li(
            [
                dcc.Link(names[forecast.skus[row]], href=product_path(forecast.skus[row])),
                " ",
                reason_text(forecast, row),
            ]
        )
        for row in doubted
    ]
    shown: list[Any] = [html.Ul(lines[:DOUBTED_SHOWN], className="sw-proof-doubts")] if lines else []
    if len(lines) > DOUBTED_SHOWN:
        more = ngettext("{count} more", "{count} more", len(lines) - DOUBTED_SHOWN)
        rest = html.Ul(lines[DOUBTED_SHOWN:MOST_DOUBTED], className="sw-proof-doubts")
        shown.append(html.Details([html.Summary(more.format(count=units_text(len(lines) - DOUBTED_SHOWN))), rest]))
    said = grades_text(forecast) or _("Every forecast is good.")
    none = [] if lines else [html.P(_("No forecast is so doubtful that you should not use it."), className="mb-0")]
    title = html.H2(_("Which to trust"))
    return html.Div([title, html.P(said, className="sw-soft"), *shown, *none], className="sw-card")


def _products_card(plan: Plan, found: Accuracy, champions: Mapping[str, Champion]) -> Any:
    rows = accuracy_rows(found, plan.inputs.products["name"].fillna(""), champions)
    download = html.A(_("Download as CSV"), href="/download/accuracy.csv", className="btn btn-outline-secondary btn-sm")
    said = _("The worst first. Click a heading to sort. From {origins} past days, {days} days each.").format(
        origins=found.origins, days=found.days
    )
    grid = html.Div(accuracy_grid(rows), role="region", **aria(label=_("Accuracy by product")))
    return html.Div(
        [
            html.Div([html.H2(_("Every product")), download], className="sw-head"),
            html.P(said, className="sw-soft"),
            grid,
        ],
        className="sw-card",
    )


def _models_card(plan: Plan) -> Any:
    """Who forecasts, chosen how, since when."""
    counts: dict[str, int] = {}
    for method in plan.forecast.method:
        counts[method] = counts.get(method, 0) + 1
    texts = model_texts()
    rows = [[texts.get(name, name), units_text(count)] for name, count in sorted(counts.items(), key=lambda at: -at[1])]
    said = _(
        "Every product has its race: the models forecast the last year again, and count as much as they were right. "
        "Who does not beat the same-weekday average is not used. Chosen on {day}; chosen anew once a week, "
        "or sooner where sales turn."
    ).format(day=day_text(plan.forecast.fitted_on))
    return html.Div(
        [html.H2(_("Who forecasts")), html.P(said, className="sw-soft"), table([_("Model"), _("Products")], rows)],
        className="sw-card",
    )
