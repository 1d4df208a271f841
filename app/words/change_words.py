"""What changed since the last advice, in words: `10 March 30, now 48: sells faster (+11), less in stock (+7).`"""

from dataclasses import dataclass
from decimal import Decimal

from app.planning.plan import Plan
from app.words.formats import list_text, weekday_text
from app.words.language import N_, _
from app.words.sums import number, plain
from inventory.changes import change_parts
from inventory.trace import TracePart

# cause -> what it is called where it adds units, and where it takes units away
CAUSES = {
    "demand": (N_("sells faster"), N_("sells slower")),
    "delivery": (N_("must last longer until a delivery"), N_("need not last so long until a delivery")),
    "service_level": (N_("more is promised"), N_("less is promised")),
    "costs": (N_("ordering more at a time costs less now"), N_("ordering less at a time costs less now")),
    "shelf_life": (N_("keeps longer or earns more"), N_("would spoil")),
    "sold": (N_("sold since then"), N_("brought back since then")),
    "received": (N_("taken back since then"), N_("received since then")),
    "below_zero": (N_("your record was below zero"), N_("more sold than your record had")),
    "count": (N_("your stock count"), N_("your stock count")),
    "on_order": (N_("less on the way"), N_("more on the way")),
    "rounding": (N_("packs"), N_("packs")),
    "due": (N_("it is time to order"), N_("it is not time to order yet")),
    "decided": (N_("not decided yet"), N_("decided by what you ordered today")),
    "minimum_top_up": (N_("the supplier's minimum"), N_("the supplier's minimum")),
    "minimum_wait": (N_("need not wait for the supplier's minimum"), N_("waits for the supplier's minimum")),
    "budget_cut": (N_("the budget reaches further"), N_("your budget")),
    "override": (N_("your own number"), N_("your own number")),
}


@dataclass(frozen=True)
class ChangeLine:
    """One cause and the signed units that it moved, as printed."""

    cause: str
    amount: str


def change_lines(plan: Plan, product: int) -> tuple[ChangeLine, ...]:
    """Each cause of the change since the last advice, the largest first; the amounts add up to the change exactly."""
    return tuple(ChangeLine(_cause(part), _amount(part)) for part in _parts(plan, product))


def change_text(plan: Plan, product: int) -> str:
    """The change since the last advice in one line; empty where there is none to compare with, or nothing changed."""
    since, parts = plan.changes, _parts(plan, product)
    if since is None or not parts:
        return ""
    causes = list_text(_("{cause} ({units})").format(cause=_cause(part), units=_amount(part)) for part in parts)
    return _("{day} {before}, now {after}: {causes}.").format(
        day=weekday_text(since.day),
        before=number(since.changes.before[product]),
        after=number(since.changes.after[product]),
        causes=causes,
    )


def _parts(plan: Plan, product: int) -> tuple[TracePart, ...]:
    return () if plan.changes is None else change_parts(plan.changes.changes, product)


def _cause(part: TracePart) -> str:
    more, less = CAUSES[part.code]
    return _(more if part.amount > 0 else less)


def _amount(part: TracePart) -> str:
    return f"{'+' if part.amount > Decimal(0) else '−'}{plain(abs(part.amount))}"
