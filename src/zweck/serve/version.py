"""Old versions of the published documents: every one that was shown stays readable at an address of its own.

``/privacy/notice/<hash>`` is the permalink, ``/privacy/<language>/versions`` lists them with the day from which each
counted and what it changed (Art. 5(2), 12(1) GDPR). Search engines are told to show the current version.
"""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from zweck.activities.face import ROOT, language_of
from zweck.errors import ZweckError
from zweck.serve.page import Pages
from zweck.serve.site import Site

if TYPE_CHECKING:
    from zweck.write import Document

log = logging.getLogger(__name__)
_keeping = Lock()


def versions_address(language: str) -> str:
    """Where the list of versions lies."""
    return f"{ROOT}/{language}/versions"


def version_address(kind: str, version: str) -> str:
    """The permalink of one version."""
    return f"{ROOT}/{kind}/{version}"


def keep_version(archive: Path, document: Document, on: date) -> None:
    """Keep the version if it is new; a disk that refuses is told to the operator and stops no page."""
    from zweck.write.archive import keep

    try:
        with _keeping:
            keep(archive, [document], on)
    except (OSError, ZweckError) as error:
        log.warning("version %s of %s is not kept: %s", document.version, document.kind, error)


def version_routes(site: Site, pages: Pages, archive: Path) -> list[BaseRoute]:
    """The permalinks and the list, in every language of the site."""
    from zweck.write.archive import PUBLIC

    def show(request: Request) -> Response:
        from zweck.write.archive import find_version

        found = find_version(archive, request.path_params["version"])
        if found is None or found.kind != request.url.path.split("/")[2]:
            raise HTTPException(404)
        return _page(site, pages, request, found)

    def listed(request: Request) -> Response:
        from zweck.write.archive import read_history, read_version
        from zweck.write.edition import versions_page

        history = read_history(archive)
        documents = {entry.name: read_version(archive, entry) for entry in history.versions}
        found = versions_page(history, documents, language_of(request), site.declaration.languages, version_address)
        if found is None:
            raise HTTPException(404)
        return _page(site, pages, request, found)

    permalinks: list[BaseRoute] = [Route(f"{ROOT}/{kind}/{{version}}", show) for kind in PUBLIC]
    return [*permalinks, *(Route(versions_address(language), listed) for language in site.declaration.languages)]


def _page(site: Site, pages: Pages, request: Request, found: Any) -> Response:
    from zweck.serve.document import address
    from zweck.write.frame import Frame
    from zweck.write.html import to_fragment

    request.scope["zweck.language"] = found.language
    fragment = to_fragment(found, Frame(address, "", home=ROOT, versions=versions_address))
    markup = Markup(fragment)  # noqa: S704 - zweck.write escapes every text
    answer = pages.render(site, "document.html", request, title=found.title, fragment=markup)
    answer.headers["X-Robots-Tag"] = "noindex, follow"
    return answer
