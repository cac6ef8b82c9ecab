"""The published documents on the live site: privacy notice, imprint and cookie table, always from the declaration.

What a visitor reads is built from the same promises that the engine keeps (Art. 12, 13); the record of processing is
not public and has no address here (Art. 30(4)).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from zweck.activities.face import ROOT, language_of
from zweck.clock import BERLIN, Clock
from zweck.declaration.model import Declaration
from zweck.serve.page import Pages
from zweck.serve.site import Site

KINDS = ("notice", "imprint", "cookies")


def address(kind: str, language: str) -> str:
    """Where a document of the live site lies."""
    return f"{ROOT}/{language}" if kind == "notice" else f"{ROOT}/{language}/{kind}"


class Documents:
    """The documents of one site, built once a day and kept in memory."""

    def __init__(self, declaration: Declaration, clock: Clock) -> None:
        self.declaration = declaration
        self.clock = clock
        self._built: Callable[[str, str, date], Any] = lru_cache(maxsize=16)(self._build)

    def find(self, kind: str, language: str) -> Any:
        """The document as ``zweck.write`` has it."""
        return self._built(kind, language, self.clock.now().astimezone(BERLIN).date())

    def _build(self, kind: str, language: str, on: date) -> Any:
        from zweck import write

        known: Any = kind
        return write.compose(known, self.declaration, language, on)

    def fragment(self, kind: str, language: str) -> str:
        """The document as HTML without a frame."""
        from zweck.write.frame import Frame
        from zweck.write.html import to_fragment

        return to_fragment(self.find(kind, language), Frame(address, "", home=ROOT))


def document_routes(site: Site, pages: Pages, clock: Clock) -> list[BaseRoute]:
    """``/privacy``, ``/privacy/<language>`` and ``/privacy/<language>/<document>``, as HTML and JSON."""
    documents = Documents(site.declaration, clock)

    def show(request: Request) -> Response:
        kind = str(request.path_params.get("kind", "notice"))
        found = documents.find(kind, language_of(request))
        fragment = Markup(documents.fragment(kind, language_of(request)))  # noqa: S704 - zweck.write escapes every text
        return pages.render(site, "document.html", request, title=found.title, fragment=fragment)

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
    return made


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
