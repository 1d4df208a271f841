"""The proof: three verdicts in short, each with a page, red where promises broke."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from dash import no_update
from dash.exceptions import PreventUpdate

from app import ids
from app.desk import Desk, inputs_now, plan_now
from app.pages.calibration import show_kept
from app.pages.proof import ask, ask_again, layout, show_made
from app.pages.replay import parts as replay_parts
from app.pages.replay import show_days
from app.planning.plan import Plan
from app.proof.kept import KeptReplay, Proof, make_proof, proof_key
from app.proof.promise_tables import headline_of, kept_of
from app.replay.replay import worse_than
from app.shell import navigation
from app.views.in_use_card import headline_notice
from tests.app.components import of_kind, table_rows, with_id, words
from tests.app.shops import unheard

PAGES = ("/proof", "/proof/calibration", "/proof/accuracy", "/proof/replay")


def plan_of(desk: Desk) -> Plan:
    plan = plan_now(desk)
    assert plan is not None
    return plan


@pytest.mark.usefixtures("proof")
@pytest.mark.parametrize("path", PAGES)
def test_each_page_leads_to_the_others_and_asks_for_nothing_once_all_is_there(proven_desk: Desk, path: str) -> None:
    page = layout(proven_desk, plan_of(proven_desk), path)
    links = {link.href: link.className for link in of_kind(page, "Link") if getattr(link, "className", "")}
    assert links == {path: "active"}
    assert {link.href for link in of_kind(page, "Link")} >= set(PAGES)
    assert with_id(page, ids.PROOF_WANTED).data is None


@pytest.mark.parametrize("path", ["/proof", "/proof/calibration", "/proof/replay"])
def test_what_is_not_made_yet_is_asked_for_and_said(small_desk: Desk, path: str) -> None:
    plan = plan_of(small_desk)
    page = layout(small_desk, plan, path)
    assert "Your last months are being looked at." in words(page)
    key = with_id(page, ids.PROOF_WANTED).data
    assert key == proof_key(small_desk.shop, plan.inputs)
    assert ask(key, None) == key
    assert ask(key, key) is no_update, "a page that is opened twice asks once"
    assert ask_again(small_desk, 1) != ask_again(small_desk, 2), "a stopped job can be asked for again"


def test_accuracy_is_there_at_once(small_desk: Desk) -> None:
    assert "being looked at" not in words(layout(small_desk, plan_of(small_desk), "/proof/accuracy"))


def test_the_promises_are_told_as_so_many_of_so_many(proven_desk: Desk, proof: Proof) -> None:
    assert proof.look_back is not None
    kept = headline_of(kept_of(proof.look_back.settled))
    assert kept is not None
    page = layout(proven_desk, plan_of(proven_desk), "/proof/calibration")
    assert f"We said nine times out of ten. It was {kept.kept} of {kept.made}, " in words(page)


def test_a_headline_is_red_only_where_promises_broke_too_often(proof: Proof) -> None:
    assert proof.look_back is not None
    kept = headline_of(kept_of(proof.look_back.settled))
    assert kept is not None
    broken, held = (headline_notice(replace(kept, verdict=verdict)) for verdict in ("too_narrow", "as_promised"))
    assert (broken.className, held.className) == ("sw-notice danger", "sw-notice good")


@pytest.mark.usefixtures("proof")
def test_a_class_and_a_product_have_their_own_picture(proven_desk: Desk) -> None:
    shop, product, of_class = (table_rows(show_kept(proven_desk, chosen)) for chosen in ("shop", "sku:p3", "class:A"))
    made = {name: int(rows["14 days, 90 %"][0].split(" of ")[1]) for name, rows in
            {"shop": shop, "product": product, "class": of_class}.items()}  # fmt: skip
    assert made["shop"] == 6 * made["product"]
    assert made["product"] < made["class"] < made["shop"]
    with pytest.raises(PreventUpdate):
        show_kept(proven_desk, "")


def test_the_replay_names_where_it_would_have_been_worse(proven_desk: Desk, proof: Proof) -> None:
    assert proof.replay is not None
    replay = proof.replay.replay
    assert replay is not None
    page = words(layout(proven_desk, plan_of(proven_desk), "/proof/replay"))
    worse = worse_than(replay, "same_weekday")
    told = f"For {len(worse)} of your 6 products" if len(worse) else "For none of your products"
    assert f"{told} it would have been worse than by same-weekday averages" in page
    assert all(str(name) in page for name in worse["name"])


def test_the_verdict_of_the_replay_is_a_warning_where_another_way_was_cheaper(proof: Proof, small_plan: Plan) -> None:
    assert proof.replay is not None
    replay = proof.replay.replay
    assert replay is not None
    costs = np.ones(replay.cost.shape)
    for advised, kind in ((0.5, "sw-notice good"), (2.0, "sw-notice warning")):
        costs[0] = advised
        first = replay_parts(small_plan, KeptReplay(replace(replay, cost=costs)))[0]
        assert first.className == kind


@pytest.mark.usefixtures("proof")
def test_the_days_of_another_product_are_drawn(proven_desk: Desk) -> None:
    chart: Any = show_days(proven_desk, "p2", "textbook")
    names = [trace.name for trace in of_kind(chart, "Graph")[0].figure.data]
    assert "By the textbook formula" in names
    for sku, way in (("nothing", "textbook"), ("p2", "advised-otherwise")):
        with pytest.raises(PreventUpdate):
            show_days(proven_desk, sku, way)


@pytest.mark.usefixtures("proof")
def test_only_pages_of_the_proof_change_when_it_is_made(proven_desk: Desk) -> None:
    assert show_made(proven_desk, "", "/") is no_update
    assert "It was " in words(show_made(proven_desk, "", "/proof/"))


def test_a_shop_too_young_is_told_so(small_desk: Desk) -> None:

    inputs = inputs_now(small_desk)
    assert inputs is not None
    make_proof(small_desk, inputs, unheard)
    for path in PAGES[1:]:
        assert "too " in words(layout(small_desk, plan_of(small_desk), path))


@pytest.mark.parametrize("path", PAGES)
def test_the_link_to_the_proof_is_marked_on_all_its_pages(path: str) -> None:
    assert [link.href for link in of_kind(navigation(path), "Link") if link.className == "active"] == ["/proof"]
