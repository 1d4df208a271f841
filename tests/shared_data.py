"""Where the real sales files are that some tests read: a folder beside the project that is not part of it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


def shared_file(name: str) -> Path:
    """Path of a real sales file; skips the test, saying so, where the folder is missing."""
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip(f"the real sales file {name} is not on this machine")
    return path
