"""Holds the rules between the rooms, by reading every module's imports and calls without running it."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("data", "forecasting", "inventory")
PAGES = {"app", "dash", "dash_ag_grid", "dash_bootstrap_components", "flask", "plotly"}
PURE_ROOMS = ("forecasting", "inventory")
MEETING_PLACES = {
    *("app/planning/plan.py", "app/planning/forecasts_off.py"),
    *("app/commands/backtest.py", "app/replay/replay.py", "app/replay/levels.py"),
}

IO_MODULES = {
    *(
        "asyncio",
        "ctypes",
        "fileinput",
        "glob",
        "http",
        "importlib",
        "io",
        "mmap",
        "os",
        "pathlib",
        "pickle",
        "platform",
    ),
    *("random", "secrets", "shelve", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "time", "urllib", "uuid"),
    *("diskcache", "openpyxl", "platformdirs", "pyarrow", "requests", "sqlalchemy", "xlsxwriter"),
}
IO_CALLS = {"open", "print", "input", "breakpoint", "exec", "eval", "__import__"}
CLOCK_METHODS = {"now", "today", "utcnow"}
FILE_METHODS = re.compile(
    r"^(read|to)_(csv|excel|parquet|feather|pickle|sql|hdf|json)$|^(tofile|fromfile|savez?|savetxt|loadtxt|memmap)$"
)
SEEDED = {"Generator", "SeedSequence", "PCG64", "BitGenerator"}


@dataclass(frozen=True)
class Import:
    """One imported name, `top` being what stands before its first dot."""

    place: str
    name: str

    @property
    def top(self) -> str:
        return self.name.partition(".")[0]


def modules(*rooms: str) -> list[Path]:
    """Every module of the rooms that ends up in the program."""
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def imports_of(tree: ast.AST, file: str) -> Iterator[Import]:
    """Every import wherever it stands, also inside functions and below TYPE_CHECKING."""
    package = file.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(f"{file}:{node.lineno}", alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            names = [base] if base else [alias.name for alias in node.names]
            yield from (Import(f"{file}:{node.lineno}", name) for name in names)


def forbidden_imports(tree: ast.AST, file: str, forbidden: set[str]) -> list[str]:
    return [f"{each.place} imports {each.name}" for each in imports_of(tree, file) if each.top in forbidden]


def impure_calls(tree: ast.AST, file: str) -> list[str]:
    """Every call that reads or writes a file, reads the clock or draws numbers that no seed decides."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [f"{file}:{call.lineno} calls {ast.unparse(call.func)}" for call in calls if is_impure(call)]


def is_impure(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id in IO_CALLS or (call.func.id == "default_rng" and not call.args and not call.keywords)
    if not isinstance(call.func, ast.Attribute):
        return False
    method, owner = call.func.attr, ast.unparse(call.func.value)
    if owner in ("np.random", "numpy.random"):
        return method not in SEEDED and not (method == "default_rng" and (call.args or call.keywords))
    return (
        method in CLOCK_METHODS or bool(FILE_METHODS.match(method)) or (owner in ("np", "numpy") and method == "load")
    )


def broken(files: list[Path], rule: Callable[[ast.AST, str], list[str]]) -> str:
    """Every place of `files` where the rule is broken, a line each."""
    places: list[str] = []
    for path in files:
        file = path.relative_to(ROOT).as_posix()
        places += rule(ast.parse(path.read_text(encoding="utf-8"), filename=file), file)
    return "\n".join(places)


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_know_neither_each_other_nor_the_app(room):
    forbidden = {*ROOMS, *PAGES} - {room}
    found = broken(modules(room), lambda tree, file: forbidden_imports(tree, file, forbidden))
    assert not found, f"{room}/ stands by itself; only app/planning/plan.py joins the rooms:\n{found}"


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_pure_rooms_import_nothing_that_reaches_outside(room):
    found = broken(modules(room), lambda tree, file: forbidden_imports(tree, file, IO_MODULES))
    assert not found, f"{room}/ does no I/O and reads no clock; pass what it needs in:\n{found}"


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_pure_rooms_open_no_file_read_no_clock_and_draw_from_no_hidden_generator(room):
    found = broken(modules(room), impure_calls)
    assert not found, f"{room}/ gets files' contents, dates and random generators as arguments:\n{found}"


def test_the_plan_reads_no_clock_and_opens_no_file():
    found = broken(modules("app/planning"), impure_calls)
    assert not found, f"a plan is made for the day after the last sales, from what the shop says:\n{found}"


def test_forecasting_meets_inventory_only_where_the_plan_is_made():
    def both(tree: ast.AST, file: str) -> list[str]:
        found = [each for each in imports_of(tree, file) if each.top in PURE_ROOMS]
        if file in MEETING_PLACES or len({each.top for each in found}) < len(PURE_ROOMS):
            return []
        return [f"{each.place} imports {each.name}" for each in found]

    found = broken(modules("app"), both)
    assert not found, f"only {' and '.join(sorted(MEETING_PLACES))} may import forecasting and inventory both:\n{found}"


def test_starter_needs_nothing_but_python():
    allowed = set(sys.stdlib_module_names)
    outside = {each.top for each in imports_of(ast.parse((ROOT / "start.py").read_text("utf-8")), "start.py")} - allowed
    assert not outside, f"start.py runs before anything is installed, so it cannot import {sorted(outside)}"


def test_program_imports_only_what_requirements_txt_pins():
    pinned = {plain(line) for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if "==" in line}
    providers = packages_distributions()

    def unpinned(tree: ast.AST, file: str) -> list[str]:
        ours = {*ROOMS, "app", *sys.stdlib_module_names}
        outside = [each for each in imports_of(tree, file) if each.top not in ours]
        return [
            f"{each.place} imports {each.name}"
            for each in outside
            if not {*map(plain, providers.get(each.top, []))} & pinned
        ]

    found = broken(modules("app", *ROOMS), unpinned)
    assert not found, f"add these to requirements.txt or do without; only tests may use requirements-test.txt:\n{found}"


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[=; ]", name)[0]).lower()


# --- the reader itself, on modules that break the rules


@pytest.mark.parametrize(
    "line",
    [
        "import inventory",
        "from inventory.policy import Policy",
        "def f():\n    import inventory.policy as p",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from inventory import policy",
        "from ..inventory import policy",
    ],
)
def test_reader_sees_every_way_to_import(line):
    assert forbidden_imports(ast.parse(line), "forecasting/history.py", {"inventory"})


@pytest.mark.parametrize(
    "line", ["from . import arrays", "from .arrays import lags", "from forecasting.inventory_like import x"]
)
def test_reader_takes_no_neighbour_for_another_room(line):
    assert not forbidden_imports(ast.parse(line), "forecasting/history.py", {"inventory"})


@pytest.mark.parametrize(
    "line",
    [
        "open('x')",
        "date.today()",
        "pd.Timestamp.now()",
        "pd.read_csv('x')",
        "frame.to_csv('x')",
        "np.load('x')",
        "np.random.normal()",
        "np.random.seed(1)",
        "np.random.default_rng()",
        "default_rng()",
    ],
)
def test_reader_sees_what_reaches_outside(line):
    assert impure_calls(ast.parse(line), "forecasting/history.py") == [
        f"forecasting/history.py:1 calls {line.partition('(')[0]}"
    ]


@pytest.mark.parametrize(
    "line", ["np.random.default_rng(7)", "generator.normal()", "frame.to_numpy()", "series.reopen()"]
)
def test_reader_lets_pure_calls_pass(line):
    assert not impure_calls(ast.parse(line), "forecasting/history.py")
