"""Background jobs for Dash that cannot mix up results, pile up, vanish in silence or outlive the server.

Dash's own manager starts a process per click without limit, serves a finished result to whoever calls next with
the same arguments, and says nothing when a job is killed. Jobs here are known by an id of their own, wait for a free
slot, and are tracked by the one server process, so that only processes it started are ever ended.
"""

import os
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import diskcache
import multiprocess
from dash import DiskcacheManager

from app.background.job_processes import run_job

SLOTS = 2
WAITING_AT_MOST = 60
RESULT_LIFETIME_SECONDS = 24 * 3600


class ResultCache(diskcache.Cache):  # type: ignore[misc]  # diskcache ships no types
    """A disk cache whose entries last a day, so that results of closed tabs do not pile up."""

    def set(self, key: Any, value: Any, expire: float | None = RESULT_LIFETIME_SECONDS, **more: Any) -> Any:
        return super().set(key, value, expire=expire, **more)


class TooManyJobs(RuntimeError):
    """So many jobs wait already that one more would not be reached in time."""


@dataclass
class Job:
    """One submission: its process, started or still waiting for a slot."""

    process: Any
    started: bool = False
    cancelled: bool = False

    def waits(self) -> bool:
        return not self.started and not self.cancelled

    def runs(self) -> bool:
        return self.started and bool(self.process.is_alive())


class JobManager(DiskcacheManager):
    """Dash's DiskcacheManager with a key per submission, limited slots, and jobs that end with the server.

    Finished jobs are forgotten when their result is read; results nobody reads expire after a day.
    """

    def __init__(self, cache: diskcache.Cache, *, slots: int = SLOTS) -> None:
        super().__init__(cache)
        self.slots = slots
        self._jobs: dict[str, Job] = {}
        self._lock = threading.RLock()

    def build_cache_key(self, fn: Callable[..., Any], args: Any, cache_args_to_ignore: Any, triggered: Any) -> str:
        key: str = super().build_cache_key(fn, args, cache_args_to_ignore, triggered)
        return f"{key}-{uuid.uuid4().hex}"

    def call_job_fn(self, key: str, job_fn: Callable[..., None], args: Any, context: Any) -> str:
        with self._lock:
            self.handle.expire()
            if sum(job.waits() for job in self._jobs.values()) >= WAITING_AT_MOST:
                raise TooManyJobs(f"{WAITING_AT_MOST} jobs are waiting already; try again in a minute")
            process = multiprocess.Process(
                target=run_job,
                args=(os.getpid(), job_fn, key, self._make_progress_key(key), args, context),
                daemon=True,
            )
            job_id = uuid.uuid4().hex
            self._jobs[job_id] = Job(process)
            self._start_waiting()
        return job_id

    def get_result(self, key: str, job: str | None) -> Any:
        self._start_waiting()
        running = self.job_running(job)  # asked first: a job may store its result and end between the two questions
        result = self.handle.get(key, self.UNDEFINED)
        if result is self.UNDEFINED:
            return self.UNDEFINED if running else self._explain_silence(job)
        self.clear_cache_entry(key)
        self.clear_cache_entry(self._make_progress_key(key))
        self.terminate_job(job)
        return result

    def job_running(self, job: str | None) -> bool:
        with self._lock:
            known = self._jobs.get(job or "")
            return known is not None and (known.waits() or known.runs())

    def terminate_job(self, job: str | None) -> None:
        with self._lock:
            known = self._jobs.get(job or "")
            if known is None:
                return
            known.cancelled = True
            if known.runs():
                known.process.kill()
                known.process.join(1)
            self._start_waiting()

    def terminate_unhealthy_job(self, job: str | None) -> bool:
        if self.job_running(job):
            return False
        self.terminate_job(job)
        return True

    def _start_waiting(self) -> None:
        with self._lock:
            free = self.slots - sum(job.runs() for job in self._jobs.values())
            for job in [job for job in self._jobs.values() if job.waits()][: max(free, 0)]:
                job.process.start()
                job.started = True
            self._forget_cancelled()

    def _forget_cancelled(self) -> None:
        ended = [job_id for job_id, job in self._jobs.items() if job.cancelled and not job.runs()]
        for job_id in ended[:-WAITING_AT_MOST]:
            del self._jobs[job_id]

    def _explain_silence(self, job: str | None) -> Any:
        """A job that ended without a result was cancelled, or it died: only the second needs words."""
        known = self._jobs.get(job or "")
        if known is None or known.cancelled:
            return self.UNDEFINED
        known.cancelled = True
        return {"background_callback_error": {"msg": "The job ended without a result.", "tb": ""}}


def open_job_manager(folder: Path) -> JobManager:
    """The manager whose results lie in `folder`, which only its owner may read since results are pickles."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return JobManager(ResultCache(str(folder), eviction_policy="none"))
