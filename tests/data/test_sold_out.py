from datetime import date

import pytest
from sqlalchemy import delete, insert

from data.schema import products
from data.shop import Shop, open_shop, revision, writing
from data.sold_out import Verdict, note_verdict, read_verdicts
from data.value_rules import BadValue

MAY = Verdict("A1", date(2024, 5, 3), date(2024, 5, 9), was_sold_out=True)
JUNE = Verdict("A1", date(2024, 6, 1), date(2024, 6, 1), was_sold_out=False)


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    with writing(shop) as connection:
        connection.execute(insert(products).values(sku="A1", sku_key="a1", active=True, edited=""))
    return shop


def test_verdicts_are_read_back_by_day_after_a_restart(stocked: Shop) -> None:
    note_verdict(stocked, JUNE)
    note_verdict(stocked, MAY)
    assert read_verdicts(open_shop(stocked.folder)) == (MAY, JUNE)


def test_a_later_word_on_the_same_days_takes_the_place_of_the_earlier(stocked: Shop) -> None:
    note_verdict(stocked, MAY)
    changed = Verdict("a1", MAY.first_day, MAY.last_day, was_sold_out=False)
    note_verdict(stocked, changed)
    assert read_verdicts(stocked) == (Verdict("A1", MAY.first_day, MAY.last_day, was_sold_out=False),)


def test_a_verdict_changes_the_revision_so_that_plans_are_made_anew(stocked: Shop) -> None:
    before = revision(stocked)
    note_verdict(stocked, MAY)
    assert revision(stocked) == before + 1


def test_an_unknown_product_and_days_in_the_wrong_order_are_refused(stocked: Shop) -> None:
    with pytest.raises(BadValue) as unknown:
        note_verdict(stocked, Verdict("B2", MAY.first_day, MAY.last_day, was_sold_out=True))
    assert unknown.value.problem.code == "unknown_product"
    with pytest.raises(BadValue) as backwards:
        note_verdict(stocked, Verdict("A1", MAY.last_day, MAY.first_day, was_sold_out=True))
    assert backwards.value.problem.values["field"] == "last_day"
    assert read_verdicts(stocked) == ()


def test_a_product_taken_out_takes_its_verdicts_along(stocked: Shop) -> None:
    note_verdict(stocked, MAY)
    with writing(stocked) as connection:
        connection.execute(delete(products))
    assert read_verdicts(stocked) == ()
