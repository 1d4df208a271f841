"""The checks run all together, find or install their browser, and end with one line on all of them."""

import os
import shutil
import subprocess
import sys

import pytest

from tests import checks


def test_all_checks_run_and_the_last_line_names_the_failed_one(capfd):
    wanted = {
        "first": [sys.executable, "-c", "raise SystemExit(3)"],
        "second": [sys.executable, "-c", "print('second ran')"],
    }
    assert checks.run_checks(wanted, environment=os.environ) == 1
    said = capfd.readouterr().out
    assert "second ran" in said
    assert said.splitlines()[-1].startswith("FAILED: first failed")
    assert "second passed" in said.splitlines()[-1]


def test_status_is_zero_when_all_checks_pass(capfd):
    assert checks.run_checks({"only": [sys.executable, "-c", ""]}, environment=os.environ) == 0
    assert capfd.readouterr().out.splitlines()[-1].startswith("All passed")


@pytest.fixture
def checks_asked_for(monkeypatch) -> list[dict[str, list[str]]]:
    """What would run."""
    asked: list[dict[str, list[str]]] = []
    monkeypatch.setattr(checks, "run_checks", lambda wanted, beside, **_: asked.append({**wanted, **beside}) or 0)
    return asked


def test_test_options_go_to_one_pytest_after_style_and_types(checks_asked_for, monkeypatch):
    monkeypatch.setattr(checks, "browser_environment", lambda _: {})
    assert checks.main(["-k", "reorder"]) == 0
    assert checks_asked_for[0]["pytest"] == [sys.executable, "-m", "pytest", "-k", "reorder"]
    assert list(checks_asked_for[0]) == ["ruff", "mypy", "pytest"]


def test_browser_tests_can_be_left_out_where_no_browser_is(checks_asked_for, monkeypatch):
    monkeypatch.setattr(checks, "browser_environment", lambda _: pytest.fail("no browser is needed"))
    assert checks.main(["--no-browser-tests", "-x"]) == 0
    assert checks_asked_for[0]["pytest"] == [sys.executable, "-m", "pytest", "--ignore=tests/browser", "-x"]


def test_without_options_every_test_runs_once(checks_asked_for, monkeypatch):
    monkeypatch.setattr(checks, "browser_environment", lambda _: {})
    assert checks.main([]) == 0
    pages, rest = (checks_asked_for[0][f"pytest of the {part}"] for part in ("pages", "rest"))
    given = pages[pages.index("pytest") + 1 :]
    assert given == list(checks.PAGES)
    assert rest[rest.index("pytest") + 1 :] == [f"--ignore={folder}" for folder in given]


def test_a_check_that_runs_beside_is_waited_for_shown_and_counted(capfd):
    beside = {"beside": [sys.executable, "-c", "import time; time.sleep(0.2); print('said late'); raise SystemExit(5)"]}
    wanted = {"only": [sys.executable, "-c", "print('said soon')"]}
    assert checks.run_checks(wanted, environment=os.environ, beside=beside) == 1
    said = capfd.readouterr().out
    assert said.index("said soon") < said.index("== beside") < said.index("said late")
    assert "only passed" in said.splitlines()[-1]
    assert "beside failed" in said.splitlines()[-1]


def test_missing_chromium_is_installed_by_apt_get_where_allowed(monkeypatch):
    installed: list[str] = []
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name in installed else None)
    monkeypatch.setattr(checks, "apt_get_command", lambda: ["apt-get"])
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: installed.extend(["chromium", "chromedriver"]))
    assert checks.browser_environment({})["DASH_TEST_CHROMEPATH"] == "/usr/bin/chromium"


def test_missing_chromium_that_may_not_be_installed_is_named_with_the_way_out(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match=r"sudo apt install chromium chromium-driver(.|\n)*--no-browser-tests"):
        checks.main([])
