"""What the page of the replay says: its verdict, the names of ways and figures, and where it would have been worse."""

from app.replay.levels import ADVISED
from app.replay.replay import OWNER, Replay
from app.words.formats import about_text, money_text, share_text
from app.words.language import N_, _, ngettext

FIGURES_SHOWN = ("fill_rate", "missed_units", "missed_margin", "average_stock_value", "orders", "holding_cost")
HEADS = {
    "fill_rate": N_("Served from the shelf"),
    "missed_units": N_("Missed units"),
    "missed_margin": N_("Missed margin"),
    "average_stock_value": N_("Money in stock"),
    "orders": N_("Order lines"),
    "holding_cost": N_("Cost of keeping"),
}
MONEY = ("missed_margin", "average_stock_value", "holding_cost")
NAMES = {
    "advised": N_("As Shelfwise advises"),
    "simple_1.5": N_("At 1.5 × average sales"),
    "textbook": N_("By the textbook formula"),
    "same_weekday": N_("By same-weekday averages"),
    "owner": N_("As you did"),
}
THAN = {
    "simple_1.5": N_("than ordering at 1.5 × average daily sales"),
    "textbook": N_("than by the textbook's reorder point (sales of a delivery time + z × sigma × √L)"),
    "same_weekday": N_("than by same-weekday averages of eight weeks with the same rule"),
    "owner": N_("than as you ordered"),
}


def way_name(way: str) -> str:
    """What a way of ordering is called."""
    return _(NAMES.get(way, way))


def figure_head(name: str) -> str:
    """What a figure is called."""
    return _(HEADS[name])


def figure_text(name: str, value: float, currency: str) -> str:
    """A figure as it is shown; money without pence, since nobody could vouch for them."""
    if name == "fill_rate":
        return share_text(round(value, 3))
    return money_text(round(value), currency).removesuffix(".00") if name in MONEY else about_text(value)


def range_text(name: str, low: float, high: float, currency: str) -> str:
    """Between what a figure lies."""
    return _("{low} to {high}").format(low=figure_text(name, low, currency), high=figure_text(name, high, currency))


def verdict_text(replay: Replay, currency: str) -> str:
    """What the advice would have served, missed and held, and how the best of the others did."""
    figures = replay.outcome.value
    ours = replay.ways.index(ADVISED)
    others = [number for number, way in enumerate(replay.ways) if way not in (ADVISED, OWNER)]
    best = max(others, key=lambda number: figures.fill_rate[number])
    said = _(
        "Ordered as advised, {share} of what was asked for would have been on the shelf, with {money} in stock on "
        "average. The next best way: {other}, with {other_money}."
    )
    return said.format(
        share=figure_text("fill_rate", float(figures.fill_rate[ours]), currency),
        money=figure_text("average_stock_value", float(figures.average_stock_value[ours]), currency),
        other=figure_text("fill_rate", float(figures.fill_rate[best]), currency),
        other_money=figure_text("average_stock_value", float(figures.average_stock_value[best]), currency),
    )


def worse_text(worse: int, products: int, way: str) -> str:
    """For how many products the advice would have been worse than another way; their names may follow."""
    than = _(THAN.get(way, way))
    if not worse:
        return _("For none of your products it would have been worse {than}.").format(than=than)
    said = ngettext(
        "For {worse} of your {products} product it would have been worse {than}:",
        "For {worse} of your {products} products it would have been worse {than}:",
        products,
    )
    return said.format(worse=f"{worse:,}", products=f"{products:,}", than=than)
