"""What the commands share: files as arguments, errors as sentences, progress where somebody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from app.commands.plan_from_files import SalesEnded
from app.commands.reading_options import OpenQuestions
from app.forecasts.renewed_forecast import Progress
from app.forecasts.spread import NoCluster
from app.planning.sales_history import NothingSold
from app.views.edits import bad_value_sentence
from app.words.problems import problem_sentence
from data.problems import FileRejected
from data.value_rules import BadValue
from forecasting.public_holidays import is_country

EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


def _country(_context: click.Context, _option: click.Parameter, code: str | None) -> str | None:
    """The code in capitals; refused where no holidays are known of it."""
    if code is not None and not is_country(code.upper()):
        raise click.BadParameter(f'"{code}" is not a country\'s two letters, such as FR.')
    return None if code is None else code.upper()


COUNTRY = click.option(
    "--country",
    callback=_country,
    help="Whose public holidays count; told from the sales where left out. Example: --country FR",
)


CLOSED = click.option(
    "--closed",
    "closed_days",
    help='Days to come on which the shop is closed. Example: --closed "2026-12-24 to 2026-12-31"',
)


@contextmanager
def errors_in_sentences() -> Iterator[None]:
    """Whatever a file or an option has wrong ends the command with a sentence."""
    try:
        yield
    except FileRejected as rejected:
        raise click.ClickException(" ".join(problem_sentence(problem) for problem in rejected.problems)) from rejected
    except BadValue as bad:
        raise click.ClickException(bad_value_sentence(bad)) from bad
    except (NothingSold, SalesEnded, NoCluster, OpenQuestions) as short:
        raise click.ClickException(str(short)) from short


def say_progress(doing: str) -> Progress | None:
    """A line that counts up where somebody watches, nothing in a log."""
    if not sys.stderr.isatty():
        return None
    return lambda share: click.echo(f"\r{doing} {share:4.0%}", nl=share >= 1, err=True)
