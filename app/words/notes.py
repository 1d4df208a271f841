"""How a file was read, where that was not plain."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.words.column_names import column_name
from app.words.filling import filled, listed
from app.words.formats import day_text
from app.words.language import N_, _, ngettext
from app.words.rule_words import rule_text
from data.report import Note

NOTES = {
    "format": N_("Recognised: {name}."),
    "mojibake_repaired": N_('The file was saved in a wrong encoding; "{found}" was read as "{read_as}".'),
    "date_order": N_('{column}: the {order} comes first, as "{found}" shows.'),
    "date_order_guessed": N_(
        '{column}: day and month can be read both ways. The {order} was taken first: "{found}" is {read_as}. '
        "Check this."
    ),
    "date_order_agreed": N_('{column}: the {order} comes first, as other columns show: "{found}" is {read_as}.'),
    "wide": N_("Each column is a product, {products} of them: {found}. Their numbers were counted as units sold."),
    "wide_with_rest": N_(
        "Each column is a product, {products} of them: {found}. Their numbers were counted as units sold. "
        "Columns that are no products: {left}."
    ),
    "days_across": N_("Each column is a day, {days} of them, from {found}. Their numbers were counted as units sold."),
    "bad_cells": N_('Cells that are no numbers were left out: {cells}, the first in row {row}: "{found}".'),
    "missing_days": N_(
        "{days} days between {first} and {last} have no rows, though the shop is usually open on these weekdays. "
        "If sales are missing, export that time again."
    ),
    "weekdays_disagree": N_('{column} does not fit the dates: "{found}" was read as {read_as}. Check the dates.'),
    "excel_days": N_('{column}: Excel counts days from 1900: "{found}" is {read_as}.'),
    "unix_days": N_('{column}: seconds counted from 1970, in world time: "{found}" is {read_as}.'),
    "decimal_guessed": N_('{column}: "{found}" can be read both ways. It was read as {read_as}. Check this.'),
    "takings_as_units": N_(
        "The file has no quantities: {column} is what each product took in a day. The money is forecast in place of "
        "units, so stock, packs and orders are amounts of money too."
    ),
    "places_together": N_("{column} names {count} places: {found}. Their sales were added up."),
    "one_place": N_("Only {found} was read, as you chose."),
    "damaged_codes": N_(
        'A spreadsheet has damaged codes in {column} ({codes} of them), such as "{found}": several products '
        "may have become one. "
        "Export the file again without opening it in a spreadsheet."
    ),
    "placeholder_codes": N_(
        "{column}: {found} stands for no code; these rows were told apart by the name of the product."
    ),
    "code_of_sale": N_(
        "{column} is the number of the sale, not of the product: products were told apart by their names."
    ),
    "names_of_people": N_(
        "{column} holds other names for each {code}, so these are customers: the products go by their {code}."
    ),
    "order_totals": N_(
        "{column} is the total of the whole order, on each of its lines. The money of a line is units times price, "
        "as far as the file has prices."
    ),
    "days_carried": N_("{column} stands on the first row of each group: the rows below it are of the same day."),
    "items_carried": N_("{column} stands on the first row of each group: the rows below it are of the same item."),
    "price_is_amount": N_("{column} goes up with the units: it is the money of a line, not the price of one unit."),
    "amount_is_price": N_("{column} is the price of one unit; the money of a line is units times that."),
    "discount_open": N_(
        "The file does not say whether its amounts are before or after the discounts in {column}. They were kept as "
        "they are."
    ),
    "negative_money": N_("Rows with negative money, counted as brought back: {rows}."),
    "variants_of_one_code": N_(
        "Codes that several variants share, such as {found}: {codes}. Their variants were counted as one product."
    ),
    "several_measures": N_(
        "{column} counts some products in several measures, such as {found}. Their numbers were added up as they are."
    ),
    "several_currencies": N_(
        "{column} names several currencies: {found}. Their amounts were added up as they "
        "are, so the money is not right."
    ),
    "stock_in_packs": N_(
        "{column} counts packs: the stock is that times the units of a pack, and not known without them."
    ),
    "column_by_content": N_("{column} was taken for the {name} by what stands in it."),
    "measured": N_("{column} is measured in {found}."),
    "same_file": N_("These are the sales of {file}, which you imported on {day}."),
    "currency": N_("Amounts are in {found}."),
    "row_is_unit": N_("The file has no quantities: each row was counted as one unit."),
    "no_revenue": N_("The file has neither amounts nor prices: the money taken is not known."),
    "units_from_money": N_("{column} is money: the units are {column} divided by {price}."),
    "before_discounts": N_(
        "Amounts are before the discounts in {column}: the file does not say which items they were given on."
    ),
    "items_in_one_cell": N_(
        "Each row is an order with all its items in {column}: {orders} orders were taken apart into {items} items. "
        "The file does not say what each item cost."
    ),
    "returns_not_taken_off": N_(
        "{column} names {units} units taken back. They were not taken off the units sold; check whether those are "
        "before or after returns."
    ),
    "refunds_not_by_item": N_(
        "{amount} was refunded, but the file does not say for which items: their units count as sold."
    ),
    "locations_summed": N_("The stock of {places} was added up."),
    "location_chosen": N_("The stock is that of {place}, without {others}."),
    "bad_cell": N_('Row {row}, {column}: "{found}" is not {rule}. The cell was left out.'),
}

DATE_PARTS = {"day": N_("day"), "month": N_("month"), "year": N_("year")}


def note_sentence(note: Note) -> str:
    """How a file was read, where that was not plain.

    >>> note_sentence(Note("row_is_unit"))
    'The file has no quantities: each row was counted as one unit.'
    """
    if note.code == "merged_spellings":
        return _merged_spellings(note.values)
    if note.code == "repeated_products":
        return _repeated_products(note.values)
    if note.code == "implausible_units":
        return _implausible_units(note.values)
    return filled(NOTES, note.code, {**note.values, **_worded(note)})


def _worded(note: Note) -> dict[str, object]:
    """The values of a note that are told in other words than they are kept."""
    values = note.values
    if note.code == "missing_days":
        return {end: _spoken(values[end]) for end in ("first", "last")}
    if note.code == "column_by_content":
        return {"name": column_name(str(values["name"]))}
    if note.code == "bad_cell":
        return {"rule": rule_text(values["rule"])}
    if values.get("order") in DATE_PARTS:
        return {"order": _(DATE_PARTS[str(values["order"])])}
    return {}


def _spoken(day: object) -> str:
    """A day of a note as it is spoken; what is no day as it is."""
    try:
        return day_text(date.fromisoformat(str(day)))
    except ValueError:
        return str(day)


def _merged_spellings(values: Mapping[str, Any]) -> str:
    count = values["products"]
    if not values["merged"] or values["merged"] == [values["kept"]]:
        return ngettext(
            "{count} product was written in several ways and counted as one.",
            "{count} products were written in several ways and counted as one each.",
            count,
        ).format(count=count)
    return ngettext(
        "{count} product was written in several ways and counted as one: {merged} as {kept}.",
        "{count} products were written in several ways and counted as one each, such as {merged} as {kept}.",
        count,
    ).format(count=count, merged=listed(values["merged"]), kept=values["kept"])


def _repeated_products(values: Mapping[str, Any]) -> str:
    return ngettext(
        "{count} product has several rows; the last counts: {examples}.",
        "{count} products have several rows; the last counts: {examples}.",
        values["products"],
    ).format(count=values["products"], examples=listed(values["examples"]))


def _implausible_units(values: Mapping[str, Any]) -> str:
    return ngettext(
        "Row {row}, {column}: {found} is hardly a quantity. A bar code, or a slip? It was counted as it stands; "
        "if it is wrong, put it right and import the file again.",
        "{count} rows hold what is hardly a quantity, the first is row {row}, {column}: {found}. Bar codes, or slips? "
        "They were counted as they stand; if they are wrong, put them right and import the file again.",
        values["rows"],
    ).format(**values, count=values["rows"])
