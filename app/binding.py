"""Giving callback handlers the desk, or the settings, that they work on.

Handlers are module-level functions of plain values; Dash calls them with the values of a page only.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from dash.exceptions import PreventUpdate


def bind(handler: Callable[..., Any], first: Any) -> Callable[..., Any]:
    """`handler` with its first argument given.

    Unlike functools.partial it keeps name and source, from which Dash makes the keys of background callbacks.

    >>> bind(max, 3)(2)
    3
    """

    @wraps(handler)
    def bound(*values: Any) -> Any:
        return handler(first, *values)

    return bound


def clicked(handler: Callable[..., Any]) -> Callable[..., Any]:
    """`handler` called only when its first value, a button's clicks, says that somebody clicked.

    Dash calls also when a button appears on a page whose output was there before, even where told not to.
    """

    @wraps(handler)
    def on_click(clicks: int | None, *values: Any) -> Any:
        if not clicks:
            raise PreventUpdate
        return handler(clicks, *values)

    return on_click


def bind_job(handler: Callable[..., Any], first: Any) -> Callable[..., Any]:
    """The same for a background handler, which Dash hands its progress function before the page's values."""

    @wraps(handler)
    def bound(set_progress: Callable[[tuple[Any, ...]], None], *values: Any) -> Any:
        return handler(first, set_progress, *values)

    return bound
