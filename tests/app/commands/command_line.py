"""The command line called as an owner calls it, and what it said."""

from pathlib import Path

import pandas as pd
from click.testing import CliRunner, Result

from app.commands.cli import main


def run(*arguments: object) -> Result:
    """What `python -m app` with these arguments ended with."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def read(folder: Path, name: str = "orders.csv") -> pd.DataFrame:
    """A file that a command wrote."""
    return pd.read_csv(folder / name, dtype=dict.fromkeys(("sku", "since_last", "supplier_article_code"), str))


def sentence(result: Result) -> str:
    """What a command that failed said, and nothing else."""
    assert result.exit_code != 0
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr.removeprefix("Error: ").strip()


def open_file(folder: Path) -> Path:
    """Sales of one day that can be 1 February or 2 January."""
    path = folder / "till.csv"
    path.write_text("Date,Item,Qty\n01/02/25,tea,3\n")
    return path
