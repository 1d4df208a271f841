"""Work on the parts of a shop goes to other processes and machines, and comes back the same."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
from click.testing import CliRunner

import app.forecasts.spread
import forecasting.chunks
from app.background.jobs import JobManager
from app.commands.cli import main
from app.forecasts.spread import DASK, NoCluster, Workers, spread_for
from forecasting.forecast import Forecast, forecast_shop
from forecasting.history import History
from forecasting.spread import IN_TURN
from tests.app.shops import small_sales
from tests.app.spread_work import fail, leave_id_and_sleep, process, threads
from tests.forecasting.simulated import poisson_shop, shop_of

PATIENCE_SECONDS = 30.0


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every shop is worth two processes."""
    monkeypatch.setattr(app.forecasts.spread, "FEWEST_PRODUCTS", 0)
    monkeypatch.setattr(app.forecasts.spread.joblib, "cpu_count", lambda: 2)


@pytest.fixture
def history(monkeypatch: pytest.MonkeyPatch) -> History:
    """A shop in five parts, large enough for trees."""
    monkeypatch.setattr(forecasting.chunks, "PRODUCTS_AT_ONCE", 7)
    return shop_of(poisson_shop(n_days=430, n_products=30) + 1.0)


def assert_same(one: Forecast, other: Forecast) -> None:
    for numbers in ("mean", "totals", "day_bands", "arima", "margin"):
        np.testing.assert_array_equal(getattr(one, numbers), getattr(other, numbers))
    np.testing.assert_array_equal(one.past.forecast, other.past.forecast)
    assert one.method == other.method


@pytest.mark.usefixtures("two_cores")
def test_other_processes_say_bit_for_bit_the_same(history: History) -> None:
    with spread_for(30, {}) as spread:
        assert isinstance(spread, Workers)
        assert os.getpid() not in set(spread.run(process, range(8)))
        assert set(spread.run(threads, range(4))) == {"1"}, "for matrix products, or they would crowd each other"
        assert_same(forecast_shop(history, horizon=28, spread=spread), forecast_shop(history, horizon=28))


@pytest.mark.parametrize(("products", "cores"), [(2999, 16), (20_000, 1)])
def test_small_shops_and_single_cores_start_no_processes(
    products: int, cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.forecasts.spread.joblib, "cpu_count", lambda: cores)
    with spread_for(products, {DASK: " "}) as spread:
        assert spread is IN_TURN


def _spread_and_sleep(_progress: Callable[[Any], None], folder: str) -> None:
    """A job that has processes of its own at work; each leaves a file named by its id."""
    with spread_for(10_000, {}) as spread:
        list(spread.run(partial(leave_id_and_sleep, folder=folder), range(2)))


@pytest.mark.skipif(sys.platform == "win32", reason="a process whose parent is gone is not known there")
@pytest.mark.usefixtures("two_cores")
def test_a_cancelled_job_takes_its_processes_along(manager: JobManager, tmp_path: Path) -> None:
    job_function = manager.make_job_fn(_spread_and_sleep, True)
    key = manager.build_cache_key(_spread_and_sleep, [str(tmp_path)], [], None)
    job = manager.call_job_fn(key, job_function, [str(tmp_path)], {})
    workers = _wait_for(lambda: [int(path.name) for path in tmp_path.iterdir() if path.name.isdigit()], 2)
    assert all(psutil.pid_exists(worker) for worker in workers)
    manager.terminate_job(job)
    _wait_for(lambda: [worker for worker in workers if not psutil.pid_exists(worker)], 2)


def _wait_for(found: Callable[[], list[int]], count: int) -> list[int]:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if len(found()) >= count:
            return found()
        time.sleep(0.05)
    raise AssertionError(f"only {found()} after {PATIENCE_SECONDS} seconds")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a real Dask scheduler with two workers."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
        yield cluster.scheduler_address


def test_a_dask_cluster_says_bit_for_bit_the_same(scheduler: str, history: History) -> None:
    with spread_for(30, {DASK: scheduler}) as spread:
        ids = set(spread.run(process, range(8)))
        assert len(ids) == 2
        assert os.getpid() not in ids
        assert_same(forecast_shop(history, horizon=28, spread=spread), forecast_shop(history, horizon=28))


def test_an_error_on_a_cluster_is_told_here(scheduler: str) -> None:
    with spread_for(30, {DASK: scheduler}) as spread, pytest.raises(ZeroDivisionError):
        list(spread.run(fail, range(3)))


def test_a_scheduler_that_does_not_answer_is_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(app.forecasts.spread, "ANSWER_SECONDS", 1)
    with pytest.raises(NoCluster, match=r"No Dask scheduler answered at tcp://127\.0\.0\.1:1 within 1 seconds"):
        spread_for(30, {DASK: "tcp://127.0.0.1:1"}).__enter__()


def test_a_cluster_without_workers_is_an_error_that_says_what_to_do() -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0") as cluster,
        pytest.raises(NoCluster, match=r"has no workers\. Start some"),
        spread_for(30, {DASK: cluster.scheduler_address}),
    ):
        pass


def test_without_the_package_the_command_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setenv(DASK, "tcp://10.0.0.1:8786")
    said = CliRunner().invoke(main, ["plan", str(small_sales(tmp_path)), "--out", str(tmp_path / "plan")])
    assert said.exit_code == 1
    assert "names the Dask scheduler tcp://10.0.0.1:8786, but the package distributed is not installed" in said.output
    served = CliRunner().invoke(main, ["--shop", str(tmp_path / "shop"), "--no-browser"])
    assert served.exit_code == 1
    assert "pip install distributed" in served.output
