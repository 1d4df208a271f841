"""No sentence that the owner reads is written in the code without a mark for its translation."""

import re
from pathlib import Path

import pytest

from tests.app.translations.hard_coded import hard_coded

ROOT = Path(__file__).parents[3]
# What looks like a sentence and is read by a machine: page templates, styles, headers of answers, fonts, CLDR patterns.
TECHNICAL = re.compile(
    r"\s*<|/\w+\?|\nbody \{|text/\w+;|attachment;|/download/|default-src |width=device-width|"
    r"Figtree|themeQuartz|EEEE|params\.|public, max-age="
)
NAMES = ("Shelfwise", "Excel", "CSV", "MASE", "MAPE")  # the same in all languages
EXCEPTIONS = {
    ("app/background/jobs.py", "The job ended without a result."): "Dash hands it to on_error, which logs it",
    ("app/server.py", "viewport"): "a meta tag",
    ("app/server.py", "theme-color"): "a meta tag",
    ("app/incoming/inbox_watch.py", "inbox"): "the name of a thread",
    ("app/downloads/exports.py", "orders."): "the name of a file",
    ("app/proof/accuracy.py", "sku"): "a column of a download",
}
# Commands speak English as their options do: they are typed before a shop, and so a language, is known.
COMMANDS = ("app/commands", "app/translations", "app/__main__.py")
RULES_OF_DATA = "app/words/rule_words.py"  # patterns of what the rooms say, beside their marked texts


def places() -> list[str]:
    found = (path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "app").rglob("*.py")))
    return [place for place in found if not place.startswith(COMMANDS) and place != RULES_OF_DATA]


@pytest.mark.parametrize("place", places())
def test_every_text_is_marked(place):
    unmarked = [
        f"line {found.line}: {found.text}"
        for found in hard_coded(ROOT / place)
        if not TECHNICAL.match(found.text) and found.text not in NAMES and (place, found.text) not in EXCEPTIONS
    ]
    assert unmarked == [], 'wrap texts in _("..."), constants in N_("..."), counts in ngettext'


def test_sentences_words_on_a_page_and_parts_of_f_strings_are_found(tmp_path):
    file = tmp_path / "page.py"
    file.write_text(
        '"""A docstring is no text."""\n'
        'TITLE = N_("This is marked")\n'
        'FORGOTTEN = "This was forgotten"\n'
        'html.P("Orders", className="sw-soft", id="orders")\n'
        'html.P(_("Orders"), title="Help")\n'
        'said = f"{count} sold out"\n'
        'logger.info("files of %s", folder)\n'
        'raise ValueError("must be above zero")\n',
        encoding="utf-8",
    )
    assert [(found.line, found.text) for found in hard_coded(file)] == [
        (3, "This was forgotten"),
        (4, "Orders"),
        (5, "Help"),
        (6, " sold out"),
    ]
