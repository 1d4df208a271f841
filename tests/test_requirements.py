"""The lists of packages are complete, pinned and name no place to fetch from."""

import re
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
APP, TESTS = ROOT / "requirements.txt", ROOT / "requirements-test.txt"
COMPUTERS = [
    {"python_version": python, "python_full_version": f"{python}.0", **system}
    for python in ("3.11", "3.12", "3.13", "3.14")
    for system in (
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
        {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    )
]


def requirements(file: Path) -> list[Requirement]:
    lines = (line.split(" #")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def pinned_on(file: Path, computer: dict[str, str]) -> set[str]:
    """The names that pip takes from the list on such a computer."""
    environment = {**default_environment(), **computer, "extra": ""}
    return {canonicalize_name(each.name) for each in requirements(file) if holds(each, environment)}


def holds(requirement: Requirement, environment: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(environment)


def needed_by(requirement: Requirement, computer: dict[str, str]) -> set[str]:
    """The names that an installed package asks for on such a computer, with the extras that the list asks for."""
    environments = [{**default_environment(), **computer, "extra": extra} for extra in ("", *requirement.extras)]
    wanted = map(Requirement, requires(requirement.name) or [])
    return {canonicalize_name(each.name) for each in wanted if any(holds(each, here) for here in environments)}


@pytest.mark.parametrize("file", [APP, TESTS], ids=lambda file: file.name)
def test_every_package_has_exactly_one_version(file):
    for each in requirements(file):
        assert re.fullmatch(r"==[\w.]+", str(each.specifier)), f"{file.name}: {each} is not pinned"
    names = [canonicalize_name(each.name) for each in requirements(file)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("file", [APP, TESTS], ids=lambda file: file.name)
def test_no_list_says_where_to_fetch_from(file):
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"^\s*-|://| @ ", text, re.MULTILINE)


@pytest.mark.parametrize(
    "computer", COMPUTERS, ids=lambda computer: f"{computer['sys_platform']}-{computer['python_version']}"
)
@pytest.mark.parametrize("file", [APP, TESTS], ids=lambda file: file.name)
def test_nothing_is_needed_that_is_not_pinned(file, computer):
    pinned = pinned_on(APP, computer) | (pinned_on(TESTS, computer) if file == TESTS else set())
    environment = {**default_environment(), **computer, "extra": ""}
    here = default_environment() | {"extra": ""}
    missing = {
        f"{name} (for {each.name})"
        for each in requirements(file)
        if holds(each, environment) and holds(each, here)
        for name in needed_by(each, computer) - pinned
    }
    assert not missing, f"{file.name} lacks {sorted(missing)}"


def test_installed_packages_are_the_ones_pinned():
    here = default_environment() | {"extra": ""}
    pins = {
        canonicalize_name(each.name): each for file in (APP, TESTS) for each in requirements(file) if holds(each, here)
    }
    other = {name: version(name) for name, each in pins.items() if not each.specifier.contains(version(name))}
    assert not other, "python start.py test installs the right ones"
