"""The exports of known tills: one small file per till, recognised by its header row."""

from data.tills.product_list import PLAIN_LIST, ProductList
from data.tills.registry import recognised_list, recognised_till, wrong_file
from data.tills.till import PLAIN, RowRule, Till, WrongFile, till_columns

__all__ = [
    "PLAIN",
    "PLAIN_LIST",
    "ProductList",
    "RowRule",
    "Till",
    "WrongFile",
    "recognised_list",
    "recognised_till",
    "till_columns",
    "wrong_file",
]
