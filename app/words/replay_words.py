"""What a replay says in sentences: what it takes for granted, what came of it, for which products it was worse."""

import numpy as np
import pandas as pd

from app.replay.levels import ADVISED
from app.replay.replay import OWNER, Replay, worse_than
from app.replay.values import COST_SHARE
from app.words.formats import about_text, count_text, day_text, days_text, share_text
from inventory.lead_time import whole_days
from inventory.replay_figures import FIGURE_NAMES

NAMED = 10
FEWEST_DAYS = 7
WAYS_IN_WORDS = {
    "advised": "as Shelfwise advises",
    "simple_1.5": "at 1.5 times the average daily sales",
    "textbook": "at the textbook reorder point (sales of a lead time + z x sigma x sqrt(L))",
    "same_weekday": "by the same-weekday average of eight weeks, with the same rule",
    "owner": "as you did",
}
FIGURES_IN_WORDS = {
    "fill_rate": "fill rate",
    "missed_units": "missed units",
    "missed_margin": "missed margin",
    "average_stock_units": "average stock, units",
    "average_stock_value": "average stock, value",
    "orders": "orders",
    "holding_cost": "holding cost",
}


def assumptions(replay: Replay) -> list[str]:
    """What the replay takes for granted, a sentence each."""
    first, last = day_text(replay.days[0].date()), day_text(replay.days[-1].date())
    told = [
        f"Replayed: {first} to {last}, {count_text(len(replay.products), 'product')}.",
        f"Starting stock: each way of ordering fills every product up to its own order-up-to level "
        f"{days_text(replay.settled)} earlier, so that on {first} it lives on its own orders.",
        "Demand is what was sold. On a day on which a product was sold out more may have been wanted: "
        "that is not known and counts for no way of ordering.",
        "What is wanted and not on the shelf is lost, not sold later.",
        "Orders are made in the morning, from the sales up to the evening before. A delivery takes its lead time, "
        "drawn at random where that varies, the same for all ways.",
    ]
    if OWNER in replay.ways:
        told.append(
            "Only products whose stock you counted and whose orders you kept here are replayed. What you missed "
            "yourself nobody recorded, so your own missed units are none."
        )
    if replay.unobserved:
        told.append(f"On {count_text(replay.unobserved, 'product day')} demand is not known; they count as none.")
    if replay.new:
        begin = day_text((replay.days[0] - pd.Timedelta(days=replay.settled)).date())
        told.append(f"{count_text(replay.new, 'product')} first sold after {begin} and left out.")
    return told + _defaults(replay)


def _defaults(replay: Replay) -> list[str]:
    told = []
    for field, words in (("lead_time_days", "lead time"), ("review_period_days", "time between order days")):
        assumed = replay.products[f"{field}_assumed"].to_numpy(dtype=bool)
        if assumed.any():
            days = days_text(float(whole_days(replay.products[field].to_numpy()[assumed][0])))
            told.append(f"A {words} of {days} is assumed for {count_text(int(assumed.sum()), 'product')}.")
    values = replay.values
    if values.cost_from_price:
        share = share_text(COST_SHARE)
        told.append(f"A cost of {share} of the price is assumed for {count_text(values.cost_from_price, 'product')}.")
    if values.nothing_known:
        counted = count_text(values.nothing_known, "product")
        told.append(f"A cost of 1.00 and a price of {1 / COST_SHARE:.2f} is assumed for {counted}.")
    return told


def too_short(file: str, *, days: int, most: int) -> str:
    """That a file is too short for the days asked for, and what to do."""
    told = f"{file}: the sales begin too late to replay {days} days, since eight weeks and the time for a delivery "
    told += "must lie before them. "
    return told + (f"Use --days {most} or fewer." if most >= FEWEST_DAYS else "Export a longer period.")


def summary_lines(replay: Replay) -> list[str]:
    """The figures as a table to print: a line per figure, a column per way of ordering."""
    outcome, cells = replay.outcome, [["", *replay.ways]]
    for name in FIGURE_NAMES:
        rows = np.stack([getattr(each, name) for each in (outcome.value, outcome.low, outcome.high)], axis=1)
        cells.append([FIGURES_IN_WORDS[name], *(_cell(name, row) for row in rows.tolist())])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(_padded(row, widths)).rstrip() for row in cells]


def worse_sentences(replay: Replay) -> list[str]:
    """For each rival, for how many products its way of ordering would have cost less, and which."""
    return [_worse(replay, way) for way in replay.ways if way != ADVISED]


def _worse(replay: Replay, rival: str) -> str:
    worse = worse_than(replay, rival)
    if worse.empty:
        return f"For none of your products it would have been worse than ordering {WAYS_IN_WORDS[rival]}."
    of = f"For {len(worse):,} of your {count_text(len(replay.products), 'product')} it would have been worse"
    more = f" and {len(worse) - NAMED:,} more" if len(worse) > NAMED else ""
    return f"{of} than ordering {WAYS_IN_WORDS[rival]}: {', '.join(worse['name'][:NAMED])}{more}."


def _cell(name: str, row: list[float]) -> str:
    value, low, high = (_text(name, each) for each in row)
    return f"{value} ({low} to {high})"


def _text(name: str, value: float) -> str:
    return f"{100 * value:.1f} %" if name == "fill_rate" else about_text(value)


def _padded(row: list[str], widths: list[int]) -> list[str]:
    return [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
