"""Who works on the parts of a shop: this process, all cores of this computer, or the machines of a Dask cluster."""

import importlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import joblib

from app.background.job_processes import end_with
from app.words.problems import problem_sentence
from data.problems import Problem
from forecasting.spread import IN_TURN, Spread

DASK = "SHELFWISE_DASK"
FEWEST_PRODUCTS = 3000  # a shop of fewer is done before other processes have started
MOST_PROCESSES = 8  # each holds some 180 MB; beyond so many, what one process has to do alone takes most of the time
FEWEST_FOR_HELPERS = 300  # of a smaller shop the days are ordered again before other processes have started
IDLE_SECONDS = 60
ANSWER_SECONDS = 10

Part = TypeVar("Part")
Result = TypeVar("Result")


class NoCluster(RuntimeError):
    """There is no Dask cluster where one was named."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem_sentence(problem))
        self.problem = problem


class Workers:
    """Processes that work on parts at the same time, as joblib starts them or finds them."""

    def __init__(self, **how: Any) -> None:
        self._how = how

    def run(self, work: Callable[[Part], Result], parts: Iterable[Part]) -> Iterator[Result]:
        """As Spread.run."""
        with joblib.parallel_config(**self._how):
            parallel = joblib.Parallel(return_as="generator", batch_size=1, max_nbytes=None)
        done: Iterator[Result] = parallel(joblib.delayed(work)(part) for part in parts)
        return done


@contextmanager
def spread_for(n_products: int, environment: Mapping[str, str]) -> Iterator[Spread]:
    """Who is to work on a shop of so many products.

    The cluster that SHELFWISE_DASK names in the environment, if it does; else this computer's cores where that is
    faster. Raises NoCluster rather than doing the work elsewhere than was asked for.
    """
    address = environment.get(DASK, "").strip()
    if address:
        with _cluster(address) as client:
            yield Workers(backend="dask", client=client)
    else:
        yield _on_cores(n_products, joblib.cpu_count())


def helpers_for(n_products: int) -> Spread:
    """Who works beside this process, which works too: threads for a small shop, else the other cores."""
    cores = joblib.cpu_count()
    if cores < 2:
        return IN_TURN
    count = max(min(cores, MOST_PROCESSES) - 1, 2)  # joblib takes a single one for no reason to start any
    return Workers(backend="threading", n_jobs=count) if n_products < FEWEST_FOR_HELPERS else _processes(count)


def _on_cores(n_products: int, cores: int) -> Spread:
    if n_products < FEWEST_PRODUCTS or cores < 2:
        return IN_TURN
    return _processes(min(cores, MOST_PROCESSES))


def _processes(count: int) -> Workers:
    return Workers(
        backend="loky",
        n_jobs=count,
        inner_max_num_threads=1,
        idle_worker_timeout=IDLE_SECONDS,
        initializer=end_with,  # a job that is cancelled takes its processes along
        initargs=(os.getpid(),),
    )


@contextmanager
def _cluster(address: str) -> Iterator[Any]:
    """A client of the cluster whose scheduler is at `address`."""
    try:
        distributed: Any = importlib.import_module("distributed")  # an optional extra
    except ImportError as missing:
        raise NoCluster(Problem("dask_missing", {"address": address})) from missing
    try:
        client = distributed.Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError) as silent:
        raise NoCluster(Problem("dask_silent", {"address": address, "seconds": ANSWER_SECONDS})) from silent
    with client:
        if not client.ncores():
            raise NoCluster(Problem("dask_without_workers", {"address": address}))
        yield client
