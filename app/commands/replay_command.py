"""The command `replay`: the past days again, ordered as advised and in other ways."""

from pathlib import Path

import click

from app.commands.cli_parts import COUNTRY, EXISTING_FILE, FOLDER, errors_in_sentences, say_progress
from app.commands.reading_options import reading_options
from app.commands.replay_files import write_replay
from app.commands.replay_from_files import GivenConditions, replay_from_files
from app.replay.replay import TooShort
from app.words.replay_words import assumptions, summary_lines, too_short, worse_sentences
from data.choices import ReadingChoices


@click.command("replay")
@click.argument("sales", type=EXISTING_FILE)
@click.option(
    "--products", type=EXISTING_FILE, help="Products with cost, price, lead time. Example: --products stock.csv"
)
@click.option(
    "--days", type=click.IntRange(7, 366), default=90, show_default=True, help="Days to replay. Example: --days 90"
)
@click.option("--lead-time", type=int, help="Days from order to delivery where none is known. Example: --lead-time 7")
@click.option("--review-period", type=int, help="Days from one order day to the next. Example: --review-period 7")
@click.option(
    "--service-level", type=float, help="Share of order cycles without a missed unit. Example: --service-level 0.98"
)
@COUNTRY
@reading_options
@click.option("--out", type=FOLDER, required=True, help="Folder for the files. Example: --out replay")
def replay_command(
    sales: Path,
    products: Path | None,
    days: int,
    lead_time: int | None,
    review_period: int | None,
    service_level: float | None,
    country: str | None,
    choices: ReadingChoices,
    out: Path,
) -> None:
    """Order the last days of SALES again, as advised and in other ways; writes days.csv, summary.csv
    and worse.csv, and spoiled.csv where something has a shelf life.

    Example: python -m app replay sales.csv --products stock.csv --days 90 --out replay
    """
    conditions = GivenConditions(lead_time, review_period, service_level)
    try:
        with errors_in_sentences():
            done = replay_from_files(
                sales,
                products,
                days=days,
                conditions=conditions,
                country=country,
                choices=choices,
                progress=say_progress("Replaying"),
            )
    except TooShort as short:
        raise click.ClickException(too_short(sales.name, days=days, most=short.most)) from short
    files = write_replay(done.replay, out)
    told = [*done.told, *assumptions(done.replay), "", *summary_lines(done.replay), ""]
    click.echo("\n".join([*told, *worse_sentences(done.replay)]))
    click.echo("Written: " + ", ".join(str(path) for path in files))
