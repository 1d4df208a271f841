"""What is asked about a file before it is kept, the answers to choose from, and how an answer is told later."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from app.words.formats import count_text, day_text, units_text
from app.words.messages import question_sentence
from data.report import Question
from data.till_recognition import ANOTHER, KEEP, REST, TILL

COLUMN_NAMES = {
    "day": "Date",
    "time": "Time",
    "sku": "Product code (SKU)",
    "name": "Product",
    "variant": "Variant",
    "category": "Category",
    "units": "Units sold",
    "price": "Price of one unit",
    "revenue": "Money taken",
}

OPTIONS = {
    ("amount_meaning", "line"): "All units together",
    ("amount_meaning", "unit"): "One unit",
    ("row_meaning", "sale"): "Each row is one sale",
    ("row_meaning", "takings"): "Each row is what a product took in a day",
}


def question_text(question: Question) -> str:
    """The question, in words.

    >>> question_text(Question("till", {"days": 7, "tills": {"1": "may.csv"}}, ("another", "1"), "another"))
    'You already have other sales of 7 of these days. Is this another till of your shop, or a corrected export?'
    """
    if question.code == TILL:
        return _till_question(question)
    if question.code == REST:
        return _rest_question(question.values)
    if question.code in ("date_order", "decimal") and "found" in question.values:
        ways = " or ".join(option_text(question, option) for option in question.options)
        return f"“{question.values['found']}” in {question.values['column']}: is that {ways}?"
    return question_sentence(question)


def option_text(question: Question, option: str) -> str:
    """One answer to choose.

    >>> option_text(Question("date_order", {"if_day": "2025-02-01"}, ("day", "month"), "day"), "day")
    '1 February 2025'
    """
    values = question.values
    if question.code == "date_order":
        return _day(values.get(f"if_{option}")) or f"The {option} comes first"
    if question.code == "decimal":
        read = values.get("if_comma" if option == "," else "if_point")
        return f"{read:,.10g}" if isinstance(read, float) else f"A decimal {'comma' if option == ',' else 'point'}"
    if (question.code, option) in OPTIONS:
        return OPTIONS[question.code, option]
    if question.code == TILL:
        return _till_option(question, option)
    if question.code == REST:
        return "Keep them: the file is only a part" if option == KEEP else "Take them out: the file is everything"
    return _plain(option) if option in ("all", "day", "month") or "_" in option else option


def answer_text(question: Question, option: str) -> str:
    """What was done by an answer.

    >>> values = {"found": "01/02/25", "if_day": "2025-02-01"}
    >>> answer_text(Question("date_order", values, ("day", "month"), "day"), "day")
    '“01/02/25” was read as 1 February 2025.'
    """
    if question.code == TILL:
        if option == ANOTHER:
            return "Taken as another till: its sales are added."
        return (
            f"Taken as sales of till {option}{': they replace what is there' if question.values.get('days') else ''}."
        )
    if (question.code, option) in OPTIONS:
        return f"{question.values.get('column', _plain(question.code))}: {column_name(OPTIONS[question.code, option])}."
    if question.code == REST:
        return f"Sales that the file does not name {'stay' if option == KEEP else 'go'}."
    chosen = option_text(question, option)
    if "found" in question.values and isinstance(question.values["found"], str):
        return f"“{question.values['found']}” was read as {chosen}."
    return f"{_plain(question.code)}: {chosen}."


def column_text(name: str, header: str) -> str:
    """What was done by a column that the owner chose.

    >>> column_text("units", "Qty sold")
    '“Qty sold” was used as: units sold.'
    """
    return f"“{header}” was used as: {column_name(name)}." if header else f"No column was used as: {column_name(name)}."


def column_name(name: str) -> str:
    """One of our columns within a sentence.

    >>> column_name("sku"), column_name("cancelled_at")
    ('product code (SKU)', 'cancelled at')
    """
    words = COLUMN_NAMES.get(name, _plain(name))
    return words[0].lower() + words[1:]


def _till_question(question: Question) -> str:
    days = question.values.get("days")
    if not days:
        return "Which till of your shop is this file from?"
    return (
        f"You already have other sales of {int(str(days)):,} of these days. "
        "Is this another till of your shop, or a corrected export?"
    )


def _till_option(question: Question, option: str) -> str:
    if option == ANOTHER:
        return "Another till: add its sales"
    tills: Any = question.values.get("tills", {})
    till = f"till {option} ({tills[option]})"
    if not question.values.get("days"):
        return till.capitalize()
    return "A corrected export: replace what is there" if len(tills) == 1 else f"A corrected export of {till}"


def _rest_question(values: Mapping[str, Any]) -> str:
    examples = ", ".join(values["examples"])
    more = values["products"] - len(values["examples"])
    named = f"{examples} and {more} more" if more > 0 else examples
    sales = count_text(values["sales"], "sale")
    return (
        f"You have {sales} of these days that the file does not name ({units_text(values['units'])} units: {named}). "
        "What should become of them?"
    )


def _day(value: object) -> str:
    return day_text(dt.date.fromisoformat(str(value))) if value else ""


def _plain(code: str) -> str:
    return code.replace("_", " ").capitalize()
