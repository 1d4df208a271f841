"""The exports of known tills: one small file per till, recognised by its header row."""

from data.tills.registry import recognised_till, undated_report
from data.tills.till import PLAIN, Till, UndatedReport, till_columns

__all__ = ["PLAIN", "Till", "UndatedReport", "recognised_till", "till_columns", "undated_report"]
