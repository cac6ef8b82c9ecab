"""Small machine-readable answers: robots.txt, the signal that Global Privacy Control is honoured, security.txt.

``security.txt`` follows RFC 9116 and expires within a year, so that nobody trusts an old address.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from zweck.activities.face import ROOT, site_base
from zweck.serve.site import Site


def wellknown_routes(site: Site, frame: Any) -> list[BaseRoute]:
    """The routes of one site; GPC is announced only where the declaration honours it."""
    declaration = site.declaration

    def robots(request: Request) -> Response:
        return PlainTextResponse(f"User-agent: *\nDisallow: {ROOT}/*?t=\nDisallow: /desk\n")

    def security(request: Request) -> Response:
        expires = (frame.clock.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
        base = site_base(declaration, frame.settings, request)
        lines = [
            f"Contact: mailto:{declaration.controller.email}",
            f"Expires: {expires}",
            f"Preferred-Languages: {', '.join(declaration.languages)}",
            f"Canonical: {base}/.well-known/security.txt",
        ]
        return PlainTextResponse("\n".join(lines) + "\n")

    def gpc(request: Request) -> Response:
        changed = declaration.site.last_changed
        return JSONResponse({"gpc": True, **({"lastUpdate": changed.isoformat()} if changed else {})})

    made: list[BaseRoute] = [Route("/robots.txt", robots), Route("/.well-known/security.txt", security)]
    if any(a.honour_gpc for a in declaration.of_kind("consent")):
        made.append(Route("/.well-known/gpc.json", gpc))
    return made
