"""Chunks: the parts into which the products of a shop are cut."""

from collections.abc import Iterator

PRODUCTS_AT_ONCE = 250


def chunks(n_products: int) -> Iterator[slice]:
    """Slices of PRODUCTS_AT_ONCE products: memory stays low, progress moves, and others can do some of them.

    Never one product alone beside others: numpy adds up a single column in another order, so that its last digits
    would depend on where the shop was cut.

    >>> list(chunks(251))
    [slice(0, 251, None)]
    """
    size = max(PRODUCTS_AT_ONCE, 2)
    begins = list(range(0, n_products, size))
    if len(begins) > 1 and begins[-1] == n_products - 1:
        begins.pop()
    for begin, end in zip(begins, [*begins[1:], n_products], strict=True):
        yield slice(begin, end)
