"""How files of a shape are read, as the owner said it once: used for the next file like it."""

import pandas as pd
from sqlalchemy import delete, select

from data.bulk_insert import insert_rows
from data.choices import ReadingChoices
from data.schema import reading_choices
from data.shop import Shop, reading, writing

ANSWER, COLUMN = "answer", "column"


def remember_choices(shop: Shop, shape: str, choices: ReadingChoices) -> None:
    """Keep how files of a shape are read from now on; what was kept for that shape before goes."""
    said = [(ANSWER, name, value) for name, value in choices.answers.items()]
    said += [(COLUMN, name, value) for name, value in choices.columns.items()]
    if choices == choices_for(shop, shape):
        return
    rows = pd.DataFrame(said, columns=["kind", "name", "value"]).assign(shape=shape)
    with writing(shop) as connection:
        connection.execute(delete(reading_choices).where(reading_choices.c.shape == shape))
        insert_rows(connection, reading_choices, rows)


def choices_for(shop: Shop, shape: str) -> ReadingChoices:
    """What is remembered for files of a shape; no choices where there is nothing."""
    query = select(reading_choices.c.kind, reading_choices.c.name, reading_choices.c.value)
    with reading(shop) as connection:
        rows = connection.execute(query.where(reading_choices.c.shape == shape)).all()
    answers = {row.name: row.value for row in rows if row.kind == ANSWER}
    return ReadingChoices(answers, {row.name: row.value for row in rows if row.kind == COLUMN})
