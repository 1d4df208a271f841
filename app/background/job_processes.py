"""How a background job starts, and how it ends with the server that started it.

A forked job inherits the server's listening socket: a server killed during a job would leave the port taken. And a job
whose server is gone would compute for nobody.
"""

import os
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

NICENESS = 5
WATCH_SECONDS = 1.0


def run_job(parent_pid: int, job: Callable[..., None], *args: Any) -> None:
    """Run `job(*args)` as a polite child of process `parent_pid`: the entry point of every job process."""
    close_inherited_sockets()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    end_with(parent_pid)
    job(*args)


def end_with(parent_pid: int) -> None:
    """Let this process, a child of `parent_pid`, end a second after its parent, however that one ends."""
    threading.Thread(target=_exit_with_parent, args=(parent_pid,), daemon=True).start()


def close_inherited_sockets() -> None:
    """Close every socket that this process got from its parent; does nothing where the system cannot list them."""
    for folder in (Path("/proc/self/fd"), Path("/dev/fd")):
        if folder.is_dir():
            for entry in list(folder.iterdir()):
                _close_if_socket(int(entry.name))
            return


def _close_if_socket(descriptor: int) -> None:
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.close(descriptor)
    except OSError:
        pass  # the descriptor that listed the folder is closed by now


def _exit_with_parent(parent_pid: int) -> None:
    while os.getppid() == parent_pid:
        time.sleep(WATCH_SECONDS)
    os._exit(1)
