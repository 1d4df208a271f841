"""The rules that values set by the owner must keep, checked once, before they reach the shop."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, SupportsFloat, TypeVar

from data.problems import Problem

Value = float | str | bool | None
T = TypeVar("T")


class BadValue(ValueError):
    """Values that break a rule. `problems` are all of them, `problem` is the first.

    A problem's code is `bad_value`, `unknown_field`, `unknown_product` or `unknown_supplier`; its values are field,
    rule, found and, where they apply, sku or supplier.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(_in_words(problem) for problem in problems))
        self.problems = problems
        self.problem = problems[0]


class Rule(Protocol):
    """What a value must be, in words and as a check."""

    @property
    def wanted(self) -> str:
        """What would do, to be read after "must be"."""

    def kept(self, found: object) -> Value:
        """The value as it is stored; ValueError where it breaks the rule."""


@dataclass(frozen=True)
class NumberRule:
    """A number from `lowest` to `highest`, without the lower bound where `above` is set. It may come as text."""

    lowest: float = -math.inf
    highest: float = math.inf
    above: bool = False
    whole: bool = False
    may_be_empty: bool = True

    @property
    def wanted(self) -> str:
        kind = "a whole number" if self.whole else "a number"
        if self.lowest == -math.inf:
            return kind
        lower = f"above {self.lowest:g}" if self.above else f"from {self.lowest:g}"
        return f"{kind} {lower}" if self.highest == math.inf else f"{kind} {lower} to {self.highest:g}"

    def kept(self, found: object) -> float | None:
        if is_empty(found) and self.may_be_empty:
            return None
        number = _as_number(found)
        is_inside = self.lowest <= number <= self.highest and not (self.above and number == self.lowest)
        if not is_inside or (self.whole and not number.is_integer()):
            raise ValueError
        return int(number) if self.whole else number


@dataclass(frozen=True)
class TextRule:
    """A text of one line, without blanks around it."""

    longest: int = 200
    empty: str | None = None

    @property
    def wanted(self) -> str:
        return f"a text of at most {self.longest} characters"

    def kept(self, found: object) -> str | None:
        if is_empty(found):
            return self.empty
        if not isinstance(found, str):
            raise ValueError
        text = " ".join(found.split())
        if len(text) > self.longest:
            raise ValueError
        return text


@dataclass(frozen=True)
class ChoiceRule:
    """One of a few words."""

    choices: tuple[str, ...]

    @property
    def wanted(self) -> str:
        return "one of " + ", ".join(self.choices)

    def kept(self, found: object) -> str:
        if not isinstance(found, str) or found not in self.choices:
            raise ValueError
        return found


@dataclass(frozen=True)
class YesNoRule:
    """True or False, 1 or 0."""

    wanted: str = "yes or no"

    def kept(self, found: object) -> bool:
        if is_empty(found) or isinstance(found, str) or found not in (0, 1):
            raise ValueError
        return bool(found)


def is_empty(found: object) -> bool:
    """Whether a cell holds nothing: None, NaN, NaT, or a text of blanks."""
    if isinstance(found, str):
        return not found.strip()
    return found is None or bool(found != found)


def checked(values: Mapping[str, object], rules: Mapping[str, Rule], *, of: Mapping[str, object]) -> dict[str, Value]:
    """The fields of one thing as they are stored; `of` names the thing.

    Raises BadValue with the problems of all fields that break their rule or have none.

    >>> checked({"lead_time_days": "7"}, {"lead_time_days": NumberRule(0, 365)}, of={"sku": "85123A"})
    {'lead_time_days': 7.0}
    >>> checked({"lead_time_days": 400}, {"lead_time_days": NumberRule(0, 365)}, of={"sku": "85123A"})
    Traceback (most recent call last):
    data.value_rules.BadValue: lead_time_days of 85123A must be a number from 0 to 365, got 400
    """
    kept: dict[str, Value] = {}
    problems: list[Problem] = []
    for field, found in values.items():
        try:
            kept[field] = _rule_for(field, rules, of=of).kept(found)
        except BadValue as bad:
            problems += bad.problems
        except ValueError:
            wanted = rules[field].wanted
            problems.append(Problem("bad_value", {"field": field, "rule": wanted, "found": found, **of}))
    if problems:
        raise BadValue(*problems)
    return kept


def gathered(problems: list[Problem], check: Callable[[], T]) -> T | None:
    """What a check gives; where it raises BadValue nothing, and its problems are added to the others."""
    try:
        return check()
    except BadValue as bad:
        problems += bad.problems
        return None


def _rule_for(field: str, rules: Mapping[str, Rule], *, of: Mapping[str, object]) -> Rule:
    if field not in rules:
        known = ChoiceRule(tuple(rules)).wanted
        raise BadValue(Problem("unknown_field", {"field": "field", "rule": known, "found": field, **of}))
    return rules[field]


def _as_number(found: object) -> float:
    if isinstance(found, bool) or not isinstance(found, SupportsFloat | str):
        raise ValueError
    number = float(found)
    if not math.isfinite(number):
        raise ValueError
    return number


def _in_words(problem: Problem) -> str:
    values = problem.values
    thing = values.get("sku", values.get("supplier"))
    name = values["field"] if thing is None else f"{values['field']} of {thing}"
    return f"{name} must be {values['rule']}, got {values['found']!r}"
