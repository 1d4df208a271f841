import numpy as np
import pytest

from app.words import language
from app.words.language import _, ngettext, use_language

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Order today"
msgstr "Heute bestellen"

msgid "{count} product"
msgid_plural "{count} products"
msgstr[0] "{count} Produkt"
msgstr[1] "{count} Produkte"
"""


@pytest.fixture
def german(tmp_path, monkeypatch):
    (tmp_path / "de.po").write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    language._catalogue.cache_clear()
    use_language("de")
    yield
    use_language("en")
    language._catalogue.cache_clear()


@pytest.mark.usefixtures("german")
def test_texts_are_spoken_in_the_language_chosen():
    assert _("Order today") == "Heute bestellen"
    assert [ngettext("{count} product", "{count} products", count).format(count=count) for count in (1, 2)] == [
        "1 Produkt",
        "2 Produkte",
    ]
    assert str(language.locale()) == "de"


@pytest.mark.usefixtures("german")
def test_a_text_that_the_catalogue_lacks_stays_english():
    assert _("Nobody translated this") == "Nobody translated this"


def test_a_language_nobody_knows_is_english():
    use_language("tlh")
    assert str(language.locale()) == "en"
    assert _("Order today") == "Order today"


def test_what_numpy_counted_is_counted_too() -> None:
    use_language("de")
    try:
        assert ngettext("{count} day", "{count} days", np.int64(2)) == "{count} Tage"
    finally:
        use_language("en")
