"""The files that `python -m app replay` writes: every day of every product, and what came of each way of ordering."""

from pathlib import Path

import numpy as np
import pandas as pd

from app.exports import csv_text
from app.replay import Replay, worse_than
from app.replay_levels import ADVISED
from inventory.replay_figures import FIGURE_NAMES, Figures

DAY_COLUMNS = ("on_hand", "received", "demand", "sold", "ordered", "on_order")
DECIMALS = {"fill_rate": 4}
MONEY_DECIMALS = 2


def write_replay(replay: Replay, folder: Path) -> tuple[Path, ...]:
    """Write days.csv, summary.csv and worse.csv into `folder`, made if missing; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    tables = {"days": day_table(replay), "summary": summary_table(replay), "worse": worse_table(replay)}
    for name, table in tables.items():
        path = folder / f"{name}.csv"
        path.write_text(csv_text(table), encoding="utf-8", newline="")
        paths.append(path)
    return tuple(paths)


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


def _rounded(figures: Figures, name: str) -> np.ndarray:
    return np.asarray(getattr(figures, name).round(DECIMALS.get(name, MONEY_DECIMALS)))
