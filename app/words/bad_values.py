"""What was typed that cannot be kept, where, and what would do."""

from collections.abc import Mapping

from app.words.field_names import field_text
from app.words.formats import decimals_text
from app.words.language import N_, _
from app.words.rule_words import rule_text
from data.problems import Problem

EMPTY = N_("an empty cell")
NOT_KEPT = N_("{field}: {found} was not kept. It must be {rule}.")
NOT_KEPT_OF = N_("{field} of {thing}: {found} was not kept. It must be {rule}.")
UNKNOWN = {
    "unknown_product": N_("“{found}” is not a product of this shop. Import its sales or a product list first."),
    "unknown_supplier": N_("“{found}” is not a supplier of this shop. Name it as the supplier of a product first."),
    "unknown_field": N_("“{found}” is not a field that can be set."),
    "supplier_name_taken": N_("Another supplier is called “{found}”. Choose another name."),
    "part_is_bundle": N_("“{found}” cannot be a part of {sku}: it is a bundle itself. Name what is in it."),
    "bundle_is_part": N_("{sku} is a part of another bundle, so it cannot have parts of its own."),
    "empty_order": N_("Order {order} has no units. Type how much you order first."),
    "unknown_order": N_("Order {found} is not in this shop."),
    "wrong_order_state": N_("Order {order} has come too far for this, or not far enough. Load the page anew."),
}


def bad_value_text(problem: Problem) -> str:
    """What was typed, where, and what would do.

    >>> values = {"field": "lead_time_days", "rule": "a number from 0 to 365", "found": "-3", "sku": "22386"}
    >>> bad_value_text(Problem("bad_value", values))
    'Lead time of 22386: “-3” was not kept. It must be a number from 0 to 365.'
    """
    values = problem.values
    if problem.code in UNKNOWN:
        return _(UNKNOWN[problem.code]).format_map(values)
    owner = values.get("sku") or values.get("supplier")
    said = _(NOT_KEPT_OF if owner else NOT_KEPT)
    field, rule = field_text(str(values.get("field", ""))), rule_text(values.get("rule"))
    return said.format(field=field, thing=owner, found=_found(values), rule=rule)


def _found(values: Mapping[str, object]) -> str:
    found = values.get("found")
    if found is None:
        return _(EMPTY)
    told = decimals_text(found) if isinstance(found, float) else str(found)
    return _("“{found}”").format(found=told)
