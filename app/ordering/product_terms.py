"""What is said of a product besides its order: what stands in the fields, and what the owner says by them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from app.views.edits import number_shown, percent_shown, plain_share, plain_value, two_ways_text
from app.words.language import _
from app.words.refusals import refusal
from data.bundle_text import parts_said, parts_text
from data.product_fields import LIST_RULES, PARTS
from data.sku_key import sku_key
from data.value_rules import BadValue

NUMBERS = ("unit_cost", "shelf_life_days", "salvage_value", "service_level", "similar_share")
PERCENT = ("service_level", "similar_share")


@dataclass(frozen=True)
class TermsSaid:
    """values: by field. refusals: by field, what cannot be kept."""

    values: Mapping[str, object]
    refusals: Mapping[str, str] = field(default_factory=dict)


def shown_terms(product: pd.Series, parts: Mapping[str, float]) -> dict[str, str]:
    """What stands in the fields of a product, shares in percent."""
    fields = {name: number_shown(product[name]) for name in NUMBERS}
    fields |= {name: percent_shown(product[name]) for name in PERCENT}
    return {
        **fields,
        "article_code": product["article_code"],
        "similar_to": product["similar_to"],
        PARTS: parts_text(parts),
    }


def read_terms(typed: Mapping[str, str], products: pd.DataFrame) -> TermsSaid:
    """What the fields say; products may be named by their code or by their whole name."""
    refusals = {name: said for name in NUMBERS if (said := two_ways_text(typed.get(name, "")))}
    values: dict[str, object] = {name: plain_value(typed.get(name, "")) for name in NUMBERS}
    values |= {name: plain_share(typed.get(name, "")) for name in PERCENT}
    known = _skus(products)
    values["article_code"] = typed.get("article_code", "")
    values["similar_to"] = _found(typed.get("similar_to", ""), known, refusals, of="similar_to")
    try:
        parts = parts_said(typed.get(PARTS, ""))
    except ValueError:
        refusals[PARTS] = _("“{typed}” was not kept. Write it like 6 x BEER; 1 x GLASS.").format(typed=typed[PARTS])
        parts = {}
    values[PARTS] = parts_text({_found(name, known, refusals, of=PARTS): units for name, units in parts.items()})
    return TermsSaid(values, refusals)


def terms_refused(bad: BadValue, typed: Mapping[str, str]) -> dict[str, str]:
    """What the shop refused, said beside the fields."""
    told = {}
    for problem in bad.problems:
        name = str(problem.values["field"])
        if problem.code == "part_is_bundle":
            told[PARTS] = _("A part cannot be a bundle itself. Name what is in it.")
        elif problem.code == "bundle_is_part":
            told[PARTS] = _("This product is a part of another bundle, so it cannot have parts of its own.")
        elif name == "similar_to":
            told[name] = _("Choose another product than this one.")
        else:
            told[name] = refusal(typed.get(name), LIST_RULES.get(name), percent=name in PERCENT)
    return told


def _skus(products: pd.DataFrame) -> dict[str, str]:
    """The SKU by every key under which a product is found: its code, or a name that no other has."""
    names = products["name"].dropna().map(sku_key)
    alone = names[~names.duplicated(keep=False)]
    return {str(key): str(sku) for sku, key in alone.items()} | {sku_key(str(sku)): str(sku) for sku in products.index}


def _found(name: str, known: Mapping[str, str], refusals: dict[str, str], *, of: str) -> str:
    if name.strip() and sku_key(name) not in known:
        said = _("No product is called “{name}”. Type its code or its whole name.")
        refusals[of] = said.format(name=name.strip())
    return known.get(sku_key(name), name.strip())
