import gzip
import zipfile
from pathlib import Path

import pytest

from data.problems import FileRejected
from data.tables import packed
from data.tables.packed import unpacked


def archive(folder: Path, **files: bytes) -> Path:
    path = folder / "sales.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return path


def code_of(path: Path) -> str:
    with pytest.raises(FileRejected) as found:
        unpacked(path)
    return found.value.problems[0].code


def test_a_zip_archive_of_one_file_is_that_file(tmp_path: Path) -> None:
    found = unpacked(archive(tmp_path, **{"May/sales.csv": b"date", "__MACOSX/May/._sales.csv": b"x", "May/": b""}))
    assert (found.content, found.inner_name) == (b"date", "May/sales.csv")


def test_an_archive_of_several_files_is_refused_naming_them(tmp_path: Path) -> None:
    path = archive(tmp_path, **{"a.csv": b"1", "b.csv": b"2"})
    with pytest.raises(FileRejected) as found:
        unpacked(path)
    assert found.value.problems[0].values == {"file": "sales.zip", "count": 2, "found": ["a.csv", "b.csv"]}


def test_a_small_archive_that_unpacks_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "MAXIMUM_MEGABYTES", 2)
    path = archive(tmp_path, **{"sales.csv": bytes(3_000_000)})
    assert path.stat().st_size < 100_000
    assert code_of(path) == "file_too_large"


def test_damaged_files_are_told_apart_from_plain_ones(tmp_path: Path) -> None:
    path = tmp_path / "sales.csv.gz"
    path.write_bytes(gzip.compress(b"date,item\n" * 1000)[:-20])
    assert code_of(path) == "damaged_file"
    path.write_bytes(archive(tmp_path, **{"a.csv": b"date,item\n" * 1000}).read_bytes()[:-30])
    assert code_of(path) == "not_a_table"
