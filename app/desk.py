"""The owner's desk: the open shop, the forecast cache and the plan in hand, shared by all pages of one program."""

import datetime as dt
import threading
from dataclasses import dataclass, field
from typing import Any

import diskcache
import pandas as pd

from app.forecasts.forecast_cache import cached_forecast, forecast_key, forecast_once, open_forecast_cache
from app.forecasts.renewed_forecast import Progress
from app.planning.inputs import PlanInputs, known_products, plan_inputs, redrafted
from app.planning.keeping import keep_plan
from app.planning.plan import Plan, make_plan, readjusted
from app.planning.sales_history import NothingSold, shop_history
from app.proof.champions import remember_champions
from app.proof.classes import sales_classes
from app.proof.in_use import InUse, as_widened, in_use_now, keep_promised, widening_now
from app.settings import Settings
from app.spoken import speak_for
from data.importing.imports import list_imports
from data.products import read_shop_products
from data.sales import last_sales_day
from data.shop import Revision, Shop, open_shop, revision_now
from data.shop_settings import read_settings
from data.sold_out import read_verdicts
from data.stock_counts import empty_shelves
from forecasting.history import History
from forecasting.widening import Widening

KEEPING = "keep-advice"  # the thread that a stopped program waits for


@dataclass
class Desk:
    """One open shop. Plans are remade only when the shop changed; a plan needs its forecast in the cache."""

    settings: Settings
    shop: Shop
    forecasts: diskcache.Cache
    kept: dict[str, Any] = field(default_factory=dict, repr=False)  # what pages work out once, by whom it is kept
    _lock: Any = field(default_factory=threading.Lock, repr=False)
    _history: tuple[object, History] | None = None
    _inputs: tuple[Revision, PlanInputs] | None = None
    _plan: tuple[Revision, Plan] | None = None
    _products: tuple[object, pd.DataFrame] | None = None
    _to_keep: Plan | None = None  # with drafts that are not kept yet
    _keeping: Any = field(default_factory=threading.Lock, repr=False)


def open_desk(settings: Settings) -> Desk:
    """The desk on the shop folder of `settings`; from now on this process speaks the shop's language."""
    shop = open_shop(settings.shop_folder)
    speak_for(shop)
    return Desk(settings, shop, open_forecast_cache(settings.forecasts_folder))


def inputs_now(desk: Desk) -> PlanInputs | None:
    """What a plan would be made from now, read once for each state of the shop; None while it has no sales."""
    version = revision_now(desk.shop)
    with desk._lock:
        before = desk._inputs
    if before is not None and before[0] == version:
        return before[1]
    if before is not None and before[0].without_drafts == version.without_drafts:
        inputs = redrafted(desk.shop, before[1])
    else:
        made = _inputs_made(desk)
        if made is None:
            return None
        inputs = made
    with desk._lock:
        desk._inputs = (version, inputs)
    return inputs


def _inputs_made(desk: Desk) -> PlanInputs | None:
    """All of them read anew."""
    _keep_redrafted(desk)
    known = known_products(desk.shop, products_now(desk))
    try:
        history = _history_now(desk, known.index)
    except NothingSold:
        return None
    return plan_inputs(desk.shop, history, known)


def plan_now(desk: Desk) -> Plan | None:
    """The plan of the shop as it is now; None while there are no sales or the forecast is still to be made."""
    version = revision_now(desk.shop)
    with desk._lock:
        before = desk._plan
    if before is not None and before[0] == version:
        return before[1]
    inputs = inputs_now(desk)
    if inputs is None:
        return None
    if before is not None and before[1].inputs.products is inputs.products:
        plan = readjusted(before[1], inputs)
        with desk._lock:
            desk._to_keep = plan
        threading.Thread(target=_keep_redrafted, args=[desk], name=KEEPING).start()
    else:
        forecast = _forecast_of(desk, inputs)
        if forecast is None:
            return None
        plan = make_plan(inputs, forecast)
        keep_plan(desk.shop, plan, made_at=dt.datetime.now().astimezone())
    with desk._lock:
        desk._plan = (version, plan)
    return plan


def _keep_redrafted(desk: Desk) -> None:
    """Keep the advice with the owner's own numbers: beside the page, which need not wait for it, the newest last."""
    with desk._keeping:
        with desk._lock:
            plan, desk._to_keep = desk._to_keep, None
        if plan is not None:
            keep_plan(desk.shop, plan, made_at=dt.datetime.now().astimezone())


def products_now(desk: Desk) -> pd.DataFrame:
    """The shop's products as `read_shop_products` tells of them, read once for each state of the shop."""
    version = revision_now(desk.shop).without_drafts
    with desk._lock:
        if desk._products is not None and desk._products[0] == version:
            return desk._products[1]
    products = read_shop_products(desk.shop)
    with desk._lock:
        desk._products = (version, products)
    return products


def key_of(inputs: PlanInputs) -> str:
    """The address of the forecast that `inputs` need."""
    return forecast_key(inputs.history, horizon=inputs.horizon, country=inputs.country)


def forecast_wanted(desk: Desk) -> str | None:
    """The address of the forecast that is still to be made; None when the plan is ready or nothing was sold yet."""
    if plan_now(desk) is not None:
        return None
    inputs = inputs_now(desk)
    return None if inputs is None else key_of(inputs)


def make_forecast(desk: Desk, progress: Progress) -> None:
    """Compute the forecast that the shop needs now, and keep it; nothing to do while there are no sales."""
    inputs = inputs_now(desk)
    if inputs is not None:
        made = forecast_once(
            desk.forecasts, inputs.history, horizon=inputs.horizon, country=inputs.country, progress=progress
        )
        keep_promised(desk.shop, made)
        remember_champions(desk.forecasts, made)
        widening_of(desk, inputs)


def widening_of(desk: Desk, inputs: PlanInputs) -> Widening:
    """How much wider bands are than calculated, since promises in use were kept too seldom."""
    return widening_now(desk.forecasts, key_of(inputs), desk.shop, inputs.history)


def in_use_of(desk: Desk, inputs: PlanInputs) -> InUse:
    """What came of the promises that were made in use."""
    classes = sales_classes(inputs.history.units, inputs.products)
    return in_use_now(desk.forecasts, key_of(inputs), desk.shop, inputs.history, classes=classes)


def _forecast_of(desk: Desk, inputs: PlanInputs) -> Any:
    """The forecast in hand if it still fits, else the one on disk: reading megabytes back for each edit is slow."""
    if desk._plan is not None:
        in_hand = desk._plan[1]
        if in_hand.inputs.history is inputs.history and key_of(in_hand.inputs) == key_of(inputs):
            return in_hand.forecast
    found = cached_forecast(desk.forecasts, key_of(inputs))
    return found and as_widened(found, inputs.history, widening_of(desk, inputs).factor)


def _history_now(desk: Desk, skus: "pd.Index[str]") -> History:
    """The history in hand while no import, undo, new product or word on sold-out or closed days changed it."""
    imports = tuple(record.import_id for record in list_imports(desk.shop))
    version = (imports, tuple(skus), _known_sold_out(desk.shop), read_settings(desk.shop).closed_days)
    with desk._lock:
        if desk._history is not None and desk._history[0] == version:
            return desk._history[1]
    history = shop_history(desk.shop, skus)
    with desk._lock:
        desk._history = (version, history)
    return history


def _known_sold_out(shop: Shop) -> object:
    """What is known of sold-out days, as far as there are sales: a shelf found empty today changes no history."""
    last = last_sales_day(shop)
    shelves = tuple(shelf for shelf in empty_shelves(shop) if last is not None and shelf.first_day <= last)
    return tuple(verdict for verdict in read_verdicts(shop) if verdict.was_sold_out), shelves
