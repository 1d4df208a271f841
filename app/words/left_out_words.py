"""The rows that a file leaves out, as the owner downloads them."""

import pandas as pd

ROW, REASON = "Row in the file", "Why it was left out"


def told_left_out(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows left out as the owner downloads them: where each stands, why it was left out, what it says."""
    named = rows.rename(columns={"row": ROW, "reason": REASON})
    return named.assign(**{REASON: named[REASON].astype(str).str.replace("_", " ")})
