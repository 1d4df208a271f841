"""The settings of the shop: kept together, or explained in the form's own terms."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import pytest

from app import ids
from app.desk import Desk
from app.pages.settings import FIELDS, layout, save
from data.shop import revision
from data.shop_settings import ShopSettings, read_settings
from tests.app.components import parts, with_id, words

FORM = {
    "currency": "£", "service_level": "97.5", "review_period_days": "14", "lead_time_days": "10", "order_cost": "3,50",
    "holding_rate": "30", "maximum_cover_days": "60", "rule": "simple",
}  # fmt: skip


def saved(desk: Desk, form: Mapping[str, object]) -> Any:
    return save(desk, 1, list(form.values()), [ids.setting(name) for name in form])


def test_a_form_is_kept_with_percent_as_shares(desk: Desk) -> None:
    assert words(saved(desk, FORM)) == "Saved. The order list follows these settings now."
    assert read_settings(desk.shop) == ShopSettings(
        currency="£", service_level=0.975, review_period_days=14, lead_time_days=10, order_cost=3.5, holding_rate=0.3,
        maximum_cover_days=60, rule="simple",
    )  # fmt: skip


def test_a_saved_form_shows_what_was_saved(desk: Desk) -> None:
    saved(desk, FORM)
    page = layout(desk)
    shown = {name: with_id(page, ids.setting(name)).value for name in FORM}
    assert shown == {**FORM, "order_cost": "3.5"}


def test_saving_what_is_shown_changes_nothing(desk: Desk) -> None:
    page = layout(desk)
    saved(desk, {name: with_id(page, ids.setting(name)).value for name in FORM})
    assert read_settings(desk.shop) == ShopSettings()


def test_every_setting_has_a_place_in_the_form(desk: Desk) -> None:
    later = {"language", "service_level_a", "service_level_b", "service_level_c", "by_fill_rate", "budget"}
    assert {*FIELDS, "rule", "country"} == set(asdict(ShopSettings())) - later
    fields = [part.id["name"] for part in parts(layout(desk)) if isinstance(getattr(part, "id", None), dict)]
    assert sorted(fields) == sorted(set(asdict(ShopSettings())) - later)


@pytest.mark.parametrize("currency", ["", None, "  "])
def test_no_currency_is_a_currency_too(desk: Desk, currency: object) -> None:
    saved(desk, FORM)
    saved(desk, {"currency": currency})
    assert read_settings(desk.shop).currency == ""


@pytest.mark.parametrize("typed", ["95", "95 %", "95%", 95])
def test_percent_may_be_typed_with_its_sign(desk: Desk, typed: object) -> None:
    saved(desk, {**FORM, "service_level": typed})
    assert read_settings(desk.shop).service_level == 0.95


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("service_level", "200", "Service level: “200” was not kept. It must be a number from 50 to 99.9."),
        ("service_level", "0.95", "Service level: “0.95” was not kept. It must be a number from 50 to 99.9."),
        ("service_level", "high", "Service level: “high” was not kept. It must be a number from 50 to 99.9."),
        (
            "service_level",
            "",
            "Service level: an empty cell was not kept. It must be a number from 50 to 99.9.",
        ),
        ("service_level", "nan", "Service level: “nan” was not kept. It must be a number from 50 to 99.9."),
        ("holding_rate", "0", "Cost of keeping stock: “0” was not kept. It must be a number above 0, at most 1,000."),
        ("lead_time_days", "2.5", "Lead time: “2.5” was not kept. It must be a whole number from 0 to 365."),
        ("order_cost", "-1", "Cost of placing an order: “-1” was not kept. It must be a number from 0."),
        ("currency", "x" * 11, f"Currency: “{'x' * 11}” was not kept. It must be a text of at most 10 characters."),
        ("rule", "magic", "Rule: “magic” was not kept. It must be one of these: quantile or simple."),
    ],
)
def test_a_bad_value_is_explained_in_the_forms_own_terms(desk: Desk, field: str, typed: str, said: str) -> None:
    before = revision(desk.shop)
    told = saved(desk, {**FORM, field: typed})
    assert (words(told), told.role) == (said, "alert")
    assert revision(desk.shop) == before, "nothing of the form is kept then"


def test_all_bad_values_are_explained_at_once(desk: Desk) -> None:
    told = words(saved(desk, {**FORM, "service_level": "1", "order_cost": "free"}))
    assert "Service level: “1” was not kept." in told
    assert "Cost of placing an order: “free” was not kept." in told


def test_a_country_is_kept_and_none_means_that_the_sales_tell(desk: Desk) -> None:
    for chosen, kept in (("FR", "FR"), ("told", "")):
        saved(desk, FORM | {"country": chosen})
        assert read_settings(desk.shop).country == kept
        assert with_id(layout(desk), ids.setting("country")).value == chosen
