"""Benchmarks are commands, not tests; one of them runs in an environment of its own, with packages the tests lack."""

collect_ignore = ["statsforecast_models.py"]
