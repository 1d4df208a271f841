"""The command `inbox`: goes through the watched folder once, for a scheduled call."""

from pathlib import Path

import click

from app.commands.cli_parts import FOLDER
from app.incoming.inbox_watch import go_through_inbox
from app.settings import Settings, default_shop_folder
from app.words.problems import problem_sentence
from data.shop import ShopRefused


@click.command("inbox")
@click.option("--shop", type=FOLDER, help="Folder that holds the shop. Example: --shop ~/my-shop")
def inbox_command(shop: Path | None) -> None:
    """Import the files that were put into the folder `inbox` of the shop, once.

    Files are moved to `done`, `waiting` (a question is open) or `failed`, the last two with a note. While the pages are
    served this happens by itself. Example: python -m app inbox --shop ~/my-shop
    """
    settings = Settings((shop or default_shop_folder()).expanduser())
    try:
        told = list(go_through_inbox(settings))
    except ShopRefused as refused:
        raise click.ClickException(problem_sentence(refused.problem)) from refused
    click.echo("\n".join(told or [f"Nothing to import in {settings.inbox_folder}."]))
