"""Whole packs as steps that can be bought one after the other: the least order first, then more of it.

Up to MOST_STEPS a product; of longer orders several packs are one step.
"""

import numpy as np

from inventory.check import FloatArray, IntArray

MOST_STEPS = 40


def step_units(most: FloatArray, *, pack_size: FloatArray, least: FloatArray) -> FloatArray:
    """Units bought in total after each step (products, steps + 1), from 0 up to `most`, which is whole packs.

    least: units of the first step (products,), whole packs, no more than `most`; 0 where there is none. A product with
    fewer steps than others repeats its last one.

    >>> step_units(np.array([18.0, 6.0]), pack_size=np.array([6.0]), least=np.array([12.0, 0.0]))
    array([[ 0., 12., 18.],
           [ 0.,  6.,  6.]])
    """
    packs = np.rint(most / pack_size)
    first = np.where(packs > 0, np.maximum(np.rint(least / pack_size), 1), 0)
    number = 1 + int(np.minimum(packs - first, MOST_STEPS - 1).max(initial=0.0))
    after_first = np.minimum(packs - first, number - 1)
    step = np.minimum(np.arange(number), after_first[:, None])
    share = np.divide(step, after_first[:, None], out=np.zeros(step.shape), where=after_first[:, None] > 0)
    counted = first[:, None] + np.rint(share * (packs - first)[:, None])
    return np.concatenate([np.zeros((packs.size, 1)), counted * np.reshape(pack_size, (-1, 1))], axis=1).round(3)


def previous_steps(product: IntArray, order: IntArray) -> IntArray:
    """For steps sorted by `order`: the place in this order of the same product's step before each, -1 for its first.

    product: of each step, the steps of a product standing one after the other before they are sorted.

    >>> previous_steps(np.array([0, 0, 1]), np.array([2, 0, 1]))
    array([-1, -1,  1])
    """
    place = np.empty(order.size, dtype=np.int64)
    place[order] = np.arange(order.size)
    same = np.concatenate([[False], product[1:] == product[:-1]]) if product.size else np.zeros(0, dtype=np.bool_)
    before = np.where(same, np.roll(place, 1), -1)
    return np.asarray(before[order], dtype=np.int64)
