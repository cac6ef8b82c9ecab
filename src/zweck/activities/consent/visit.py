"""A visit to the site's own pages: the gate in the markup, the policy in the header, the layer where it is needed.

What stands in the cookie decides, on the server, before anything leaves it; without JavaScript nothing gated loads and
the layer is a plain form.
"""

from __future__ import annotations

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from zweck import texts
from zweck.activities.consent import layer
from zweck.activities.consent.choice import Choice, Offer, Offered, decode, offer_of
from zweck.activities.consent.gate import gate
from zweck.activities.consent.policy import policy
from zweck.activities.consent.script import matches, service_cookies
from zweck.activities.face import ROOT, Face, language_of
from zweck.promises.uses import service_uses

MAX_EXPIRED, MAX_DEPTH = 20, 4
"""Cookies and levels of a host or path that one answer expires; more comes with the next page."""
PLAIN = re.compile(r"[A-Za-z0-9._~%-]+")


def is_gpc(request: Request, face: Face) -> bool:
    """Whether the browser sends Global Privacy Control and the site honours it."""
    return request.headers.get("sec-gpc") == "1" and bool(getattr(face.activity, "honour_gpc", True))


def choice_of(request: Request, offer: Offer, face: Face) -> Choice | None:
    """The visitor's choice, from the cookie."""
    return decode(request.cookies.get(offer.cookie, ""), offer, face.now)


class Visit:
    """Shows the site's own pages, gated; ``asks`` is off where no consent kind is declared: then nothing ever loads."""

    def __init__(self, face: Face, *, asks: bool) -> None:
        self.face = face
        self.asks = asks
        self.offer = offer_of(face.declaration)
        self.free = [u for u in service_uses(face.declaration) if u.gate != "consent" and not u.server_side]

    def respond(self, request: Request, html: str) -> Response:
        """The page for this visitor."""
        choice = choice_of(request, self.offer, self.face) if self.asks else None
        made = gate(
            html,
            self.offer,
            self._placeholder(request),
            head=self._head(request),
            body=self._body(request, choice),
        )
        granted = choice.granted if choice else frozenset()
        header = policy(self.offer, granted, self.free, made.scripts, made.styles, report=self.asks)
        answer = HTMLResponse(
            made.html,
            headers={
                "Content-Security-Policy": header,
                "Cache-Control": "private, no-cache",
                "Vary": "Cookie, Sec-GPC, Accept-Language",
            },
        )
        if choice is not None:
            expire_denied(request, answer, self.offer, choice)
        return answer

    def _head(self, request: Request) -> str:
        if not (self.asks and self.offer.services):
            return ""
        style = f'<link rel="stylesheet" href="{self.face.asset("consent/consent.css")}" data-zweck-style>'
        return f'{style}<script src="{ROOT}/consent.js" data-strict defer></script>'

    def _body(self, request: Request, choice: Choice | None) -> str:
        is_settled = choice is not None and choice.covers(self.offer)
        if not self.asks or not self.offer.services or is_settled or is_gpc(request, self.face):
            return ""
        return layer_html(self.face, self.offer, request, choice, back=request.url.path)

    def _placeholder(self, request: Request) -> Any:
        language = language_of(request)

        def draw(service: Offered, width: str, height: str) -> str:
            if not self.asks:
                return ""
            return self.face.fragment(
                "consent/embed.html",
                request,
                service=service.id,
                name=service.use.name,
                provider=service.use.provider,
                country=texts.country(service.use.country, language) if service.use.country else "?",
                width=width,
                height=height,
                path=f"{ROOT}/consent",
            )

        return draw


def expire_denied(request: Request, answer: Response, offer: Offer, choice: Choice) -> None:
    """Expire what services without consent left in this request's cookies, also what scripts cannot see.

    A cookie is gone only for the path and domain it was set with, which no browser tells: so for all that can be meant.
    """
    is_https = request.url.scheme == "https"
    domains = (None, *parent_domains(request.headers.get("host", "").partition(":")[0]))
    kept = [p for s in offer.services if s.id in choice.granted for p in s.patterns]
    for name in service_cookies(offer, choice.denied, request.cookies)[:MAX_EXPIRED]:
        if any(matches(pattern, name) for pattern in kept):
            continue
        for path in parent_paths(request.url.path):
            for domain in domains:
                answer.delete_cookie(name, path=path, domain=domain, secure=is_https)


def parent_domains(host: str) -> list[str]:
    """The host and its parents, without the top level: what a cookie's ``Domain`` can name."""
    labels = host.split(".")
    if all(label.isdigit() for label in labels):
        return []
    return [".".join(labels[i:]) for i in range(len(labels) - 1)][-MAX_DEPTH:]


def parent_paths(path: str) -> list[str]:
    """``/`` and every folder above a path, with and without the last slash: what a cookie's ``Path`` can name."""
    found = ["/"]
    for part in [p for p in path.split("/") if p and PLAIN.fullmatch(p)][:MAX_DEPTH]:
        found += [f"{found[-1].rstrip('/')}/{part}", f"{found[-1].rstrip('/')}/{part}/"]
    return found


def layer_html(face: Face, offer: Offer, request: Request, choice: Choice | None, *, back: str = "") -> str:
    """The layer as markup, in the visitor's language."""
    shown = layer.view(offer, language_of(request), choice)
    return face.fragment("consent/layer.html", request, back=back, is_hidden=False, **shown)
