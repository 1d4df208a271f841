"""The replay of files that belong to no shop yet, for the command line."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from app.commands.plan_from_files import fill_shop
from app.forecasts.renewed_forecast import Progress
from app.replay.of_shop import replay_shop
from app.replay.replay import Replay
from data.choices import ReadingChoices
from data.shop import open_shop
from data.shop_settings import ShopSettings, read_settings, write_settings


@dataclass(frozen=True)
class GivenConditions:
    """What was said on the command line in place of the shop's settings; None where nothing was."""

    lead_time_days: int | None = None
    review_period_days: int | None = None
    service_level: float | None = None

    def on(self, settings: ShopSettings) -> ShopSettings:
        """The settings with what was said."""
        said = {name: value for name, value in vars(self).items() if value is not None}
        return replace(settings, **said)


class ReplayedFiles(NamedTuple):
    """A replay, and what was used, left out or noted of the files it was made from, in sentences."""

    replay: Replay
    told: tuple[str, ...]


def replay_from_files(
    sales: Path,
    products: Path | None,
    *,
    days: int,
    conditions: GivenConditions,
    country: str | None,
    choices: ReadingChoices,
    progress: Progress | None,
) -> ReplayedFiles:
    """Replay the last `days` days of a sales file with the conditions of a product list, if there is one.

    country: whose public holidays count; None to tell it from the sales. Raises FileRejected, OpenQuestions, BadValue,
    NothingSold or TooShort.
    """
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        told = fill_shop(shop, sales, products, on=None, choices=choices)
        write_settings(shop, conditions.on(read_settings(shop)))
        return ReplayedFiles(replay_shop(shop, days=days, country=country, progress=progress), tuple(told))
