"""What keeping a file did, in sentences: of sales, of a list, and of what was left out of either."""

from collections.abc import Mapping
from typing import Any

from app.words.formats import units_text
from app.words.language import _, ngettext


def imported_text(outcome: Mapping[str, Any]) -> str:
    """What a sales file brought, from an ImportOutcome as data.

    >>> told = {"import_id": 1, "days_added": 2, "days_changed": 0, "new_products": 1}
    >>> imported_text(told)
    'Imported: 2 days added, 1 new product.'
    """
    if outcome["import_id"] is None:
        return _("Nothing new: the shop has all of these sales already.")
    added, changed, new = (outcome[count] for count in ("days_added", "days_changed", "new_products"))
    changes = [
        (added, ngettext("{count} day added", "{count} days added", added)),
        (changed, ngettext("{count} day changed", "{count} days changed", changed)),
        (new, ngettext("{count} new product", "{count} new products", new)),
    ]
    said = ", ".join(text.format(count=units_text(count)) for count, text in changes if count)
    return _("Imported: {changes}.").format(changes=said)


def changed_units_text(outcome: Mapping[str, Any]) -> str:
    """What became of the units of days that the shop knew; nothing where no such day changed."""
    if not outcome["days_changed"]:
        return ""
    return _("Units on these days: {before} before, {after} now.").format(
        before=units_text(outcome["units_before"]), after=units_text(outcome["units_after"])
    )


def listed_text(outcome: Mapping[str, Any], *, kind: str) -> str:
    """What a list of products or suppliers (`kind`) brought, from its outcome as data.

    >>> listed_text({"new": 1, "changed": 0, "unchanged": 3}, kind="products")
    '1 new product, 0 changed, 3 as before.'
    """
    count = outcome["new"]
    one_new = (
        ngettext("{count} new product", "{count} new products", count)
        if kind == "products"
        else ngettext("{count} new supplier", "{count} new suppliers", count)
    )
    return _("{new}, {changed} changed, {unchanged} as before.").format(
        new=one_new.format(count=units_text(count)),
        changed=units_text(outcome["changed"]),
        unchanged=units_text(outcome["unchanged"]),
    )


def rows_left_out_text(report: Mapping[str, Any]) -> str:
    """How many rows of a file were left out; nothing where all were used.

    >>> rows_left_out_text({"rows_read": 338, "rows_used": 337})
    '1 of 338 rows left out.'
    """
    read, left = report["rows_read"], report["rows_read"] - report["rows_used"]
    if not left:
        return ""
    said = ngettext("{left} of {count} row left out.", "{left} of {count} rows left out.", read)
    return said.format(left=units_text(left), count=units_text(read))
