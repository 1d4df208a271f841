"""Sixty days of a shop through the program's own calls: sales come in, orders go out as advised, deliveries arrive."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from app.desk import Desk, make_forecast, open_desk, plan_now
from app.ordering.order_list import todays_orders
from app.ordering.sending import send
from app.planning.plan import Plan
from app.settings import Settings
from data.products import edit_product
from data.purchasing.deliveries import receive
from data.purchasing.orders import ON_THE_WAY, read_orders
from data.shop_settings import read_settings, write_settings
from data.supplier_days import Closure
from data.suppliers import edit_supplier, set_closures
from tests.app.shops import stock_shop, unheard, write_sales

FIRST_DAY = dt.date(2024, 1, 1)
DAYS_BEFORE, DAYS = 30, 60
RATES = {"tea": 6.0, "mug": 2.0, "pot": 0.4, "rare": 0.05, "box": 3.0}
SUPPLIERS = {"tea": "Tea house", "mug": "Potter", "pot": "Potter", "rare": "Potter", "box": "Any"}
DELIVERED_AFTER = (2, 2, 3, 6)  # days, in turn: the last is later than the two that are said


@dataclass
class Life:
    """What happened, kept by hand beside the program. coming: day of arrival of each order by its number."""

    on_hand: dict[str, float]
    coming: dict[int, dt.date] = field(default_factory=dict)
    ordered: list[tuple[dt.date, str, float]] = field(default_factory=list)
    news: list[tuple[dt.date, str, str]] = field(default_factory=list)
    seen: dict[str, dt.date] = field(default_factory=dict)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """A shop after sixty days, each of which checks what must hold on every day."""
    folder = tmp_path_factory.mktemp("sixty")
    desk = open_desk(Settings(folder / "shop"))
    random = np.random.default_rng(60)
    sold = {sku: np.append(1.0, random.poisson(rate, DAYS_BEFORE - 1)) for sku, rate in RATES.items()}
    stock_shop(desk.shop, write_sales(folder / "before.csv", sold, first_day=FIRST_DAY))
    life = Life({sku: float(round(8 * rate)) for sku, rate in RATES.items()})
    set_up(desk, life)
    for number in range(DAYS):
        live(desk, life, FIRST_DAY + dt.timedelta(days=DAYS_BEFORE + number), random=random, folder=folder)
    yield life
    desk.forecasts.close()


def set_up(desk: Desk, life: Life) -> None:
    """Counted stock, order days on Tuesdays, every ten days and three a week, packs, costs and prices."""
    day = FIRST_DAY + dt.timedelta(days=DAYS_BEFORE)
    write_settings(desk.shop, replace(read_settings(desk.shop), order_cost=0.0))  # orders are what is missing
    for sku, units in life.on_hand.items():
        for name, value in {"supplier": SUPPLIERS[sku], "unit_cost": 2.0, "price": 5.0, "pack_size": 3.0}.items():
            edit_product(desk.shop, sku, name, value, day=day)
        edit_product(desk.shop, sku, "on_hand", units, day=day)
    for supplier, order_days in {
        "Tea house": "Tue",
        "Potter": "every 10 days from 2024-02-01",
        "Any": "Mon, Wed, Fri",
    }.items():
        edit_supplier(desk.shop, supplier, "order_days", order_days)
        edit_supplier(desk.shop, supplier, "lead_time_days", 2)
    set_closures(desk.shop, "Any", [Closure(dt.date(2024, 2, 12), dt.date(2024, 2, 16))])


def live(desk: Desk, life: Life, day: dt.date, *, random: np.random.Generator, folder: Path) -> None:
    """One day: the plan of the morning, its orders, what arrives, what sells."""
    make_forecast(desk, unheard)
    plan = plan_now(desk)
    assert plan is not None
    assert plan.inputs.today == day
    check_stock(plan, life)
    check_alerts(plan, life)
    order(desk, plan, life)
    arrive(desk, life, day)
    sell(desk, life, day, random=random, folder=folder)


def check_stock(plan: Plan, life: Life) -> None:
    """What the program has on record is what was there, received and sold; what is on its way is what was ordered."""
    skus = plan.inputs.history.skus
    assert dict(zip(skus, plan.on_record.tolist(), strict=True)) == life.on_hand
    assert (plan.stock.on_hand == np.maximum(plan.on_record, 0)).all()
    way = dict.fromkeys(skus, 0.0)
    for each in plan.inputs.orders:
        for line in each.lines if each.state in ON_THE_WAY else ():
            way[line.sku] += line.missing
    assert dict(zip(skus, np.nan_to_num(plan.stock.on_order).tolist(), strict=True)) == way


def check_alerts(plan: Plan, life: Life) -> None:
    today = plan.inputs.today
    for key, status in plan.news.items():
        life.news.append((today, key, status))
        last = life.seen.get(key)
        if status == "new":
            assert last is None or (today - last).days > 6, f"{key} was told on {last} and again on {today}"
        life.seen[key] = today


def order(desk: Desk, plan: Plan, life: Life) -> None:
    """Send what is advised for today, and see that the next plan does not order it again."""
    today = plan.inputs.today
    orders = [advised for advised in todays_orders(plan) if advised.ordered]
    for advised in orders:
        number = send(desk, advised.supplier, seen=advised.content, day=today, expected_on=today + dt.timedelta(days=2))
        late = DELIVERED_AFTER[len(life.coming) % len(DELIVERED_AFTER)]
        life.coming[number] = today + dt.timedelta(days=late)
        life.ordered += [(today, line.sku, line.units) for line in advised.ordered]
    if not orders or len(life.coming) % 3:  # each plan takes its time
        return
    after = plan_now(desk)
    assert after is not None
    assert (np.nan_to_num(after.quantity_today) == 0).all(), "nothing is ordered twice"


def arrive(desk: Desk, life: Life, day: dt.date) -> None:
    for each in read_orders(desk.shop, states=ON_THE_WAY):
        if life.coming[each.order_id] == day:
            receive(desk.shop, each.order_id, {line.sku: line.units for line in each.lines}, day=day, is_last=True)
            for line in each.lines:
                life.on_hand[line.sku] += line.units


def sell(desk: Desk, life: Life, day: dt.date, *, random: np.random.Generator, folder: Path) -> None:
    """Sell what is asked for as far as it is there; something sells on every day, so that the day is known."""
    sold = {sku: min(float(random.poisson(rate)), life.on_hand[sku]) for sku, rate in RATES.items()}
    if not any(sold.values()):
        sold["tea"] = 1.0
    for sku, units in sold.items():
        life.on_hand[sku] -= units
    rows = {sku: [units] for sku, units in sold.items()}
    stock_shop(desk.shop, write_sales(folder / f"{day}.csv", rows, first_day=day))


def test_stock_is_what_was_there_received_and_sold_on_every_day(lived: Life) -> None:
    assert len(lived.ordered) > 20
    assert all(units >= 0 for sku, units in lived.on_hand.items() if sku != "tea")


def test_orders_go_out_on_the_suppliers_days_only(lived: Life) -> None:
    days: dict[str, set[dt.date]] = {}
    for day, sku, _units in lived.ordered:
        days.setdefault(SUPPLIERS[sku], set()).add(day)
    assert {day.weekday() for day in days["Tea house"]} == {1}
    assert {(day - dt.date(2024, 2, 1)).days % 10 for day in days["Potter"]} == {0}
    assert not {day for day in days["Any"] if dt.date(2024, 2, 12) <= day <= dt.date(2024, 2, 16)}


def test_late_deliveries_are_told_and_what_was_ordered_is_silent(lived: Life) -> None:
    told = {status for _day, key, status in lived.news if key.startswith("late_delivery")}
    assert "new" in told
    assert "silent" in {status for _day, _key, status in lived.news}
