"""What the owner said of files of a shape is remembered for the next one."""

from data.choices import NO_CHOICES, ReadingChoices
from data.importing.remembered_choices import choices_for, remember_choices
from data.shop import Shop, open_shop

SAID = ReadingChoices({"date_order": "day", "till": "1"}, {"units": "Qty sold"})


def test_choices_are_remembered_by_shape(shop: Shop) -> None:
    remember_choices(shop, "square", SAID)
    assert choices_for(open_shop(shop.folder), "square") == SAID
    assert choices_for(shop, "other") == NO_CHOICES


def test_the_last_choices_count_and_no_earlier_ones(shop: Shop) -> None:
    remember_choices(shop, "square", SAID)
    remember_choices(shop, "other", SAID)
    remember_choices(shop, "square", ReadingChoices({"date_order": "month"}))
    assert choices_for(shop, "square") == ReadingChoices({"date_order": "month"})
    remember_choices(shop, "square", NO_CHOICES)
    assert choices_for(shop, "square") == NO_CHOICES
    assert choices_for(shop, "other") == SAID


def test_what_is_remembered_already_is_not_written_again(shop: Shop) -> None:
    remember_choices(shop, "square", SAID)
    before = (shop.folder / "shop.sqlite").read_bytes()
    remember_choices(shop, "square", SAID)
    assert (shop.folder / "shop.sqlite").read_bytes() == before
