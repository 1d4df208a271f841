"""Bring the catalogues up to date with the texts of the code: `python -m app.translations.update`.

New texts are added without a translation, texts that the code lost are dropped; nothing is guessed.
"""

import io
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.words.language import CATALOGUES, ENGLISH, LANGUAGES

APP = Path(__file__).parents[1]
MARKS = {"_": None, "N_": None, "ngettext": (1, 2)}
TRANSLATED = tuple(language for language in LANGUAGES if language != ENGLISH)
HEAD = (b'"Language:', b'"Plural-Forms:', b'"MIME-Version:', b'"Content-Type:', b'"Content-Transfer-Encoding:')


def code_texts() -> Catalog:
    """Every text that the code marks, with the files that it stands in."""
    texts = Catalog(project="Shelfwise", fuzzy=False)
    for file, _line, message, _comments, _context in extract_from_dir(APP, [("**.py", "python")], keywords=MARKS):
        texts.add(message, locations=[(Path("app", file).as_posix(), 1)])
    return texts


def read_catalogue(language: str) -> Catalog:
    """The catalogue of a language; an empty one where it has none."""
    file = CATALOGUES / f"{language}.po"
    content = file.read_bytes() if file.is_file() else b""
    catalogue = read_po(io.BytesIO(content), locale=language, abort_invalid=True)
    catalogue.header_comment, catalogue.fuzzy = "# Shelfwise; how to work on this file is told in README.md.", False
    return catalogue


def updated(language: str, texts: Catalog) -> bytes:
    """The catalogue of a language with the texts of the code, as it is kept."""
    catalogue = read_catalogue(language)
    catalogue.update(texts, no_fuzzy_matching=True)
    for message in catalogue:
        message.locations = sorted(set(message.locations))
    written = io.BytesIO()
    write_po(written, catalogue, width=110, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    head, rest = written.getvalue().split(b"\n\n", 1)
    kept = (line for line in head.splitlines() if not line.startswith(b'"') or line.startswith(HEAD))  # no dates
    return b"\n".join([*kept, b"", rest])


def untranslated(language: str) -> list[str]:
    """The texts that a catalogue lacks."""
    missing = []
    for message in read_catalogue(language):
        told = message.string if isinstance(message.string, list | tuple) else (message.string,)
        if message.id and not all(told):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def main() -> None:
    """Update all catalogues and say how many texts each one lacks."""
    texts = code_texts()
    for language in TRANSLATED:
        (CATALOGUES / f"{language}.po").write_bytes(updated(language, texts))
        print(f"{language}: {len(texts)} texts, {len(untranslated(language))} to be translated")


if __name__ == "__main__":
    main()
