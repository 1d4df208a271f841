"""The shop's language reaches every page, whoever changed it."""

from dataclasses import replace

from app.server import create_app
from app.settings import Settings
from data.shop import open_shop
from data.shop_settings import read_settings, write_settings


def test_pages_follow_a_language_that_was_set_elsewhere(tmp_path):
    settings = Settings(tmp_path / "shop")
    client = create_app(settings).server.test_client()
    assert '<html lang="en">' in client.get("/", base_url="http://localhost").text
    shop = open_shop(settings.shop_folder)
    write_settings(shop, replace(read_settings(shop), language="de"))
    assert '<html lang="de">' in client.get("/", base_url="http://localhost").text
    assert "Seiten" in client.get("/_dash-layout", base_url="http://localhost").text
    write_settings(shop, replace(read_settings(shop), language="en"))
    assert '<html lang="en">' in client.get("/", base_url="http://localhost").text
