"""The files that `python -m app plan` writes, and the summary it prints."""

from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd

from app.downloads.exports import csv_text
from app.planning.plan import Plan
from app.views.order_table import order_table
from app.words.alert_words import TAGS, alert_rows
from app.words.condition_words import condition_sentences
from app.words.formats import days_text, units_text
from app.words.headline import headline_text
from app.words.language import ngettext
from app.words.trust_words import grades_text
from inventory.protection import longest_protection_days

BAND = (0.05, 0.5, 0.95)
LEAST_DAYS = 28


def write_plan(plan: Plan, folder: Path) -> tuple[Path, ...]:
    """Write orders.csv, forecast.csv and alerts.csv into `folder`, made if missing; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {"orders": order_table(plan), "forecast": forecast_table(plan), "alerts": alert_table(plan)}
    paths = []
    for name, table in tables.items():
        path = folder / f"{name}.csv"
        path.write_text(csv_text(table), encoding="utf-8", newline="")
        paths.append(path)
    return tuple(paths)


def forecast_table(plan: Plan) -> pd.DataFrame:
    """A row per product and day ahead: units that day, the total up to its end, and 5, 50, 95 % quantiles of that."""
    days = min(max(longest_protection_days(plan.policy), LEAST_DAYS), plan.demand.horizon)
    forecast, products = plan.forecast, len(plan.forecast.skus)
    ahead = np.broadcast_to(np.arange(1, days + 1), (products, days))
    bands = {f"total_{round(100 * level)}": plan.demand.quantile(ahead, level).ravel().round(2) for level in BAND}
    return pd.DataFrame(
        {
            "sku": np.repeat(np.array(forecast.skus, dtype=object), days),
            "date": np.tile(pd.date_range(forecast.first_day, periods=days).strftime("%Y-%m-%d"), products),
            "mean": forecast.mean[:, :days].ravel().round(4),
            "total": plan.demand.mean[:, :days].ravel().round(4),
            **bands,
        }
    )


def alert_table(plan: Plan) -> pd.DataFrame:
    """A row per alert, most urgent first."""
    rows = [{"alert": row.code, "sku": row.sku, "name": row.name, "message": row.sentence} for row in alert_rows(plan)]
    return pd.DataFrame(rows, columns=["alert", "sku", "name", "message"])


def summary(plan: Plan) -> str:
    """What the plan says, in a few lines."""
    products, settings = plan.inputs.products, plan.inputs.settings
    assumed = int(products["lead_time_days_assumed"].sum())
    lines = [headline_text(plan)]
    told = Counter(alert.code for alert in plan.shop_alerts)
    counts = {code: told[code] for code in TAGS}
    said = [f"{count:,} {TAGS[code][0].lower()}" for code, count in counts.items() if count]
    lines.append(f"Alerts: {', '.join(said) if said else 'none'}.")
    lines += condition_sentences(plan)
    if grades := grades_text(plan.judged):
        lines.append(grades)
    if assumed:
        lead = days_text(settings.lead_time_days)
        text = ngettext(
            "A lead time of {days} is assumed for {count} product.",
            "A lead time of {days} is assumed for {count} products.",
            assumed,
        )
        lines.append(text.format(days=lead, count=units_text(assumed)))
    unknown = int(np.isnan(plan.policy.unit_cost).sum())
    if unknown:
        text = ngettext(
            "{count} product without a unit cost: no economic order quantity, no cost.",
            "{count} products without a unit cost: no economic order quantity, no cost.",
            unknown,
        )
        lines.append(text.format(count=units_text(unknown)))
    return "\n".join(lines)
