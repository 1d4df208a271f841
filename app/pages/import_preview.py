"""What a file would bring, before anything of it is kept: understood, asked, and one button to keep it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from app import ids
from app.incoming.pending import Pending
from app.views.cards import notice, table
from app.words.column_names import COLUMN_NAMES, column_name
from app.words.formats import money_text, period_text, units_text
from app.words.language import _, ngettext
from data.columns import LOCATION
from data.meaning.places import ALL

NONE = "-"  # an empty value would show nothing
CHOSEN_COLUMNS = ("day", "time", "sku", "name", "units", "price", "revenue", "category")


def preview_card(pending: Pending) -> Any:
    """The card of a file that waits for the owner."""
    story = pending.story
    parts = _rejected(story) if story["kind"] == "rejected" else _understood(story, token=pending.token)
    store = dcc.Store(id=ids.PREVIEW_TOKEN, data=pending.token)
    return html.Section([store, *parts], className="sw-card sw-stack", id=ids.PREVIEW)


def _rejected(story: dict[str, Any]) -> list[Any]:
    problems = [html.P(problem) for problem in story["problems"]]
    return [
        html.H2(story["report"]["file_name"]),
        notice([html.Strong(_("This file cannot be read like this. Your shop is unchanged.")), *problems], "danger"),
        _column_form(story, is_open=True),
        html.Div(_drop_button(_("Do not use this file")), className="sw-actions"),
    ]


def _understood(story: dict[str, Any], *, token: str) -> list[Any]:
    report = story["report"]
    return [
        html.Div(
            [
                html.H2(report["file_name"]),
                html.P(f"{story['format']} {totals_text(report)}".strip()),
                html.P(columns_text(report["columns"]), className="sw-soft sw-small"),
            ]
        ),
        *([_answers(story["answers"], token=token)] if story["answers"] else []),
        *[_question(question, token=token) for question in story["questions"]],
        *([_place_choice(story["places"], token=token)] if story.get("places") else []),
        *[notice(warning, "warning") for warning in story["warnings"]],
        _actions(story),
        html.H3(_("First rows, as they will be kept")),
        html.Div(table(story["head"], story["rows"], numbers_from=2), className="sw-first-rows"),
        *_left_out(story, token=token),
        *_notes(story),
        *([_column_form(story, is_open=False)] if story["headers"] else []),
    ]


def totals_text(report: dict[str, Any]) -> str:
    """Days, products, units and money of a file, in a line."""
    if "suppliers" in report:
        count = report["suppliers"]
        return ngettext("{count} supplier.", "{count} suppliers.", count).format(count=units_text(count))
    count = report["products"]
    products = ngettext("{count} product", "{count} products", count).format(count=units_text(count))
    if not report.get("first_day"):
        return f"{products}."
    days = period_text(*(dt.date.fromisoformat(report[end]) for end in ("first_day", "last_day")))
    told = {"days": days, "products": products, "units": units_text(report["units"])}
    if not report["revenue"]:
        return _("{days}, {products}, {units} units.").format(**told)
    return _("{days}, {products}, {units} units, {money} taken.").format(
        **told, money=money_text(report["revenue"], "")
    )


def columns_text(columns: Mapping[str, str]) -> str:
    """Which column of the file was used for what.

    >>> columns_text({"day": "Datum", "units": "Menge"})
    'Read from the columns: “Datum” (date), “Menge” (units sold).'
    """
    one = _("“{header}” ({meaning})")
    named = (one.format(header=header, meaning=column_name(name)) for name, header in columns.items())
    return _("Read from the columns: {columns}.").format(columns=", ".join(named))


def _answers(answers: list[dict[str, Any]], *, token: str) -> Any:
    """How open questions were answered; each can be changed."""
    return html.Ul([html.Li(_answer(answer, token=token)) for answer in answers], className="sw-answers")


def _answer(answer: dict[str, Any], *, token: str) -> list[Any]:
    text = _("As last time: {answer}").format(answer=answer["text"]) if answer["is_remembered"] else answer["text"]
    if not answer["code"]:
        return [text]
    place = ids.change_answer(answer["code"], token)
    return [text, " ", html.Button(_("Change"), id=place, className="sw-link", type="button", n_clicks=0)]


def _question(question: dict[str, Any], *, token: str) -> Any:
    options = dbc.RadioItems(id=ids.answer(question["code"], token), options=question["options"], value=None)
    return html.Fieldset([html.Legend(question["text"]), options], className="sw-notice warning sw-question")


def _place_choice(places: dict[str, Any], *, token: str) -> Any:
    """Which place of a file counts; nothing has to be chosen."""
    named = [
        {"value": place, "label": _("All places together") if place == ALL else place} for place in places["options"]
    ]
    chosen = ids.answer(LOCATION, token, places["now"])
    label = html.Span(_("Sales of"), className="form-label")
    return html.Label([label, dbc.Select(id=chosen, options=named, value=places["now"])], className="sw-place")


def _actions(story: dict[str, Any]) -> Any:
    if story["is_nothing_new"]:
        said = html.Strong(_("Nothing new: the shop has all of these sales already."))
        return html.Div([said, _drop_button(_("Close"))], className="sw-actions")
    if story["questions"]:
        count = len(story["questions"])
        label = ngettext("Answer the question to keep these sales", "Answer {count} questions to keep them", count)
        keep = dbc.Button(label.format(count=count), color="primary", disabled=True)
    else:
        is_sales = story["kind"] == "sales_preview"
        what = _("Keep these sales: {changes}") if is_sales else _("Keep this list: {changes}")
        label = what.format(changes=story["action"])
        keep = dbc.Button(label, id=ids.KEEP_BUTTON, color="primary", n_clicks=0)
    return html.Div([keep, _drop_button(_("Do not keep"))], className="sw-actions")


def _drop_button(label: str) -> Any:
    return dbc.Button(label, id=ids.DROP_BUTTON, color="secondary", outline=True, n_clicks=0)


def _left_out(story: dict[str, Any], *, token: str) -> list[Any]:
    if not story["left_out"]:
        return []
    report = story["report"]
    left = report["rows_read"] - report["rows_used"]
    href = f"/download/left-out.csv?file={token}"
    download = html.A(_("Download these rows"), href=href, className="btn btn-outline-secondary btn-sm")
    read = report["rows_read"]
    said = ngettext("{left} of {count} row left out", "{left} of {count} rows left out", read)
    summary = html.Summary(said.format(left=units_text(left), count=units_text(read)))
    return [html.Details([summary, html.Ul([html.Li(why) for why in story["left_out"]]), download])]


def _notes(story: dict[str, Any]) -> list[Any]:
    if not story["notes"]:
        return []
    notes = html.Ul([html.Li(note) for note in story["notes"]])
    if len(story["notes"]) == 1:
        return [notes]
    count = len(story["notes"])
    said = ngettext("{count} thing worth knowing", "{count} things worth knowing", count).format(count=count)
    return [html.Details([html.Summary(said), notes])]


def _column_form(story: dict[str, Any], *, is_open: bool) -> Any:
    found = story["report"]["columns"]
    options = [
        {"label": _("(not in the file)"), "value": NONE},
        *({"label": header, "value": header} for header in story["headers"] if header),
    ]
    fields = [
        html.Label(
            [
                html.Span(_(COLUMN_NAMES[name]), className="form-label"),
                dbc.Select(id=ids.column(name), options=options, value=found.get(name, NONE)),
            ]
        )
        for name in CHOSEN_COLUMNS
    ]
    again = dbc.Button(
        _("Read it again"),
        id=ids.COLUMNS_BUTTON,
        color="primary" if is_open else "secondary",
        outline=not is_open,
        n_clicks=0,
    )
    advice = html.P(_("Say which column of the file holds what."), className="sw-soft")
    said = _("Choose the columns yourself") if is_open else _("Something is wrong? Change the columns")
    form = html.Div(fields, className="sw-fields")
    return html.Details([html.Summary(said), advice, form, again], open=is_open)
