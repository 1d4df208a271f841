"""What a browser is allowed to do with the pages, and who may ask for them."""

from dash import Dash
from flask import Response, abort, request

from app.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")


def protect(app: Dash, settings: Settings) -> None:
    """Set the security headers, and answer only those who call the program by its own name.

    Call it after all callbacks are defined: each inline script of theirs is allowed by its hash.
    """
    policy = content_security_policy(app)

    @app.server.before_request  # type: ignore[untyped-decorator]  # dash ships no types
    def refuse_strangers() -> None:
        if settings.host in LOOPBACK and host_name(request.host) not in LOOPBACK:
            abort(403)  # a page elsewhere made its own name point at this computer
        origin = request.headers.get("Origin")
        if origin is not None and origin.split("://", 1)[-1] != request.host:
            abort(403)

    @app.server.after_request  # type: ignore[untyped-decorator]
    def add_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Frame-Options"] = "DENY"
        return response


def content_security_policy(app: Dash) -> str:
    """Everything from this program only; styles inline since Dash, plotly and the grid set them on elements."""
    scripts = " ".join(["'self'", *app.csp_hashes()])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    )


def host_name(host: str) -> str:
    """The name in a Host header, without the port.

    >>> host_name("localhost:8050"), host_name("[::1]:8050"), host_name("evil.example")
    ('localhost', '[::1]', 'evil.example')
    """
    if host.startswith("["):
        return host.split("]")[0] + "]"
    return host.rsplit(":", 1)[0] if ":" in host else host
