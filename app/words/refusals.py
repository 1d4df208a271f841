"""Why a value that was typed into a form was not kept, said beside its field."""

from dataclasses import replace

from app.words.formats import decimals_text
from app.words.language import _
from data.supplier_days import OrderDaysRule
from data.value_rules import NumberRule, Rule, TextRule


def refusal(typed: object, rule: Rule | None, *, percent: bool = False) -> str:
    """What was typed and what would do; `percent`: the form asks for percent where the rule is of a share.

    >>> refusal("900", NumberRule(0, 365))
    '“900” was not kept. Type a number from 0 to 365.'
    >>> refusal("", NumberRule(0, may_be_empty=False))
    'This cannot be empty. Type a number, 0 or more.'
    """
    empty = typed is None or not str(typed).strip()
    begin = _("This cannot be empty.") if empty else _("“{typed}” was not kept.").format(typed=typed)
    return f"{begin} {_advice(_of_percent(rule) if percent else rule)}".strip()


def _of_percent(rule: Rule | None) -> Rule | None:
    if not isinstance(rule, NumberRule):
        return rule
    return replace(rule, lowest=100 * rule.lowest, highest=100 * rule.highest)


def _advice(rule: Rule | None) -> str:
    if isinstance(rule, NumberRule):
        return _of_number(rule)
    if isinstance(rule, TextRule):
        return _("Use at most {longest} characters.").format(longest=rule.longest)
    if isinstance(rule, OrderDaysRule):
        return _("Choose the days on which you can order.")
    return ""


def _of_number(rule: NumberRule) -> str:
    bounds = {"lowest": decimals_text(rule.lowest), "highest": decimals_text(rule.highest)}
    if rule.whole:
        return _("Type a whole number from {lowest} to {highest}.").format_map(bounds)
    if rule.highest == float("inf"):
        sentence = _("Type a number above {lowest}.") if rule.above else _("Type a number, {lowest} or more.")
    elif rule.above:
        sentence = _("Type a number above {lowest}, {highest} at most.")
    else:
        sentence = _("Type a number from {lowest} to {highest}.")
    return sentence.format_map(bounds)
