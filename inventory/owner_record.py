"""What an owner's own stock did, from what she counted, ordered, received and sold. Units."""

import numpy as np

from inventory.check import BoolArray, FloatArray
from inventory.simulation import StockRecord


def owner_record(
    *, on_hand: FloatArray, on_order: FloatArray, ordered: FloatArray, received: FloatArray, sold: FloatArray
) -> StockRecord:
    """The record of one way of ordering, the owner's, to stand beside those of `simulate`.

    on_hand, on_order: (products,) on the first morning, NaN where unknown. ordered, received, sold: (days, products).
    What she missed or threw away nobody recorded: her demand is what she sold. Days on which the shelf would have been
    below zero show that the record is wrong, see `is_possible`.

    >>> record = owner_record(on_hand=np.array([4.0]), on_order=np.array([6.0]), ordered=np.zeros((2, 1)),
    ...                       received=np.array([[0.0], [6.0]]), sold=np.array([[3.0], [2.0]]))
    >>> record.on_hand.ravel(), record.on_order.ravel()
    (array([4., 1.]), array([6., 0.]))
    """
    evening = (on_hand + np.cumsum(received - sold, axis=0)).round(3)
    morning = np.concatenate((on_hand[None], evening[:-1]))
    coming = np.maximum(on_order + np.cumsum(ordered - received, axis=0), 0.0).round(3)
    way = (slice(None), None)
    return StockRecord(
        on_hand=morning[way],
        received=received[way],
        demand=sold,
        sold=sold[way],
        ordered=ordered[way],
        on_order=coming[way],
        spoiled=np.zeros_like(sold)[way],
    )


def is_possible(record: StockRecord) -> BoolArray:
    """Which products (products,) have a known stock that sold no unit it did not have, on any day."""
    evening = record.on_hand + record.received - record.sold
    return np.asarray((evening >= -5e-4).all(axis=(0, 1)), dtype=np.bool_)
