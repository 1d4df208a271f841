"""Background jobs: each has its own result, waits for a slot, and never vanishes in silence."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.background.jobs import WAITING_AT_MOST, JobManager, TooManyJobs

PATIENCE_SECONDS = 20.0


def submit(manager: JobManager, function: Callable[..., Any], *args: Any) -> tuple[str, str]:
    """Submit as Dash does: a key for the result, a handle for the job."""
    job_function = manager.make_job_fn(function, True)
    key = manager.build_cache_key(function, list(args), [], None)
    return key, manager.call_job_fn(key, job_function, list(args), {})


def outcome(manager: JobManager, key: str, job: str) -> Any:
    """Poll as Dash does until there is an answer."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        running = manager.job_running(job)
        result = manager.get_result(key, job)
        if result is not manager.UNDEFINED or not running:
            return result
        time.sleep(0.02)
    raise AssertionError("the job gave no answer")


def answer(_progress: Callable[[Any], None], value: str) -> str:
    return f"{value} from {os.getpid()}"


def sleep(_progress: Callable[[Any], None], seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def die(_progress: Callable[[Any], None]) -> None:
    os._exit(9)


def fail(_progress: Callable[[Any], None]) -> None:
    raise RuntimeError("out of tea")


def test_a_job_runs_in_another_process_and_gives_its_result(manager: JobManager) -> None:
    result = outcome(manager, *submit(manager, answer, "tea"))
    assert result.startswith("tea from ")
    assert result != f"tea from {os.getpid()}"


def test_equal_arguments_never_share_a_result(manager: JobManager) -> None:
    first, second = submit(manager, answer, "tea"), submit(manager, answer, "tea")
    assert first[0] != second[0]
    assert outcome(manager, *first) != outcome(manager, *second)


def test_no_more_jobs_run_at_once_than_there_are_slots(manager: JobManager) -> None:
    jobs = [submit(manager, sleep, 30.0) for _ in range(5)]
    assert sum(job.runs() for job in manager._jobs.values()) == manager.slots == 2
    assert all(manager.job_running(job) for _, job in jobs), "a job that waits counts as going on"


def test_a_waiting_job_starts_when_a_slot_is_free(manager: JobManager) -> None:
    blocking = [submit(manager, sleep, 30.0) for _ in range(2)]
    waiting = submit(manager, answer, "patience")
    assert not manager._jobs[waiting[1]].started
    manager.terminate_job(blocking[0][1])
    assert outcome(manager, *waiting).startswith("patience")


def test_a_killed_job_is_an_error_and_not_silence(manager: JobManager) -> None:
    result = outcome(manager, *submit(manager, die))
    assert "without a result" in result["background_callback_error"]["msg"]


def test_a_failing_job_says_why(manager: JobManager) -> None:
    assert outcome(manager, *submit(manager, fail))["background_callback_error"]["msg"] == "out of tea"


def test_a_cancelled_job_ends_without_a_word(manager: JobManager) -> None:
    key, job = submit(manager, sleep, 30.0)
    process = manager._jobs[job].process
    manager.terminate_job(job)
    assert not process.is_alive()
    assert manager.get_result(key, job) is manager.UNDEFINED
    assert not manager.job_running(job)


def test_a_job_that_nobody_submitted_can_neither_be_asked_for_nor_ended(manager: JobManager) -> None:
    assert not manager.job_running(str(os.getpid()))
    manager.terminate_job(str(os.getpid()))
    manager.terminate_job(None)


def test_too_many_waiting_jobs_are_refused(manager: JobManager) -> None:
    for _ in range(manager.slots + WAITING_AT_MOST):
        submit(manager, sleep, 30.0)
    with pytest.raises(TooManyJobs, match="try again"):
        submit(manager, sleep, 30.0)


def test_only_the_owner_can_read_the_results(manager: JobManager) -> None:
    assert Path(manager.handle.directory).stat().st_mode & 0o077 == 0


SERVER = """
    import os, socket, sys, time
    from pathlib import Path
    from app.background.jobs import open_job_manager
    from tests.app.background.test_jobs import sleep, submit

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    manager = open_job_manager(Path(sys.argv[1]))
    key, job = submit(manager, sleep, 60.0)
    print(listening.getsockname()[1], manager._jobs[job].process.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Linux and macOS")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_job_ends_with_its_server_and_leaves_the_port_free(tmp_path: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-c", textwrap.dedent(SERVER), str(tmp_path / "jobs")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        port, job_pid = (int(word) for word in server.stdout.readline().split())
        assert psutil.pid_exists(job_pid)
        server.send_signal(how)
        server.wait(PATIENCE_SECONDS)
    assert port not in listening_ports()
    end = time.monotonic() + PATIENCE_SECONDS
    while psutil.pid_exists(job_pid) and time.monotonic() < end:
        time.sleep(0.1)
    assert not psutil.pid_exists(job_pid)


def listening_ports() -> set[int]:
    return {c.laddr.port for c in psutil.net_connections("tcp") if c.status == psutil.CONN_LISTEN}
