"""Dash, answering in the shop's language, also after another process or page changed it."""

from typing import Any

from dash import Dash
from flask import request

from app.spoken import speak_for
from app.words.language import locale
from data.shop import Shop

SAME_IN_ALL = ("/assets/", "/_dash-component-suites/")
PAGE_START = '<html lang="en">'


class SpeakingDash(Dash):
    """Dash, with the language spoken named on every page."""

    def interpolate_index(self, *parts: Any, **named: Any) -> str:
        page: str = super().interpolate_index(*parts, **named)
        return page.replace(PAGE_START, f'<html lang="{locale().language}">', 1)


def speak_in_requests(app: Dash, shop: Shop) -> None:
    """Ask the shop for its language before each request that is answered in words."""

    @app.server.before_request  # type: ignore[untyped-decorator]
    def speak() -> None:
        if not request.path.startswith(SAME_IN_ALL):
            speak_for(shop)
