"""The one command of Shelfwise: installs what is missing beside itself, then runs the app or its tests.

Needs nothing but Python. What it installs goes into the folder .venv beside this file; delete that to start afresh.
"""

import contextlib
import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

HELP = """\
python start.py [OPTIONS]            start Shelfwise and open it in the browser
python start.py COMMAND [OPTIONS]    run one of its commands, such as plan or check
python start.py test [OPTIONS]       check the program: style, types, tests
python start.py --help               this text

Options of the app, passed on to it:
  --shop DIR       folder where the shop is kept     python start.py --shop my-shop
  --port N         port, when free                   python start.py --port 8060
  --host ADDRESS   address to listen on              python start.py --host 127.0.0.1
  --no-browser     do not open the browser           python start.py --no-browser
Its commands, each with a --help of its own:         python start.py plan --help

Options of test; all others are passed on to pytest:
  --no-browser-tests   leave tests/browser out, for a computer without Chromium and chromedriver
  for example          python start.py test -k reorder

The first start fetches the packages named in requirements.txt into .venv; later ones need no internet."""


def python_problem(major: int, minor: int) -> str:
    """What to tell the owner when this Python is too old; an empty text when it will do."""
    if (major, minor) >= (3, 11):
        return ""
    return (
        f"Shelfwise needs Python 3.11 or newer, and this is Python {major}.{minor}. Install a newer one from "
        "python.org or your system's packages, then start Shelfwise with it, for example: python3.11 start.py"
    )


# Before the functions below: an older Python can read their annotations, but not run them.
if __name__ == "__main__" and python_problem(*sys.version_info[:2]):
    sys.exit(python_problem(*sys.version_info[:2]))

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUNTIME = (ROOT / "requirements.txt",)
TESTS = (*RUNTIME, ROOT / "requirements-test.txt")

ONE_THREAD_PER_CALL = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

CAUSES = {  # what the installer's output holds: what that means for the owner
    r"Failed to establish a new connection|NameResolutionError|Temporary failure in name resolution|getaddrinfo failed"
    r"|Network is unreachable|Connect(ion)?Timeout|ReadTimeout|ProxyError|Connection (refused|aborted|reset)": (
        "The internet could not be reached. Shelfwise needs it once, to fetch its packages: connect, then start again."
    ),
    r"No space left on device|not enough space on the disk": (
        "The disk is full. Make room (about 1 GB), then start again."
    ),
    r"ensurepip is not available": (
        "This Python came without its venv part. On Debian and Ubuntu: sudo apt install python3-venv. Then start again."
    ),
    r"Permission denied|Access is denied|Read-only file system": (
        f"{ROOT} may not be written to. Move Shelfwise to a folder of your own, then start again."
    ),
    r"No matching distribution found|Failed to build|Failed building wheel": (
        "A package is not to be had for this Python or computer. Python 3.11 to 3.14 from python.org will do."
    ),
}


class StartError(Exception):
    """Something is in the way; the text says what, and what to do."""


def venv_python(venv: Path) -> Path:
    """Where the Python of a virtual environment is on this system, whether or not it exists."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def is_whole(venv: Path) -> bool:
    """Whether the environment has a Python that runs, is new enough and has pip."""
    question = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([venv_python(venv), "-c", question], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv(venv: Path) -> None:
    """Makes the environment, from nothing if a half-made one is there."""
    print("Repairing .venv ..." if venv.exists() else "Making a place for packages (.venv) ...", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(venv)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        words = done.stdout + done.stderr
        raise StartError(f"The folder {venv} could not be made. {likely_cause(words)}\n{last_lines(words)}".rstrip())


def likely_cause(output: str) -> str:
    """One sentence on why installing failed, from the installer's own words; empty when they are not understood."""
    return next((sentence for pattern, sentence in CAUSES.items() if re.search(pattern, output, re.IGNORECASE)), "")


def last_lines(output: str, count: int = 5) -> str:
    """The last lines that are not empty, indented."""
    return "\n".join(f"  {line}" for line in [line for line in output.splitlines() if line.strip()][-count:])


def fingerprint(files: Sequence[Path]) -> str:
    """A text that changes whenever the content of one of the files does."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def install(files: Sequence[Path], *, venv: Path) -> None:
    """Installs the last of `files` unless this was done before with the same content of all of them.

    The tests' packages replace one of the app's, so a change of the app's list installs the tests' list again.
    """
    stamp = venv / f"installed-{files[-1].stem}"
    wanted = fingerprint(files)
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    stamp.unlink(missing_ok=True)
    pip = [str(venv_python(venv)), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    command = [*pip, "install", "--progress-bar", "off", "-r", str(files[-1])]
    run_pip(command, total=package_count(files[-1]), log=venv / "install.log")
    stamp.write_text(wanted, encoding="ascii")


def package_count(requirements: Path) -> int:
    """How many packages a requirements file names."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if line.strip() and not line.startswith("#"))


def run_pip(command: Sequence[str], *, total: int, log: Path) -> None:
    """Runs pip with a moving count; its own words go to `log`, and a failure becomes a StartError."""
    print(f"Installing {total} packages, once. This takes about a minute ...", flush=True)
    started = time.monotonic()
    seen: set[str] = set()
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    with pip, log.open("w", encoding="utf-8") as words:
        for raw in pip.stdout or ():
            line = raw.decode(errors="replace").rstrip()
            print(line, file=words)
            show_progress(line, seen=seen, total=total)
    if pip.returncode:
        raise StartError(failure_sentence(log.read_text(encoding="utf-8"), log=log))
    print(f"\nInstalled in {time.monotonic() - started:.0f} seconds.", flush=True)


def show_progress(line: str, *, seen: set[str], total: int) -> None:
    """Counts the lines of the list that pip has come to, on one line of a terminal or in every tenth of a log."""
    if line.startswith("Installing collected packages"):
        print("\n  all fetched, now putting them in their places ...", end="", flush=True)
        return
    found = re.search(r"-r .+ \(line (\d+)\)", line)
    if not found or found[1] in seen:
        return
    seen.add(found[1])
    if sys.stdout.isatty():
        print(f"\r  {len(seen)} of {total}", end="", flush=True)
    elif len(seen) % 10 == 0:
        print(f"  {len(seen)} of {total}", flush=True)


def failure_sentence(output: str, *, log: Path) -> str:
    """What to tell the owner when pip failed."""
    cause = likely_cause(output) or "The packages could not be installed."
    return f"\n{cause}\nThe installer's last words, all of them in {log}:\n{last_lines(output)}"


def prepare(*, tests: bool) -> Path:
    """Brings .venv up to date and returns its Python."""
    try:
        if not is_whole(VENV):
            make_venv(VENV)
        install(RUNTIME, venv=VENV)
        if tests:
            install(TESTS, venv=VENV)
    except OSError as error:
        raise StartError(likely_cause(str(error)) or f"Installing stopped: {error}") from error
    return venv_python(VENV)


def environment_for(base: Mapping[str, str]) -> dict[str, str]:
    """The environment for the app: its rooms can be imported from any folder, linear algebra keeps to one thread."""
    path = os.pathsep.join(filter(None, [str(ROOT), base.get("PYTHONPATH", "")]))
    return {**base, **ONE_THREAD_PER_CALL, "PYTHONPATH": path}


def app_command(python: Path, arguments: Sequence[str]) -> list[str]:
    """The command that runs the app; -P keeps an `app` in the folder where the owner is from being taken for it."""
    return [str(python), "-P", "-m", "app", *arguments]


def run_app(arguments: Sequence[str]) -> int:
    """Becomes the app where the system can do that, else waits for it; Ctrl-C and signals are the app's to handle."""
    command = app_command(prepare(tests=False), arguments)
    environment = environment_for(os.environ)
    if os.name == "posix":
        os.execve(command[0], command, environment)
    with subprocess.Popen(command, env=environment) as app:
        while app.poll() is None:
            with contextlib.suppress(KeyboardInterrupt):
                app.wait()
    return app.returncode


def run_tests(arguments: Sequence[str]) -> int:
    """Brings what the tests need into place and hands over to them."""
    command = [str(prepare(tests=True)), "-m", "tests.checks", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment_for(os.environ), check=False).returncode


def main(arguments: Sequence[str]) -> int:
    """Does what the command line asks for and returns the exit status."""
    try:
        if arguments and arguments[0] in ("--help", "-h"):
            print(HELP)
            return 0
        return run_tests(arguments[1:]) if arguments and arguments[0] == "test" else run_app(arguments)
    except StartError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Start again to go on.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
