"""Files of the corpus, damaged at random."""

import io
import random
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpus.draft import Draft, written
from tests.corpus.traps import OPEN_TRAPS, TRAPS

ODD = (
    *(
        '"',
        '""',
        "\\",
        "\x00",
        "\ufeff",
        "\u202e",
        "é",
        "€",
        "=1+1",
        "'",
        "''",
        ";",
        ",",
        "\t",
        "|",
        "\n",
        "\r",
        "\r\n",
    ),
    *(
        "nan",
        "inf",
        "-inf",
        "1e308",
        "-1e308",
        "9" * 400,
        "0x10",
        "1.000",
        "1,000",
        "1,23,456",
        "--5",
        "(5",
        "5)",
        "5-",
    ),
    *("2024-02-30", "00/00/0000", "31/12/9999", "1/1/1", "45292", "1709251200", "12:00", "99:99", "T", "Mon", "mar"),
    *("Total", "total", "None", "NULL", "N/A", "", " ", "\xa0", "TRUE", "#REF!", "8.01E+12", "x" * 5000, "a,b\n" * 50),
    *("Date", "SKU", "Item", "Quantity", "Price", "Net sales", "Day", "Month", "Year", "Store", "Status", "Time"),
)


@cache
def sound_files() -> tuple[bytes, ...]:
    """The content of all files of the corpus with one trap."""
    with TemporaryDirectory() as folder:
        paths = [written(trap.change(Draft()), Path(folder), f"{place}") for place, trap in enumerate(_traps())]
        return tuple(path.read_bytes() for path in paths)


def damaged(content: bytes, dice: random.Random) -> bytes:
    """The content after one to eight accidents."""
    if content.startswith(b"PK") and dice.random() < 0.8:
        return _repacked(content, dice)
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        content = dice.choice(ACCIDENTS)(content, dice)
    return content


def _repacked(content: bytes, dice: random.Random) -> bytes:
    """An archive or a workbook that is sound outside and damaged inside."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = dice.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name), dice) if name == chosen else old.read(name))
    return target.getvalue()


def _traps() -> list:  # type: ignore[type-arg]
    return [*TRAPS, *OPEN_TRAPS.values()]


def _place(content: bytes, dice: random.Random) -> int:
    return dice.randrange(len(content) + 1)


def _byte(content: bytes, dice: random.Random) -> bytes:
    place = _place(content, dice)
    return content[:place] + bytes([dice.randrange(256)]) + content[place + 1 :]


def _odd(content: bytes, dice: random.Random) -> bytes:
    place = _place(content, dice)
    return content[:place] + dice.choice(ODD).encode("utf-8", "ignore") + content[place:]


def _cell(content: bytes, dice: random.Random) -> bytes:
    """A whole cell becomes another text."""
    marks = [place for place, byte in enumerate(content) if byte in b",;\t|\n"]
    if len(marks) < 2:
        return content
    place = dice.randrange(len(marks) - 1)
    return content[: marks[place] + 1] + dice.choice(ODD).encode("utf-8", "ignore") + content[marks[place + 1] :]


def _cut(content: bytes, dice: random.Random) -> bytes:
    first, last = sorted((_place(content, dice), _place(content, dice)))
    return content[:first] + content[last:] if dice.random() < 0.5 else content[:last]


def _lines(content: bytes, dice: random.Random) -> bytes:
    """Lines change places, or some come again."""
    lines = content.splitlines(keepends=True)
    if dice.random() < 0.5:
        dice.shuffle(lines)
    elif lines:
        lines.insert(dice.randrange(len(lines)), dice.choice(lines) * dice.choice((1, 2, 50)))
    return b"".join(lines)


def _column(content: bytes, dice: random.Random) -> bytes:
    """Every line gets a cell more, or another delimiter."""
    first, other = dice.choice(b",;\t|"), dice.choice(b",;\t|")
    if dice.random() < 0.5:
        return content.replace(bytes([first]), bytes([other]))
    return content.replace(b"\n", bytes([first]) + dice.choice(ODD).encode("utf-8", "ignore") + b"\n")


def _join(content: bytes, dice: random.Random) -> bytes:
    return content + dice.choice(sound_files())


ACCIDENTS = (_byte, _odd, _odd, _cell, _cell, _cell, _cut, _lines, _column, _join)
