import numpy as np

from data.choices import NO_CHOICES, ReadingChoices
from data.meaning.amount_meaning import line_amounts
from data.tables.column import column_of

AMOUNTS, UNITS = np.array([20.0, 8.0]), np.array([1.0, 2.0])
COLUMN = column_of("Sold For", ["$20.00", "$8.00"], np.arange(2))


def test_where_a_line_has_several_units_it_is_asked_what_the_amount_is_of() -> None:
    found = line_amounts(AMOUNTS, UNITS, COLUMN, NO_CHOICES)
    assert found.revenue.tolist() == [20, 8]
    (question,) = found.questions
    assert (question.code, question.options, question.guess) == ("amount_meaning", ("line", "unit"), "line")
    assert question.values == {"column": "Sold For", "found": "$8.00", "units": 2}


def test_what_is_answered_is_done_and_not_asked_again() -> None:
    for answer, revenue in (("line", [20, 8]), ("unit", [20, 16])):
        found = line_amounts(AMOUNTS, UNITS, COLUMN, ReadingChoices({"amount_meaning": answer}))
        assert (found.revenue.tolist(), found.questions) == (revenue, ())


def test_where_every_line_is_of_one_unit_nothing_is_asked() -> None:
    assert line_amounts(AMOUNTS, np.array([1.0, -1.0]), COLUMN, NO_CHOICES).questions == ()
