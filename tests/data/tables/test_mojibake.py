from hypothesis import given
from hypothesis import strategies as st

from data.tables.mojibake import repaired


@given(st.text(alphabet="aéèüßñ€£çÀ 1"))
def test_text_read_in_the_wrong_code_page_is_repaired(text: str) -> None:
    wrong = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode())
    assert repaired(wrong) == text


@given(st.text(alphabet="aeiouéèàçñüß€£ "))
def test_proper_text_stays(text: str) -> None:
    assert repaired(text) == text
