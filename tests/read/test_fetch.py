"""Addresses: what is asked for, what is refused and how; each against a server of its own on this machine."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner

from zweck import fetch as fetching
from zweck.cli import main
from zweck.errors import UnreadableError
from zweck.fetch import fetch

PAGE = (Path(__file__).parent / "notices" / "goldschmiede.html").read_bytes()


class Site:
    """Answers by path: status, headers and body; remembers what was asked."""

    pages: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/ok": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
        "/old": (200, {"Content-Type": "text/plain; charset=windows-1250"}, "údaje".encode("cp1250") + b"\xff"),
        "/here": (302, {"Location": "ok"}, b""),
        "/loop": (301, {"Location": "/loop"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/nowhere": (302, {}, b""),
        "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        "/gone": (410, {}, b""),
        "/broken": (500, {}, b"secret"),
        "/said-big": (200, {"Content-Type": "text/html", "Content-Length": "200000000"}, b""),
        "/gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
        "/deflate": (200, {"Content-Type": "text/html", "Content-Encoding": "deflate"}, zlib.compress(PAGE)),
        "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"0" * 60_000_000)),
        "/torn": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:99]),
        "/br": (200, {"Content-Encoding": "br"}, b"x"),
        "/untyped": (200, {}, PAGE),
        "/stra%C3%9Fe?q=%C3%A4": (200, {"Content-Type": "text/html"}, PAGE),
    }

    def __init__(self) -> None:
        site = self
        self.asked: list[tuple[str, str]] = []

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers.get("Cookie", "")))
                status, headers, body = site.pages.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in {"Set-Cookie": "a=b", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.path == "/slow":
                    return
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.root = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_one_request_and_nothing_else(site: Site):
    site.asked.clear()
    page = fetch(f"{site.root}/here#part")
    assert (page.data, page.media_type, page.encoding) == (PAGE, "text/html", "utf-8")
    assert page.address == f"{site.root}/ok"
    assert site.asked == [("/here", ""), ("/ok", "")]


def test_what_the_sender_says_of_the_encoding_is_handed_on(site: Site):
    assert fetch(f"{site.root}/old").encoding == "windows-1250"
    assert fetch(f"{site.root}/untyped").encoding == ""


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/straße?q=ä"])
def test_packed_pages_and_letters_in_addresses(site: Site, path: str):
    assert fetch(site.root + path).data == PAGE


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/loop", "more than 5 redirects"),
        ("/file", "only pages at http"),
        ("/nowhere", "more than 5 redirects"),
        ("/picture", "image/png, not a page"),
        ("/gone", "answers 410"),
        ("/broken", "answers 500"),
        ("/missing", "answers 404"),
        ("/said-big", "more than 20 MB"),
        ("/torn", "packed and broken"),
        ("/br", r"not read \(br\)"),
    ],
)
def test_what_is_refused_names_address_and_reason(site: Site, path: str, words: str):
    with pytest.raises(UnreadableError, match=words) as caught:
        fetch(site.root + path)
    assert str(caught.value).startswith(f"{site.root}{path}: ")
    assert "secret" not in str(caught.value)


def test_a_packed_bomb_stops_at_what_a_notice_may_have(site: Site):
    assert len(fetch(f"{site.root}/bomb").data) == fetching.MOST_BYTES + 1


def test_a_stream_without_end_is_cut(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 100)
    with pytest.raises(UnreadableError, match="too large"):
        fetch(f"{site.root}/ok")


def test_time_is_bounded(site: Site):
    with pytest.raises(UnreadableError, match="not all of it came in time"):
        fetch(f"{site.root}/ok", seconds=0)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://a.example/x", "only pages"),
        ("http://", "only pages"),
        ("http://[x", "no address"),
        ("http://a.example:99999/", "no address"),
        ("https://user:secret@a.example/", "with a name and password are not read"),
        ("http://ex\u2028ample.invalid/", "no name of a host"),
        ("http://no-such-host.invalid/", "no host of this name|cannot be reached"),
        ("http://127.0.0.1:1/", "cannot be reached"),
    ],
)
def test_addresses_that_lead_nowhere(address: str, words: str):
    with pytest.raises(UnreadableError, match=words) as caught:
        fetch(address)
    assert "secret" not in str(caught.value)


def test_a_public_page_does_not_lead_into_the_private_network(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetching, "_is_inside", lambda address: address.endswith("/ok"))
    with pytest.raises(UnreadableError, match="private network"):
        fetch(f"{site.root}/here")


def test_this_machine_counts_as_inside():
    assert fetching._is_inside("http://127.0.0.1/")
    assert fetching._is_inside("http://[::1]:80/")
    assert not fetching._is_inside("http://no-such-host.invalid/")


def test_the_verb_reads_an_address_and_names_the_one_that_fails(site: Site):
    ran = CliRunner().invoke(main, ["read", f"{site.root}/ok", f"{site.root}/gone", "-l", "de"])
    assert ran.exit_code == 2
    assert "Goldschmiede Ebert" in ran.stdout
    assert f"{site.root}/gone: the server answers 410" in ran.stderr
