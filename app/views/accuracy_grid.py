"""The grid of the accuracy page: each product's forecasts beside the two simple ways, the worst first."""

from collections.abc import Mapping
from typing import Any

import dash_ag_grid as dag
import pandas as pd

from app.proof.accuracy import Accuracy
from app.proof.champions import Champion
from app.views.tables import RIGHT, THEME
from app.words.formats import day_text
from app.words.language import _
from app.words.model_words import model_texts
from app.words.trust_words import GRADES

SHARES = ("better", "wape", "weekday_average", "last_week", "bias")
AS_SHARE = {"valueFormatter": {"function": "writtenShare(params.value)"}}
AS_CHANGE = {"valueFormatter": {"function": "writtenShare(params.value, 'exceptZero')"}}
WORSE = {"cellClassRules": {"sw-doubtful": "params.value < -0.005"}}


def accuracy_rows(found: Accuracy, names: "pd.Series[str]", champions: Mapping[str, Champion]) -> list[dict[str, Any]]:
    """The rows of the grid, the worst first; names and champions by SKU."""
    table, models = found.products, model_texts()
    held = [champions.get(sku) for sku in table.index]
    rows = pd.DataFrame(
        {
            "sku": table.index,
            "name": names.reindex(table.index).where(lambda name: name != "", pd.Series(table.index, table.index)),
            **{name: table[name].round(4) for name in SHARES},
            "model": [models.get(method, method) for method in table["method"]],
            "since": [
                day_text(day if each is None else each.since) for day, each in zip(table["since"], held, strict=True)
            ],
            "before": ["" if each is None else models.get(each.before, each.before) for each in held],
            "grade": [_(GRADES[grade]) if grade in GRADES else "" for grade in table["grade"]],
        }
    )
    cells = rows.astype(object)
    records: list[Any] = cells.where(rows.notna(), None).to_dict("records")
    return records


def accuracy_grid(rows: list[dict[str, Any]]) -> dag.AgGrid:
    """The grid; every column sorts."""
    return dag.AgGrid(
        id="accuracy-grid",
        rowData=rows,
        columnDefs=_columns(),
        defaultColDef={
            "sortable": True,
            "resizable": True,
            "minWidth": 80,
            "wrapHeaderText": True,
            "autoHeaderHeight": True,
            "suppressHeaderMenuButton": True,
        },
        getRowId="params.data.sku",
        dashGridOptions={"theme": {"function": THEME}, "rowHeight": 42, "tooltipShowDelay": 300, "animateRows": False},
        style={"height": f"min(70vh, {110 + 42 * len(rows)}px)", "width": "100%"},
    )


def _columns() -> list[dict[str, Any]]:
    def number(field: str, heading: str, tip: str, kind: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"field": field, "headerName": heading, "headerTooltip": tip, "width": 112, **RIGHT, **kind, **more}

    name = {"field": "name", "headerName": _("Product"), "cellRenderer": "ProductLink", "minWidth": 170, "flex": 2}
    tip = _("By how much forecasts were closer to what sold than the same-weekday average; red: further away")
    return [
        {**name, "pinned": "left", "tooltipField": "name"},
        number("better", _("Better by"), tip, AS_CHANGE, **WORSE),
        number("wape", _("Forecast off by"), _("Errors of totals as a share of sales (WAPE)"), AS_SHARE),
        number("weekday_average", _("Weekday average off by"), _("The same of the same-weekday average"), AS_SHARE),
        number("last_week", _("Last week again off by"), _("Last week repeated (seasonal naive)"), AS_SHARE),
        number("bias", _("Too much or too little"), _("Above 0: too much was expected (bias)"), AS_CHANGE),
        {"field": "model", "headerName": _("Model"), "minWidth": 190, "flex": 2, "tooltipField": "model"},
        {"field": "since", "headerName": _("Since"), "width": 150},
        {"field": "before", "headerName": _("Before"), "width": 150, "tooltipField": "before"},
        {"field": "grade", "headerName": _("Trust"), "width": 120},
    ]
