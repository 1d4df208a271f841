"""Small pieces of work for other processes, which import this module and nothing heavy with it."""

import os
import time
from pathlib import Path


def process(_part: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def threads(_part: int) -> str | None:
    """How many threads matrix products may use."""
    return os.environ.get("OPENBLAS_NUM_THREADS")


def leave_id_and_sleep(_part: int, folder: str) -> None:
    Path(folder, str(os.getpid())).touch()
    time.sleep(60.0)


def fail(part: int) -> float:
    return 1.0 / (part - 1)
