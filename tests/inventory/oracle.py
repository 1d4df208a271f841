"""The package stockpyl, by an author of Snyder and Shen (2019), and the examples of that book it carries."""

import warnings

with warnings.catch_warnings():
    # Compiled for the first time, its docstrings warn of invalid escape sequences; that is not ours to mend.
    warnings.simplefilter("ignore")
    from stockpyl.eoq import economic_order_quantity
    from stockpyl.instances import load_instance
    from stockpyl.newsvendor import newsvendor_normal, newsvendor_poisson
    from stockpyl.rq import r_q_eoqss_approximation

__all__ = [
    "economic_order_quantity",
    "load_instance",
    "newsvendor_normal",
    "newsvendor_poisson",
    "r_q_eoqss_approximation",
]
