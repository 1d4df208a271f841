"""The program as a whole: one factory that builds everything from the settings."""

import logging
import secrets
from pathlib import Path

from dash import Dash

from app import router, shell
from app.background import forecast_work, import_work, proof_work
from app.background.jobs import open_job_manager
from app.desk import open_desk
from app.downloads import exports, proof_exports
from app.downloads.insight_data import insight_data_blueprint
from app.downloads.lists import lists_blueprint
from app.downloads.order_calendar import calendar_blueprint
from app.downloads.orders import orders_blueprint
from app.incoming.uploads import uploads_blueprint
from app.insights.answers import answers_blueprint
from app.pages import (
    counting,
    deliveries,
    import_sales,
    insights,
    orders,
    product,
    product_edits,
    product_terms,
    proof,
    settings,
    suppliers,
    what_if,
)
from app.security import protect
from app.settings import Settings
from app.speaking_pages import SpeakingDash, speak_in_requests
from app.static_files import CHARTS, GRID, LATER, load_less, serve_static_files

PAGES = (
    import_sales,
    orders,
    deliveries,
    counting,
    product,
    product_edits,
    product_terms,
    insights,
    suppliers,
    what_if,
    settings,
    proof,
)
ASSETS = Path(__file__).parent.parent / "assets"

PAGE_TEMPLATE = f"""<!DOCTYPE html>
<html lang="en">
  <head>
    {{%metas%}}
    <title>{{%title%}}</title>
    <link rel="icon" type="image/svg+xml" href="/assets/web/logo.svg">
    <link rel="apple-touch-icon" href="/assets/web/icon-192.png">
    <meta name="grid" content="{GRID}">
    <meta name="charts" content="{CHARTS}">
    <link rel="manifest" href="/assets/web/manifest.webmanifest">
    <link rel="preload" href="/assets/vendor/figtree/figtree-latin.woff2" as="font" type="font/woff2" crossorigin>
    {{%css%}}
  </head>
  <body>
    {{%app_entry%}}
    <footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer>
  </body>
</html>"""


def create_app(chosen: Settings) -> Dash:
    """The Dash application on the shop folder of `chosen`; nothing is shared between two of them in one process."""
    desk = open_desk(chosen)
    load_less()
    app = SpeakingDash(
        "shelfwise",
        assets_folder=str(ASSETS),
        assets_ignore=rf".*\.md|LICENSE.*|{LATER}",
        background_callback_manager=open_job_manager(chosen.jobs_folder),
        compress=True,
        health_endpoint="health",
        index_string=PAGE_TEMPLATE,
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1, viewport-fit=cover"},
            {"name": "theme-color", "content": "#0d6a54"},
        ],
        on_error=log_error,
        suppress_callback_exceptions=True,
        title="Shelfwise",
        update_title="",
        use_async=False,
    )
    serve_static_files(app)
    app.server.secret_key = secrets.token_bytes(32)
    app.layout = shell.shell
    for work in (import_work, forecast_work, proof_work):
        work.register(app, chosen)
    router.register(app, desk)
    for page in PAGES:
        page.register(app, desk)
    app.server.register_blueprint(uploads_blueprint(chosen))
    app.server.register_blueprint(exports.exports_blueprint(desk))
    app.server.register_blueprint(lists_blueprint(desk))
    app.server.register_blueprint(orders_blueprint(desk))
    app.server.register_blueprint(calendar_blueprint(desk))
    speak_in_requests(app, desk.shop)
    app.server.register_blueprint(proof_exports.proof_blueprint(desk))
    app.server.register_blueprint(answers_blueprint(desk))
    app.server.register_blueprint(insight_data_blueprint(desk))
    protect(app, chosen)
    return app


def log_error(error: Exception) -> None:
    """A callback that broke leaves the page as it was; the log says what happened."""
    logging.getLogger("shelfwise").error("a page could not be updated", exc_info=error)
