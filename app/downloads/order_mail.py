"""An order as the address of a mail: opened, the owner's own mail program shows it ready to be sent."""

from urllib.parse import quote

from app.downloads.order_sheet import OrderSheet
from app.downloads.order_text import order_text, title_text
from app.words.language import _

LONGEST = 1_900  # characters of an address that every mail program takes


def mail_address(sheet: OrderSheet, *, to: str) -> str:
    """A mailto address with the order as text; of an order too long for one, with the word that it is attached.

    to: the supplier's address, "" where nobody said it.
    """
    told = _mail(to, title_text(sheet), order_text(sheet))
    return told if len(told) <= LONGEST else _mail(to, title_text(sheet), _("The order is attached."))


def _mail(to: str, subject: str, text: str) -> str:
    body = text.replace("\n", "\r\n")
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
