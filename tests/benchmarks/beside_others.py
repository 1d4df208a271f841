"""Time and accuracy beside statsforecast's AutoARIMA and AutoETS and statsmodels' SARIMAX, on the same series.

    python -m tests.benchmarks.beside_others SALES.csv [--series 6 --origins 2] [--statsforecast PYTHON]

SALES: columns date, sku, units. Ours is the forecast of the whole shop, the race and the calibration included, over
its number of products; the others forecast some of its products, one by one. Times are those of the processor, so
that other programs matter little. PYTHON is the interpreter of an environment made with
`pip install -r tests/benchmarks/requirements-benchmark.txt`.
"""

import argparse
import os
import subprocess
import tempfile
import time
import warnings
from dataclasses import dataclass
from pathlib import Path

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402 - after the threads are set
import pandas as pd  # noqa: E402

from forecasting.accuracy import rmsse, wape  # noqa: E402
from forecasting.arrays import FloatArray, IntArray  # noqa: E402
from forecasting.forecast import forecast_shop  # noqa: E402
from forecasting.history import History, build_history  # noqa: E402

HORIZON = 28
FEWEST_DAYS = 120
WORKER = Path(__file__).with_name("statsforecast_models.py")


@dataclass(frozen=True)
class Case:
    """A product at an origin: its history and what it then sold, closed days as zeros."""

    name: str
    history: FloatArray
    actual: FloatArray


@dataclass(frozen=True)
class Entry:
    """What a method said of each case (n_cases, HORIZON), and its milliseconds per product and origin."""

    method: str
    mean: FloatArray
    milliseconds: float


def main(sales: Path, *, series: int, origins: int, statsforecast: Path | None) -> None:
    daily = pd.read_csv(sales, dtype={"sku": str}, parse_dates=["date"]).rename(columns={"date": "day"})
    everything = build_history(daily, maximum_days=10_000)
    cases, ours = run_ours(everything, series=series, origins=origins)
    entries = [ours, run_sarimax(cases)]
    if statsforecast is not None:
        entries += run_statsforecast(cases, statsforecast)
    print(f"{sales.name}: {len(cases)} cases of {HORIZON} days, the same for all")
    print(f"{'method':34} {'ms per product and origin':>26} {'times ours':>11} {'RMSSE':>7} {'WAPE':>7}")
    actual = np.stack([case.actual for case in cases])
    for entry in entries:
        scores = [
            rmsse(case.actual[None], mean[None], history=case.history[None])[0]
            for case, mean in zip(cases, entry.mean, strict=True)
        ]
        print(
            f"{entry.method:34} {entry.milliseconds:26.1f} {entry.milliseconds / ours.milliseconds:11.0f} "
            f"{np.nanmean(scores):7.3f} {wape(actual, entry.mean):7.3f}"
        )
    if statsforecast is None:
        print(
            "AutoARIMA and AutoETS: pip install -r tests/benchmarks/requirements-benchmark.txt elsewhere, and name its"
        )
        print("python with --statsforecast")


def run_ours(everything: History, *, series: int, origins: int) -> tuple[list[Case], Entry]:
    """The cases, and our forecasts of them out of the forecast of the whole shop at each origin."""
    cases, means, seconds, forecasts = [], [], 0.0, 0
    for number in range(1, origins + 1):
        row = len(everything.days) - 1 - HORIZON * number
        history = everything.until(everything.days[row])
        history = History(history.days[-730:], history.skus, history.units[-730:], history.open_days[-730:])
        start = time.process_time()
        forecast = forecast_shop(history, horizon=HORIZON)
        seconds += time.process_time() - start
        forecasts += len(history.skus)
        for product in spread_over_sizes(history, series):
            sku = history.skus[product]
            sold = everything.units[row + 1 : row + 1 + HORIZON, everything.skus.index(sku)]
            cases.append(Case(f"{sku}@{number}", _from_launch(history.units[:, product]), np.nan_to_num(sold)))
            means.append(forecast.mean[product])
    return cases, Entry("Shelfwise, whole shop", np.stack(means), 1000.0 * seconds / forecasts)


def spread_over_sizes(history: History, count: int) -> IntArray:
    """Products with enough days, evenly from the smallest seller to the largest."""
    old = np.flatnonzero((~np.isnan(history.units)).sum(axis=0) >= FEWEST_DAYS)
    by_size = old[np.argsort(np.nansum(history.units[:, old], axis=0), kind="stable")]
    return by_size[np.unique(np.linspace(0, len(by_size) - 1, count).round().astype(np.int64))]


def run_sarimax(cases: list[Case]) -> Entry:
    """SARIMAX (1,1,1)(1,1,1)7 of the textbook guides."""
    from statsmodels.tsa.statespace.sarimax import SARIMAX

    means, start = [], time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of models that do not converge; their forecasts count as they are
        for case in cases:
            model = SARIMAX(case.history, order=(1, 1, 1), seasonal_order=(1, 1, 1, 7))
            means.append(np.maximum(model.fit(disp=False).forecast(HORIZON), 0.0))
    seconds = time.process_time() - start
    return Entry("statsmodels SARIMAX(1,1,1)(1,1,1)7", np.stack(means), 1000.0 * seconds / len(cases))


def run_statsforecast(cases: list[Case], python: Path) -> list[Entry]:
    """AutoARIMA and AutoETS, in the environment of another interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "series.csv"), Path(folder, "forecasts.csv")
        tables = [
            pd.DataFrame({"series": number, "day": np.arange(len(case.history)), "units": case.history})
            for number, case in enumerate(cases)
        ]
        pd.concat(tables).to_csv(source, index=False)
        subprocess.run([str(python), str(WORKER), str(source), str(target), str(HORIZON)], check=True)
        said = pd.read_csv(target)
    entries = []
    for model, table in said.groupby("model"):
        mean = table.pivot(index="series", columns="ahead", values="mean").to_numpy()
        milliseconds = 1000.0 * float(table.groupby("series")["seconds"].first().mean())
        entries.append(Entry(f"statsforecast {model}", np.maximum(mean, 0.0), milliseconds))
    return entries


def _from_launch(units: FloatArray) -> FloatArray:
    return np.nan_to_num(units[int(np.argmax(~np.isnan(units))) :])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sales", type=Path)
    parser.add_argument("--series", type=int, default=6)
    parser.add_argument("--origins", type=int, default=2)
    parser.add_argument("--statsforecast", type=Path)
    given = parser.parse_args()
    main(given.sales, series=given.series, origins=given.origins, statsforecast=given.statsforecast)
