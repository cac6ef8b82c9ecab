"""A visit to the site's own pages: the gate in the markup, the policy in the header, the layer where it is needed.

What stands in the cookie decides, on the server, before anything leaves it; without JavaScript nothing gated loads and
the layer is a plain form.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from zweck import texts
from zweck.activities.consent import layer
from zweck.activities.consent.choice import Choice, Offer, Offered, decode, offer_of
from zweck.activities.consent.gate import gate
from zweck.activities.consent.policy import policy
from zweck.activities.face import ROOT, Face, language_of
from zweck.promises.uses import service_uses


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
        header = policy(self.offer, granted, self.free, made.scripts, made.styles)
        return HTMLResponse(
            made.html,
            headers={
                "Content-Security-Policy": header,
                "Cache-Control": "private, no-cache",
                "Vary": "Cookie, Sec-GPC, Accept-Language",
            },
        )

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


def layer_html(face: Face, offer: Offer, request: Request, choice: Choice | None, *, back: str = "") -> str:
    """The layer as markup, in the visitor's language."""
    shown = layer.view(offer, language_of(request), choice)
    return face.fragment("consent/layer.html", request, back=back, is_hidden=False, **shown)
