"""How often promises were kept: "we said nine times out of ten; it was 27 of 30"."""

import numpy as np
import pandas as pd

COUNTED = ["kept", "made", "share", "error", "verdict"]
MEDIAN = 0.5
LEAST_SETTLED = 20  # promises below which nothing is said of them
SURE = 1.645  # standard errors beyond which a share is off, nineteen times in twenty on one side


def promises_kept(settled: pd.DataFrame, *, classes: "pd.Series[str] | None" = None) -> pd.DataFrame:
    """How often promises were kept, by class, number of days and level.

    settled: as `settled` gives it. classes: the class of each SKU, such as its ABC class or the SKU itself; None: the
    whole shop, class "". Columns: class, days, level, kept, made, share; error: the standard error of share, all
    products of an origin counting as one and overlapping origins as less; verdict: "as_promised", "too_narrow" where
    the share is surely below its level, "too_wide" where it is surely above, "too_few" where little is settled.
    """
    of = settled.assign(**{"class": "" if classes is None else settled["sku"].map(classes)})
    keys = ["class", "days", "level"]
    by_origin = of.groupby([*keys, "origin"])["kept"].agg(["sum", "count"])
    groups = list(by_origin.groupby(keys))
    card = pd.DataFrame([name for name, _ in groups], columns=keys)
    counted = pd.DataFrame([_counted(origins) for _, origins in groups], columns=COUNTED)
    return pd.concat([card, counted], axis=1)


def widening_needed(settled: pd.DataFrame) -> pd.DataFrame:
    """By what factor bands would have had to be wider for promises to be kept, by days and level above one half.

    Columns: days, level, factor: the quantile at that level of (sold - median) / (promise - median), over all promises,
    below 1 where bands were wider than needed. NaN where no promise differs from its median.
    """
    keys = ["origin", "sku", "days"]
    median = settled[settled["level"] == MEDIAN].set_index(keys)["units"].rename("median")
    above = settled[settled["level"] > MEDIAN].join(median, on=keys)
    width = above["units"] - above["median"]
    stretched = above.assign(ratio=(above["sold"] - above["median"]) / width.where(width > 0))
    groups = list(stretched.groupby(["days", "level"]))
    needed = pd.DataFrame([name for name, _ in groups], columns=["days", "level"])
    return needed.assign(factor=[part["ratio"].quantile(part["level"].iloc[0]) for _, part in groups])


def _counted(origins: pd.DataFrame) -> dict[str, object]:
    """Kept and made of one class, number of days and level; `origins` has sum and count of each origin."""
    days, level = (float(origins.index.get_level_values(name)[0]) for name in ("days", "level"))
    kept, made = int(origins["sum"].sum()), int(origins["count"].sum())
    share, error = kept / made, _error(origins, days=days, level=level)
    verdict = _verdict(share, level=level, error=error, made=made)
    return {"kept": kept, "made": made, "share": share, "error": error, "verdict": verdict}


def _error(origins: pd.DataFrame, *, days: float, level: float) -> float:
    """Standard error of the share: shares vary between origins by more than chance, and origins overlap."""
    when = pd.DatetimeIndex(origins.index.get_level_values("origin"))
    kept, made = origins["sum"].to_numpy(dtype=np.float64), origins["count"].to_numpy(dtype=np.float64)
    independent = min(len(when), max((when.max() - when.min()).days / days + 1, 1.0))
    chance = level * (1 - level) / made.sum() * len(when) / independent
    if len(when) < 2:
        return float(np.sqrt(chance))
    residual = kept - kept.sum() / made.sum() * made
    between = len(when) / (len(when) - 1) * (residual**2).sum() / made.sum() ** 2 * len(when) / independent
    return float(np.sqrt(max(chance, between)))


def _verdict(share: float, *, level: float, error: float, made: int) -> str:
    if made < LEAST_SETTLED:
        return "too_few"
    if share < level - SURE * error:
        return "too_narrow"
    return "too_wide" if share > level + SURE * error else "as_promised"
