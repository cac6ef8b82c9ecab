"""Static files: read once at start, named by their content, checked by the browser (Subresource Integrity).

An address with its version never changes its content and is kept for a year; without the version it is asked for
again. Nothing here comes from another host.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from zweck.activities.face import ROOT

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".ts": "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class Asset:
    """One static file with its version (content hash) and its integrity value."""

    name: str
    content: bytes
    media_type: str

    @property
    def version(self) -> str:
        return hashlib.sha256(self.content).hexdigest()[:12]

    @property
    def integrity(self) -> str:
        return "sha384-" + base64.b64encode(hashlib.sha384(self.content).digest()).decode()


class Assets:
    """All static files of the server and the kinds, by name (``zweck.css``, ``consent/consent.css``)."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._known: dict[str, Asset] = {}
        for prefix, folder in folders.items():
            for path in sorted(folder.glob("*")) if folder.is_dir() else ():
                if path.suffix in _TYPES:
                    self.add(Asset(prefix + path.name, path.read_bytes(), _TYPES[path.suffix]))

    def add(self, asset: Asset) -> None:
        """Make a file known; a later one of the same name replaces it."""
        self._known[asset.name] = asset

    def find(self, name: str) -> Asset | None:
        return self._known.get(name)

    def address(self, name: str) -> str:
        """Where a file lies, with its version."""
        return f"{ROOT}/static/{name}?v={self._known[name].version}"

    def stylesheet(self, name: str) -> Markup:
        """The element that loads a stylesheet."""
        found = self._known[name]
        return Markup('<link rel="stylesheet" href="{}" integrity="{}">').format(self.address(name), found.integrity)

    def script(self, name: str) -> Markup:
        """The element that loads a script without holding up the page."""
        found = self._known[name]
        return Markup('<script src="{}" integrity="{}" defer></script>').format(self.address(name), found.integrity)

    def respond(self, request: Request, name: str) -> Response | None:
        """The file with its cache headers, 304 when the browser has it, or ``None`` when there is none."""
        found = self._known.get(name)
        return answer(request, found) if found else None


def answer(request: Request, found: Asset) -> Response:
    """A file as a response: kept for a year under its version, otherwise asked for again after five minutes."""
    tag = f'"{found.version}"'
    fixed = request.query_params.get("v") == found.version
    headers = {
        "ETag": tag,
        "Cache-Control": "public, max-age=31536000, immutable" if fixed else "public, max-age=300",
    }
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type=found.media_type, headers=headers)
