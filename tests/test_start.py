"""The starter on invented computers: no test here touches the network or the project's own .venv."""

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import start

START = Path(start.__file__)
POSIX = pytest.mark.skipif(os.name == "nt", reason="the invented Python is a shell script")


def write_script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def invented_project(root: Path, *, app: str, pip: str = "exit 0") -> Path:
    """A folder with the real start.py, an environment whose pip is the shell line `pip`, and an app of one file."""
    root.mkdir()
    shutil.copy(START, root)
    (root / "requirements.txt").write_text("# what it is for\none==1.0\n", encoding="utf-8")
    (root / "app").mkdir()
    (root / "app" / "__init__.py").touch()
    (root / "app" / "__main__.py").write_text(app, encoding="utf-8")
    write_script(root / ".venv/bin/python", f'if [ "$2" = pip ]; then {pip}; fi\nexec "{sys.executable}" "$@"')
    return root


def run_start(root: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "start.py"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


# --- which Python


def test_old_python_is_told_what_it_is_and_what_is_needed():
    sentence = start.python_problem(3, 8)
    assert "this is Python 3.8" in sentence
    assert "needs Python 3.11 or newer" in sentence
    assert "python.org" in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_new_python_is_no_problem(version):
    assert start.python_problem(*version) == ""


def test_old_python_gets_one_sentence_and_no_traceback():
    pretend = "import runpy, sys; sys.version_info = (3, 8, 10); runpy.run_path(sys.argv[1], run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", pretend, str(START)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == start.python_problem(3, 8)


def test_old_python_can_read_the_file():
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))


# --- when to make the environment again


def test_environment_with_python_and_pip_is_whole():
    assert start.is_whole(Path(sys.prefix))


def test_missing_environment_is_not_whole(tmp_path):
    assert not start.is_whole(tmp_path / ".venv")


@POSIX
def test_environment_whose_python_was_removed_is_not_whole(tmp_path):
    python = start.venv_python(tmp_path)
    python.parent.mkdir()
    python.symlink_to(tmp_path / "no-longer-there")
    assert not start.is_whole(tmp_path)


@POSIX
def test_environment_without_pip_is_not_whole(tmp_path):
    without_packages = f'exec "{sys.executable}" -I -S "$@"'
    write_script(tmp_path / "bin/python", without_packages)
    assert not start.is_whole(tmp_path)


@POSIX
def test_environment_of_an_old_python_is_not_whole(tmp_path):
    write_script(tmp_path / "bin/python", f'exec "{sys.executable}" -c "import sys; sys.version_info = (3, 10); $2"')
    assert not start.is_whole(tmp_path)


def test_half_made_environment_is_made_again_from_nothing(tmp_path, capsys, monkeypatch):
    commands = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command) or ok())
    (tmp_path / ".venv").mkdir()
    start.make_venv(tmp_path / ".venv")
    assert commands == [[sys.executable, "-m", "venv", "--clear", str(tmp_path / ".venv")]]
    assert "Repairing" in capsys.readouterr().out


def ok() -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], 0, "", "")


def test_python_without_its_venv_part_says_what_to_install(tmp_path, monkeypatch):
    words = "The virtual environment was not created successfully because ensurepip is not available."
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, words, ""))
    with pytest.raises(start.StartError, match="sudo apt install python3-venv"):
        start.make_venv(tmp_path / ".venv")


# --- when to install again


@pytest.fixture
def pip_calls(monkeypatch) -> list[str]:
    """The requirement files that pip was asked to install; nothing is installed."""
    calls: list[str] = []
    monkeypatch.setattr(start, "run_pip", lambda command, **_: calls.append(Path(command[-1]).name))
    return calls


@pytest.fixture
def lists(tmp_path) -> tuple[Path, Path]:
    """Two requirement files, of the app and of its tests, in a folder that is also the environment."""
    app, tests = tmp_path / "requirements.txt", tmp_path / "requirements-test.txt"
    app.write_text("one==1\n", encoding="utf-8")
    tests.write_text("two==2\n", encoding="utf-8")
    return app, tests


def test_packages_are_installed_once(pip_calls, lists, tmp_path):
    start.install(lists[:1], venv=tmp_path)
    start.install(lists[:1], venv=tmp_path)
    assert pip_calls == ["requirements.txt"]


def test_changed_list_is_installed_again(pip_calls, lists, tmp_path):
    start.install(lists[:1], venv=tmp_path)
    lists[0].write_text("one==1.1\n", encoding="utf-8")
    start.install(lists[:1], venv=tmp_path)
    assert pip_calls == ["requirements.txt", "requirements.txt"]


def test_list_of_the_app_changed_installs_that_of_the_tests_again(pip_calls, lists, tmp_path):
    start.install(lists, venv=tmp_path)
    lists[0].write_text("one==1.1\n", encoding="utf-8")
    start.install(lists, venv=tmp_path)
    assert pip_calls == ["requirements-test.txt", "requirements-test.txt"]


def test_list_of_the_tests_changed_leaves_the_app_alone(pip_calls, lists, tmp_path):
    start.install(lists[:1], venv=tmp_path)
    lists[1].write_text("two==2.1\n", encoding="utf-8")
    start.install(lists[:1], venv=tmp_path)
    assert pip_calls == ["requirements.txt"]


def test_failed_installation_is_tried_again_even_when_the_list_goes_back(lists, tmp_path, monkeypatch):
    monkeypatch.setattr(start, "run_pip", lambda *_, **__: None)
    start.install(lists[:1], venv=tmp_path)
    before = lists[0].read_bytes()
    lists[0].write_text("one==1.1\n", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise start.StartError("no")

    monkeypatch.setattr(start, "run_pip", fail)
    with pytest.raises(start.StartError):
        start.install(lists[:1], venv=tmp_path)
    lists[0].write_bytes(before)
    with pytest.raises(start.StartError):
        start.install(lists[:1], venv=tmp_path)


# --- what pip says


def pretended_pip(*lines: str, status: int = 0) -> list[str]:
    say = "import sys; print(*sys.argv[2:], sep='\\n'); sys.exit(int(sys.argv[1]))"
    return [sys.executable, "-c", say, str(status), *lines]


def test_count_moves_with_pip(tmp_path, capsys):
    lines = [f"Collecting package{n}==1 (from -r my folder/requirements.txt (line {n}))" for n in range(20)]
    start.run_pip(pretended_pip(*lines, "Installing collected packages: all"), total=20, log=tmp_path / "log")
    said = capsys.readouterr().out
    assert "Installing 20 packages, once" in said
    assert "10 of 20" in said
    assert "20 of 20" in said
    assert "Installed in" in said


def test_package_counts_once_wherever_pip_takes_it_from():
    seen: set[str] = set()
    lines = (
        "Processing /wheels/dash-4.4.1-py3-none-any.whl (from -r requirements.txt (line 4))",
        "Requirement already satisfied: Flask<3.2,>=1.0.4 in .venv (from dash==4.4.1->-r requirements.txt (line 4))",
        "Requirement already satisfied: flask==3.1.3 in .venv (from -r requirements.txt (line 30))",
        "Looking in links: wheels",
    )
    for line in lines:
        start.show_progress(line, seen=seen, total=2)
    assert seen == {"4", "30"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("NewConnectionError: Failed to establish a new connection: [Errno -3]", "The internet could not be reached"),
        ("Could not install packages: [Errno 28] No space left on device", "The disk is full"),
        ("Could not install packages: [Errno 13] Permission denied: '/opt'", "may not be written to"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "Python 3.11 to 3.14"),
        ("something nobody has seen before", "The packages could not be installed"),
    ],
)
def test_failure_says_why_and_where_the_rest_is(tmp_path, words, sentence):
    log = tmp_path / "install.log"
    with pytest.raises(start.StartError) as problem:
        start.run_pip(pretended_pip("Collecting one", words, status=1), total=1, log=log)
    assert sentence in str(problem.value)
    assert words in str(problem.value)
    assert str(log) in str(problem.value)
    assert "Collecting one" in log.read_text(encoding="utf-8")


def test_no_network_wins_over_what_follows_from_it():
    output = "NewConnectionError: getaddrinfo failed\nERROR: No matching distribution found for dash==4.4.1"
    assert "internet" in start.likely_cause(output)


@POSIX
def test_start_without_network_ends_with_a_sentence_and_leaves_no_stamp(tmp_path):
    offline = "echo 'Failed to establish a new connection'; exit 1"
    root = invented_project(tmp_path / "project", app="print('started')", pip=offline)
    done = run_start(root, folder=tmp_path)
    assert done.returncode == 1
    assert "The internet could not be reached" in done.stderr
    assert "Traceback" not in done.stderr
    assert "started" not in done.stdout
    assert not (root / ".venv/installed-requirements").exists()


# --- running the app


@POSIX
def test_options_and_exit_status_pass_through(tmp_path):
    root = invented_project(tmp_path / "project", app="import sys; print(sys.argv[1:]); sys.exit(7)")
    done = run_start(root, "--shop", "my shop", "--port", "8060", "--no-browser", folder=tmp_path)
    assert done.returncode == 7
    assert done.stdout.splitlines()[-1] == "['--shop', 'my shop', '--port', '8060', '--no-browser']"


@POSIX
def test_app_runs_in_the_owners_folder_but_is_not_looked_for_there(tmp_path):
    app = "import os; print(os.getcwd(), os.environ['OPENBLAS_NUM_THREADS'])"
    root = invented_project(tmp_path / "project", app=app)
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "app").mkdir(parents=True)
    (elsewhere / "app/__main__.py").write_text("print('the wrong app')", encoding="utf-8")
    done = run_start(root, folder=elsewhere)
    assert done.stdout.splitlines()[-1] == f"{elsewhere} 1"


@POSIX
def test_ctrl_c_belongs_to_the_app(tmp_path):
    app = """\
import time
try:
    print("ready", flush=True)
    time.sleep(30)
except KeyboardInterrupt:
    print("closed in order", flush=True)
"""
    root = invented_project(tmp_path / "project", app=app)
    command = [sys.executable, str(root / "start.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        while running.stdout.readline().strip() != "ready":
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        said, complaints = running.communicate(timeout=30)
    assert (said, complaints, running.returncode) == ("closed in order\n", "", 0)


def test_help_needs_no_environment_and_names_every_option(capsys, monkeypatch):
    monkeypatch.setattr(start, "prepare", lambda **_: pytest.fail("help must not install"))
    assert start.main(["--help"]) == 0
    said = capsys.readouterr().out
    for option in ("--shop", "--port", "--host", "--no-browser", "test", "--no-browser-tests"):
        assert option in said
