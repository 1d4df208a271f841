"""Scripts, styles and fonts: compressed once, kept by the browser, and loaded only where a page needs them."""

import gzip
from collections.abc import Callable

import brotli
import dash_ag_grid
from dash import Dash, _dash_renderer, dash_table
from flask import Response, request
from plotly.offline import get_plotlyjs_version

FOREVER, A_DAY, ASK = "public, max-age=31536000, immutable", "public, max-age=86400", "no-cache"
COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=6),
    "gzip": lambda content: gzip.compress(content, 6),
}
TEXTS = ("text/javascript", "application/javascript", "text/css")
SUITES, ASSETS = "/_dash-component-suites/", "/assets/"
LATER = r"plotly-basic\.min\.js"  # for Dash's assets_ignore: charts ask for it themselves
GRID = f"{SUITES}dash_ag_grid/dash_ag_grid.min.js?m={dash_ag_grid.__version__}"
CHARTS = f"{ASSETS}vendor/plotly/plotly-basic.min.js?m={get_plotlyjs_version()}"


def load_less() -> None:
    """Keep from the pages the scripts that they can do without, or that come when a page needs them.

    The grid, a quarter of all, is loaded by assets/web/grid.js. No page has a dash_table. Of the polyfill, made for
    browsers before 2018, Dash needs only `regeneratorRuntime`, which dash_bootstrap_components defines as well.
    """
    dash_ag_grid._js_dist[0]["dynamic"] = True  # Dash loads whole libraries at once or, marked so, not by itself
    for script in vars(dash_table)["_js_dist"]:  # which its types do not name
        if not script.get("async"):
            script["dynamic"] = True
    for path in _dash_renderer._js_dist_dependencies:
        scripts = path["relative_package_path"]
        scripts["prod"] = [name for name in scripts["prod"] if "polyfill" not in name]


def serve_static_files(app: Dash) -> None:
    """Serve what never changes under its address so that it is asked for once."""
    kept: dict[tuple[str, str, str], bytes] = {}

    @app.server.after_request  # type: ignore[untyped-decorator]  # dash ships no types
    def keep(response: Response) -> Response:
        if response.status_code != 200 or not request.path.startswith((SUITES, ASSETS)):
            return response
        is_hashed = has_hash(request.path, request.args.get("m", ""))
        response.headers["Cache-Control"] = FOREVER if is_hashed else ASK if response.mimetype in TEXTS else A_DAY
        name = next((each for each in COMPRESSORS if each in request.headers.get("Accept-Encoding", "")), None)
        if name is None or response.mimetype not in TEXTS:
            return response
        key = (request.path, name, response.headers.get("ETag", ""))
        if key not in kept:
            response.direct_passthrough = False
            kept[key] = COMPRESSORS[name](response.get_data())
        return _compressed(response, kept[key], name)


def has_hash(path: str, version: str) -> bool:
    """Whether an address names the version of what it leads to.

    >>> has_hash("/assets/web/base.css", "1795"), has_hash("/assets/web/logo.svg", "")
    (True, False)
    >>> has_hash("/_dash-component-suites/dash/dcc/dash_core_components.v4_4_1m1795218822.js", "")
    True
    """
    return bool(version) or ".v" in path.rsplit("/", 1)[-1]


def _compressed(response: Response, content: bytes, name: str) -> Response:
    response.direct_passthrough = False
    response.set_data(content)
    response.headers["Content-Encoding"] = name
    response.headers["Vary"] = "Accept-Encoding"
    return response
