"""The grids: which columns they have, what can be edited in them, how they look."""

import json
from typing import Any

import dash_ag_grid as dag
import pandas as pd

from app import ids
from app.planning.plan import Plan
from app.words.cover_words import LONGEST_COVER_DAYS
from app.words.formats import money_text
from app.words.grid_words import grid_texts
from app.words.language import N_, _
from app.words.trust_words import GRADES
from forecasting.grades import DO_NOT_TRUST

# field of the product -> heading, help
EDITABLE = {
    "on_hand": (N_("On hand"), N_("Units in the shop now; count and type")),
    "on_order": (N_("On order"), N_("Units ordered but not yet here")),
    "lead_time_days": (N_("Lead time"), N_("Days from ordering to arrival")),
    "lead_time_sd_days": (N_("± days"), N_("By how many days deliveries usually differ (standard deviation)")),
    "pack_size": (N_("Pack"), N_("The supplier sells whole packs of this many")),
    "moq": (N_("Minimum"), N_("Smallest quantity the supplier accepts (MOQ)")),
    "unit_cost": (N_("Unit cost"), N_("What one unit costs you")),
    "supplier": (N_("Supplier"), N_("Who delivers it")),
    "active": (N_("Active"), N_("Untick what you will not order again")),
}
TEXT_FIELDS = ("supplier",)
FEW_ROWS = 14
LETTER, HEADING_EDGE = 9, 50  # pixels; the edge holds the sign of the filter
GROUPED = {"valueFormatter": {"function": "writtenNumber(params.value)"}}  # assets/web/grid.js
IN_SIGHT = {"width": 175, "pinned": "left", "wrapText": False, "tooltipField": "name"}
ASSUMED_NOTE = N_("Assumed: nobody said. Type it here.")
ASSUMED = {
    "cellClassRules": {"sw-assumed": "params.data.lead_time_assumed"},
    "tooltipField": "lead_time_note",
}
FORECAST_HEADING = N_("Forecast")
FORECAST_TIP = N_("How far the forecast can be trusted; the product's page says why")
FORECAST = {
    "field": "forecast",
    "tooltipField": "forecast_reason",
    "width": 136,
    "cellClassRules": {"sw-doubtful": "params.data.is_doubtful"},
}
RIGHT = {"headerClass": "ag-right-aligned-header", "cellClass": "ag-right-aligned-cell sw-cell-number"}

THEME = """themeQuartz.withParams({
    backgroundColor: 'var(--sw-card)', foregroundColor: 'var(--sw-ink)', textColor: 'var(--sw-ink)',
    headerBackgroundColor: 'var(--sw-paper)', headerTextColor: 'var(--sw-ink-soft)', borderColor: 'var(--sw-line)',
    accentColor: 'var(--sw-accent)', rowHoverColor: 'var(--sw-accent-soft)', fontFamily: 'inherit', fontSize: 14,
    wrapperBorderRadius: 10, spacing: 6, menuBackgroundColor: 'var(--sw-card)', inputBackgroundColor: 'var(--sw-card)',
})"""


def product_grid(section: int | str, table: pd.DataFrame, plan: Plan) -> dag.AgGrid:
    """A grid of the products in `table` (rows of the order table), with all of their conditions to be edited."""
    few = len(table) <= FEW_ROWS
    return dag.AgGrid(
        id=ids.order_grid(section),
        rowData=grid_rows(table, plan),
        columnDefs=columns(),
        defaultColDef={
            "sortable": True,
            "resizable": True,
            "minWidth": 70,
            "filter": not few,
            "wrapHeaderText": True,
            "autoHeaderHeight": True,
            "suppressHeaderMenuButton": True,
        },
        getRowId="params.data.sku",
        dashGridOptions={
            "theme": {"function": THEME},
            "localeText": grid_texts(),
            "domLayout": "autoHeight" if few else "normal",
            "rowHeight": 42,
            "singleClickEdit": True,
            "stopEditingWhenCellsLoseFocus": True,
            "tooltipShowDelay": 300,
            "animateRows": False,
        },
        style={"height": None if few else "min(70vh, 640px)", "width": "100%"},
    )


def grid_rows(table: pd.DataFrame, plan: Plan) -> list[dict[str, Any]]:
    """The rows a grid shows: the decision, its reason, and the conditions that can be edited; None where unknown."""
    shown = table.set_index("sku", drop=False)
    known = plan.inputs.products.loc[shown.index]
    rows = pd.DataFrame(
        {
            "sku": shown["sku"],
            "name": shown["name"].where(shown["name"] != "", shown["sku"]),
            "order_quantity": shown["order_quantity"],
            "money": [_money(cost, plan) for cost in shown["order_cost"]],
            "days_of_cover": shown["days_of_cover"],
            "reorder_point": shown["reorder_point"],
            "order_up_to": shown["order_up_to"],
            "why": shown["why"],
            "since_last": shown["since_last"],
            "forecast": shown["forecast"],
            "forecast_reason": shown["forecast_reason"],
            "is_doubtful": shown["forecast"] == _(GRADES[DO_NOT_TRUST]),
            "lead_time_assumed": known["lead_time_days_assumed"],
            "lead_time_note": known["lead_time_days_assumed"].map({True: _(ASSUMED_NOTE), False: ""}),
            **{field: known[field] for field in EDITABLE},
        }
    )
    cells = rows.astype(object)
    records: list[Any] = cells.where(rows.notna(), None).to_dict("records")
    return records


def _money(cost: float, plan: Plan) -> str:
    return "" if pd.isna(cost) else money_text(cost, plan.inputs.settings.currency)


def columns() -> list[dict[str, Any]]:
    """What a shopkeeper reads first comes first, the name staying in sight; then all conditions, and the levels."""
    name = {"field": "name", "headerName": _("Product"), "cellRenderer": "ProductLink", **IN_SIGHT}
    money = {"field": "money", "headerName": _("Cost"), "width": 105, "sortable": False, "filter": False, **RIGHT}
    fields = [field for field in EDITABLE if field != "on_hand"]
    return [
        name,
        _number("order_quantity", _("Order"), _("How many to order today"), width=80, cellClass="sw-cell-strong"),
        _editable("on_hand", width=100),
        money,
        _days_of_cover(),
        {**FORECAST, "headerName": _(FORECAST_HEADING), "headerTooltip": _(FORECAST_TIP)},
        *(_editable(field, width=150 if field in TEXT_FIELDS else 90) for field in fields),
        _number("reorder_point", _("Reorder point"), _("Order when stock and orders fall to this"), width=100),
        _number("order_up_to", _("Order up to"), _("What an order fills up to"), width=95),
        _reason("why", _("Why"), _("The sum behind the order; the product's page opens each part")),
        _reason("since_last", _("Since last time"), _("What moved the order since the last advice")),
    ]


def _days_of_cover() -> dict[str, Any]:
    """A number up to a year, then words."""
    tip = _("How long what you have and what is on order will last")
    longer = json.dumps(_("more than a year"))
    written = f"params.value >= {LONGEST_COVER_DAYS} ? {longer} : writtenNumber(params.value)"
    column = _number("days_of_cover", _("Days of cover"), tip, width=90)
    return {**column, "valueFormatter": {"function": written}}


def _reason(field: str, heading: str, tip: str) -> dict[str, Any]:
    """A column of sentences, whole in the tip."""
    return {"field": field, "headerName": heading, "headerTooltip": tip, "tooltipField": field, "width": 380}


def _number(field: str, heading: str, tip: str, *, cellClass: str = "", **more: Any) -> dict[str, Any]:  # noqa: N803
    column = {"field": field, "headerName": heading, "headerTooltip": tip, **RIGHT, **GROUPED, **_wide(heading, **more)}
    return {**column, "cellClass": f"{RIGHT['cellClass']} {cellClass}".strip()}


def _editable(field: str, **more: Any) -> dict[str, Any]:
    heading, tip = EDITABLE[field]
    column: dict[str, Any] = {"field": field, "headerName": _(heading), "headerTooltip": _(tip), "editable": True}
    more = _wide(_(heading), **more)
    if field == "active":
        return {**column, "cellDataType": "boolean", "cellClass": "sw-editable", **more}
    if field in TEXT_FIELDS:
        return {**column, "cellClass": "sw-editable", **more}
    cell_class = f"{RIGHT['cellClass']} sw-editable"
    if field == "lead_time_days":
        column |= ASSUMED
    return {**column, **RIGHT, **GROUPED, "cellClass": cell_class, "cellDataType": False, **more}


def _wide(heading: str, **more: Any) -> dict[str, Any]:
    """A column's settings, its width enough for the longest word of its heading: other languages have longer ones."""
    longest = max(map(len, heading.split()))
    return {**more, "width": max(more.get("width", 0), HEADING_EDGE + LETTER * longest)}
