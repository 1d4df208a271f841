"""The exports of known tills: one small file per till, recognised by its header row."""

from data.tills.registry import recognised_till, wrong_file
from data.tills.till import PLAIN, RowRule, Till, WrongFile, till_columns

__all__ = ["PLAIN", "RowRule", "Till", "WrongFile", "recognised_till", "till_columns", "wrong_file"]
