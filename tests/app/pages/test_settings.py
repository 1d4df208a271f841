"""The settings of the shop: kept together, or explained beside their fields."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app import ids
from app.desk import Desk
from app.pages.settings import answer, layout
from app.router import undo_edit
from app.said import Said
from app.words.language import use_language
from data.shop import revision
from data.shop_settings import ShopSettings, read_settings
from tests.app.components import of_kind, parts, with_id, words
from tests.app.shops import stock_shop, write_sales

FORM = {
    "currency": "£", "service_level": "97.5", "review_period_days": "14", "lead_time_days": "10", "order_cost": "3,50",
    "holding_rate": "30", "maximum_cover_days": "60", "rule": "simple", "service_level_a": "99",
    "service_level_c": "80", "by_fill_rate": "units", "budget": "1,200",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


def fields(page: Any) -> dict[str, str]:
    """What the fields of the form hold, as the browser hands it over."""
    return {field.name: field.value or "" for field in (*of_kind(page, "Input"), *of_kind(page, "Select"))}


def saved(desk: Desk, form: Mapping[str, str]) -> Any:
    """The page after the form was saved with these fields changed."""
    (change,) = answer(desk, Said("settings", "save", {**fields(layout(desk)), **form}))
    return change.value


def refusals(page: Any) -> list[str]:
    return [words(part) for part in parts(page) if getattr(part, "className", "") == "sw-refusal"]


def test_a_form_is_kept_with_percent_as_shares(desk: Desk) -> None:
    told = saved(desk, FORM)
    assert words(with_id(told, ids.SETTINGS_MESSAGE)) == "Saved. The order list follows these settings now."
    assert read_settings(desk.shop) == ShopSettings(
        currency="£", service_level=0.975, review_period_days=14, lead_time_days=10, order_cost=3.5, holding_rate=0.3,
        maximum_cover_days=60, rule="simple", service_level_a=0.99, service_level_c=0.8, by_fill_rate=True, budget=1200,
    )  # fmt: skip


def test_a_saved_form_shows_what_was_saved(desk: Desk) -> None:
    saved(desk, FORM)
    assert fields(layout(desk)).items() >= {**FORM, "order_cost": "3.5", "budget": "1200"}.items()


def test_saving_what_is_shown_changes_nothing(desk: Desk) -> None:
    saved(desk, {})
    assert read_settings(desk.shop) == ShopSettings()
    saved(desk, FORM | {"holding_rate": "12.3456", "budget": "1234567.89"})
    before = read_settings(desk.shop)
    saved(desk, {})
    assert read_settings(desk.shop) == before


def test_every_setting_has_a_place_in_the_form(desk: Desk) -> None:
    names = {"closed_days" if name.startswith("closed_") else name for name in fields(layout(desk))}
    assert sorted(names) == sorted(asdict(ShopSettings()))


def test_each_part_of_the_form_has_its_heading(desk: Desk) -> None:
    assert [words(heading) for heading in of_kind(layout(desk), "H2")] == [
        "Your shop",
        "Closed days",
        "Your promise",
        "When to order",
        "Money",
        "Your lists",
    ]


@pytest.mark.parametrize("currency", ["", "  "])
def test_no_currency_is_a_currency_too(desk: Desk, currency: str) -> None:
    saved(desk, FORM)
    saved(desk, {"currency": currency})
    assert read_settings(desk.shop).currency == ""


@pytest.mark.parametrize("typed", ["95", "95 %", "95%"])
def test_percent_may_be_typed_with_its_sign(desk: Desk, typed: str) -> None:
    saved(desk, {**FORM, "service_level": typed})
    assert read_settings(desk.shop).service_level == 0.95


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("service_level", "200", "“200” was not kept. Type a number from 50 to 99.9."),
        ("service_level", "0.95", "“0.95” was not kept. Type a number from 50 to 99.9."),
        ("service_level", "high", "“high” was not kept. Type a number from 50 to 99.9."),
        ("service_level", "", "This cannot be empty. Type a number from 50 to 99.9."),
        ("service_level", "nan", "“nan” was not kept. Type a number from 50 to 99.9."),
        ("service_level_b", "12", "“12” was not kept. Type a number from 50 to 99.9."),
        ("holding_rate", "0", "“0” was not kept. Type a number above 0, 1,000 at most."),
        ("lead_time_days", "2.5", "“2.5” was not kept. Type a whole number from 0 to 365."),
        ("lead_time_days", "900", "“900” was not kept. Type a whole number from 0 to 365."),
        ("order_cost", "-1", "“-1” was not kept. Type a number, 0 or more."),
        ("budget", "-5", "“-5” was not kept. Type a number, 0 or more."),
        ("currency", "x" * 11, f"“{'x' * 11}” was not kept. Use at most 10 characters."),
    ],
)
def test_a_bad_value_is_explained_beside_its_field_and_nothing_is_lost(
    desk: Desk, field: str, typed: str, said: str
) -> None:
    before = revision(desk.shop)
    told = saved(desk, {**FORM, field: typed})
    assert refusals(told) == [said]
    assert revision(desk.shop) == before, "nothing of the form is kept then"
    assert fields(told).items() >= {**FORM, field: typed}.items()


def test_all_bad_values_are_explained_at_once(desk: Desk) -> None:
    told = saved(desk, {**FORM, "service_level": "1", "order_cost": "free"})
    assert len(refusals(told)) == 2
    assert "Nothing is saved yet: 2 fields are to be corrected." in words(told)


def test_a_budget_of_nothing_is_kept_and_said(desk: Desk) -> None:
    told = saved(desk, {"budget": "0"})
    assert read_settings(desk.shop).budget == 0
    assert "With a budget of 0 nothing is ordered. Empty the field to order without a limit." in words(told)
    assert "With a budget of 0" not in words(saved(desk, {"budget": ""}))
    assert read_settings(desk.shop).budget is None


def test_a_country_is_kept_and_none_means_that_the_sales_tell(desk: Desk) -> None:
    for chosen, kept in (("FR", "FR"), ("told", "")):
        saved(desk, FORM | {"country": chosen})
        assert read_settings(desk.shop).country == kept
        assert fields(layout(desk))["country"] == chosen


def test_a_language_is_spoken_as_soon_as_it_is_saved(desk: Desk) -> None:
    told = saved(desk, {"language": "de"})
    assert read_settings(desk.shop).language == "de"
    country = next(choice for choice in of_kind(told, "Select") if choice.name == "country")
    assert {"label": "Frankreich", "value": "FR"} in country.options


def test_the_last_change_of_settings_can_be_undone(desk: Desk) -> None:
    saved(desk, {"budget": "500"})
    page = layout(desk)
    assert "Budget: nothing → 500.00" in words(page)
    (button,) = [part for part in parts(page) if isinstance(getattr(part, "id", None), dict)]
    undo_edit(desk, [1], [button.id], "/settings", "", None)
    assert read_settings(desk.shop) == ShopSettings()


def test_closed_days_are_kept_shown_and_undone(desk: Desk) -> None:
    typed = {"closed_first_0": "2026-12-24", "closed_last_0": "2026-12-31"}
    page = saved(desk, typed)
    assert read_settings(desk.shop).closed_days == "2026-12-24 to 2026-12-31"
    assert fields(page).items() >= {**typed, "closed_first_1": "", "closed_last_1": ""}.items()
    saved(desk, {"closed_first_1": "2027-01-06"})
    assert read_settings(desk.shop).closed_days == "2026-12-24 to 2026-12-31; 2027-01-06"
    page = saved(desk, {"closed_first_0": "", "closed_last_0": ""})
    assert read_settings(desk.shop).closed_days == "2027-01-06"
    assert "Closed days: 2026-12-24 to 2026-12-31; 2027-01-06 → 2027-01-06" in words(page)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-12-24", "2026-12-20", "The last day is before the first. Choose a later one."),
        ("", "2026-12-20", "Choose the first day too."),
        ("2026-12-24", "2029-12-20", "A closed period has a year at most. Choose an earlier day."),
    ],
)
def test_a_closed_period_that_cannot_be_is_explained(desk: Desk, first: str, last: str, said: str) -> None:
    page = saved(desk, {"closed_first_0": first, "closed_last_0": last, "currency": "EUR"})
    assert refusals(page) == [said]
    assert read_settings(desk.shop) == ShopSettings()


def test_the_closed_weekdays_that_were_learned_are_told(desk: Desk, tmp_path: Path) -> None:
    assert "The weekdays on which you keep closed are learned from your sales." in words(layout(desk))
    stock_shop(desk.shop, write_sales(tmp_path / "till.csv", {"tea": [4, 4, 4, 4, 4, 4, 0] * 12}))
    assert "Learned from your sales: always closed on Sun." in words(layout(desk))


def test_a_shop_that_never_closes_is_told_so(small_desk: Desk) -> None:
    assert "Learned from your sales: no weekday is always closed." in words(layout(small_desk))
