import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.bundle_text import PartsRule, parts_said, parts_text

SKUS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"], exclude_characters=";"), min_size=1)
UNITS = st.one_of(st.integers(1, 1000).map(float), st.sampled_from([0.25, 0.5, 1.5]))


@given(st.dictionaries(SKUS, UNITS, min_size=1))
def test_what_is_kept_is_read_back(parts: dict[str, float]) -> None:
    assert parts_said(parts_text(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("6 x BEER", {"BEER": 6}),
        ("6 × BEER; 0,5 × GLASS", {"BEER": 6, "GLASS": 0.5}),
        ("BEER x 6", {"BEER": 6}),
        ("2x4-TIMBER", {"2x4-TIMBER": 1}),
        ("3 x 2x4-TIMBER", {"2x4-TIMBER": 3}),
        ("", {}),
    ],
)
def test_parts_are_read_as_people_write_them(text: str, parts: dict[str, float]) -> None:
    assert parts_said(text) == parts


@pytest.mark.parametrize("text", ["0 x BEER", "6 x BEER; 2 x BEER"])
def test_no_units_and_a_part_named_twice_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="parts must be"):
        PartsRule().kept(text)
