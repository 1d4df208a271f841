"""All that must be green before a change is kept: style, types, tests with a real browser.

`python start.py test` brings what it needs into place and calls it; inside the environment, `python -m tests.checks`.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("tests/browser", "tests/app/pages", "tests/app/planning")  # about half of the time
NOTHING: Mapping[str, Sequence[str]] = {}
NO_BROWSER = """\
The browser tests need Chromium (or Chrome) and a chromedriver of the same version on the PATH.
Debian: sudo apt install chromium chromium-driver. macOS: brew install --cask chromium chromedriver.
Or leave these tests out: python start.py test --no-browser-tests"""


def main(arguments: Sequence[str]) -> int:
    """Runs style, types and tests, all of them even if one fails; 0 when all passed.

    With options there is one pytest that gets them. Without, the rest is tested beside the pages, in half the time.
    """
    with_browser = "--no-browser-tests" not in arguments
    options = [argument for argument in arguments if argument != "--no-browser-tests"]
    browser = browser_environment(os.environ) if with_browser else {}
    pytest, left_out = [sys.executable, "-m", "pytest"], [] if with_browser else ["--ignore=tests/browser"]
    checks = {"ruff": [sys.executable, "-m", "ruff", "check", "."], "mypy": [sys.executable, "-m", "mypy"]}
    beside = {}
    if options:
        checks["pytest"] = [*pytest, *left_out, *options]
    else:
        checks["pytest of the pages"] = [*pytest, *left_out, *PAGES]
        beside["pytest of the rest"] = [*pytest, *(f"--ignore={folder}" for folder in PAGES)]
    return run_checks(checks, environment={**os.environ, **browser}, beside=beside)


def run_checks(
    checks: Mapping[str, Sequence[str]],
    *,
    environment: Mapping[str, str],
    beside: Mapping[str, Sequence[str]] = NOTHING,
) -> int:
    """Runs commands in the project's folder, one after the other and those of `beside` meanwhile; 0 if all passed.

    What those beside say is shown when they are done. The last line printed is on all of them.
    """
    with contextlib.ExitStack() as stack:
        started = time.monotonic()
        running = {}
        for name, command in beside.items():
            said = stack.enter_context(tempfile.TemporaryFile())
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT)
            running[name] = (stack.enter_context(process), said)
        results = {name: run_check(name, command, environment=environment) for name, command in checks.items()}
        for name, (process, said) in running.items():
            status = process.wait()
            said.seek(0)
            print(f"\n== {name}\n{said.read().decode(errors='replace')}", flush=True)
            results[name] = verdict(name, status, seconds=time.monotonic() - started)
    failed = any(" failed " in result for result in results.values())
    print(f"\n{'FAILED' if failed else 'All passed'}: {', '.join(results.values())}", flush=True)
    return int(failed)


def run_check(name: str, command: Sequence[str], *, environment: Mapping[str, str]) -> str:
    """Runs one command in sight and returns what came of it."""
    print(f"\n== {name}", flush=True)
    started = time.monotonic()
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return verdict(name, status, seconds=time.monotonic() - started)


def verdict(name: str, status: int, *, seconds: float) -> str:
    """What came of a command, in three words and its time."""
    return f"{name} {'failed' if status else 'passed'} ({seconds:.0f} s)"


def find_chromium(base: Mapping[str, str]) -> str | None:
    """The path of a Chromium or Chrome on this computer."""
    places = [base["DASH_TEST_CHROMEPATH"]] if "DASH_TEST_CHROMEPATH" in base else []
    places += ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    places += [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Chromium")]
    folders = [base[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if name in base]
    places += [rf"{folder}\Google\Chrome\Application\chrome.exe" for folder in folders]
    return next(filter(None, map(shutil.which, places)), None)


def browser_environment(base: Mapping[str, str]) -> dict[str, str]:
    """What the browser tests need to know; installs Chromium and its driver where they are missing and apt-get may."""
    if not (find_chromium(base) and shutil.which("chromedriver")):
        install_chromium()
    chromium = find_chromium(base)
    if not (chromium and shutil.which("chromedriver")):
        sys.exit(NO_BROWSER)
    # SE_OFFLINE: selenium must never look for another driver on the internet.
    return {"DASH_TEST_CHROMEPATH": chromium, "SE_OFFLINE": "true"}


def install_chromium() -> None:
    """Installs Chromium and its driver by apt-get if that is here and asks for no password; what it says is shown."""
    apt_get = apt_get_command()
    if not apt_get:
        return
    print("Installing Chromium and its driver by apt-get ...", flush=True)
    for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"]):
        subprocess.run([*apt_get, "-qq", *step], check=False)


def apt_get_command() -> list[str]:
    """How to call apt-get without being asked for a password; empty where that is not possible."""
    if sys.platform == "win32" or not shutil.which("apt-get"):
        return []
    unasked = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if os.geteuid() == 0:
        return unasked
    sudo = shutil.which("sudo")
    allowed = sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n", *unasked] if allowed else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
