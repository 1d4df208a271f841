from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.importing.imports import import_sales
from data.products import edit_product
from data.shop import Shop, open_shop, revision
from data.supplier_days import (
    Closure,
    OrderDaysRule,
    OrderDaysSaid,
    closures,
    order_days_said,
    order_days_text,
)
from data.suppliers import set_closures
from data.value_rules import BadValue
from tests.data.sales_files import NOON, day, sales_file

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
SAID = st.one_of(
    st.sampled_from([OrderDaysSaid("any"), OrderDaysSaid("never"), OrderDaysSaid("unknown")]),
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: OrderDaysSaid("weekdays", tuple(sorted(days)))),
    st.builds(lambda every, start: OrderDaysSaid("every", every=every, start=start), st.integers(1, 365), DAYS),
)
CLOSURES = st.lists(st.tuples(DAYS, st.integers(0, 30)), max_size=3, unique_by=lambda each: each[0]).map(
    lambda periods: tuple(Closure(first, first + timedelta(days=days)) for first, days in sorted(periods))
)
FIFTH = OrderDaysSaid("every", every=14, start=date(2026, 1, 5))


@pytest.fixture
def supplied(shop: Shop) -> Shop:
    import_sales(shop, sales_file({(0, "A1"): 3}), imported_at=NOON)
    edit_product(shop, "A1", "supplier", "Acme", day=day(0))
    return shop


@given(SAID)
def test_what_is_kept_is_read_back(said: OrderDaysSaid) -> None:
    assert order_days_said(order_days_text(said)) == said


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("Mon, Thu", (0, 3)),
        ("thursdays and mondays", (0, 3)),
        ("every Tuesday", (1,)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("Montag bis Freitag", (0, 1, 2, 3, 4)),
        ("Sat - Mon", (0, 5, 6)),
        ("Mo/Mi/Fr", (0, 2, 4)),
        ("mardi et vendredi", (1, 4)),
        ("lunes y jueves", (0, 3)),
        ("lunedì; giovedì", (0, 3)),
        ("segunda-feira e quinta-feira", (0, 3)),
        ("ma, do", (0, 3)),
        ("weekdays", (0, 1, 2, 3, 4)),
    ],
)
def test_weekdays_are_read_in_seven_languages(text: str, weekdays: tuple[int, ...]) -> None:
    assert order_days_said(text) == OrderDaysSaid("weekdays", weekdays)


@pytest.mark.parametrize(
    "text",
    [
        "every 14 days from 2026-01-05",
        "Every 2 weeks from 2026-01-05",
        "alle 14 Tage ab 2026-01-05",
        "tous les 14 jours à partir du 2026-01-05",
        "cada 14 días desde 2026-01-05",
        "ogni 14 giorni dal 2026-01-05",
        "elke 2 weken vanaf 2026-01-05",
        "every 14 days from 5 January 2026",
    ],
)
def test_a_rhythm_is_read_with_its_first_day(text: str) -> None:
    assert order_days_said(text) == FIFTH


@pytest.mark.parametrize("text", ["any", "Any day", "every day", "täglich", "tous les jours", "todos los días"])
def test_any_day_is_read(text: str) -> None:
    assert order_days_said(text) == OrderDaysSaid("any")


@pytest.mark.parametrize("text", ["never", "no orders", "nie", "jamais", "nunca"])
def test_never_is_read(text: str) -> None:
    assert order_days_said(text) == OrderDaysSaid("never")


@pytest.mark.parametrize(
    "text",
    [
        "every second Tuesday",
        "every 14 days",
        "every 0 days from 2026-01-05",
        "every 400 days from 2026-01-05",
        "every 14 days from 5/1/2026",
        "first Monday of the month",
        "on request",
        "3",
    ],
)
def test_what_is_not_plain_is_refused_instead_of_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="order days must be"):
        order_days_said(text)
    with pytest.raises(ValueError, match="order days must be"):
        OrderDaysRule().kept(text)


def test_closed_periods_survive_reopening_and_are_set_anew(supplied: Shop) -> None:
    before = revision(supplied)
    set_closures(supplied, "acme", [Closure(day(20), day(25)), Closure(day(3), day(3))])
    found = closures(open_shop(supplied.folder))
    assert found.to_dict("list") == {
        "supplier": ["Acme", "Acme"],
        "first_day": [pd.Timestamp(day(3)), pd.Timestamp(day(20))],
        "last_day": [pd.Timestamp(day(3)), pd.Timestamp(day(25))],
    }
    assert revision(supplied) == before + 1
    set_closures(supplied, "Acme", [])
    assert closures(supplied).empty


def test_a_period_ends_after_it_begins_and_belongs_to_a_supplier_of_the_shop(supplied: Shop) -> None:
    set_closures(supplied, "Acme", [Closure(day(3), day(4))])
    with pytest.raises(BadValue, match=r"last_day of Acme must be 2024-01-06 or later"):
        set_closures(supplied, "Acme", [Closure(day(5), day(4))])
    with pytest.raises(BadValue, match="got 'Nobody'"):
        set_closures(supplied, "Nobody", [Closure(day(5), day(6))])
    assert len(closures(supplied)) == 1
