"""What a replay says in sentences: what it takes for granted, what came of it, for which products it was worse."""

import numpy as np
import pandas as pd

from app.replay.levels import ADVISED
from app.replay.replay import OWNER, Replay, worse_than
from app.replay.values import COST_SHARE
from app.words.formats import about_text, day_text, days_text, money_text, share_text, units_text
from app.words.language import N_, _, ngettext
from inventory.lead_time import whole_days
from inventory.replay_figures import FIGURE_NAMES, SPOILED_NAMES

NAMED = 10
FEWEST_DAYS = 7
WORSE_THAN = {
    "simple_1.5": N_(
        "For {worse} of your {products} it would have been worse than ordering at 1.5 times the average daily sales: "
        "{names}."
    ),
    "textbook": N_(
        "For {worse} of your {products} it would have been worse than ordering at the textbook reorder point (sales of "
        "a lead time + z x sigma x sqrt(L)): {names}."
    ),
    "same_weekday": N_(
        "For {worse} of your {products} it would have been worse than ordering by the same-weekday average of eight "
        "weeks, with the same rule: {names}."
    ),
    "owner": N_("For {worse} of your {products} it would have been worse than ordering as you did: {names}."),
}
NONE_WORSE_THAN = {
    "simple_1.5": N_(
        "For none of your products it would have been worse than ordering at 1.5 times the average daily sales."
    ),
    "textbook": N_(
        "For none of your products it would have been worse than ordering at the textbook reorder point (sales of a "
        "lead time + z x sigma x sqrt(L))."
    ),
    "same_weekday": N_(
        "For none of your products it would have been worse than ordering by the same-weekday average of eight weeks, "
        "with the same rule."
    ),
    "owner": N_("For none of your products it would have been worse than ordering as you did."),
}
LEFT_OUT_IN_WORDS = {
    "minimum_values": N_("Suppliers' minimum order values are left out: every order is made, however small."),
    "budget": N_("Your budget is left out: every order is made, however much it costs."),
    "simple_rule": N_("Your shop reorders by the simple rule; here the advice is by forecast and promise."),
    "bundles": N_("A bundle is a product of its own here: its parts are ordered as if it took none of them."),
    "holidays": N_("Suppliers' public holidays are left out, since your settings name no country."),
}
FIGURES_IN_WORDS = {
    "fill_rate": N_("fill rate"),
    "missed_units": N_("missed units"),
    "missed_margin": N_("missed margin"),
    "average_stock_units": N_("average stock, units"),
    "average_stock_value": N_("average stock, value"),
    "orders": N_("orders"),
    "holding_cost": N_("holding cost"),
    "spoiled_units": N_("spoiled units"),
    "spoiled_cost": N_("cost of spoiled units"),
}


def assumptions(replay: Replay) -> list[str]:
    """What the replay takes for granted, a sentence each."""
    first, last = day_text(replay.days[0].date()), day_text(replay.days[-1].date())
    told = [
        _("Replayed: {first} to {last}, {products}.").format(
            first=first, last=last, products=products_text(len(replay.products))
        ),
        _(
            "Starting stock: each way of ordering fills every product up to its own order-up-to level {days} earlier, "
            "so that on {first} it lives on its own orders."
        ).format(days=days_text(replay.settled), first=first),
        _(
            "Demand is what was sold. On days known to be sold out it is the average of the same weekday in the eight "
            "weeks before; sold-out days that nobody knows of count as they sold."
        ),
        _("What is wanted and not on the shelf is lost, not sold later."),
        _(
            "Orders are made in the morning, from the sales up to the evening before. A delivery takes its lead time, "
            "drawn at random where that varies, the same for all ways."
        ),
    ]
    if replay.by_order_days:
        told.append(
            _(
                "Each product is ordered on its supplier's order days, and nothing is delivered on days on which the "
                "supplier is closed, as far as you noted them."
            )
        )
    if replay.spoils:
        told.append(
            _(
                "What has a shelf life is sold by age, the oldest first, and thrown away when it is too old, whoever "
                "ordered it. The other ways order no more of it than usually sells until then. The starting stock is "
                "fresh."
            )
        )
    told += [_(LEFT_OUT_IN_WORDS[code]) for code in replay.left_out]
    if OWNER in replay.ways:
        told.append(
            _(
                "Only products whose stock you counted and whose orders you kept here are replayed. What you missed "
                "yourself is known on days sold out only."
            )
        )
    if replay.unobserved:
        told.append(
            ngettext(
                "On {count} product day it was sold out and the usual demand stands in.",
                "On {count} product days it was sold out and the usual demand stands in.",
                replay.unobserved,
            ).format(count=units_text(replay.unobserved))
        )
    if replay.new:
        begin = day_text((replay.days[0] - pd.Timedelta(days=replay.settled)).date())
        told.append(
            ngettext(
                "{count} product first sold after {day} and left out.",
                "{count} products first sold after {day} and left out.",
                replay.new,
            ).format(count=units_text(replay.new), day=begin)
        )
    return told + _defaults(replay)


def products_text(count: int) -> str:
    """So many products."""
    return ngettext("{count} product", "{count} products", count).format(count=units_text(count))


def _defaults(replay: Replay) -> list[str]:
    told = []
    for field, text in (
        ("lead_time_days", _("A lead time of {days} is assumed for {products}.")),
        ("review_period_days", _("A time between order days of {days} is assumed for {products}.")),
    ):
        assumed = replay.products[f"{field}_assumed"].to_numpy(dtype=bool)
        if assumed.any():
            days = days_text(float(whole_days(replay.products[field].to_numpy()[assumed][0])))
            told.append(text.format(days=days, products=products_text(int(assumed.sum()))))
    values = replay.values
    if values.cost_from_price:
        text = _("A cost of {share} of the price is assumed for {products}.")
        told.append(text.format(share=share_text(COST_SHARE), products=products_text(values.cost_from_price)))
    if values.nothing_known:
        text = _("A cost of {cost} and a price of {price} is assumed for {products}.")
        cost, price = money_text(1.0, ""), money_text(1 / COST_SHARE, "")
        told.append(text.format(cost=cost, price=price, products=products_text(values.nothing_known)))
    return told


def too_short(file: str, *, days: int, most: int) -> str:
    """That a file is too short for the days asked for, and what to do."""
    why = _(
        "{file}: the sales begin too late to replay {days} days, since eight weeks and the time for a delivery must "
        "lie before them."
    ).format(file=file, days=days)
    if most >= FEWEST_DAYS:
        return " ".join([why, _("Use --days {most} or fewer.").format(most=most)])
    return " ".join([why, _("Export a longer period.")])


def summary_lines(replay: Replay) -> list[str]:
    """The figures as a table to print: a line per figure, a column per way of ordering."""
    outcome, cells = replay.outcome, [["", *replay.ways]]
    for name in (*FIGURE_NAMES, *(SPOILED_NAMES if replay.spoils else ())):
        rows = np.stack([getattr(each, name) for each in (outcome.value, outcome.low, outcome.high)], axis=1)
        cells.append([_(FIGURES_IN_WORDS[name]), *(_cell(name, row) for row in rows.tolist())])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(_padded(row, widths)).rstrip() for row in cells]


def worse_sentences(replay: Replay) -> list[str]:
    """For each rival, for how many products its way of ordering would have cost less, and which."""
    return [_worse(replay, way) for way in replay.ways if way != ADVISED]


def _worse(replay: Replay, rival: str) -> str:
    worse = worse_than(replay, rival)
    if worse.empty:
        return _(NONE_WORSE_THAN[rival])
    names = list(worse["name"][:NAMED])
    named = ", ".join(names)
    if len(worse) > NAMED:
        named = _("{names} and {count} more").format(names=named, count=units_text(len(worse) - NAMED))
    products = products_text(len(replay.products))
    return _(WORSE_THAN[rival]).format(worse=units_text(len(worse)), products=products, names=named)


def _cell(name: str, row: list[float]) -> str:
    value, low, high = (_text(name, each) for each in row)
    return _("{value} ({low} to {high})").format(value=value, low=low, high=high)


def _text(name: str, value: float) -> str:
    return share_text(round(value, 3)) if name == "fill_rate" else about_text(value)


def _padded(row: list[str], widths: list[int]) -> list[str]:
    return [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
