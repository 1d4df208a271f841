"""How promises were kept: the sentence that speaks for all, and the card of promises in real use."""

from typing import Any

from dash import html

from app.proof.in_use import InUse
from app.proof.promise_tables import Kept, headline_of
from app.views.cards import notice, table
from app.words.formats import day_text, share_text, units_text
from app.words.language import _
from app.words.proof_words import advice_text, kept_text, verdict_text

TOO_NARROW = "too_narrow"
NOTICES = {"as_promised": "good", "too_narrow": "danger", "too_wide": "", "too_few": ""}


def headline_notice(kept: Kept | None) -> Any:
    """The one sentence that speaks for all promises, red where they were broken too often."""
    if kept is None:
        return notice(_("Too few days have passed to judge promises of two weeks."))
    return notice([html.Strong(kept_text(kept)), " ", advice_text(kept)], NOTICES[kept.verdict])


def in_use_card(told: InUse, *, in_full: bool = False) -> Any:
    """What came of the promises made while the owner used the program, and what was done about it.

    in_full: with each promise, by days, level and class.
    """
    if told.since is None:
        title = _("In real use")
        said: list[Any] = [html.P(_("Every forecast's promises are kept. The first are judged in a week."))]
    else:
        title = _("In real use since {day}").format(day=day_text(told.since))
        said = [headline_notice(headline_of(told.kept)), *_widened(told), *([_by_promise(told)] if in_full else [])]
    return html.Div([html.H2(title), *said], className="sw-card")


def _by_promise(told: InUse) -> Any:
    """Each promise kept in use: a row for days and level, a column for the shop and for each class with any."""
    parts = {_("The whole shop"): told.kept}
    parts |= {_("Class {name}").format(name=name): kept for name, kept in told.by_class.items() if kept}
    found = [{(each.days, each.level): each for each in kept} for kept in parts.values()]
    rows = [
        [
            _("{days} days, {level}").format(days=each.days, level=share_text(each.level)),
            *(_kept_cell(of.get((each.days, each.level))) for of in found),
        ]
        for each in told.kept
    ]
    return table([_("Promised"), *parts], rows)


def _kept_cell(kept: Kept | None) -> Any:
    if kept is None:
        return "–"
    counted = _("{kept} of {made}").format(kept=units_text(kept.kept), made=units_text(kept.made))
    share = _("{share}, {verdict}").format(share=share_text(round(kept.share, 3)), verdict=verdict_text(kept))
    said = html.Div(share, className="sw-soft sw-small")
    return [html.Div(counted), html.Strong(said) if kept.verdict == TOO_NARROW else said]


def _widened(told: InUse) -> list[Any]:
    """That bands are wider now, by how much, and what that would have kept."""
    if not told.widening.is_needed:
        return []
    said = _(
        "So the bands were widened: what may sell at most now stands {factor} times as far above what is expected. "
        "Orders follow it."
    ).format(factor=units_text(round(told.widening.factor, 1)))
    now = headline_of(told.as_wide_now)
    kept = "" if now is None else _("With these bands it would have been {kept} of {made}.")
    parts = [said, *([" ", kept.format(kept=units_text(now.kept), made=units_text(now.made))] if now else [])]
    return [html.P(parts, className="mt-2 mb-0")]
