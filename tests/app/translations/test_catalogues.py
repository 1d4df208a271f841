"""The catalogues of all languages are whole: every text of the code is there, translated, with its placeholders."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages import Catalog, Message

from app.translations.update import TRANSLATED, code_texts, read_catalogue, untranslated
from app.words import language as spoken
from app.words.file_words import INSTEAD, NO_TABLES, REPORTS
from app.words.language import CATALOGUES, _, ngettext, use_language
from data.tables.raw_file import KINDS
from data.tills.registry import WRONG_FILES

PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


@cache
def marked() -> Catalog:
    return code_texts()


def texts(message: Message) -> list[str]:
    """The English text, or both forms of a count."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def told(message: Message) -> list[str]:
    """Its translation, or that of each form."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_whole_and_names_what_the_text_names(language):
    wrong = []
    for message in read_catalogue(language):
        if not message.id or not any(told(message)):
            continue
        named = {name for text in texts(message) for name in PLACEHOLDER.findall(text)}
        for text in told(message):
            lacking = named - set(PLACEHOLDER.findall(text)) - ({"count"} if len(told(message)) > 1 else set())
            if message.fuzzy or not text or lacking or set(PLACEHOLDER.findall(text)) - named:
                wrong.append((texts(message)[0], text))
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_the_code_is_translated(language):
    wanted = {texts(message)[0] for message in marked() if message.id}
    known = {texts(message)[0] for message in read_catalogue(language) if message.id}
    assert wanted == known, "python -m app.translations.update brings the catalogues up to date"
    assert untranslated(language) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_spoken(language):
    assert (CATALOGUES / f"{language}.po").is_file()
    use_language(language)
    assert _("Settings") == {"de": "Einstellungen", "fr": "Réglages", "es": "Ajustes"}[language]
    many = ngettext("{count} day", "{count} days", 2).format(count=2)
    assert many == {"de": "2 Tage", "fr": "2 jours", "es": "2 días"}[language]


def test_what_the_rooms_say_of_files_is_marked():
    said = {text for message in marked() for text in texts(message)}
    assert set(KINDS.values()) <= set(NO_TABLES)
    assert {file.name for file in WRONG_FILES} == REPORTS.keys()
    assert {file.instead for file in WRONG_FILES} <= set(INSTEAD)
    assert {*NO_TABLES, *INSTEAD, *REPORTS.values()} <= said


def test_both_forms_of_french_are_its_own():
    use_language("fr")
    assert ngettext("{count} day", "{count} days", 0).format(count=0) == "0 jour"
    assert spoken.locale().language == "fr"
