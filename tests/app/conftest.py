"""The sample shop with its plan, made once and only read, and small shops that a test may change."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings as hypothesis_settings

from app.background.jobs import JobManager, open_job_manager
from app.desk import Desk, inputs_now, make_forecast, open_desk, plan_now
from app.incoming.arrivals import take_in_sample
from app.planning.plan import Plan
from app.proof.kept import Proof, make_proof
from app.settings import Settings
from tests.app.shops import NOW, small_sales, stock_shop, unheard, write_sales

# Laws are tested without a time limit per example: a busy machine is no counterexample.
hypothesis_settings.register_profile("no_deadline", deadline=None)
hypothesis_settings.register_profile("many", deadline=None, max_examples=2_500)  # plans of four products: 10,000


def pytest_configure(config: pytest.Config) -> None:
    hypothesis_settings.load_profile(config.getoption("--hypothesis-profile") or "no_deadline")


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample shop, its forecast made. To be read only."""
    desk = open_desk(Settings(tmp_path_factory.mktemp("sample") / "shop"))
    take_in_sample(desk.shop, now=NOW, progress=unheard)
    make_forecast(desk, unheard)
    yield desk
    desk.forecasts.close()


@pytest.fixture(scope="session")
def sample_plan(sample_desk: Desk) -> Plan:
    plan = plan_now(sample_desk)
    assert plan is not None
    return plan


@pytest.fixture(scope="session")
def proven_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Six products that sell 1 to 16 a day for 34 weeks, up to 25 August 2024. To be read only."""
    folder = tmp_path_factory.mktemp("proven")
    units = np.random.default_rng(5).poisson(np.linspace(1, 16, 6), (238, 6))
    desk = open_desk(Settings(folder / "shop"))
    stock_shop(desk.shop, write_sales(folder / "till.csv", {f"p{n}": units[:, n].tolist() for n in range(6)}))
    make_forecast(desk, unheard)
    yield desk
    desk.forecasts.close()


@pytest.fixture(scope="session")
def proof(proven_desk: Desk) -> Proof:
    inputs = inputs_now(proven_desk)
    assert inputs is not None
    return make_proof(proven_desk, inputs, unheard)


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[JobManager]:
    """Of background jobs; ends those that a test leaves."""
    made = open_job_manager(tmp_path / "jobs")
    yield made
    for job in list(made._jobs):
        made.terminate_job(job)
    made.handle.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty shop."""
    opened = open_desk(Settings(tmp_path / "shop", upload_limit_bytes=2 * 1024**2))
    yield opened
    opened.forecasts.close()


@pytest.fixture
def small_desk(desk: Desk, tmp_path: Path) -> Desk:
    """A shop of three products, ten weeks of sales up to 10 March 2024, its forecast made."""
    stock_shop(desk.shop, small_sales(tmp_path))
    make_forecast(desk, unheard)
    return desk


@pytest.fixture
def small_plan(small_desk: Desk) -> Plan:
    plan = plan_now(small_desk)
    assert plan is not None
    assert plan.inputs.today == dt.date(2024, 3, 11)
    return plan
