"""Every component id of the pages, in one place."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class JobLine:
    """The line that tells of one kind of work going on: the whole, what it says, how far it is, its stop button."""

    line: str
    label: str
    bar: str
    cancel: str


def _job_line(name: str) -> JobLine:
    return JobLine(f"{name}-job", f"{name}-label", f"{name}-bar", f"{name}-cancel")


# the shell around every page
URL = "url"
PAGE = "page"
NAVIGATION = "navigation"
THEME_BUTTON = "theme-button"
SEARCH = "search"
SEARCH_BUTTON = "search-button"
SEARCH_FIELD = "search-field"
SEARCH_FOUND = "search-found"
SEARCH_CLOSE = "search-close"
MORE_BUTTON = "more-button"
MORE_PAGES = "more-pages"
UPLOADED = "uploaded"
IMPORT_OUTCOME = "import-outcome"
FORECAST_REQUEST = "forecast-request"
FORECAST_RETRY = "forecast-retry"
PLAN_CHANGED = "plan-changed"
FORECAST_AGAIN = "forecast-again"

PROOF_REQUEST = "proof-request"
PROOF_MADE = "proof-made"

IMPORT_JOB = _job_line("import")
FORECAST_JOB = _job_line("forecast")
PROOF_JOB = _job_line("proof")

# proof
PROOF_WANTED = "proof-wanted"
PROOF_AGAIN = "proof-again"
CALIBRATION_OF = "calibration-of"
CALIBRATION_TOLD = "calibration-told"
REPLAY_PRODUCT = "replay-product"
REPLAY_RIVAL = "replay-rival"
REPLAY_DAYS = "replay-days"

# import
DROP_ZONE = "drop-zone"
DROP_STATUS = "drop-status"
SAMPLE_BUTTON = "sample-button"
UNDO_BUTTON = "undo-button"
UNDO_LIST_BUTTON = "undo-list-button"
PREVIEW = "preview"
PREVIEW_TOKEN = "preview-token"
KEEP_BUTTON = "keep-button"
CLOSE_NOTE = "close-note"
DROP_BUTTON = "drop-button"
COLUMNS_BUTTON = "columns-button"

# orders
ORDER_HEADLINE = "order-headline"
EDIT_MESSAGE = "edit-message"
PRODUCTS_TABLE = "products-table"
ORDER_SAID = "order-said"
ORDER_CONTENT = "order-content"
ORDER_MESSAGE = "order-message"

# deliveries
DELIVERY_SAID = "delivery-said"
DELIVERIES = "deliveries"

# counting
COUNT_SAID = "count-said"
COUNT_WALK = "count-walk"
COUNT_CARD = "count-card"

# products
PRODUCT_LIST = "product-list"
PRODUCT_LINES = "product-lines"
PRODUCT_COUNT = "product-count"

# insights
INSIGHT_MOVERS = "insight-movers"

# product
PRODUCT_PICKER = "product-picker"
SOLD_OUT_CARD = "sold-out-card"

# what-if
WHAT_IF_VISIT = "what-if-visit"  # tells one opened page from another
WHAT_IF_PRODUCT = "what-if-product"
WHAT_IF_TABLES = "what-if-tables"
WHAT_IF_SHOP = "what-if-shop"
WHAT_IF_PRICE = "what-if-price"
PROMOTION_FACTOR = "promotion-factor"
PROMOTION_FROM = "promotion-from"
PROMOTION_DAYS = "promotion-days"
PROMOTION_TOLD = "promotion-told"
WHAT_IF_DEMAND = "what-if-demand"
WHAT_IF_LEAD_TIME = "what-if-lead-time"
WHAT_IF_SERVICE = "what-if-service"
WHAT_IF_ORDER_COST = "what-if-order-cost"
WHAT_IF_HOLDING = "what-if-holding"
WHAT_IF_KEEP = "what-if-keep"
WHAT_IF_KEPT = "what-if-kept"

# what is said of a product besides
PRODUCT_TERMS = "product-terms"
PRODUCT_TERMS_SAID = "product-terms-said"

# suppliers
SUPPLIERS = "suppliers"
SUPPLIER_SAID = "supplier-said"

# settings
SETTINGS_SAVE = "settings-save"
SETTINGS_MESSAGE = "settings-message"
SETTINGS = "settings"
SETTINGS_SAID = "settings-said"


def chart(name: str) -> dict[str, str]:
    """A chart of a page."""
    return {"type": "chart", "name": name}


def chart_data(name: str) -> dict[str, str]:
    """The link to what a chart is drawn from."""
    return {"type": "chart-data", "name": name}


def insight_choice(name: str) -> dict[str, str]:
    """A choice of the Insights page: what is measured, over which time."""
    return {"type": "insight-choice", "name": name}


def product_choice(name: str) -> str:
    """One of the choices above the list of products; assets/web/product_list.js reads them."""
    return f"products-{name}"


def order_grid(section: int | str) -> dict[str, int | str]:
    """One grid of products."""
    return {"type": "order-grid", "section": section}


def line_part(sku: str, *, part: str) -> dict[str, str]:
    """A part of one line of an order: "units", "why", "cost" or "own"."""
    return {"type": "line-part", "sku": sku, "part": part}


def order_part(supplier: str, *, part: str) -> dict[str, str]:
    """A part of the card of one supplier's order: "head" or "lines"."""
    return {"type": "order-part", "supplier": supplier, "part": part}


def sold_out_answer(sku: str, first_day: str, last_day: str, *, answer: str) -> dict[str, str]:
    """A button that answers whether a product was sold out on some days, written YYYY-MM-DD."""
    return {"type": "sold-out-answer", "sku": sku, "first": first_day, "last": last_day, "answer": answer}


def answer(code: Any, token: Any, now: Any = "") -> dict[str, Any]:
    """The answers to one question about a waiting file, of which `now` is the one that counts now."""
    return {"type": "answer", "code": code, "token": token, "now": now}


def change_answer(code: Any, token: Any) -> dict[str, Any]:
    """The button that asks a question about a waiting file again."""
    return {"type": "change-answer", "code": code, "token": token}


def column(name: Any) -> dict[str, Any]:
    """The header that holds one of our columns."""
    return {"type": "column", "name": name}


def look_at(token: Any) -> dict[str, Any]:
    """The button that shows a waiting file of the inbox folder."""
    return {"type": "look-at", "token": token}


def forget_failed(token: Any) -> dict[str, Any]:
    """The button that takes a failed file of the inbox folder from the list."""
    return {"type": "forget-failed", "token": token}


def arima_opened(sku: str) -> dict[str, str]:
    """What is clicked to open the ARIMA of a product."""
    return {"type": "arima-opened", "sku": sku}


def arima_told(sku: str) -> dict[str, str]:
    """Where the ARIMA of a product is told."""
    return {"type": "arima-told", "sku": sku}


def undo_edit(edit_id: Any) -> dict[str, Any]:
    """The button that takes back the last change by hand, that of this number."""
    return {"type": "undo-edit", "edit": edit_id}


def tick(of: str, name: str) -> dict[str, str]:
    """A box to tick in the form that is about `of`."""
    return {"type": "tick", "of": of, "name": name}
