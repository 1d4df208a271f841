"""What the page of the replay says: its verdict, the names of ways and figures, and where it would have been worse."""

from app.replay.levels import ADVISED
from app.replay.replay import OWNER, Replay
from app.words.formats import about_text, share_text, units_text
from app.words.language import N_, _
from app.words.replay_words import products_text
from app.words.whole_money import whole_money
from inventory.replay_figures import SPOILED_NAMES

FIGURES_SHOWN = ("fill_rate", "missed_units", "missed_margin", "average_stock_value", "orders", "holding_cost")
HEADS = {
    "fill_rate": N_("Served from the shelf"),
    "missed_units": N_("Missed units"),
    "missed_margin": N_("Missed margin"),
    "average_stock_value": N_("Money in stock"),
    "orders": N_("Order lines"),
    "holding_cost": N_("Cost of keeping"),
    "spoiled_units": N_("Units thrown away"),
    "spoiled_cost": N_("Cost of what was thrown away"),
}
MONEY = ("missed_margin", "average_stock_value", "holding_cost", "spoiled_cost")
NAMES = {
    "advised": N_("As Shelfwise advises"),
    "simple_1.5": N_("At 1.5 × average sales"),
    "textbook": N_("By the textbook formula"),
    "same_weekday": N_("By same-weekday averages"),
    "owner": N_("As you did"),
}
WAYS_BETWEEN = {
    "simple_1.5": N_("1.5 × average sales"),
    "textbook": N_("the textbook formula"),
    "same_weekday": N_("same-weekday averages"),
}
WORSE_THAN = {
    "simple_1.5": N_(
        "For {worse} of your {products} it would have been worse than ordering at 1.5 × average daily sales:"
    ),
    "textbook": N_(
        "For {worse} of your {products} it would have been worse than by the textbook's reorder point (sales of a "
        "delivery time + z × sigma × √L):"
    ),
    "same_weekday": N_(
        "For {worse} of your {products} it would have been worse than by same-weekday averages of eight weeks with the "
        "same rule:"
    ),
    "owner": N_("For {worse} of your {products} it would have been worse than as you ordered:"),
}
NONE_WORSE_THAN = {
    "simple_1.5": N_("For none of your products it would have been worse than ordering at 1.5 × average daily sales."),
    "textbook": N_("For none of your products it would have been worse than by the textbook's reorder point."),
    "same_weekday": N_("For none of your products it would have been worse than by same-weekday averages."),
    "owner": N_("For none of your products it would have been worse than as you ordered."),
}


def way_name(way: str) -> str:
    """What a way of ordering is called."""
    return _(NAMES.get(way, way))


def figures_shown(replay: Replay) -> tuple[str, ...]:
    """The figures of the table; what was thrown away where something can spoil."""
    return (*FIGURES_SHOWN, *SPOILED_NAMES) if replay.spoils else FIGURES_SHOWN


def figure_head(name: str) -> str:
    """What a figure is called."""
    return _(HEADS[name])


def figure_text(name: str, value: float, currency: str) -> str:
    """A figure as it is shown; money without pence, since nobody could vouch for them."""
    if name == "fill_rate":
        return share_text(round(value, 3))
    return whole_money(value, currency) if name in MONEY else about_text(value)


def range_text(name: str, low: float, high: float) -> str:
    """Between what a figure lies; its unit stands above."""
    ends = [share_text(round(end, 2)) if name == "fill_rate" else about_text(end) for end in (low, high)]
    return _("{low} to {high}").format(low=ends[0], high=ends[1])


def is_best(replay: Replay) -> bool:
    """Whether no other way would have cost less in all."""
    cost = replay.cost.sum(axis=1)
    return bool(cost[replay.ways.index(ADVISED)] <= cost[list(_others(replay))].min())


def verdict_text(replay: Replay, currency: str) -> str:
    """What the advice would have served and cost in all, and how the cheapest of the others did."""
    figures, cost = replay.outcome.value, replay.cost.sum(axis=1)
    ours, other = replay.ways.index(ADVISED), min(_others(replay), key=lambda number: cost[number])
    said = _(
        "Ordered as advised, {share} of what was asked for would have been on the shelf. Margin missed, keeping and "
        "ordering would have cost {cost}. The cheapest other way, {way}: {other_share} and {other_cost}."
    )
    if replay.spoils:
        said = _(
            "Ordered as advised, {share} of what was asked for would have been on the shelf. Margin missed, keeping, "
            "ordering and what was thrown away would have cost {cost}. The cheapest other way, {way}: {other_share} "
            "and {other_cost}."
        )
    return said.format(
        share=figure_text("fill_rate", float(figures.fill_rate[ours]), currency),
        cost=whole_money(float(cost[ours]), currency),
        way=_(WAYS_BETWEEN[replay.ways[other]]),
        other_share=figure_text("fill_rate", float(figures.fill_rate[other]), currency),
        other_cost=whole_money(float(cost[other]), currency),
    )


def _others(replay: Replay) -> tuple[int, ...]:
    """The ways to compare with: an owner's own missed units are not known."""
    return tuple(number for number, way in enumerate(replay.ways) if way not in (ADVISED, OWNER))


def worse_text(worse: int, products: int, way: str) -> str:
    """For how many products the advice would have been worse than another way; their names may follow."""
    if not worse:
        return _(NONE_WORSE_THAN[way])
    return _(WORSE_THAN[way]).format(worse=units_text(worse), products=products_text(products))
