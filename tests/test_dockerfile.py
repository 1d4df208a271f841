"""What can be known about the container without building it."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("app", "assets", "data", "forecasting", "inventory")


@pytest.fixture(scope="module")
def steps() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, rest) pairs, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines]


def rests(steps: list[tuple[str, str]], instruction: str) -> list[str]:
    return [rest for name, rest in steps if name == instruction]


def test_everything_copied_is_there_and_let_through_by_dockerignore(steps):
    let_through = {
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"
    }
    sources = {rest.split()[0] for rest in rests(steps, "COPY")}
    assert sources == {"requirements.txt", *ROOMS}
    assert sources == let_through
    assert all((ROOT / source).exists() for source in sources)


def test_app_does_not_run_as_root(steps):
    names = [name for name, _ in steps]
    assert re.search(r"useradd .*--uid 10001 .*shelfwise", " ".join(rests(steps, "RUN")))
    assert rests(steps, "USER") == ["shelfwise"]
    assert names.index("USER") < names.index("CMD")


def test_shop_is_kept_outside_where_the_command_looks_for_it(steps):
    command = json.loads(rests(steps, "CMD")[0])
    assert command[command.index("--shop") + 1] == rests(steps, "VOLUME")[0] == "/shop"
    assert "--no-browser" in command


def test_one_port_is_served_exposed_and_asked_for_health(steps):
    command = json.loads(rests(steps, "CMD")[0])
    port = command[command.index("--port") + 1]
    assert rests(steps, "EXPOSE") == [port]
    assert f"http://127.0.0.1:{port}/health" in rests(steps, "HEALTHCHECK")[0]


def test_linear_algebra_keeps_to_one_thread(steps):
    assert "OPENBLAS_NUM_THREADS=1" in " ".join(rests(steps, "ENV"))


def test_python_is_one_that_shelfwise_accepts(steps):
    assert rests(steps, "FROM") == ["python:3.11-slim"]
