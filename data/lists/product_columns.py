"""The columns of a product list: which till wrote it, and where item, cost, stock and the rest are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.choices import ReadingChoices
from data.columns import HANDLE, NAME, ON_HAND, PRICE, SKU, VARIANT
from data.headers.find_columns import find_columns
from data.headers.header_key import header_key
from data.headers.product_headers import PRODUCT_HEADERS
from data.lists.stock_places import StockPlaces, stock_in_units, stock_places
from data.meaning.variant_columns import joined, variant_places
from data.problems import FileRejected, Problem
from data.reading.sales_columns import HEADERS_SHOWN
from data.tables.column import Column
from data.tables.filled_down import filled_down
from data.tables.table_head import TableHead
from data.tills import ProductList, recognised_list
from data.tills.headers import HeaderKeys, exact_key


@dataclass(frozen=True)
class ProductColumns:
    """kind: which list it is. places: position of each column that is read, by its name: the canonical names, those of
    `options`, and `stock_column(place)` of each place that stock is in. prices: further columns of prices, one for
    each place, for products without a price in the first.
    """

    kind: ProductList
    places: Mapping[str, int]
    stock: StockPlaces
    options: tuple[str, ...]
    prices: tuple[str, ...]

    def headers(self, head: TableHead) -> dict[str, str]:
        """The headers of what the list tells, by canonical name; of stock in several places all of them."""
        inner = {*self.options, *self.prices, VARIANT, HANDLE, *map(stock_column, self.stock.columns)}
        found = {name: head.headers[place] for name, place in self.places.items() if name not in inner}
        if self.stock.columns:
            found[ON_HAND] = ", ".join(head.headers[self.stock.columns[place]] for place in self.stock.counted)
        return found


def find_product_columns(head: TableHead, *, file_name: str, choices: ReadingChoices) -> ProductColumns:
    """Columns of a product list; those that the owner chose come before those that the headers suggest.

    Raises FileRejected where no column names the item.
    """
    kind = recognised_list(head.headers)
    stock = stock_places(head.headers, kind, choices)
    chosen = {name: head.headers.index(header) for name, header in choices.columns.items() if header in head.headers}
    found = {name: place for name, place in _places(head.headers, kind).items() if place not in chosen.values()}
    of_variant = _options(head.headers, kind, found)
    options = {f"option_{number}": place for number, place in enumerate(of_variant)}
    found = {name: place for name, place in found.items() if place not in of_variant}
    only = stock.only if stock.only is not None else stock_in_units(head.headers)
    if only is not None:
        found[ON_HAND] = only
    prices = {} if PRICE in chosen else _other_prices(head.headers, found.get(PRICE))
    places = {**found, **chosen, **options, **prices}
    if stock.columns and ON_HAND not in chosen:
        places.pop(ON_HAND, None)
        places |= {stock_column(place): stock.columns[place] for place in stock.counted}
    if SKU not in places and NAME not in places:
        shown = {"row": head.lines, "found": list(head.headers[:HEADERS_SHOWN])}
        raise FileRejected(Problem("no_item_column", {"file": file_name, **shown}))
    stock = StockPlaces({}) if ON_HAND in chosen else stock
    return ProductColumns(kind, places, stock, tuple(options), tuple(prices))


def stock_column(place: str) -> str:
    """The name of the column with the stock of a place.

    >>> stock_column("Berlin")
    'on_hand:Berlin'
    """
    return f"{ON_HAND}:{place}"


def prepared(columns: Mapping[str, Column], found: ProductColumns) -> dict[str, Column]:
    """The columns with the options of a variant as one, and with what only the first row of a handle holds filled."""
    kept = {name: column for name, column in columns.items() if name not in found.options}
    options = [columns[name] for name in found.options if name in columns]
    if options:
        kept[VARIANT] = joined(options)
    return filled_down(kept, found.kind.fills_down, group=HANDLE)


def _places(headers: Sequence[str], kind: ProductList) -> dict[str, int]:
    if kind.headers is PRODUCT_HEADERS:
        return find_columns(headers, PRODUCT_HEADERS)
    return HeaderKeys.of(headers).places(kind.headers)


def _options(headers: Sequence[str], kind: ProductList, places: Mapping[str, int]) -> list[int]:
    if kind.headers is PRODUCT_HEADERS:
        return list(variant_places(headers, places).values())
    keys = [exact_key(header) for header in headers]
    return [keys.index(exact_key(option)) for option in kind.options if exact_key(option) in keys]


def _other_prices(headers: Sequence[str], first: int | None) -> dict[str, int]:
    """The columns that have the header of the price but for the place in its brackets."""
    if first is None or exact_key(headers[first]) == header_key(headers[first]):
        return {}
    alike = [place for place, header in enumerate(headers) if header_key(header) == header_key(headers[first])]
    return {f"{PRICE}:{place}": place for place in alike if place != first}
