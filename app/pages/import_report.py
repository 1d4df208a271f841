"""What happened to a file that came in, in words: read, used, left out, changed."""

from typing import Any

from dash import dcc, html

from app.pages.import_preview import columns_text, totals_text
from app.views.cards import notice
from app.words.formats import units_text
from app.words.import_words import changed_units_text, imported_text, listed_text
from app.words.language import _, ngettext

LISTS = ("products", "suppliers")
NAMED = 20  # products that are told by name


def outcome_cards(outcome: dict[str, Any] | None) -> list[Any]:
    """The cards that tell the last import's outcome; nothing when there was none on this visit."""
    if outcome is None:
        return []
    if "problems" in outcome:
        return [_problems(outcome["problems"])]
    if outcome["kind"] == "look":
        return []
    if outcome["kind"] == "dropped":
        return [notice(_("Not kept. Your shop is unchanged."))]
    if outcome["kind"] == "put_away":
        return [notice(_("Taken from the list. The file is here now: {path}").format(path=outcome["file"]))]
    if outcome["kind"] == "undone":
        said = _("Undone: {file} is out of the shop again.").format(file=outcome["file_name"])
        return [notice(said, "good")]
    if outcome["kind"] == "list_undone":
        return _list_undone(outcome["file_name"], outcome["kept"])
    if outcome["kind"] in LISTS:
        left_out = [notice(warning, "warning") for warning in outcome.get("warnings", [])]
        return [_list_headline(outcome["outcome"], kind=outcome["kind"]), *left_out, _report(outcome)]
    return [_sales_headline(outcome["outcome"]), _report(outcome)]


def _problems(problems: list[str]) -> Any:
    lines = [html.P(problem) for problem in problems]
    return notice([html.Strong(_("The file was not imported. Your shop is unchanged.")), *lines], "danger")


def _sales_headline(outcome: dict[str, Any]) -> Any:
    if outcome["import_id"] is None:
        return notice(imported_text(outcome))
    told: list[Any] = [html.Strong(imported_text(outcome)), " ", changed_units_text(outcome)]
    return notice([html.P(told), _to_orders()], "good")


def _list_headline(outcome: dict[str, Any], *, kind: str) -> Any:
    return notice([html.P(html.Strong(listed_text(outcome, kind=kind))), _to_orders()], "good")


def _list_undone(file_name: str, kept: dict[str, list[str]]) -> list[Any]:
    """What an undone list brought back, and what it left since something newer holds there."""
    products, suppliers = kept["products"], kept["suppliers"]
    if not products and not suppliers:
        return [notice(_("Undone: all is as it was before {file}.").format(file=file_name), "good")]
    told = [
        (
            products,
            ngettext(
                "{count} product was changed or used since and keeps what is newer: {names}.",
                "{count} products were changed or used since and keep what is newer: {names}.",
                len(products),
            ),
        ),
        (
            suppliers,
            ngettext(
                "{count} supplier was changed or used since and keeps what is newer: {names}.",
                "{count} suppliers were changed or used since and keep what is newer: {names}.",
                len(suppliers),
            ),
        ),
    ]
    newer = [text.format(count=units_text(len(names)), names=_first_of(names)) for names, text in told if names]
    undone = _("Undone: {file}, but for what is newer.").format(file=file_name)
    return [notice(undone, "good"), *(notice(sentence, "warning") for sentence in newer)]


def _first_of(names: list[str]) -> str:
    if len(names) <= NAMED:
        return ", ".join(names)
    more = units_text(len(names) - NAMED)
    return _("{names} and {count} more").format(names=", ".join(names[:NAMED]), count=more)


def _to_orders() -> Any:
    return dcc.Link(_("See what to order"), href="/", className="btn btn-primary")


def _report(outcome: dict[str, Any]) -> Any:
    report = outcome["report"]
    parts: list[Any] = [
        html.P(f"{_rows_text(report)} {totals_text(report)}"),
        html.P(columns_text(report["columns"]), className="sw-soft sw-small"),
    ]
    if outcome["left_out"]:
        parts += [html.H3(_("Left out")), html.Ul([html.Li(sentence) for sentence in outcome["left_out"]])]
    if outcome["notes"]:
        parts += [html.H3(_("Worth knowing")), html.Ul([html.Li(sentence) for sentence in outcome["notes"]])]
    summary = html.Summary(_("What was understood of {file}").format(file=report["file_name"]))
    return html.Details([summary, *parts], className="sw-card sw-stack")


def _rows_text(report: dict[str, Any]) -> str:
    read, used = report["rows_read"], report["rows_used"]
    said = ngettext(
        "{count} row read, {used} used, {left} left out.", "{count} rows read, {used} used, {left} left out.", read
    )
    return said.format(count=units_text(read), used=units_text(used), left=units_text(read - used))
