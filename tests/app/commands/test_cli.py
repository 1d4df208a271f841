"""What all commands have in common: help, names, and a shop file that is none; and the shortest of them, the inbox."""

from pathlib import Path

import click
import pytest

from app.commands.cli import main
from tests.app.commands.command_line import run, sentence
from tests.app.shops import small_sales

COMMANDS = {"": main, **main.commands}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_gives_an_example_of_the_command_and_of_every_option(name: str) -> None:
    command = COMMANDS[name]
    told = " ".join(run(*name.split(), "--help").stdout.split())
    assert f"Example: python -m app {name}".strip() in told
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help is not None
            assert "Example: " in option.help, f"{option.opts[0]} has no example"
            assert option.help.split("Example: ")[1] in told
            assert any(each in option.help.split("Example: ")[1] for each in option.opts)


def test_the_commands_are_those_promised() -> None:
    assert set(main.commands) == {"plan", "replay", "check", "inbox", "backtest"}


def test_a_shop_file_that_is_none_is_explained_and_not_served(tmp_path: Path) -> None:
    (tmp_path / "shop.sqlite").write_bytes(b"no database, whatever its name may say" * 40)
    said = sentence(run("--shop", tmp_path, "--no-browser"))
    assert said.startswith(f"The shop file {tmp_path / 'shop.sqlite'} cannot be read:")
    assert said.endswith("Choose another shop folder or restore a backup.")


def test_inbox_imports_what_was_put_there_and_tells_each_file(tmp_path: Path) -> None:
    inbox = tmp_path / "shop" / "inbox"
    assert run("inbox", "--shop", tmp_path / "shop").stdout == f"Nothing to import in {inbox}.\n"
    small_sales(inbox)
    result = run("inbox", "--shop", tmp_path / "shop")
    assert (result.exit_code, result.stdout) == (0, "till.csv: 70 days added, 0 changed.\n")
    assert (inbox / "done" / "till.csv").is_file()
