"""Forecasts of statsforecast's AutoARIMA and AutoETS, run by the interpreter of an environment that has it.

    python statsforecast_models.py SERIES.csv FORECASTS.csv HORIZON

SERIES: columns series, day, units. FORECASTS: model, series, ahead, mean, and the seconds spent on each series.
"""

import sys
import time
import warnings

import numpy as np
import pandas as pd
from statsforecast.models import AutoARIMA, AutoETS

MODELS = {"AutoARIMA": AutoARIMA, "AutoETS": AutoETS}
SEASON = 7


def main(source: str, target: str, horizon: int) -> None:
    warnings.simplefilter("ignore")  # of models that do not converge; their forecasts count as they are
    rows = []
    for name, model in MODELS.items():
        model(season_length=SEASON).forecast(y=np.tile(np.arange(7.0), 20), h=horizon)  # compiled, or loaded, before
        for series, table in pd.read_csv(source).groupby("series"):
            units = table["units"].to_numpy(dtype=np.float64)
            start = time.process_time()
            mean = model(season_length=SEASON).forecast(y=units, h=horizon)["mean"]
            seconds = time.process_time() - start
            rows += [(name, series, ahead, value, seconds) for ahead, value in enumerate(mean)]
    pd.DataFrame(rows, columns=["model", "series", "ahead", "mean", "seconds"]).to_csv(target, index=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
