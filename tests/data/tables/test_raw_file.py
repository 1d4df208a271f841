import gzip
from pathlib import Path

import pytest

from data.problems import FileRejected
from data.tables import packed
from data.tables.raw_file import read_raw_file


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Qté;1\n".encode(), "utf-8"),
        ("Qté;1\n".encode("utf-8-sig"), "utf-8-sig"),
        ("Qté;1 €\n".encode("cp1252"), "cp1252"),
        ("Qté;1\n".encode("utf-16"), "utf-16"),
        ("Qté;1\n".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_content_becomes_utf_8_without_a_mark(tmp_path: Path, content: bytes, encoding: str) -> None:
    path = tmp_path / "sales.csv"
    path.write_bytes(content)
    found = read_raw_file(path)
    assert found.encoding == encoding
    assert found.content.decode().startswith("Qté;1")


def test_the_limit_holds_for_what_comes_out_of_a_packed_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MAXIMUM_MEGABYTES", 1)
    path = tmp_path / "sales.csv.gz"
    path.write_bytes(gzip.compress(b"date,sku,units\n" * 100_000))
    with pytest.raises(FileRejected) as found:
        read_raw_file(path)
    assert found.value.problems[0].code == "file_too_large"
