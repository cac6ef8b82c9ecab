"""The gate in the markup: what belongs to a gated service is inert before the page leaves the server.

A ``<template>`` is not loaded, not run and not shown by any browser, with or without JavaScript; only markup that
never becomes a request keeps § 25(1) TDDDG. Embedded content keeps its place behind a placeholder of our own. Pure:
text in, text out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import urlsplit

from zweck.activities.consent.choice import Offer, Offered
from zweck.activities.consent.policy import content_hash

_LOADING = "script, iframe, frame, img, link, video, audio, source, track, embed, object, input, image, use"
_ADDRESSES = ("src", "href", "data", "poster", "srcset", "imagesrcset", "xlink:href", "data-src")
_EMBEDS = frozenset({"iframe", "frame", "video", "audio", "embed", "object"})
_URL = re.compile(r"(?:https?:)?//([a-z0-9.-]+\.[a-z]{2,})", re.IGNORECASE)
_SPOT = "data-zweck-spot"
"""Makes the markup of each gated tag unique, so that it is replaced where it stands."""
Placeholder = Callable[[Offered, str, str], str]
"""``placeholder(service, width, height)``: what stands in the place of embedded content."""


@dataclass
class Gated:
    """A page made safe: its text, the services found, the hashes of its inline scripts and styles."""

    html: str
    services: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)


def gate(html: str, offer: Offer, placeholder: Placeholder, *, head: str = "", body: str = "") -> Gated:
    """Wrap what is gated, and put our own ``head`` and ``body`` markup first in head and body."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    made = Gated("")
    spots: list[tuple[str, str]] = []
    for node in tree.css(_LOADING):
        service = _service_of(node, offer)
        if service is not None and not _is_inert(node):
            made.services.add(service.id)
            node = _outermost(node)
            node.attrs[_SPOT] = str(len(spots))
            spots.append((node.html or "", _wrapped(node, service, placeholder)))
    _collect_hashes(tree, made)
    text = tree.html or ""
    for found, inert in spots:
        text = text.replace(found, inert, 1)
    made.html = _insert(text, head, body)
    return made


def _outermost(node: Any) -> Any:
    """Inside an SVG there is no inert ``template``: there the whole picture is wrapped."""
    found, parent = node, node.parent
    while parent is not None:
        if parent.tag == "svg":
            found = parent
        parent = parent.parent
    return found


def _service_of(node: Any, offer: Offer) -> Offered | None:
    named = node.attributes.get("data-service") or ""
    marked = next((s for s in offer.services if s.id == named), None)
    if marked is not None:
        return marked
    for name in _ADDRESSES:
        for host in _hosts(node.attributes.get(name) or ""):
            if found := offer.by_host(host):
                return found
    if node.tag == "script" and not node.attributes.get("src"):
        return _in_text(node.text(deep=True) or "", offer)
    return None


def _in_text(text: str, offer: Offer) -> Offered | None:
    """An inline script that names a gated host loads from it."""
    for match in _URL.finditer(text):
        if found := offer.by_host(match[1]):
            return found
    return None


def _hosts(value: str) -> list[str]:
    found = [m[1] for m in _URL.finditer(value)]
    try:
        parsed = urlsplit(re.sub(r"[\t\r\n]", "", value.strip()).replace("\\", "/")).hostname
    except ValueError:
        parsed = None
    return [*found, parsed] if parsed else found


def _is_inert(node: Any) -> bool:
    """Marked by hand already, or inside a template or another gated tag."""
    if node.tag == "script" and (node.attributes.get("type") or "").strip().lower() == "text/plain":
        return True
    has_live = any(node.attributes.get(a) for a in _ADDRESSES[:-1])
    if node.attributes.get("data-src") and not has_live:
        return True
    parent = node.parent
    while parent is not None:
        if parent.tag == "template" or _SPOT in parent.attributes:
            return True
        parent = parent.parent
    return False


def _wrapped(node: Any, service: Offered, placeholder: Placeholder) -> str:
    attributes = f'data-service="{escape(service.id)}" data-purpose="{escape(service.purpose)}"'
    plain = re.sub(rf' {_SPOT}="\d+"', "", node.html or "")
    inert = f"<template {attributes}>{plain}</template>"
    if node.tag not in _EMBEDS:
        return inert
    width, height = (_pixels(node.attributes.get(side)) for side in ("width", "height"))
    return placeholder(service, width or "640", height or "360") + inert


def _pixels(value: str | None) -> str:
    return value if value and value.isascii() and value.isdigit() and 0 < int(value) <= 4000 else ""


def _collect_hashes(tree: Any, made: Gated) -> None:
    for node in tree.css("script"):
        kind = (node.attributes.get("type") or "").lower()
        if not node.attributes.get("src") and kind in (
            "",
            "module",
            "text/javascript",
            "application/javascript",
        ):
            made.scripts.append(content_hash(node.text(deep=True) or ""))
    made.styles += [content_hash(node.text(deep=True) or "") for node in tree.css("style")]
    made.styles += [content_hash(node.attributes.get("style") or "") for node in tree.css("[style]")]


def _insert(text: str, head: str, body: str) -> str:
    text = re.sub(r"<head[^>]*>", lambda m: m[0] + head, text, count=1)
    return re.sub(r"<body[^>]*>", lambda m: m[0] + body, text, count=1)
