"""One page from its address, and nothing else: no pictures, no scripts, no other host unless the page itself moved.

Bounded in time, size and redirects. ``zweck read`` is pure; what it reads from the network comes through here. Who
asks for a page leaves an IP address there, so exactly one request is made and no cookie is kept (Art. 5(1)(c) GDPR).
"""

from __future__ import annotations

import gzip
import ipaddress
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPResponse
from io import BytesIO
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from zweck import __version__
from zweck.errors import UnreadableError

MOST_BYTES = 20_000_000
MOST_REDIRECTS = 5
SECONDS_TO_ANSWER = 15
SECONDS_IN_ALL = 60
_CHUNK = 65_536
_TYPES = ("text/", "application/pdf", "application/xhtml+xml", "application/xml", "application/octet-stream")
_HEADERS = {
    "User-Agent": f"zweck/{__version__} (reads one privacy notice)",
    "Accept": "text/html,application/xhtml+xml,text/markdown,text/plain,application/pdf;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True)
class Page:
    """What an address gave: where it was found in the end, its bytes, its type and the encoding the sender named."""

    address: str
    data: bytes
    media_type: str
    encoding: str


class _Stay(HTTPRedirectHandler):
    """Redirects are followed by hand, so that each is counted and looked at."""

    def redirect_request(self, *_: Any) -> None:
        return None


def fetch(address: str, seconds: float = SECONDS_IN_ALL) -> Page:
    """The page at an http or https address; raises ``UnreadableError`` that names the address and the reason."""
    until = time.monotonic() + seconds
    here = _checked(address, address)
    began_inside = _is_inside(here)
    for _ in range(MOST_REDIRECTS + 1):
        answer = _answer(address, here, until)
        with answer:
            if answer.status not in (301, 302, 303, 307, 308):
                return _page(address, here, answer, until)
            target = answer.headers.get("Location", "")
        here = _checked(address, urljoin(here, target))
        if not began_inside and _is_inside(here):
            raise UnreadableError(f"{address}: leads into a private network; give that address itself if you mean it")
    raise UnreadableError(f"{address}: more than {MOST_REDIRECTS} redirects; give the address where they end")


def _checked(given: str, address: str) -> str:
    """The address in the form that goes over the wire; international names and letters are written as it asks."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise UnreadableError(f"{given}: this is no address of a page") from error
    if parts.scheme not in ("http", "https") or not host:
        raise UnreadableError(f"{given}: only pages at http:// or https:// are read")
    if parts.username is not None:
        raise UnreadableError(
            f"{parts.scheme}://…@{host}: addresses with a name and password are not read; save the page"
        )
    place = _ascii(given, host) + (f":{port}" if port else "")
    safe = "/%:=&?~+!$,;'@()*[]"
    wire = SplitResult(parts.scheme, place, quote(parts.path or "/", safe=safe), quote(parts.query, safe=safe), "")
    return urlunsplit(wire)


def _ascii(given: str, host: str) -> str:
    if host.isascii():
        return f"[{host}]" if ":" in host else host
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise UnreadableError(f"{given}: this is no name of a host") from error


def _is_inside(address: str) -> bool:
    """Whether a host is one of this machine or its network; a name that is not known is answered by the request."""
    parts = urlsplit(address)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return any(not ipaddress.ip_address(str(place[4][0]).partition("%")[0]).is_global for place in found)


def _answer(given: str, address: str, until: float) -> HTTPResponse | HTTPError:
    request = Request(address, headers=_HEADERS)  # noqa: S310  (the scheme was checked)
    try:
        left = max(0.1, min(SECONDS_TO_ANSWER, until - time.monotonic()))
        answer: HTTPResponse = build_opener(_Stay).open(request, timeout=left)
        return answer
    except HTTPError as error:
        if 300 <= error.code < 400:
            return error
        error.close()
        raise UnreadableError(f"{given}: the server answers {error.code} {_plain(error.reason)}") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise UnreadableError(f"{given}: {_why(error)}") from error


def _why(error: BaseException) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return f"no answer within {SECONDS_TO_ANSWER} seconds"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"the certificate is not valid ({_plain(reason.verify_message)})"
    if isinstance(reason, socket.gaierror):
        return "no host of this name"
    if isinstance(reason, OSError) and reason.strerror:
        return f"cannot be reached ({_plain(reason.strerror)})"
    return f"cannot be fetched ({type(reason).__name__})"


def _plain(text: Any) -> str:
    return "".join(c for c in str(text)[:120] if c.isprintable())


def _page(given: str, address: str, answer: Any, until: float) -> Page:
    headers: Message = answer.headers
    kind = headers.get_content_type() if headers.get("Content-Type") else ""
    if kind and not kind.startswith(_TYPES):
        raise UnreadableError(f"{given}: this is {_plain(kind)}, not a page; notices are text, HTML or PDF")
    if (headers.get("Content-Length") or "0").isdigit() and int(headers.get("Content-Length") or 0) > MOST_BYTES:
        raise UnreadableError(f"{given}: more than {MOST_BYTES // 1_000_000} MB is too large for a notice")
    data = _unpacked(given, _body(given, answer, until), (headers.get("Content-Encoding") or "").lower().strip())
    return Page(address, data, kind, headers.get_content_charset("") or "")


def _body(given: str, answer: Any, until: float) -> bytes:
    parts, size = [], 0
    try:
        while part := answer.read1(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES:
                raise UnreadableError(f"{given}: more than {MOST_BYTES // 1_000_000} MB is too large for a notice")
            if time.monotonic() > until:
                raise UnreadableError(f"{given}: not all of it came in time; save the page and give its file")
    except (OSError, HTTPException) as error:
        raise UnreadableError(f"{given}: {_why(error)}") from error
    return b"".join(parts)


def _unpacked(given: str, data: bytes, coding: str) -> bytes:
    """Some servers pack whatever they are asked; what they pack may not unpack to more than a notice has."""
    if coding in ("", "identity"):
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableError(f"{given}: the server packs the page in a way that is not read ({_plain(coding)})")
    try:
        if coding == "deflate":
            return zlib.decompressobj().decompress(data, MOST_BYTES + 1)
        with gzip.GzipFile(fileobj=BytesIO(data)) as packed:
            return packed.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(f"{given}: the page came packed and broken") from error
