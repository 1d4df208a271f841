"""Where the sales of a file go: to which till of the shop, and what becomes of the sales that it does not name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ImportTarget:
    """source_id: the till whose sales these are; sales of different tills add up.

    keeps_rest: whether sales that the till has on the file's days, but the file does not name, stay as they are.
    shape: of the file, see data/file_shape.py.
    """

    source_id: int = 1
    keeps_rest: bool = False
    shape: str = ""


ONLY_TILL = ImportTarget()
