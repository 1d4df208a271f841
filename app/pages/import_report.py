"""What happened to a file that came in, in words: read, used, left out, changed."""

import datetime as dt
from typing import Any

from dash import dcc, html

from app.pages.import_preview import columns_text
from app.views.cards import notice
from app.words.formats import count_text, day_text, units_text

LISTED = {"products": "product", "suppliers": "supplier"}  # what a list names, by its kind


def outcome_cards(outcome: dict[str, Any] | None) -> list[Any]:
    """The cards that tell the last import's outcome; nothing when there was none on this visit."""
    if outcome is None:
        return []
    if "problems" in outcome:
        return [_problems(outcome["problems"])]
    if outcome["kind"] == "look":
        return []
    if outcome["kind"] == "dropped":
        return [notice("Not kept. Your shop is unchanged.")]
    if outcome["kind"] == "undone":
        return [notice(f"Undone: {outcome['file_name']} is out of the shop again.", "good")]
    if outcome["kind"] in LISTED:
        return [_list_headline(outcome["outcome"], LISTED[outcome["kind"]]), _report(outcome)]
    return [_sales_headline(outcome["outcome"]), _report(outcome)]


def _problems(problems: list[str]) -> Any:
    lines = [html.P(problem) for problem in problems]
    return notice([html.Strong("The file was not imported. Your shop is unchanged."), *lines], "danger")


def _sales_headline(outcome: dict[str, Any]) -> Any:
    if outcome["import_id"] is None:
        return notice("Nothing new: the shop has all of these sales already.")
    changes = [
        (outcome["days_added"], "day added"),
        (outcome["days_changed"], "day changed"),
        (outcome["new_products"], "new product"),
    ]
    said = ", ".join(_counted(count, words) for count, words in changes if count)
    units = (
        f"Units on these days: {units_text(outcome['units_before'])} before, {units_text(outcome['units_after'])} now."
    )
    replaced = units if outcome["days_changed"] else ""
    link = dcc.Link("See what to order", href="/", className="btn btn-primary")
    return notice([html.P([html.Strong(f"Imported: {said}. "), replaced]), link], "good")


def _counted(count: int, words: str) -> str:
    """`1 day added`, `12 days added`."""
    noun, _, rest = words.partition(" ") if words.startswith("day") else (words, "", "")
    return f"{count_text(count, noun)} {rest}".strip()


def _list_headline(outcome: dict[str, Any], noun: str) -> Any:
    rest = f"{outcome['changed']:,} changed, {outcome['unchanged']:,} as before."
    said = f"{count_text(outcome['new'], noun)} new, {rest}"
    return notice(
        [html.P(html.Strong(said)), dcc.Link("See what to order", href="/", className="btn btn-primary")], "good"
    )


def _report(outcome: dict[str, Any]) -> Any:
    report = outcome["report"]
    parts: list[Any] = [html.P(_totals(report)), html.P(columns_text(report["columns"]), className="sw-soft sw-small")]
    if outcome["left_out"]:
        parts += [html.H3("Left out"), html.Ul([html.Li(sentence) for sentence in outcome["left_out"]])]
    if outcome["notes"]:
        parts += [html.H3("Worth knowing"), html.Ul([html.Li(sentence) for sentence in outcome["notes"]])]
    summary = html.Summary(f"What was understood of {report['file_name']}")
    return html.Details([summary, *parts], className="sw-card sw-stack")


def _day(iso: str) -> str:
    return day_text(dt.date.fromisoformat(iso))


def _totals(report: dict[str, Any]) -> str:
    read, used = report["rows_read"], report["rows_used"]
    rows = f"{count_text(read, 'row')} read, {used:,} used, {read - used:,} left out"
    if "suppliers" in report:
        return f"{rows}. {count_text(report['suppliers'], 'supplier')}."
    said = f"{rows}. {count_text(report['products'], 'product')}"
    if report.get("first_day") is None:
        return f"{said}."
    money = f", {report['revenue']:,.2f} in money" if report["revenue"] else ""
    days = f"{_day(report['first_day'])} to {_day(report['last_day'])}"
    return f"{said}, {days}, {units_text(report['units'])} units{money}."
