"""The files that `python -m app replay` writes: every day of every product, and what came of each way of ordering."""

from pathlib import Path

import numpy as np
import pandas as pd

from app.downloads.exports import LINE_END, csv_text, harmless
from app.replay.levels import ADVISED
from app.replay.replay import Replay, worse_than
from inventory.replay_figures import FIGURE_NAMES, Figures

DAY_COLUMNS = ("on_hand", "received", "demand", "sold", "ordered", "on_order")
DECIMALS = {"fill_rate": 4}
MONEY_DECIMALS = 2


def write_replay(replay: Replay, folder: Path) -> tuple[Path, ...]:
    """Write days.csv, summary.csv and worse.csv into `folder`, made if missing; spoiled.csv too where something has a
    shelf life. Returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    texts = {
        "days": days_text(day_table(replay)),
        "summary": csv_text(summary_table(replay)),
        "worse": csv_text(worse_table(replay)),
    }
    if replay.spoils:
        texts["spoiled"] = csv_text(spoiled_table(replay))
    for name, text in texts.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return tuple(paths)


def days_text(table: pd.DataFrame) -> str:
    """The days as CSV, each number written by itself: later sales change no letter of what was before."""
    safe = harmless(table)
    for name in DAY_COLUMNS:
        codes, units = pd.factorize(table[name])
        safe[name] = np.array([f"{each:.10g}" for each in units], dtype=object)[codes]
    return safe.to_csv(index=False, lineterminator=LINE_END)


def day_table(replay: Replay) -> pd.DataFrame:
    """A row per policy, date and sku: units on hand at the start of the day, on order at its end."""
    record, skus = replay.record, replay.products.index.to_numpy(dtype=object)
    days, ways, products = record.sold.shape
    dates = replay.days.strftime("%Y-%m-%d").to_numpy(dtype=object)
    table = {
        "policy": np.repeat(np.array(replay.ways, dtype=object), days * products),
        "date": np.tile(np.repeat(dates, products), ways),
        "sku": np.tile(skus, days * ways),
    }
    for name in DAY_COLUMNS:
        units = record.demand[:, None] if name == "demand" else getattr(record, name)
        table[name] = np.swapaxes(np.broadcast_to(units, record.sold.shape), 0, 1).ravel().round(3)
    return pd.DataFrame(table)


def summary_table(replay: Replay) -> pd.DataFrame:
    """A row per policy: each figure, and between what it lies nine times in ten (<figure>_low, <figure>_high)."""
    outcome = replay.outcome
    table: dict[str, object] = {"policy": list(replay.ways)}
    for name in FIGURE_NAMES:
        for ending, figures in (("", outcome.value), ("_low", outcome.low), ("_high", outcome.high)):
            table[name + ending] = _rounded(figures, name)
    return pd.DataFrame(table)


def worse_table(replay: Replay) -> pd.DataFrame:
    """A row per rival policy and product that would have cost less with it: policy, sku, name, costs_more."""
    tables = [worse_than(replay, way).assign(policy=way) for way in replay.ways if way != ADVISED]
    return pd.concat(tables, ignore_index=True)[["policy", "sku", "name", "costs_more"]]


def spoiled_table(replay: Replay) -> pd.DataFrame:
    """A row per policy, date and sku with units thrown away that evening: spoiled, and what they lost, cost."""
    spoiled = np.swapaxes(replay.record.spoiled, 0, 1)
    way, day, product = np.nonzero(spoiled)
    units = spoiled[way, day, product]
    return pd.DataFrame(
        {
            "policy": np.array(replay.ways, dtype=object)[way],
            "date": replay.days.strftime("%Y-%m-%d").to_numpy(dtype=object)[day],
            "sku": replay.products.index.to_numpy(dtype=object)[product],
            "spoiled": units.round(3),
            "cost": (units * replay.values.money.lost_on_spoiled[product]).round(MONEY_DECIMALS),
        }
    )


def _rounded(figures: Figures, name: str) -> np.ndarray:
    return np.asarray(getattr(figures, name).round(DECIMALS.get(name, MONEY_DECIMALS)))
