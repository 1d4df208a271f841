"""What the owner changed by hand, in words, so that she knows what Undo takes back."""

from app.words.field_names import field_text
from app.words.field_values import value_text
from app.words.language import _, ngettext
from data.edit_log import SETTINGS, Edit


def edit_text(edit: Edit, *, currency: str = "") -> str:
    """One change: of what, and from what to what; of several fields only which ones.

    >>> from datetime import UTC, datetime
    >>> at = datetime(2026, 1, 5, tzinfo=UTC)
    >>> edit_text(Edit(1, at, "supplier", "Bakers Ltd", {"lead_time_days": 5}, {"lead_time_days": 7}))
    'Lead time of Bakers Ltd: 5 days → 7 days'
    >>> edit_text(Edit(1, at, "settings", "", {"currency": "", "budget": None}, {"currency": "£", "budget": 90}))
    '2 settings: Currency, Budget'
    """
    fields = list(edit.after)
    if len(fields) > 1:
        return _several(edit, fields)
    (field,) = fields
    before, after = (value_text(field, said[field], currency=currency) for said in (edit.before, edit.after))
    if field == "supplier" and edit.what == "supplier":
        return _("Supplier renamed: {before} → {after}").format(before=before, after=after)
    if edit.what == SETTINGS:
        sentence = _("{field}: {before} → {after}")
    else:
        sentence = _("{field} of {thing}: {before} → {after}")
    return sentence.format(field=field_text(field), thing=edit.thing, before=before, after=after)


def _several(edit: Edit, fields: list[str]) -> str:
    names = ", ".join(map(field_text, fields))
    if edit.what == SETTINGS:
        return ngettext("{count} setting: {names}", "{count} settings: {names}", len(fields)).format(
            count=len(fields), names=names
        )
    sentence = ngettext("{count} change of {thing}: {names}", "{count} changes of {thing}: {names}", len(fields))
    return sentence.format(count=len(fields), thing=edit.thing, names=names)
