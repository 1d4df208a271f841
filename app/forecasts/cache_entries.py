"""Entries of a disk cache: read back with care, the oldest of a kind dropped."""

from typing import Any

import diskcache


def read_entry(cache: diskcache.Cache, key: str) -> Any:
    """The entry under `key`; None where there is none, or where it cannot be read any more and so is dropped."""
    try:
        return cache.get(key)
    except Exception:  # an entry of an older program version may fail to unpickle in any way
        cache.delete(key)
        return None


def keys_of(cache: diskcache.Cache, kind: str) -> list[str]:
    """The keys that begin with `kind`, in the order in which they were first set."""
    return [key for key in cache if isinstance(key, str) and key.startswith(kind)]


def keep_latest(cache: diskcache.Cache, kind: str, most: int) -> None:
    """Drop all but the latest `most` entries whose keys begin with `kind`."""
    for key in keys_of(cache, kind)[:-most]:
        cache.delete(key)
