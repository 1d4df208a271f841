"""A little of `python -m tests.fuzz_reading` in every run."""

import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpus.mutation import damaged, sound_files
from tests.fuzz_reading import check, products_too


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused_and_adds_up(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    path = tmp_path / "damaged.csv"
    path.write_bytes(damaged(dice.choice(sound_files()), dice))
    check(path)
    products_too(path)
