"""Checks at the edge: an error names the thing, the rule and the value."""

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


def floats(name: str, values: npt.ArrayLike) -> FloatArray:
    """The values as floats; raises ValueError naming the thing where they are no numbers.

    >>> floats("moq", [1, 2])
    array([1., 2.])
    """
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must be numbers, got {values!r}") from error


def require(name: str, values: FloatArray, ok: BoolArray | np.bool_, *, rule: str) -> None:
    """Raise ValueError with the first value that breaks the rule.

    >>> require("moq", np.array([1.0, -2.0]), np.array([True, False]), rule="zero or more")
    Traceback (most recent call last):
    ValueError: moq must be zero or more, got -2
    """
    if not np.all(ok):
        first = np.broadcast_to(values, np.shape(ok))[~np.asarray(ok)].flat[0]
        raise ValueError(f"{name} must be {rule}, got {first:g}")


def require_zero_or_more(name: str, values: FloatArray) -> None:
    """Raise ValueError unless all values are finite and not negative."""
    require(name, values, np.isfinite(values) & (values >= 0), rule="zero or more")


def require_above_zero(name: str, values: FloatArray) -> None:
    """Raise ValueError unless all values are finite and above zero."""
    require(name, values, np.isfinite(values) & (values > 0), rule="above zero")


def require_share(name: str, values: FloatArray) -> None:
    """Raise ValueError unless all values lie strictly between 0 and 1."""
    require(name, values, (values > 0) & (values < 1), rule="between 0 and 1")
