import pytest
from hypothesis import given

from data.closure_text import ClosuresRule, closures_said, closures_text
from data.supplier_days import Closure
from tests.data.test_supplier_days import CLOSURES


@given(CLOSURES)
def test_what_is_kept_is_read_back(periods: tuple[Closure, ...]) -> None:
    assert closures_said(closures_text(periods)) == periods


@pytest.mark.parametrize(
    "text",
    [
        "2026-08-01 to 2026-08-21",
        "2026-08-01 - 2026-08-21",
        "1. August 2026 bis 21. August 2026",
        "01.08.2026 – 21.08.2026",
    ],
)
def test_a_period_is_read_as_people_write_it(text: str) -> None:
    assert ClosuresRule().kept(text) == "2026-08-01 to 2026-08-21"


@pytest.mark.parametrize(
    "text", ["1/2/2026", "in August", "2026-08-21 to 2026-08-01", "2026-08-01 to 2026-08-03 to 2026-08-05"]
)
def test_what_is_not_plain_is_refused_instead_of_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="closed periods must be"):
        ClosuresRule().kept(text)
