"""Entries are read back with care, and the oldest of a kind go first."""

from collections.abc import Iterator
from pathlib import Path

import diskcache
import pytest

from app.forecasts.cache_entries import keep_latest, keys_of, read_entry


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[diskcache.Cache]:
    with diskcache.Cache(str(tmp_path)) as opened:
        yield opened


class Forgotten:
    """Something an older version kept, which cannot be read any more."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return int, ("no number",)


def test_what_cannot_be_read_is_dropped(cache: diskcache.Cache) -> None:
    cache.set("old", Forgotten())
    assert read_entry(cache, "old") is None
    assert list(cache) == []
    assert read_entry(cache, "never there") is None


def test_only_the_latest_of_a_kind_stay_and_other_kinds_are_left_alone(cache: diskcache.Cache) -> None:
    for key in ("other-1", "kind-z", "kind-a", "kind-m", 7):
        cache.set(key, key)
    keep_latest(cache, "kind-", 2)
    assert keys_of(cache, "kind-") == ["kind-a", "kind-m"]
    assert list(cache) == ["other-1", "kind-a", "kind-m", 7]
    keep_latest(cache, "kind-", 5)
    assert keys_of(cache, "kind-") == ["kind-a", "kind-m"]
