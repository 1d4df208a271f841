"""Order of a seasonal ARIMA model."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    """(p, d, q)(P, D, Q)season in the notation of Box and Jenkins; without a constant.

    >>> Order(1, 0, 1, 0, 1, 1).n_parameters
    3
    """

    p: int
    d: int
    q: int
    P: int
    D: int
    Q: int
    season: int = 7

    @property
    def n_parameters(self) -> int:
        """How many coefficients are to be estimated, the variance not counted."""
        return self.p + self.q + self.P + self.Q

    @property
    def ar_reach(self) -> int:
        """Days the autoregressive side looks back, differences included."""
        return self.p + self.d + self.season * (self.P + self.D)

    @property
    def reach(self) -> int:
        """Days the model looks back in all: what it must remember to go on."""
        return max(self.ar_reach, self.q + self.season * self.Q)

    def __str__(self) -> str:
        return f"ARIMA({self.p},{self.d},{self.q})({self.P},{self.D},{self.Q}){self.season}"
