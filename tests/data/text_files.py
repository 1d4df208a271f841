"""Small files for tests of the readers."""

from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"


def text_file(folder: Path, *lines: str, name: str = "sales.csv", encoding: str = "utf-8") -> Path:
    """A file of these lines."""
    path = folder / name
    path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
    return path
