"""Asking whether a product was sold out: the card on its page, and the line among the orders."""

from typing import Any
from urllib.parse import quote

from dash import dcc, html

from app import ids
from app.planning.plan import Plan
from app.views.cards import aria
from app.views.sold_out_questions import OpenQuestion, answers_of, open_questions, questions_of
from app.words.formats import about_text, day_text, days_text, period_text, units_text
from app.words.language import N_, _, ngettext
from data.sold_out import Verdict
from forecasting.suspects import Suspect

SOLD_OUT, NOT_WANTED = "sold_out", "not_wanted"
ANSWERS = {SOLD_OUT: N_("It was sold out"), NOT_WANTED: N_("Nobody wanted it")}
CHANGES = {SOLD_OUT: N_("No: it was sold out"), NOT_WANTED: N_("No: nobody wanted it")}
MOST_LISTED = 100


def sold_out_card(plan: Plan, sku: str) -> Any:
    """The questions about a product's silent days, and the answers given, to be changed; empty where there is none."""
    questions, answers = questions_of(plan, sku), answers_of(plan, sku)
    if not questions and not answers:
        return html.Div(id=ids.SOLD_OUT_CARD)
    asked = [_question(question.suspect) for question in questions]
    return html.Div([*asked, *(_answer(verdict) for verdict in answers)], className="sw-card", id=ids.SOLD_OUT_CARD)


def sold_out_line(plan: Plan) -> Any:
    """How many products may have been sold out, and behind it the way to them; nothing where none is open."""
    questions = open_questions(plan)
    count = len({question.suspect.sold_out.sku for question in questions})
    if not count:
        return html.Div()
    title = ngettext(
        "{count} product may have been sold out: nothing sold for longer than chance explains. Which?",
        "{count} products may have been sold out: nothing sold for longer than chance explains. Which?",
        count,
    ).format(count=units_text(count))
    listed = html.Ul([html.Li(_to_answer(question)) for question in questions[:MOST_LISTED]])
    return html.Details([html.Summary(title), listed], className="sw-notice")


def question_text(suspect: Suspect) -> str:
    """What the owner is asked, as the title and the evidence."""
    stretch = suspect.sold_out
    if stretch.first_day == stretch.last_day:
        return _("Sold out on {day}?").format(day=day_text(stretch.first_day))
    return _("Sold out from {days}?").format(days=period_text(stretch.first_day, stretch.last_day))


def evidence_text(suspect: Suspect) -> str:
    """Why one is asked, and what is at stake."""
    said = _("Nothing sold in {days}, although {usual} a day is usual: about {missed} would have sold.")
    usual, missed = about_text(suspect.usual), about_text(suspect.missed)
    return said.format(days=days_text(suspect.days), usual=usual, missed=missed)


def _question(suspect: Suspect) -> Any:
    return html.Div(
        [
            html.H2(question_text(suspect)),
            html.P(
                [evidence_text(suspect), " ", _("If it was sold out, these days will not count.")], className="sw-soft"
            ),
            html.Div([_button(suspect_verdict(suspect), answer) for answer in ANSWERS], className="sw-actions"),
        ],
        className="sw-question",
    )


def suspect_verdict(suspect: Suspect) -> Verdict:
    """The question as if it were answered with yes."""
    stretch = suspect.sold_out
    return Verdict(stretch.sku, stretch.first_day, stretch.last_day, was_sold_out=True)


def _answer(verdict: Verdict) -> Any:
    other = NOT_WANTED if verdict.was_sold_out else SOLD_OUT
    return html.Div(
        [html.Span(_answer_text(verdict), className="sw-soft"), _button(verdict, other, changes=True)],
        className="sw-actions sw-question",
    )


def _answer_text(verdict: Verdict) -> str:
    if verdict.first_day == verdict.last_day:
        said = (
            _("On {day} it was sold out: this day does not count.")
            if verdict.was_sold_out
            else _("On {day} nobody wanted it: this day counts.")
        )
        return said.format(day=day_text(verdict.first_day))
    said = (
        _("From {days} it was sold out: these days do not count.")
        if verdict.was_sold_out
        else _("From {days} nobody wanted it: these days count.")
    )
    return said.format(days=period_text(verdict.first_day, verdict.last_day))


def _button(verdict: Verdict, answer: str, *, changes: bool = False) -> Any:
    first, last = verdict.first_day.isoformat(), verdict.last_day.isoformat()
    label = _(CHANGES[answer] if changes else ANSWERS[answer])
    kind = "btn-outline-secondary" if changes or answer == NOT_WANTED else "btn-primary"
    return html.Button(
        label,
        id=ids.sold_out_answer(verdict.sku, first, last, answer=answer),
        className=f"btn {kind} {'btn-sm' if changes else ''}".strip(),
        **aria(label=f"{label}, {period_text(verdict.first_day, verdict.last_day)}"),
    )


def _to_answer(question: OpenQuestion) -> list[Any]:
    """One line of the list: the product, and what it missed when."""
    stretch = question.suspect.sold_out
    link = dcc.Link(question.name, href=f"/product/{quote(stretch.sku, safe='')}")
    days, missed = period_text(stretch.first_day, stretch.last_day), about_text(question.suspect.missed)
    said = _("{days}: about {missed} would have sold").format(days=days, missed=missed)
    return [link, " ", html.Span(said, className="sw-soft")]
