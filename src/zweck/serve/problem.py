"""Errors towards visitors: one plain page, or one JSON shape (RFC 9457), in their language, without any detail.

The request id links an answer to the server's own log, which holds neither the address nor what was sent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from zweck import texts
from zweck.activities.face import language_of
from zweck.serve.site import Site

KNOWN = (400, 403, 404, 405, 410, 413, 415, 422, 429, 500, 503)
Show = Callable[..., Response]


def wants_json(request: Request) -> bool:
    """Whether the caller is a program that asked for JSON, or sent it."""
    accept = request.headers.get("accept", "")
    sent = request.headers.get("content-type", "")
    if request.url.path.endswith(".json") or sent.startswith("application/json"):
        return True
    return "json" in accept and "text/html" not in accept


def problem(request: Request, status: int, show: Show | None, **arguments: Any) -> Response:
    """The answer to something that did not work; ``errors`` (field to message) go into the JSON form."""
    site: Site | None = request.scope.get("zweck.site")
    code = status if status in KNOWN else (400 if status < 500 else 500)
    errors = arguments.pop("errors", None)
    if site is None or show is None:
        return PlainTextResponse(_unknown_host(request), status_code=status)
    language = language_of(request)
    arguments.setdefault("limit", str(max(1, int(request.scope.get("zweck.limit", 0)) // 2**20)))
    title = texts.message(f"web.problem-{code}-title", language)
    text = texts.message(f"web.problem-{code}", language, **arguments)
    if wants_json(request):
        return _json(request, status, title, text, errors)
    return show(site, "problem.html", request, status, title=title, text=text, link=None)


def _json(request: Request, status: int, title: str, detail: str, errors: dict[str, str] | None) -> Response:
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    body["instance"] = f"urn:zweck:request:{request.scope.get('zweck.request', '')}"
    if errors:
        body["errors"] = [{"field": name, "detail": text} for name, text in errors.items()]
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


def _unknown_host(request: Request) -> str:
    wanted = "de" if request.headers.get("accept-language", "").lower().startswith("de") else "en"
    return texts.message("web.unknown-host", wanted) + "\n"
