"""What is asked about a file before it is kept, the answers to choose from, and how an answer is told later."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from app.words.column_names import column_name
from app.words.filling import filled
from app.words.formats import day_text, decimals_text, list_text, units_text
from app.words.language import N_, _, ngettext
from data.importing.till_recognition import ANOTHER, KEEP, REST, TILL
from data.report import Question

OPTIONS = {
    ("amount_meaning", "line"): N_("All units together"),
    ("amount_meaning", "unit"): N_("One unit"),
    ("code_meaning", "product"): N_("The code of a product"),
    ("code_meaning", "sale"): N_("Something else"),
    ("columns_meaning", "products"): N_("They are products"),
    ("columns_meaning", "none"): N_("They are no products"),
    ("cells_meaning", "units"): N_("Units sold"),
    ("cells_meaning", "money"): N_("Money taken"),
    ("negative_units", "sold"): N_("Sold"),
    ("negative_units", "returned"): N_("Brought back"),
    ("units_meaning", "sold"): N_("Units sold"),
    ("units_meaning", "stock"): N_("Units in stock"),
    ("running_total", "sold"): N_("Units sold"),
    ("running_total", "sum"): N_("The sum up to that day"),
    ("period_days", "day"): N_("Each is a day: the shop was open on these days"),
    ("period_days", "period"): N_("Each is a week or a month"),
    ("row_meaning", "sale"): N_("Each row is one sale"),
    ("row_meaning", "takings"): N_("Each row is what a product took in a day"),
    ("row_meaning", "units"): N_("They are units sold"),
}
PLAIN_OPTIONS = {"all": N_("All"), "none": N_("None of them")}
ASKED = {
    "sheet": N_("Sheet"),
    "day_column": N_("Day of the sale"),
    "item_column": N_("Item sold"),
    "units_column": N_("Units sold"),
    "row_meaning": N_("Rows"),
    "code_meaning": N_("Code"),
    "columns_meaning": N_("Columns"),
    "cells_meaning": N_("Numbers of the table"),
    "negative_units": N_("Negative numbers"),
    "units_meaning": N_("Units"),
    "running_total": N_("Units"),
    "period_days": N_("Days"),
    "amount_meaning": N_("Money"),
    "date_order": N_("Dates"),
    "decimal": N_("Numbers"),
    "location": N_("Place"),
}
FIRST = {
    "day": N_("The day comes first"),
    "month": N_("The month comes first"),
    "year": N_("The year comes first"),
}

QUESTIONS = {
    "sheet": N_("Which sheet holds the sales? {found} all look like sales. {sheet} is shown here."),
    "day_column": N_("Which column is the day of the sale: {found}? {column} was taken here."),
    "item_column": N_("Which column names the item sold: {found}? {column} was taken here."),
    "units_column": N_("Which column is the number of units sold? Found: {found}."),
    "row_meaning": N_(
        "There are no quantities. Is each row one sale, or what a product took in a day? {column} is {found} in the "
        "first. Where it is what a product took, the money is forecast in place of units."
    ),
    "code_meaning": N_(
        "{column}: is {found} the code of a product, or the number of a sale, a customer or a discount?"
    ),
    "columns_meaning": N_("Are these columns products, or what {column} is made up of? {found}."),
    "cells_meaning": N_("Are the numbers of the table, such as {found}, units sold or money taken?"),
    "negative_units": N_(
        "{column}: nearly all numbers are negative, such as {found}. Were these sold, or brought back?"
    ),
    "units_meaning": N_("{column} falls from day to day as a stock does. Is it what was sold, or what is left?"),
    "running_total": N_("{column} grows from day to day. Is it what was sold, or the sum up to that day?"),
    "period_days": N_("{column}: {first}, {second} and so on. Is each of these one day, or a whole week or month?"),
    "location": N_("The stock is in several columns: {found}. Are they added up, or is one of them all there is?"),
    "amount_meaning": N_("{column}: is {found} the money of all {units} units together, or of one unit?"),
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
        ways = list_text([option_text(question, option) for option in question.options], style="or")
        return _("“{found}” in {column}: is that {ways}?").format(**question.values, ways=ways)
    return filled(QUESTIONS, question.code, question.values)


def option_text(question: Question, option: str) -> str:
    """One answer to choose.

    >>> option_text(Question("date_order", {"if_day": "2025-02-01"}, ("day", "month"), "day"), "day")
    '1 February 2025'
    """
    values = question.values
    if question.code == "date_order":
        return _day(values.get(f"if_{option}")) or _(FIRST[option])
    if question.code == "decimal":
        read = values.get("if_comma" if option == "," else "if_point")
        if isinstance(read, float):
            return decimals_text(read)
        return _("A decimal comma") if option == "," else _("A decimal point")
    if (question.code, option) in OPTIONS:
        return _(OPTIONS[question.code, option])
    if question.code == TILL:
        return _till_option(question, option)
    if question.code == REST:
        return _("Keep them: the file is only a part") if option == KEEP else _("Take them out: the file is everything")
    return _(PLAIN_OPTIONS.get(option, option))


def answer_text(question: Question, option: str) -> str:
    """What was done by an answer.

    >>> values = {"found": "01/02/25", "if_day": "2025-02-01"}
    >>> answer_text(Question("date_order", values, ("day", "month"), "day"), "day")
    '“01/02/25” was read as 1 February 2025.'
    """
    if question.code == TILL:
        return _till_answer(question, option)
    if (question.code, option) in OPTIONS:
        column = str(question.values.get("column") or _(ASKED.get(question.code, question.code)))
        return _("{column}: {meaning}.").format(column=column, meaning=_(OPTIONS[question.code, option]))
    if question.code == REST:
        return (
            _("Sales that the file does not name stay.")
            if option == KEEP
            else _("Sales that the file does not name go.")
        )
    chosen = option_text(question, option)
    if "found" in question.values and isinstance(question.values["found"], str):
        return _("“{found}” was read as {chosen}.").format(found=question.values["found"], chosen=chosen)
    asked = _(ASKED.get(question.code, question.code))
    return _("{question}: {answer}.").format(question=asked, answer=chosen)


def column_text(name: str, header: str) -> str:
    """What was done by a column that the owner chose.

    >>> column_text("units", "Qty sold")
    '“Qty sold” was used as: units sold.'
    """
    sentence = _("“{header}” was used as: {meaning}.") if header else _("No column was used as: {meaning}.")
    return sentence.format(header=header, meaning=column_name(name))


def _till_question(question: Question) -> str:
    days = int(str(question.values.get("days") or 0))
    if not days:
        return _("Which till of your shop is this file from?")
    return ngettext(
        "You already have other sales of {count} of these days. Is this another till of your shop, or a corrected "
        "export?",
        "You already have other sales of {count} of these days. Is this another till of your shop, or a corrected "
        "export?",
        days,
    ).format(count=units_text(days))


def _till_option(question: Question, option: str) -> str:
    if option == ANOTHER:
        return _("Another till: add its sales")
    tills: Any = question.values.get("tills", {})
    told = {"till": option, "file": tills[option]}
    if not question.values.get("days"):
        return _("Till {till} ({file})").format_map(told)
    if len(tills) == 1:
        return _("A corrected export: replace what is there")
    return _("A corrected export of till {till} ({file})").format_map(told)


def _till_answer(question: Question, option: str) -> str:
    if option == ANOTHER:
        return _("Taken as another till: its sales are added.")
    if question.values.get("days"):
        return _("Taken as sales of till {till}: they replace what is there.").format(till=option)
    return _("Taken as sales of till {till}.").format(till=option)


def _rest_question(values: Mapping[str, Any]) -> str:
    more = values["products"] - len(values["examples"])
    named = ", ".join(values["examples"])
    if more > 0:
        named = _("{examples} and {count} more").format(examples=named, count=units_text(more))
    return ngettext(
        "You have {count} sale of these days that the file does not name ({units} units: {named}). What should become "
        "of it?",
        "You have {count} sales of these days that the file does not name ({units} units: {named}). What should become "
        "of them?",
        values["sales"],
    ).format(count=units_text(values["sales"]), units=units_text(values["units"]), named=named)


def _day(value: object) -> str:
    return day_text(dt.date.fromisoformat(str(value))) if value else ""
