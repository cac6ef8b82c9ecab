"""The published documents on the live site: privacy notice, imprint and cookie table, always from the declaration.

What a visitor reads is built from the same promises that the engine keeps (Art. 12, 13); the record of processing is
not public and has no address here (Art. 30(4)).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from zweck.activities.face import ROOT, language_of
from zweck.clock import BERLIN, Clock
from zweck.declaration.model import Declaration
from zweck.serve.page import Pages
from zweck.serve.site import Site
from zweck.serve.version import keep_version, version_routes, versions_address

KINDS = ("notice", "imprint", "cookies")
LAYERS = ("notice", "activities", "services")
"""The pages of a long notice; a short one has only the first."""


def address(kind: str, language: str) -> str:
    """Where a document of the live site lies."""
    return f"{ROOT}/{language}" if kind == "notice" else f"{ROOT}/{language}/{kind}"


class Documents:
    """The documents of one site, built once a day and kept in memory."""

    def __init__(self, declaration: Declaration, clock: Clock, archive: Path | None = None) -> None:
        self.declaration = declaration
        self.clock = clock
        self.archive = archive
        self._built: Callable[[str, str, date], Any] = lru_cache(maxsize=16)(self._build)
        self._shown: Callable[[str, str, date], tuple[str, str]] = lru_cache(maxsize=16)(self._show)

    def find(self, kind: str, language: str) -> Any:
        """The document as ``zweck.write`` has it."""
        return self._built(kind, language, self.clock.now().astimezone(BERLIN).date())

    def _build(self, kind: str, language: str, on: date) -> Any:
        from zweck import write

        known: Any = kind
        made = write.compose(known, self.declaration, language, on)
        if self.archive:
            keep_version(self.archive, made, on)
        return made

    def page(self, kind: str, language: str) -> tuple[str, str]:
        """Title and HTML of a page without a frame; a layer that the notice does not have is not found."""
        return self._shown(kind, language, self.clock.now().astimezone(BERLIN).date())

    def _show(self, kind: str, language: str, on: date) -> tuple[str, str]:
        from zweck.write.frame import Frame
        from zweck.write.html import to_fragment

        found = self._layers(language).get(kind) if kind in LAYERS else self.find(kind, language)
        if found is None:
            raise HTTPException(404)
        return found.title, to_fragment(found, Frame(address, "", home=ROOT, versions=self._listed()))

    def _layers(self, language: str) -> dict[str, Any]:
        """The notice by page: one, or as many as the longest language needs to stay short."""
        from zweck.write import depth_of
        from zweck.write.layer import DEPTHS, layers

        depth = depth_of(self.find("notice", code) for code in self.declaration.languages)
        return {part.kind: part for part in layers(self.find("notice", language), DEPTHS[depth])}

    def _listed(self) -> Callable[[str], str] | None:
        return versions_address if self.archive else None


def document_routes(site: Site, pages: Pages, clock: Clock, archive: Path | None = None) -> list[BaseRoute]:
    """``/privacy``, ``/privacy/<language>`` and ``/privacy/<language>/<document>``, as HTML and JSON.

    With a folder for the ``archive`` every version that was shown stays readable under ``version_routes``.
    """
    documents = Documents(site.declaration, clock, archive)

    def show(request: Request) -> Response:
        kind = str(request.path_params.get("kind", "notice"))
        title, text = documents.page(kind, language_of(request))
        fragment = Markup(text)  # noqa: S704 - zweck.write escapes every text
        return pages.render(site, "document.html", request, title=title, fragment=fragment)

    def as_json(request: Request) -> Response:
        from zweck.write.json import to_json

        text = to_json(documents.find(str(request.path_params.get("kind", "notice")), language_of(request)))
        return Response(text if isinstance(text, str) else json.dumps(text), media_type="application/json")

    made: list[BaseRoute] = [Route(ROOT, show), Route(f"{ROOT}/", show), Route(f"{ROOT}/notice", show)]
    made.append(Route(f"{ROOT}/notice.json", as_json))
    for kind in KINDS[1:]:
        made += _twins(f"{ROOT}/{kind}", kind, show, as_json)
    for language in site.declaration.languages:
        made += [Route(f"{ROOT}/{language}", show), Route(f"{ROOT}/{language}.json", as_json)]
        for kind in KINDS:
            made += _twins(f"{ROOT}/{language}/{kind}", kind, show, as_json)
        made += [_twins(f"{ROOT}/{language}/{kind}", kind, show, as_json)[0] for kind in LAYERS[1:]]
    return [*made, *version_routes(site, pages, archive)] if archive else made


def _twins(path: str, kind: str, show: Any, as_json: Any) -> list[BaseRoute]:
    def page(request: Request) -> Response:
        request.path_params["kind"] = kind
        made: Response = show(request)
        return made

    def data(request: Request) -> Response:
        request.path_params["kind"] = kind
        made: Response = as_json(request)
        return made

    return [Route(path, page), Route(f"{path}.json", data)]
