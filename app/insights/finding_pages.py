"""Finding a page by its name, or by what stands on it."""

from app.insights.finding import search_key
from app.shell import LINKS
from app.views.proof_parts import ACCURACY, CALIBRATION, REPLAY
from app.words.language import N_, _

FEWEST_LETTERS = 3  # before a part of a page is offered: with fewer a product is looked for
SETTINGS, INSIGHTS = "/settings", "/insights"

# What is looked for under its own name and stands on another page.
PARTS = (
    (N_("Accuracy"), ACCURACY),
    (N_("Promises kept"), CALIBRATION),
    (N_("The last 90 days again"), REPLAY),
    (N_("Sales over time"), INSIGHTS),
    (N_("Through the week"), INSIGHTS),
    (N_("Through the year"), INSIGHTS),
    (N_("What you live from"), INSIGHTS),
    (N_("Dead stock"), INSIGHTS),
    (N_("A promotion"), "/what-if"),
    (N_("Language"), SETTINGS),
    (N_("Currency"), SETTINGS),
    (N_("Country, for public holidays"), SETTINGS),
    (N_("Promise to keep, in %"), SETTINGS),
    (N_("Days between orders"), SETTINGS),
    (N_("Budget for a round of orders"), SETTINGS),
    (N_("Cost of placing an order"), SETTINGS),
)


def found_pages(text: str) -> list[dict[str, str]]:
    """The pages and parts of pages with a word that begins like `text`; all pages where nothing was typed.

    >>> [page["href"] for page in found_pages("holidays")]
    ['/settings']
    """
    wanted = search_key(text)
    pages = [_entry(link.name, link.path) for link in LINKS if _fits(link.name, wanted)]
    if len(wanted) < FEWEST_LETTERS:
        return pages
    return [*pages, *(_entry(name, path) for name, path in PARTS if _fits(name, wanted))]


def _fits(name: str, wanted: str) -> bool:
    key = search_key(_(name))
    return not wanted or f" {wanted}" in f" {key}"


def _entry(name: str, path: str) -> dict[str, str]:
    return {"name": _(name), "href": path, "beside": _("Page")}
