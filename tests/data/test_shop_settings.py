from dataclasses import replace

import pytest
from sqlalchemy import insert

from data.schema import settings
from data.shop import Shop, open_shop, revision, writing
from data.shop_settings import ShopSettings, read_settings, write_settings
from data.value_rules import BadValue


def test_a_new_shop_has_the_default_settings(shop: Shop) -> None:
    assert read_settings(shop) == ShopSettings()


def test_settings_survive_reopening(shop: Shop) -> None:
    kept = ShopSettings(
        service_level=0.98,
        review_period_days=14,
        lead_time_days=3,
        order_cost=7.5,
        holding_rate=0.2,
        maximum_cover_days=60,
        currency="€",
        rule="simple",
        language="fr",
        service_level_a=0.99,
        service_level_c=0.8,
        by_fill_rate=True,
        budget=0.0,
    )
    write_settings(shop, kept)
    assert read_settings(open_shop(shop.folder)) == kept
    assert revision(shop) == 1


def test_settings_can_be_written_again(shop: Shop) -> None:
    write_settings(shop, ShopSettings(currency="£"))
    write_settings(shop, ShopSettings(order_cost=1))
    assert read_settings(shop) == ShopSettings(order_cost=1)


def test_a_setting_of_another_version_is_passed_over(shop: Shop) -> None:
    with writing(shop) as connection:
        connection.execute(insert(settings).values(name="moon_phase", value="1"))
    assert read_settings(shop) == ShopSettings()


@pytest.mark.parametrize(
    "change",
    [
        {"service_level": 1.0},
        {"service_level": 0.0},
        {"review_period_days": 0},
        {"review_period_days": 7.5},
        {"lead_time_days": 366},
        {"order_cost": -1},
        {"holding_rate": 0},
        {"maximum_cover_days": 0},
        {"currency": "x" * 11},
        {"rule": "guess"},
        {"language": "tlh"},
        {"service_level_b": 95},
        {"by_fill_rate": None},
        {"budget": -1},
    ],
)
def test_a_setting_that_breaks_its_rule_is_refused_and_nothing_is_kept(shop: Shop, change: dict[str, object]) -> None:
    with pytest.raises(BadValue) as bad:
        write_settings(shop, replace(ShopSettings(currency="£"), **change))
    assert bad.value.problem.values["field"] == next(iter(change))
    assert read_settings(shop) == ShopSettings()
    assert revision(shop) == 0
