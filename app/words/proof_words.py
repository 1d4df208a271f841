"""How often promises were kept and how good forecasts were, in sentences."""

from app.proof.accuracy import Scores
from app.proof.promise_tables import Kept
from app.words.formats import share_text, units_text
from app.words.language import N_, _

OFTEN = {
    0.5: N_("every second time"),
    0.8: N_("four times out of five"),
    0.9: N_("nine times out of ten"),
    0.95: N_("19 times out of 20"),
    0.98: N_("49 times out of 50"),
}
VERDICTS = {
    "as_promised": N_("as promised"),
    "too_narrow": N_("less often than promised"),
    "too_wide": N_("more often than promised"),
    "too_few": N_("too few to judge"),
}
VERDICT_KINDS = {"as_promised": "good", "too_narrow": "danger", "too_wide": "", "too_few": "plain"}
ADVICE = {
    "as_promised": N_("Our promises hold: you can order by them."),
    "too_narrow": N_("That is less often than promised, by more than chance. Keep a little more than advised."),
    "too_wide": N_("That is more often than promised. You are safe, with a little more stock than needed."),
    "too_few": N_("These are too few to judge. Look again in some weeks."),
}
EVEN = 0.005  # shares that differ less are called equal
LITTLE = 0.03  # of what was sold, a bias that needs no word


def often_text(level: float) -> str:
    """How often a promise at a level should be kept: `nine times out of ten`."""
    return _(OFTEN[level]) if level in OFTEN else share_text(level)


def kept_text(kept: Kept) -> str:
    """What was said and what came of it: `We said nine times out of ten. It was 27 of 30, 90 %.`"""
    return _("We said {often}. It was {kept} of {made}, {share}.").format(
        often=often_text(kept.level),
        kept=units_text(kept.kept),
        made=units_text(kept.made),
        share=share_text(round(kept.share, 3)),
    )


def verdict_text(kept: Kept) -> str:
    """Whether that is as promised, in a word or two."""
    return _(VERDICTS[kept.verdict])


def advice_text(kept: Kept) -> str:
    """Whether that is as promised, and what to do."""
    return _(ADVICE[kept.verdict])


def by_chance_text(kept: Kept) -> str:
    """Between which shares chance alone would lead: `86 % to 94 %`."""
    return _("{low} to {high}").format(low=share_text(round(kept.low, 2)), high=share_text(round(kept.high, 2)))


def better_text(better: float) -> str:
    """How much closer forecasts were than the same-weekday average: `12 % better`, `equal`, `5 % worse`."""
    if better != better:  # nothing was sold
        return _("unknown")
    if abs(better) < EVEN:
        return _("equal")
    share = share_text(round(abs(better), 2))
    return (_("{share} better") if better > 0 else _("{share} worse")).format(share=share)


def bias_text(bias: float) -> str:
    """Whether too much or too little was expected in the sum of all products."""
    if bias != bias:
        return _("unknown")
    share = share_text(round(abs(bias), 2))
    if abs(bias) < LITTLE:
        return _("hardly off")
    return (_("{share} too much") if bias > 0 else _("{share} too little")).format(share=share)


def shop_text(shop: Scores, *, days: int) -> str:
    """How forecasts of the whole shop compare with the same-weekday average, in a sentence."""
    if abs(shop.better) < EVEN or shop.better != shop.better:
        return _("Forecasts of {days} days were as good as the same-weekday average.").format(days=days)
    share = share_text(round(abs(shop.better), 2))
    if shop.better > 0:
        said = _("Forecasts of {days} days were {share} closer to what sold than the same-weekday average.")
    else:
        said = _("Forecasts of {days} days were {share} further from what sold than the same-weekday average.")
    return said.format(days=days, share=share)
