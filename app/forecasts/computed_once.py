"""Long computations kept in a disk cache, each made by one process at a time."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import diskcache
import psutil

LOOK_AGAIN_SECONDS = 0.5

Progress = Callable[[float], None]
Result = TypeVar("Result")


@dataclass(frozen=True)
class Claim:
    """Which process computes something, and how far it has come."""

    process_id: int
    share: float


def computed_once(
    cache: diskcache.Cache,
    key: str,
    *,
    kept: Callable[[], Result | None],
    compute: Callable[[Progress], Result],
    progress: Progress,
) -> Result:
    """What is kept under `key`, else what `compute` gives; a second caller waits for the first.

    kept: reads the entry, None where there is none. compute: makes it, keeps it and is told whom to tell its progress.
    """
    while True:
        found = kept()
        if found is not None:
            return found
        if cache.add(_claim(key), Claim(os.getpid(), 0.0)):
            return _computed(cache, key, compute, progress)
        _wait_for_the_other(cache, key, progress)


def _computed(cache: diskcache.Cache, key: str, compute: Callable[[Progress], Result], progress: Progress) -> Result:
    def tell(share: float) -> None:
        cache.set(_claim(key), Claim(os.getpid(), share))
        progress(share)

    try:
        return compute(tell)
    finally:
        cache.delete(_claim(key))


def _wait_for_the_other(cache: diskcache.Cache, key: str, progress: Progress) -> None:
    claim = cache.get(_claim(key))
    if claim is None:
        return
    if not psutil.pid_exists(claim.process_id):
        cache.delete(_claim(key))  # its process was stopped before it could say so
        return
    progress(claim.share)
    time.sleep(LOOK_AGAIN_SECONDS)


def _claim(key: str) -> str:
    return f"computing-{key}"
