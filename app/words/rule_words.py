"""What a typed value must be: the rules that the rooms tell in plain English, in the owner's language."""

import re
from datetime import date

from app.words.formats import day_text, decimals_text, list_text
from app.words.language import N_, _
from data.bundle_text import PartsRule
from data.closure_text import ClosuresRule
from data.supplier_days import OrderDaysRule

NUMBER = r"-?[\d.]+(?:e[+-]?\d+)?"
DAY = r"\d{4}-\d\d-\d\d"
# how a rule is told by data/value_rules.py -> the same as it stands after "must be"
RULES = (
    (r"a number", N_("a number")),
    (r"a name", N_("a name")),
    (r"a whole number", N_("a whole number")),
    (rf"a number from ({NUMBER})", N_("a number from {low}")),
    (rf"a number above ({NUMBER})", N_("a number above {low}")),
    (rf"a whole number from ({NUMBER})", N_("a whole number from {low}")),
    (rf"a whole number above ({NUMBER})", N_("a whole number above {low}")),
    (rf"a number from ({NUMBER}) to ({NUMBER})", N_("a number from {low} to {high}")),
    (rf"a number above ({NUMBER}) to ({NUMBER})", N_("a number above {low}, at most {high}")),
    (rf"a whole number from ({NUMBER}) to ({NUMBER})", N_("a whole number from {low} to {high}")),
    (rf"a whole number above ({NUMBER}) to ({NUMBER})", N_("a whole number above {low}, at most {high}")),
    (rf"a text of at most ({NUMBER}) characters", N_("a text of at most {low} characters")),
    (r"yes or no", N_("yes or no")),
    (
        re.escape(OrderDaysRule().wanted),
        N_("days such as “Mon, Thu”, “every 14 days from 2026-01-05”, “any” or “never”"),
    ),
    (re.escape(ClosuresRule().wanted), N_("days such as “2026-08-01 to 2026-08-21; 2026-12-24”")),
    (re.escape(PartsRule().wanted), N_("units and codes of products such as “6 x BEER; 1 x GLASS”")),
    (r"another product", N_("another product")),
    (rf"a day from ({DAY}) to ({DAY})", N_("a day from {low} to {high}")),
    (rf"({DAY}) or later", N_("{low} or later")),
)
CHOICE = "one of "
ONE_OF = N_("one of these: {choices}")


def rule_text(rule: object) -> str:
    """A rule in words; as it is where nobody translated it.

    >>> rule_text("a whole number from 1 to 3650"), rule_text("one of simple, quantile"), rule_text("blue")
    ('a whole number from 1 to 3,650', 'one of these: simple or quantile', 'blue')
    """
    told = str(rule)
    for pattern, text in RULES:
        found = re.fullmatch(pattern, told)
        if found:
            names = zip(("low", "high"), found.groups(), strict=False)
            return _(text).format(**{name: _written(said) for name, said in names})
    if told.startswith(CHOICE):
        return _(ONE_OF).format(choices=list_text(told.removeprefix(CHOICE).split(", "), style="or"))
    return told


def _written(bound: str) -> str:
    return day_text(date.fromisoformat(bound)) if re.fullmatch(DAY, bound) else decimals_text(float(bound))
