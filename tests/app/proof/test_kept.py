"""The proof of a shop is made once, and again only when something changed that it rests on."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from app.desk import Desk, inputs_now
from app.planning.inputs import PlanInputs
from app.proof.kept import Proof, look_back_key, make_proof, proof_key, proof_now, replay_key
from app.replay.levels import WAYS
from data.products import edit_product
from data.shop_settings import read_settings, write_settings
from tests.app.shops import small_sales, stock_shop, unheard


def inputs_of(desk: Desk) -> PlanInputs:
    inputs = inputs_now(desk)
    assert inputs is not None
    return inputs


def test_what_was_made_is_found_again(proven_desk: Desk, proof: Proof) -> None:
    found = proof_now(proven_desk, inputs_of(proven_desk))
    assert found.is_whole
    assert found.replay is not None
    assert found.replay.replay is not None
    assert found.replay.replay.ways == WAYS
    assert len(found.replay.replay.days) == 90
    again = make_proof(proven_desk, inputs_of(proven_desk), unheard)
    assert again.look_back is not None
    assert proof.look_back is not None
    assert len(again.look_back.settled) == len(proof.look_back.settled)


def test_nothing_is_there_before_it_is_made(small_desk: Desk) -> None:
    proof = proof_now(small_desk, inputs_of(small_desk))
    assert (proof.look_back, proof.replay, proof.is_whole) == (None, None, False)


def test_a_shop_of_ten_weeks_has_nothing_to_replay_and_that_is_kept_too(small_desk: Desk) -> None:
    made = make_proof(small_desk, inputs_of(small_desk), unheard)
    assert made.replay is not None
    assert made.replay.replay is None
    assert proof_now(small_desk, inputs_of(small_desk)).is_whole


def test_of_a_shop_of_fifteen_weeks_as_many_days_are_replayed_as_can_be(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path, weeks=15))
    made = make_proof(desk, inputs_of(desk), unheard)
    assert made.replay is not None
    assert made.replay.replay is not None
    assert 14 <= len(made.replay.replay.days) < 90


def test_new_conditions_ask_for_another_replay_and_the_same_look_back(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    before = inputs_of(desk)
    write_settings(desk.shop, replace(read_settings(desk.shop), service_level=0.9))
    after = inputs_of(desk)
    assert look_back_key(before) == look_back_key(after)
    assert replay_key(desk.shop, before) != replay_key(desk.shop, after)


def test_new_sales_ask_for_both(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    before = proof_key(desk.shop, inputs_of(desk)).split()
    stock_shop(desk.shop, small_sales(tmp_path, weeks=11))
    after = proof_key(desk.shop, inputs_of(desk)).split()
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_a_count_of_stock_asks_for_nothing(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    before = proof_key(desk.shop, inputs_of(desk))
    edit_product(desk.shop, "mug", "on_hand", 12, day=dt.date(2024, 3, 11))
    assert proof_key(desk.shop, inputs_of(desk)) == before


def test_progress_rises_through_both_parts(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path, weeks=15))
    told: list[float] = []
    make_proof(desk, inputs_of(desk), told.append)
    assert told == sorted(told)
    assert 0 < told[0] <= 0.5 < told[-1] <= 1
