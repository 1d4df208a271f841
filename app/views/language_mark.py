"""A sign on the page of the language spoken now; assets/web/language.js loads a page of another language anew."""

from typing import Any

from dash import html

from app.words.language import locale


def language_mark() -> html.Span:
    """Nothing to be seen; it names the language for the script."""
    named: dict[str, Any] = {"data-language": locale().language}
    return html.Span(hidden=True, **named)
