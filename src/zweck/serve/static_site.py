"""The site's own static pages, where a declaration names a folder: for examples and small sites.

Pages pass the consent gate before they leave (``activities.consent.gate``), other files go out as they are; nothing
outside the folder and no hidden file is ever served.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from zweck.activities.face import ROOT, language_of
from zweck.serve.site import Site

_PAGES = (".html", ".htm")


def static_routes(site: Site, frame: Any) -> list[BaseRoute]:
    """Everything below ``/`` that is no face of ours; without a folder ``/`` leads to the notice."""
    if not site.declaration.site.pages:
        return [Route("/", lambda request: RedirectResponse(f"{ROOT}/{language_of(request)}", 307))]
    folder = (Path(site.declaration.source.file).resolve().parent / site.declaration.site.pages).resolve()
    gate = _gate(site, frame)

    def serve(request: Request) -> Response:
        path = find_file(folder, request.path_params.get("path", ""))
        if path is None:
            raise HTTPException(404)
        if path.suffix in _PAGES:
            made: Response = gate(request, path.read_text("utf-8"))
            return made
        headers = {"Cache-Control": "public, max-age=300"}
        if path.suffix == ".svg":
            headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return FileResponse(path, headers=headers)

    return [Route("/", serve), Route("/{path:path}", serve)]


def find_file(folder: Path, asked: str) -> Path | None:
    """The file behind a path, ``index.html`` for a folder; ``None`` for anything hidden or outside."""
    parts = [p for p in asked.split("/") if p]
    if any(p.startswith(".") or "\\" in p or "\0" in p for p in parts):
        return None
    path = folder.joinpath(*parts)
    try:
        for one in (path, path / "index.html", path.with_name(path.name + ".html") if parts else path):
            if one.is_file():
                return one if one.resolve().is_relative_to(folder) else None
    except OSError:
        return None  # a name longer than any file's
    return None


def _gate(site: Site, frame: Any) -> Any:
    from zweck.activities.consent.visit import Visit
    from zweck.declaration.kind import kind

    consents = site.declaration.of_kind("consent")
    activity = consents[0] if consents else kind("consent").options.model_construct(kind="consent")
    return Visit(frame.face(site, activity), asks=bool(consents)).respond
