"""An order as plain text, to be pasted into an email or a message."""

from app.downloads.order_sheet import OrderSheet, SheetLine
from app.words.formats import day_text, decimals_text, money_text
from app.words.language import _
from app.words.order_words import products_text


def order_text(sheet: OrderSheet) -> str:
    """The order, a product a line: how many, what, under which code.

    Prices are left out: the supplier knows them, and a message may be read by others.
    """
    lines = "\n".join(_line(line) for line in sheet.lines)
    return "\n\n".join([f"{title_text(sheet)}\n{day_line(sheet)}", lines, products_text(len(sheet.lines))]) + "\n"


def title_text(sheet: OrderSheet) -> str:
    """Whose order it is, with its number if it was sent."""
    if sheet.number is not None and sheet.supplier:
        return _("Order {number} to {supplier}").format(number=sheet.number, supplier=sheet.supplier)
    return _("Order to {supplier}").format(supplier=sheet.supplier) if sheet.supplier else _("Order")


def day_line(sheet: OrderSheet) -> str:
    """The day of the order, and the one it is expected on."""
    if sheet.expected_on is None:
        return day_text(sheet.day)
    return _("{day}, expected on {expected}").format(day=day_text(sheet.day), expected=day_text(sheet.expected_on))


def sum_line(sheet: OrderSheet) -> str:
    """How many products and what they cost."""
    return _("{products}, {money}").format(
        products=products_text(len(sheet.lines)), money=money_text(sheet.cost, sheet.currency)
    )


def _line(line: SheetLine) -> str:
    units = decimals_text(line.units)
    code = line.article_code or line.sku
    return _("{units} × {product} ({code})").format(units=units, product=line.name, code=code)
