import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.alert_news import alert_key, alert_news, silenced

MONDAY = dt.date(2026, 1, 5)


def day(number):
    return MONDAY + dt.timedelta(days=number)


def statuses(seen, *, acted=None):
    """The status of cause "a" on each day; seen: whether it is there; acted: day of acting -> silent until day."""
    memory, said = {}, []
    for number, there in enumerate(seen):
        news = alert_news(["a"] if there else [], memory=memory, today=day(number))
        again = alert_news(["a"] if there else [], memory=news.memory, today=day(number))
        assert again == news, "asked again on the same day it says the same"
        said.append(news.status.get("a"))
        memory = news.memory
        if acted and number in acted:
            memory = silenced(memory, "a", until=day(acted[number]))
    return said


def test_a_cause_is_new_once():
    assert statuses([True, True, True]) == ["new", "known", "known"]


def test_a_short_gap_is_not_news_and_a_long_one_is():
    assert statuses([True, False, True]) == ["new", None, "known"]
    assert statuses([True, *[False] * 7, True])[-1] == "new"


def test_what_was_acted_on_is_silent_and_returns_if_it_did_not_help():
    assert statuses([True] * 6, acted={1: 3}) == ["new", "known", "silent", "silent", "returned", "known"]


def test_what_was_helped_is_gone_and_later_new():
    assert statuses([True, True, *[False] * 9, True], acted={1: 3})[-1] == "new"


def test_silence_lasts_over_a_long_gap():
    assert statuses([True, *[False] * 9, True], acted={0: 20})[-1] == "silent"


def test_another_cause_of_the_same_alert_is_another_alert():
    keys = [alert_key("late_delivery", "A-1", cause=cause) for cause in ("order 12", "order 13")]
    first = alert_news(keys[:1], memory={}, today=MONDAY)
    assert alert_news(keys, memory=first.memory, today=day(1)).status == {keys[0]: "known", keys[1]: "new"}


def test_only_what_was_seen_can_be_silenced():
    with pytest.raises(KeyError):
        silenced({}, "a", until=MONDAY)


@given(seen=st.lists(st.booleans(), max_size=40))
def test_a_cause_is_never_new_twice_within_a_week(seen):
    said = statuses(seen)
    new = [number for number, status in enumerate(said) if status == "new"]
    assert all(later - sooner > 7 for sooner, later in pairwise(new))
    assert [status is not None for status in said] == seen
