"""What the browser is served comes from the project alone, in the versions that the Python packages expect."""

import re
from pathlib import Path

import plotly
import pytest

ASSETS = Path(__file__).parents[1] / "assets"
VENDOR = ASSETS / "vendor"
SERVED = sorted(path for path in ASSETS.rglob("*") if path.suffix in {".css", ".js"})


def head(path: Path) -> str:
    return path.read_text(encoding="utf-8")[:500]


def version_in(text: str) -> str:
    found = re.search(r"v(\d+\.\d+\.\d+)", text)
    assert found, f"no version in {text!r}"
    return found[1]


def test_charts_in_the_browser_have_the_version_that_python_draws_for():
    bundled = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    ours = VENDOR / "plotly" / "plotly-basic.min.js"
    assert version_in(head(ours)) == version_in(head(bundled)), "renew it as assets/vendor/README.md says"


@pytest.mark.parametrize(
    "folder", sorted(path for path in VENDOR.iterdir() if path.is_dir()), ids=lambda path: path.name
)
def test_each_package_of_others_has_its_licence_and_is_listed(folder):
    assert (folder / "LICENSE").stat().st_size > 500
    listed = (VENDOR / "README.md").read_text(encoding="utf-8")
    for file in folder.iterdir():
        if file.suffix in {".css", ".js"}:
            line = next((line for line in listed.splitlines() if f"{folder.name}/{file.name}" in line), "")
            assert version_in(head(file)) in line, (
                f"{file.name} is not listed with its version in assets/vendor/README.md"
            )


def test_style_sheets_load_nothing_from_elsewhere():
    for path in SERVED:
        if path.suffix == ".css":
            loaded = re.findall(r"url\(\s*[\"']?(https?:|//)|@import", path.read_text(encoding="utf-8"))
            assert not loaded, f"{path.relative_to(ASSETS)} loads {loaded}"


def test_no_tool_of_the_tests_is_served_to_users():
    assert not [path for path in SERVED if path.name.startswith("axe")]
