"""A small line without axes, cheap enough for every row of a long list."""

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 96, 28


def trend_path(values: NDArray[np.float64]) -> str:
    """The path of an SVG of WIDTH x HEIGHT through `values`, its foot at zero; gaps where a value is unknown (NaN).

    >>> trend_path(np.array([0.0, 2.0, np.nan, 1.0]))
    'M0 27L32 1M96 14'
    """
    known = ~np.isnan(values)
    top = float(values[known].max()) if known.any() else 0.0
    step = WIDTH / max(len(values) - 1, 1)
    parts = []
    for place, value in enumerate(values.tolist()):
        if known[place]:
            pen = "L" if place and known[place - 1] else "M"
            share = max(value, 0.0) / top if top > 0 else 0.0
            parts.append(f"{pen}{place * step:.4g} {HEIGHT - 1 - share * (HEIGHT - 2):.3g}")
    return "".join(parts)
