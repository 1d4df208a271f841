"""The commands: serve (the default), plan, replay, check, inbox, backtest."""

import datetime as dt
import json
import os
import sys
from pathlib import Path

import click

from app.commands.backtest import backtest
from app.commands.check import checked
from app.commands.cli_parts import CLOSED, COUNTRY, EXISTING_FILE, FOLDER, errors_in_sentences, say_progress
from app.commands.inbox_command import inbox_command
from app.commands.plan_files import summary, write_plan
from app.commands.plan_from_files import plan_from_files
from app.commands.reading_options import check_answered, reading_options
from app.commands.replay_command import replay_command
from app.forecasts.spread import spread_for
from app.settings import DEFAULT_PORT, Settings, default_shop_folder
from app.words.headline import plan_day_text
from app.words.problems import problem_sentence
from data.choices import ReadingChoices
from data.reading.sales_file import read_sales
from data.shop import ShopRefused


@click.group(invoke_without_command=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on. Example: --host 0.0.0.0")
@click.option("--port", default=DEFAULT_PORT, show_default=True, help="First port to try. Example: --port 9000")
@click.option("--shop", type=FOLDER, help="Folder that holds the shop. Example: --shop ~/my-shop")
@click.option("--no-browser", is_flag=True, help="Do not open a browser. Example: python -m app --no-browser")
@click.pass_context
def main(context: click.Context, host: str, port: int, shop: Path | None, no_browser: bool) -> None:
    """Tells the owner of a small shop what to order today, how much, and why.

    Without a command it serves the pages. Example: python -m app --port 9000
    """
    if context.invoked_subcommand is None:
        from app.commands.serve import serve  # the other commands need no web server

        with errors_in_sentences(), spread_for(0, os.environ):
            pass  # a cluster that does not answer is told of now, not when the owner waits for her plan
        folder = (shop or default_shop_folder()).expanduser()
        try:
            serve(Settings(folder, host=host, port=port), open_browser=not no_browser)
        except ShopRefused as refused:
            raise click.ClickException(problem_sentence(refused.problem)) from refused


@main.command("plan")
@click.argument("sales", type=EXISTING_FILE)
@click.option(
    "--products", type=EXISTING_FILE, help="Products with cost, stock, lead time. Example: --products stock.csv"
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Plan for this day, from sales before it. Example: --on 2011-12-01",
)
@COUNTRY
@click.option(
    "--service-level", type=float, help="Share of order cycles without a missed unit. Example: --service-level 0.98"
)
@click.option(
    "--suppliers", type=EXISTING_FILE, help="Suppliers with lead time, order days, minimum. Example: --suppliers s.csv"
)
@click.option("--budget", type=click.FloatRange(min=0), help="Money for all orders of the day. Example: --budget 500")
@CLOSED
@reading_options
@click.option("--out", type=FOLDER, required=True, help="Folder for the files. Example: --out plan")
def plan_command(
    sales: Path,
    products: Path | None,
    day: dt.datetime | None,
    country: str | None,
    service_level: float | None,
    suppliers: Path | None,
    budget: float | None,
    closed_days: str | None,
    choices: ReadingChoices,
    out: Path,
) -> None:
    """Write orders.csv, forecast.csv and alerts.csv for the till export SALES.

    Example: python -m app plan sales.csv --products stock.csv --out plan
    """
    on = day.date() if day else None
    with errors_in_sentences():
        plan, told = plan_from_files(
            sales,
            products,
            on=on,
            country=country,
            service_level=service_level,
            progress=say_progress("Forecasting"),
            suppliers=suppliers,
            budget=budget,
            closed_days=closed_days,
            choices=choices,
        )
    files = write_plan(plan, out)
    click.echo("\n".join([*told, summary(plan)]))
    said = plan_day_text(plan, day.date() if day else dt.date.today())
    if said:
        click.echo(said)
    click.echo("Written: " + ", ".join(str(path) for path in files))


@main.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@reading_options
def check_command(file: Path, choices: ReadingChoices) -> None:
    """Print what is understood of FILE as JSON; exit status 0 when it can be used, 2 when not.

    Where FILE can be read in several ways, `questions` are not empty; the options answer them. Example: python -m app
    check sales.csv
    """
    told, status = checked(file, choices)
    click.echo(json.dumps(told, indent=2, ensure_ascii=False, default=str))
    sys.exit(status)


@main.command("backtest")
@click.argument("sales", type=EXISTING_FILE)
@click.option(
    "--horizon", type=click.IntRange(7, 366), default=28, show_default=True, help="Days ahead. Example: --horizon 28"
)
@click.option(
    "--origins",
    type=click.IntRange(1, 60),
    default=4,
    show_default=True,
    help="Past days to forecast from. Example: --origins 12",
)
@COUNTRY
@reading_options
@click.option("--out", type=FOLDER, required=True, help="Folder for the files. Example: --out backtest")
def backtest_command(
    sales: Path, horizon: int, origins: int, country: str | None, choices: ReadingChoices, out: Path
) -> None:
    """Forecast SALES from past days; writes forecast.csv and totals.csv to be scored against what was sold.

    Example: python -m app backtest sales.csv --origins 4 --out backtest
    """
    try:
        with errors_in_sentences():
            read = read_sales(sales, choices=choices)
            check_answered(read.report)
            result = backtest(read.daily, horizon=horizon, origins=origins, country=country)
    except ValueError as error:
        raise click.ClickException(f"{sales.name}: {error}.") from error
    out.mkdir(parents=True, exist_ok=True)
    result.means.to_csv(out / "forecast.csv", index=False)
    result.totals.to_csv(out / "totals.csv", index=False)
    made = len(result.means) // horizon
    click.echo(f"{made:,} forecasts of {horizon} days, {result.seconds:.2f} seconds forecasting. Written to {out}.")


main.add_command(replay_command)
main.add_command(inbox_command)
