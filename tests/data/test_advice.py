from datetime import datetime, timedelta

from data.advice import KeptAdvice, advice_days, keep_advice, latest_advice
from data.shop import Shop, open_shop, revision
from tests.data.sales_files import NOON, day


def kept(shop: Shop, number: int, content: bytes, *, made_at: datetime = NOON) -> int:
    return keep_advice(shop, day=day(number), made_at=made_at, version="0.1.0", content=content)


def test_an_advice_is_read_back_as_it_was_kept(shop: Shop) -> None:
    number = kept(shop, 3, b"\x00tea 12\xff")
    assert latest_advice(open_shop(shop.folder), before=day(4)) == KeptAdvice(
        number, day(3), NOON, "0.1.0", b"\x00tea 12\xff"
    )


def test_the_newest_advice_of_a_day_is_kept_under_a_new_number(shop: Shop) -> None:
    first = kept(shop, 3, b"morning")
    second = kept(shop, 3, b"noon", made_at=NOON + timedelta(hours=3))
    found = latest_advice(shop, before=day(9))
    assert found is not None
    assert (found.advice_id, found.content) == (second, b"noon")
    assert second > first
    assert advice_days(shop) == (day(3),)


def test_the_advice_of_the_day_itself_is_not_before_it(shop: Shop) -> None:
    kept(shop, 3, b"x")
    assert latest_advice(shop, before=day(3)) is None


def test_keeping_an_advice_makes_no_plan_older(shop: Shop) -> None:
    before = revision(shop)
    kept(shop, 3, b"x")
    assert revision(shop) == before


def test_the_latest_is_the_one_of_the_last_day_before(shop: Shop) -> None:
    for number in (5, 1, 3):
        kept(shop, number, b"x")
    found = [latest_advice(shop, before=day(before)) for before in range(8)]
    assert [None if one is None else one.day for one in found] == [
        *(None, None, day(1), day(1)),
        *(day(3), day(3), day(5), day(5)),
    ]
