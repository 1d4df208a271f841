import numpy as np

from data.reading.latest_text import latest_text
from data.tables.column import column_of


def test_the_text_of_the_last_day_wins_then_the_most_frequent_then_the_alphabet() -> None:
    texts = ["old", "new", "b", "a", "a", "b", "b", ""]
    column = column_of("Item", texts, np.arange(len(texts)))
    places = latest_text(
        column,
        products=np.array([0, 0, 1, 1, 2, 2, 2, 3]),
        days=np.array([1, 2, 5, 5, 5, 5, 5, 9]),
        rows=np.ones(len(texts), dtype=bool),
        size=5,
    )
    assert [column.texts[place] if place >= 0 else None for place in places] == ["new", "a", "b", None, None]
