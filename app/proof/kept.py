"""What the proof pages show, kept on disk under everything that could change it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import diskcache
import numpy as np
import pandas as pd

from app.desk import Desk
from app.forecasts.cache_entries import keep_latest, read_entry
from app.forecasts.computed_once import Progress, computed_once
from app.forecasts.forecast_cache import forecast_key
from app.planning.inputs import PlanInputs
from app.planning.sales_history import NothingSold
from app.planning.supplier_terms import SupplierTerms
from app.proof.look_back import LookBack, look_back
from app.replay.of_shop import replay_shop, with_order_days
from app.replay.replay import Replay, TooShort
from data.purchasing.stock_moves import counts_by, stock_moves
from data.shop import Shop
from forecasting.kept_promises import PROMISED_DAYS

LOOK_BACK, REPLAY = "look-back-", "replay3-"  # the number: what is kept, and how it is worked out
MOST_KEPT = 3
REPLAYED_DAYS = 90
OF_STOCK = (
    "on_hand",
    "on_order",
    "on_order_assumed",
    "counted_on",
    "counted",
    "received_since",
    "sold_since",
    "deleted_on",
    "ordered",
)
FEWEST_REPLAYED = 14
LOOK_BACK_SHARE = 0.5  # of the time of both, for progress

Result = TypeVar("Result")


@dataclass(frozen=True)
class KeptReplay:
    """The replay of a shop; None where its sales begin too late."""

    replay: Replay | None


@dataclass(frozen=True)
class Proof:
    """What is kept of a shop as it is now; None where it is still to be made."""

    look_back: LookBack | None
    replay: KeptReplay | None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is still to be made."""
        return self.look_back is not None and self.replay is not None


def proof_key(shop: Shop, inputs: PlanInputs) -> str:
    """The addresses of both parts, a blank between them: what a page asks the background job for."""
    return f"{look_back_key(inputs)} {replay_key(shop, inputs)}"


def look_back_key(inputs: PlanInputs) -> str:
    """The address of the look back on the promises made to a shop."""
    return LOOK_BACK + forecast_key(inputs.history, horizon=max(PROMISED_DAYS), country=inputs.country)


def replay_key(shop: Shop, inputs: PlanInputs) -> str:
    """The address of a replay: the sales, the conditions of the products, the settings, and what the owner ordered."""
    content = hashlib.sha256(forecast_key(inputs.history, horizon=REPLAYED_DAYS, country=inputs.country).encode())
    conditions = with_order_days(inputs.products, inputs.terms, inputs.settings, today=inputs.today)
    conditions = conditions.drop(columns=[*OF_STOCK], errors="ignore")
    moves = stock_moves(shop)
    parts = [conditions.astype(str)] if moves.empty else [conditions.astype(str), moves, _counts(shop, inputs)]
    for part in parts:
        content.update(np.asarray(pd.util.hash_pandas_object(part)).tobytes())
    content.update(repr(inputs.settings).encode())
    content.update(_terms_text(inputs.terms).encode())
    return REPLAY + content.hexdigest()


def proof_now(desk: Desk, inputs: PlanInputs) -> Proof:
    """What is kept of the shop as it is now."""
    return Proof(
        _kept(desk.forecasts, look_back_key(inputs), LookBack),
        _kept(desk.forecasts, replay_key(desk.shop, inputs), KeptReplay),
    )


def make_proof(desk: Desk, inputs: PlanInputs, progress: Progress) -> Proof:
    """Make and keep what is still to be made; another process that makes it already is waited for."""
    cache = desk.forecasts

    def look(tell: Progress) -> LookBack:
        return look_back(inputs.history, country=inputs.country, progress=tell)

    def again(tell: Progress) -> KeptReplay:
        return _replay_of(desk.shop, country=inputs.country, progress=tell)

    looked = _once(cache, look_back_key(inputs), LookBack, look, lambda share: progress(LOOK_BACK_SHARE * share))
    replayed = _once(
        cache,
        replay_key(desk.shop, inputs),
        KeptReplay,
        again,
        lambda share: progress(LOOK_BACK_SHARE + (1.0 - LOOK_BACK_SHARE) * share),
    )
    return Proof(looked, replayed)


def _replay_of(shop: Shop, *, country: str | None, progress: Progress) -> KeptReplay:
    """The last ninety days again, or as many as can be; none where nothing was sold in them."""
    try:
        return KeptReplay(replay_shop(shop, days=REPLAYED_DAYS, country=country, progress=progress))
    except NothingSold:
        return KeptReplay(None)
    except TooShort as short:
        if short.most < FEWEST_REPLAYED:
            return KeptReplay(None)
        return KeptReplay(replay_shop(shop, days=short.most, country=country, progress=progress))


def _once(
    cache: diskcache.Cache,
    key: str,
    kind: type[Result],
    make: Callable[[Progress], Result],
    progress: Progress,
) -> Result:
    def compute(tell: Progress) -> Result:
        made = make(tell)
        cache.set(key, made)
        keep_latest(cache, key[: key.rindex("-") + 1], MOST_KEPT)
        return made

    return computed_once(cache, key, kept=lambda: _kept(cache, key, kind), compute=compute, progress=progress)


def _kept(cache: diskcache.Cache, key: str, kind: type[Result]) -> Result | None:
    found = read_entry(cache, key)
    return found if isinstance(found, kind) else None


def _terms_text(terms: SupplierTerms) -> str:
    """All that a replay knows of suppliers beyond what each product says."""
    learned = terms.lead_times
    rows = zip(
        terms.names,
        terms.order_days,
        map(sorted, terms.closed),
        terms.closed_on_holidays.tolist(),
        (terms.minimum_value > 0).tolist(),
        learned.mean_days.tolist(),
        learned.sd_days.tolist(),
        strict=True,
    )
    return repr((list(rows), sorted(terms.shop_closed)))


def _counts(shop: Shop, inputs: PlanInputs) -> pd.DataFrame:
    first = inputs.history.days[-min(REPLAYED_DAYS, len(inputs.history.days))]
    return counts_by(shop, first.date()).astype(str)
