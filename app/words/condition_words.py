"""What conditions do to a plan, in sentences: what is ordered later, put off or cannot be said, and what to do."""

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from app.planning.plan import Plan
from app.words.formats import list_text, money_text, weekday_text
from app.words.language import _, ngettext
from app.words.order_words import supplier_name


def condition_sentences(plan: Plan) -> tuple[str, ...]:
    """What order days, minimums, the budget and unknown costs change in the plan; empty where nothing does."""
    told = (_later(plan), _never(plan), *_minimums(plan), *_budget(plan), _unknown_costs(plan))
    return tuple(sentence for sentence in told if sentence)


def _later(plan: Plan) -> str:
    later = (np.nan_to_num(plan.quantity) > 0) & ~plan.orderable_today
    if not later.any():
        return ""
    days = np.unique(plan.decision.order_in_days[later])
    named = [weekday_text(plan.inputs.today + dt.timedelta(days=int(day))) for day in days]
    count = int(later.sum())
    told = ngettext(
        "{count} product is to be ordered on {days}.", "{count} products are to be ordered on {days}.", count
    )
    return told.format(count=count, days=list_text(named))


def _never(plan: Plan) -> str:
    names = _suppliers(plan, plan.stock.active & ~plan.decision.orderable)
    if not names:
        return ""
    told = _("Nothing can be ordered from {suppliers}, who takes no orders: name another supplier.")
    return told.format(suppliers=names)


def _minimums(plan: Plan) -> tuple[str, ...]:
    found, currency = plan.minimum, plan.inputs.settings.currency
    sentences = {
        "top_up": _("{supplier}: topped up to the minimum of {least}."),
        "wait": _("{supplier}: below the minimum of {least}; waiting until it is reached costs least."),
        "fee": _("{supplier}: below the minimum of {least}; paying the fee costs least."),
        "out_of_reach": _("{supplier}: below the minimum of {least}, and nothing needed soon reaches it."),
    }
    return tuple(
        sentences[str(choice)].format(
            supplier=supplier_name(name), least=money_text(plan.inputs.terms.minimum_value[place], currency)
        )
        for place, (name, choice) in enumerate(zip(plan.inputs.terms.names, found.choice, strict=True))
        if str(choice) in sentences
    )


def _budget(plan: Plan) -> tuple[str, ...]:
    outcome, currency = plan.adjusted.budget, plan.inputs.settings.currency
    if outcome is None:
        return ()
    spent, budget = money_text(outcome.spent, currency), money_text(outcome.budget, currency)
    if outcome.over > 0:
        told = _("Your own numbers cost {spent}, more than the budget of {budget}.")
        return (told.format(spent=spent, budget=budget),)
    put_off = int((outcome.cut < 0).sum())
    if put_off == 0:
        return (_("Of the budget of {budget} {spent} are spent.").format(budget=budget, spent=spent),)
    told = ngettext(
        "Of the budget of {budget} {spent} are spent. {count} product is put off, which risks {risk} of margin.",
        "Of the budget of {budget} {spent} are spent. {count} products are put off, which risks {risk} of margin.",
        put_off,
    )
    risk = money_text(float(np.nansum(outcome.risk)), currency)
    return (told.format(budget=budget, spent=spent, count=put_off, risk=risk),)


def _unknown_costs(plan: Plan) -> str:
    outcome = plan.adjusted.budget
    if outcome is None:
        return ""
    count = int(((outcome.cut < 0) & np.isnan(outcome.risk)).sum())
    if not count:
        return ""
    told = ngettext(
        "{count} product has no unit cost, so no budget can buy it: type what it costs.",
        "{count} products have no unit cost, so no budget can buy them: type what they cost.",
        count,
    )
    return told.format(count=count)


def _suppliers(plan: Plan, products: NDArray[np.bool_]) -> str:
    places = np.unique(plan.calendar.supplier[products])
    return list_text(supplier_name(plan.inputs.terms.names[place]) for place in places)
