import gzip
import zipfile
from pathlib import Path

import pytest

from data.problems import FileRejected
from data.tables import packed
from data.tables.raw_file import START_BYTES, read_raw_file, read_raw_start
from data.tables.table_head import read_head


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


@pytest.mark.parametrize("packing", ["plain", "gzip", "zip"])
def test_the_start_of_a_file_tells_the_same_head_without_the_rest(tmp_path: Path, packing: str) -> None:
    content = b"Datum;Artikel;Menge\n" + "2024-01-01;Käse;1\n".encode() * 100_000
    path = tmp_path / "sales"
    if packing == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("sales.csv", content)
    else:
        path.write_bytes(gzip.compress(content) if packing == "gzip" else content)
    start = read_raw_start(path)
    assert len(start.content) <= START_BYTES < len(content)
    assert start.content.endswith(b"\n")
    assert read_head(start) == read_head(read_raw_file(path))
