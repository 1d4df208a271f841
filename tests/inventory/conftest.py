"""Laws are tested on sixty examples without a time limit each: a busy machine is no counterexample.

`pytest tests/inventory/test_trace.py tests/inventory/test_changes.py --hypothesis-profile=many` plays 10,000 plans.
"""

from hypothesis import settings

settings.register_profile("no_deadline", deadline=None, max_examples=60)
settings.register_profile("many", deadline=None, max_examples=2_000)  # shops of five products: 10,000 plans


def pytest_configure(config):
    settings.load_profile(config.getoption("--hypothesis-profile") or "no_deadline")
