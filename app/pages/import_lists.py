"""The lists of products and suppliers that were imported so far, and the way back from the last one."""

from typing import Any

from dash import Dash, Input, Output, html

from app import ids
from app.binding import bind, clicked
from app.desk import Desk
from app.pages.import_undo import undo_button
from app.views.cards import aria
from app.words.formats import day_text, units_text
from app.words.language import N_, _
from data.importing.list_undo import undo_last_list
from data.importing.taken_lists import TakenList

TEXTS, NUMBERS = (N_("File"), N_("Imported on")), (N_("Products"), N_("Suppliers"))


def lists_card(lists: tuple[TakenList, ...]) -> Any:
    """All lists that can be undone, the last one first, with how many products and suppliers each changed."""
    head = [html.Th(_(name)) for name in TEXTS] + [html.Th(_(name), className="sw-number") for name in NUMBERS]
    told = _("What each list added or changed.")
    return html.Div(
        [
            html.Div([html.H2(_("Your lists so far")), _undo(lists[0])], className="sw-head"),
            html.P(told, className="sw-soft"),
            html.Div(
                html.Table([html.Thead(html.Tr(head)), html.Tbody(list(map(_row, lists)))], className="sw-table"),
                className="sw-scroll",
                tabIndex=0,
                role="group",
                **aria(label=_("Lists")),
            ),
        ],
        className="sw-card",
    )


def undo_list(desk: Desk, _clicks: int) -> dict[str, Any]:
    """Take the last list back; what that did, for the page."""
    undone = undo_last_list(desk.shop)
    if undone is None:
        return {"problems": [_("There is no list to undo.")]}
    kept = {"products": undone.kept_products, "suppliers": undone.kept_suppliers}
    return {"kind": "list_undone", "file_name": undone.taken.file_name, "kept": kept}


def register(app: Dash, desk: Desk) -> None:
    app.callback(
        Output(ids.IMPORT_OUTCOME, "data", allow_duplicate=True),
        Input(ids.UNDO_LIST_BUTTON, "n_clicks"),
        prevent_initial_call=True,
    )(clicked(bind(undo_list, desk)))


def _undo(last: TakenList) -> Any:
    changed = last.products + last.suppliers
    told = _("{count} products and suppliers become what they were before this list. To go back, import it again.")
    return undo_button(
        ids.UNDO_LIST_BUTTON,
        file_name=last.file_name,
        rows=changed,
        warning=told.format(count=units_text(changed)),
        sure=_("Take it back"),
    )


def _row(taken: TakenList) -> Any:
    return html.Tr(
        [
            html.Td(taken.file_name),
            html.Td(day_text(taken.at.astimezone().date()), className="sw-days"),
            html.Td(units_text(taken.products), className="sw-number"),
            html.Td(units_text(taken.suppliers), className="sw-number"),
        ]
    )
