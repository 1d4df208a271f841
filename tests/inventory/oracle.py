"""The package stockpyl, by an author of Snyder and Shen (2019), and the examples of that book it carries."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

with warnings.catch_warnings():
    # Compiled for the first time, its docstrings warn of invalid escape sequences; that is not ours to mend.
    warnings.simplefilter("ignore")
    from stockpyl.eoq import economic_order_quantity
    from stockpyl.instances import load_instance
    from stockpyl.loss_functions import normal_loss, poisson_loss
    from stockpyl.newsvendor import (
        newsvendor_discrete,
        newsvendor_normal,
        newsvendor_normal_explicit,
        newsvendor_poisson,
    )
    from stockpyl.rq import r_q_eoqss_approximation
    from stockpyl.sim import simulation
    from stockpyl.supply_chain_network import single_stage_system

__all__ = [
    "SimulatedStock",
    "economic_order_quantity",
    "load_instance",
    "newsvendor_discrete",
    "newsvendor_normal",
    "newsvendor_normal_explicit",
    "newsvendor_poisson",
    "normal_loss",
    "poisson_loss",
    "r_q_eoqss_approximation",
    "simulated_stock",
]


@dataclass(frozen=True)
class SimulatedStock:
    """Units by day: left in the evening (negative: owed), ordered in the evening, received in the morning."""

    left: list[float]
    ordered: list[float]
    received: list[float]


def simulated_stock(
    demand: Sequence[float], *, reorder_point: float, order_up_to: float, lead_time: int, on_hand: float
) -> SimulatedStock:
    """Stockpyl's own simulation of an (s, S) policy at one shop whose supplier always delivers."""
    network = single_stage_system(
        demand_type="D",
        demand_list=list(demand),
        policy_type="sS",
        reorder_point=reorder_point,
        order_up_to_level=order_up_to,
        shipment_lead_time=lead_time,
        initial_inventory_level=on_hand,
        supply_type="U",
    )
    simulation(network, len(demand), rand_seed=1, progress_bar=False)
    days = network.nodes[0].state_vars[: len(demand)]
    return SimulatedStock(
        left=[_only(day.inventory_level) for day in days],
        ordered=[_only(day.order_quantity[None]) for day in days],
        received=[_only(day.inbound_shipment[None]) for day in days],
    )


def _only(values: dict[object, float]) -> float:
    (value,) = values.values()
    return float(value)
