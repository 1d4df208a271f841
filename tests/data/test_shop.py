import sqlite3
import stat
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from data.schema import SCHEMA_VERSION, settings, shop_state, sold_out_verdicts
from data.shop import Shop, ShopRefused, mark_changed, open_shop, reading, revision, writing


def test_a_new_shop_is_a_private_folder_with_one_file(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "shops" / "mine")
    assert [path.name for path in shop.folder.iterdir()] == ["shop.sqlite"]
    if sys.platform != "win32":
        assert stat.S_IMODE(shop.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((shop.folder / "shop.sqlite").stat().st_mode) == 0o600


def test_a_folder_that_exists_keeps_its_rights(tmp_path: Path) -> None:
    before = tmp_path.stat().st_mode
    open_shop(tmp_path)
    assert tmp_path.stat().st_mode == before


def test_opening_a_shop_again_finds_what_was_kept(shop: Shop) -> None:
    with writing(shop) as connection:
        connection.execute(insert(settings).values(name="currency", value='"£"'))
        mark_changed(connection)
    again = open_shop(shop.folder)
    with reading(again) as connection:
        assert connection.execute(select(settings.c.value)).scalar_one() == '"£"'
    assert revision(again) == 1


def test_opening_changes_nothing(shop: Shop) -> None:
    before = (shop.folder / "shop.sqlite").read_bytes()
    open_shop(shop.folder)
    assert (shop.folder / "shop.sqlite").read_bytes() == before


def test_a_transaction_that_fails_leaves_the_shop_as_it_was(shop: Shop) -> None:
    def fail_half_way() -> None:
        with writing(shop) as connection:
            mark_changed(connection)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert revision(shop) == 0


def test_a_reader_sees_one_state_while_another_waits_to_write(shop: Shop) -> None:
    def write() -> None:
        with writing(shop) as connection:
            mark_changed(connection)

    with reading(shop) as connection:
        query = select(shop_state.c.value).where(shop_state.c.name == "revision")
        before = connection.execute(query).scalar_one()
        writer = threading.Thread(target=write)
        writer.start()
        assert connection.execute(query).scalar_one() == before
    writer.join()
    assert revision(shop) == before + 1


def test_writers_at_the_same_time_wait_for_each_other(shop: Shop) -> None:
    def raise_revision() -> None:
        for _ in range(10):
            with writing(shop) as connection:
                mark_changed(connection)

    writers = [threading.Thread(target=raise_revision) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert revision(shop) == 40


def test_a_shop_of_a_newer_version_is_refused(shop: Shop) -> None:
    with writing(shop) as connection:
        newer = update(shop_state).where(shop_state.c.name == "schema_version").values(value=SCHEMA_VERSION + 1)
        connection.execute(newer)
    with pytest.raises(ShopRefused) as refused:
        open_shop(shop.folder)
    assert refused.value.problem.code == "shop_too_new"
    assert refused.value.problem.values["found"] == SCHEMA_VERSION + 1
    assert refused.value.problem.values["known"] == SCHEMA_VERSION


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite"
    path.write_bytes(b"this is a letter to a friend" * 50)
    with pytest.raises(ShopRefused) as refused:
        open_shop(tmp_path)
    assert refused.value.problem.code == "shop_unreadable"
    assert path.read_bytes().startswith(b"this is a letter")


def test_the_file_is_a_plain_sqlite_database_with_sound_content(shop: Shop) -> None:
    connection = sqlite3.connect(shop.folder / "shop.sqlite")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_shop_of_an_older_shelfwise_gets_the_tables_it_did_not_have(shop: Shop) -> None:
    with writing(shop) as connection:
        connection.execute(insert(settings).values(name="currency", value='"£"'))
        connection.exec_driver_sql("DROP TABLE sold_out_verdicts")
        mark_changed(connection)
    again = open_shop(shop.folder)
    with reading(again) as connection:
        assert connection.execute(select(sold_out_verdicts)).all() == []
        assert connection.execute(select(settings.c.value)).scalar_one() == '"£"'
    assert revision(again) == 1
