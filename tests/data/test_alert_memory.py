from data.alert_memory import Remembered, read_alert_memory, silence_alert, write_alert_memory
from data.shop import Shop, open_shop, revision
from tests.data.sales_files import day

MEMORY = {"late:7": Remembered(day(1), day(3)), "runs_out:tea": Remembered(day(2), day(2), silent_until=day(9))}


def test_what_is_remembered_is_read_back_and_replaced_as_a_whole(shop: Shop) -> None:
    write_alert_memory(shop, MEMORY)
    assert read_alert_memory(open_shop(shop.folder)) == MEMORY
    write_alert_memory(shop, {"late:7": Remembered(day(1), day(4))})
    assert read_alert_memory(shop) == {"late:7": Remembered(day(1), day(4))}
    write_alert_memory(shop, {})
    assert read_alert_memory(shop) == {}


def test_remembering_makes_no_plan_older_but_silencing_does(shop: Shop) -> None:
    before = revision(shop)
    write_alert_memory(shop, MEMORY)
    assert revision(shop) == before
    silence_alert(shop, "late:7", day=day(3), until=day(10))
    assert revision(shop) == before + 1


def test_an_alert_is_silenced_and_heard_again_without_forgetting_since_when(shop: Shop) -> None:
    write_alert_memory(shop, MEMORY)
    silence_alert(shop, "late:7", day=day(4), until=day(10))
    assert read_alert_memory(shop)["late:7"] == Remembered(day(1), day(3), silent_until=day(10))
    silence_alert(shop, "late:7", day=day(5), until=None)
    assert read_alert_memory(shop) == MEMORY
    silence_alert(shop, "new", day=day(5), until=day(6))
    assert read_alert_memory(shop)["new"] == Remembered(day(5), day(5), silent_until=day(6))
