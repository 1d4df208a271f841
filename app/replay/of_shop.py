"""The replay of a shop, beside what its owner did where that is known."""

from collections.abc import Callable

from app.planning.inputs import known_products
from app.planning.sales_history import NothingSold, shop_history
from app.replay.owner_stock import owner_stock
from app.replay.replay import LONGEST_PAST_DAYS, Replay, replay
from data.shop import Shop
from data.shop_settings import read_settings


def replay_shop(
    shop: Shop, *, days: int, country: str | None = None, progress: Callable[[float], None] | None = None
) -> Replay:
    """Replay the last `days` days of a shop's sales with the conditions it has now. Raises NothingSold, TooShort."""
    known = known_products(shop)
    history = shop_history(shop, known.index, maximum_days=LONGEST_PAST_DAYS + days)
    if not history.sold[-days:].any():
        raise NothingSold(f"Nothing was sold in the last {days} days, so there is nothing to replay.")
    owner = owner_stock(shop, history.skus, history.days[-days:])
    return replay(history, known, read_settings(shop), days=days, owner=owner, country=country, progress=progress)
