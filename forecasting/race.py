"""The race: which method forecasts which product, told from errors at past origins."""

from dataclasses import dataclass

import numpy as np

from forecasting.arrays import FloatArray

# share of ARIMA in the forecast; the rest is the same-weekday average. The simplest comes first.
CANDIDATES = {"weekday_average": 0.0, "arima_and_average": 0.5, "arima": 1.0}
MARGIN = 0.02  # a method must beat the simplest by this share of its error
SHOP_WEIGHT = 26.0  # the whole shop counts like this many independent origins: as much as a year of the product
ORIGINS_PER_INDEPENDENT = 2.0  # weekly origins of 14-day totals overlap


@dataclass(frozen=True)
class RaceResult:
    """Per product (n_products,): the winner's name, its share of ARIMA, its loss over that of the average."""

    method: tuple[str, ...]
    arima_share: FloatArray
    loss_ratio: FloatArray

    def mix(self, forecasts: FloatArray) -> FloatArray:
        """The winners' forecasts (n_products, ...) from those of ARIMA and of the average (2, n_products, ...)."""
        share = self.arima_share.reshape((-1,) + (1,) * (forecasts.ndim - 2))
        return np.asarray(share * forecasts[0] + (1.0 - share) * forecasts[1])


def run_race(arima: FloatArray, average: FloatArray, actual: FloatArray) -> RaceResult:
    """Choose a candidate for every product by the absolute error of its past totals.

    All arguments (n_products, n_origins), NaN where unknown. A product's own log ratio of losses is shrunk toward
    the shop's, so that few origins decide little; the lowest wins if it beats the same-weekday
    average by MARGIN. A product without past origins follows the shop.
    """
    shares = np.array(list(CANDIDATES.values()))
    errors = np.stack([np.abs(share * arima + (1.0 - share) * average - actual) for share in shares])
    known = np.isfinite(errors).all(axis=0)
    count = known.sum(axis=1)
    losses = np.where(known, errors, 0.0).sum(axis=2) / np.maximum(count, 1)
    comparable = (losses > 0).all(axis=0)
    ratios = np.divide(losses, losses[0], out=np.ones_like(losses), where=comparable)
    shop = np.log(ratios[:, comparable]).mean(axis=1) if comparable.any() else np.zeros(len(shares))
    independent = np.where(comparable, count / ORIGINS_PER_INDEPENDENT, 0.0)
    weight = independent / (independent + SHOP_WEIGHT)
    shrunk = np.exp(weight * np.log(ratios) + (1.0 - weight) * shop[:, None])
    winner = shrunk.argmin(axis=0)
    winner[shrunk.min(axis=0) > 1.0 - MARGIN] = 0
    names = list(CANDIDATES)
    loss_ratio = np.take_along_axis(shrunk, winner[None], axis=0)[0]
    return RaceResult(tuple(names[number] for number in winner), shares[winner], loss_ratio)
