"""Dash, answering in the shop's language, also after another process or page changed it."""

from typing import Any

from dash import Dash
from flask import request

from app.spoken import speak_for
from app.words.language import locale
from data.shop import FILE_NAME, Shop

SAME_IN_ALL = ("/assets/", "/_dash-component-suites/")
PAGE_START = '<html lang="en">'


class SpeakingDash(Dash):
    """Dash, with the language spoken named on every page."""

    def interpolate_index(self, *parts: Any, **named: Any) -> str:
        page: str = super().interpolate_index(*parts, **named)
        return page.replace(PAGE_START, f'<html lang="{locale().language}">', 1)


class Listener:
    """Speaks the language of a shop, asked for again only when the shop's file has changed."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._heard: tuple[int, int] | None = None

    def listen(self) -> None:
        """Follow the shop's language as it is now."""
        state = (self._shop.folder / FILE_NAME).stat()
        change = (state.st_mtime_ns, state.st_size)
        if change != self._heard:
            speak_for(self._shop)
            self._heard = change


def speak_in_requests(app: Dash, shop: Shop) -> None:
    """Follow the shop's language before each request that is answered in words."""
    listener = Listener(shop)

    @app.server.before_request  # type: ignore[untyped-decorator]
    def speak() -> None:
        if not request.path.startswith(SAME_IN_ALL):
            listener.listen()
