"""The consent layer on the web: the script, the layer, the page of choices, the post that records, the receipt.

A decision is acknowledged once it is committed (Art. 7(1)); withdrawing takes the same post as consenting (Art. 7(3)).
"""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from zweck.activities.consent import layer
from zweck.activities.consent.choice import Choice, Offer, encode, offer_of
from zweck.activities.consent.decision import BadDecision, Decision, check_decision, in_force, is_repeated, record
from zweck.activities.consent.receipt import receipt
from zweck.activities.consent.script import Script, device_script, script
from zweck.activities.consent.violation import MAX_REPORT, take_reports
from zweck.activities.consent.visit import choice_of, expire_denied, is_gpc, layer_html
from zweck.activities.face import ROOT, Face, language_of
from zweck.activities.form import Posted, read_form
from zweck.activities.submission import HOUR

PATH = f"{ROOT}/consent"
MAX_BYTES = 4096
PER_HOUR = 120
_ACTIONS = ("accept", "reject", "save", "withdraw")


def routes(face: Face) -> list[BaseRoute]:
    """Everything that a visitor needs to decide, to look at the decision, and to take it back."""
    desk = _Choices(face, offer_of(face.declaration))
    face.limits[PATH] = MAX_BYTES
    face.limits[f"{PATH}/violations"] = MAX_REPORT
    return [
        Route(PATH, desk.page, methods=["GET"]),
        Route(PATH, desk.post, methods=["POST"]),
        Route(f"{PATH}.js", desk.script, methods=["GET"]),
        Route(f"{PATH}/consent.js", desk.script, methods=["GET"]),
        Route(f"{PATH}/device.js", desk.device_script, methods=["GET"]),
        Route(f"{PATH}/violations", desk.violations, methods=["POST"]),
        Route(f"{PATH}/layer", desk.layer, methods=["GET"]),
        Route(f"{PATH}/receipt", desk.receipt, methods=["GET"]),
        Route(f"{PATH}/frame", desk.frame, methods=["GET"]),
    ]


class _Choices:
    """The answers of one site."""

    def __init__(self, face: Face, offer: Offer) -> None:
        self.face = face
        self.offer = offer
        self.versions = {code: layer.shown(offer, code) for code in face.declaration.languages}
        self.code = script(face, offer)
        self.device = device_script(face, offer)

    def script(self, request: Request) -> Response:
        """``consent.js`` with what this site asks consent for."""
        return _code(request, self.code)

    def device_script(self, request: Request) -> Response:
        """``device.js``: what names and removes the entries on the device."""
        return _code(request, self.device)

    async def violations(self, request: Request) -> Response:
        """Reports of the policy's violations, as browsers send them; the answer says nothing."""
        body = await request.body()
        await run_in_threadpool(take_reports, self.face, self.offer, request, body)
        return Response(status_code=204)

    def layer(self, request: Request) -> Response:
        """The layer and its stylesheet, as a fragment for the script."""
        choice = choice_of(request, self.offer, self.face)
        link = f'<link rel="stylesheet" href="{self.face.asset("consent/consent.css")}" data-zweck-style>'
        body = link + layer_html(self.face, self.offer, request, choice)
        headers = {"Cache-Control": "private, no-cache", "Content-Language": language_of(request)}
        return HTMLResponse(body, headers=headers)

    def page(self, request: Request) -> Response:
        """The page of choices, for every browser."""
        choice = choice_of(request, self.offer, self.face)
        return self.face.render(
            "consent/page.html",
            request,
            title=layer.say("page-title", language_of(request)),
            saved=request.query_params.get("saved") == "1",
            state=layer.state_words(self.offer, choice, language_of(request)),
            gpc=is_gpc(request, self.face),
            has_consent=bool(choice and choice.granted),
            has_receipt=bool(choice and choice.id),
            **layer.view(self.offer, language_of(request), choice),
        )

    async def post(self, request: Request) -> Response:
        """A decision, from the script (JSON) or from a form."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json":
            return await run_in_threadpool(self._take_json, request, await request.body())
        posted = await read_form(request, MAX_BYTES)
        return await run_in_threadpool(self._take_form, request, posted)

    def _take_json(self, request: Request, body: bytes) -> Response:
        try:
            found = json.loads(body)
            decision = check_decision(found, self.offer, self.versions, gpc=is_gpc(request, self.face))
        except (ValueError, RecursionError):
            raise HTTPException(422) from None
        choice = self._commit(request, decision)
        answer = JSONResponse(
            {"granted": sorted(choice.granted), "denied": sorted(choice.denied), "id": choice.id},
            headers={"Cache-Control": "no-store"},
        )
        return self._remember(request, answer, choice)

    def _take_form(self, request: Request, posted: Posted) -> Response:
        action, shown = posted.one("action"), posted.one("shown")
        named = set(posted.values) <= {"action", "s", "p", "shown", "back"} and not posted.files
        ticked = set(posted.values.get("s", ()))
        purposes = set(posted.values.get("p", ()))
        if not named or action not in _ACTIONS or not purposes <= set(self.offer.purposes):
            raise HTTPException(422)
        ticked |= {s.id for s in self.offer.services if s.purpose in purposes}
        granted = {"accept": set(self.offer.ids), "save": ticked}.get(action, set())
        body = {
            "granted": sorted(granted),
            "method": "page",
            "language": language_of(request),
            "shown": shown,
        }
        try:
            decision = check_decision(body, self.offer, self.versions, gpc=is_gpc(request, self.face))
        except BadDecision:
            raise HTTPException(422) from None
        choice = self._commit(request, decision)
        back = posted.one("back")
        place = back if is_own_path(back) else f"{PATH}?saved=1&lang={language_of(request)}"
        return self._remember(request, RedirectResponse(place, 303), choice)

    def _commit(self, request: Request, decision: Decision) -> Choice:
        before = choice_of(request, self.offer, self.face)
        with self.face.begin() as tx:
            if self.face.is_limited(tx, request, PER_HOUR, HOUR):
                limited = True
            else:
                limited = False
                again = is_repeated(tx, decision)
                choice = (
                    in_force(tx, self.offer, decision, before)
                    if again
                    else record(tx, self.face, self.offer, decision, before)
                )
        if limited:
            raise HTTPException(429)
        return choice

    def _remember(self, request: Request, answer: Response, choice: Choice) -> Response:
        """Set the one cookie; what withdrawn services left on our host expires (also what scripts cannot see)."""
        is_https = request.url.scheme == "https"
        answer.set_cookie(
            self.offer.cookie,
            encode(choice, self.offer),
            max_age=int(self.offer.lifetime.total_seconds()),
            path="/",
            samesite="lax",
            secure=is_https,
        )
        expire_denied(request, answer, self.offer, choice)
        return answer

    def receipt(self, request: Request) -> Response:
        """The proof of this visitor's own decisions; 404 where the browser holds no consent id."""
        choice = choice_of(request, self.offer, self.face)
        if choice is None or not choice.id:
            raise HTTPException(404)
        with self.face.read() as tx:
            rows = tx.consents.of(choice.id)
        if not rows:
            raise HTTPException(404)
        headers = {
            "Content-Disposition": 'attachment; filename="consent-receipt.json"',
            "Cache-Control": "no-store",
        }
        return JSONResponse(receipt(self.face, self.offer, choice.id, rows), headers=headers)

    def frame(self, request: Request) -> Response:
        """One piece of embedded content, loaded once on the visitor's own click, in a frame of ours."""
        source = request.query_params.get("src", "")
        try:
            parts = urlsplit(source)
            host, scheme = parts.hostname or "", parts.scheme
        except ValueError:
            host, scheme = "", ""
        service = self.offer.by_host(host)
        if service is None or scheme not in ("https", request.url.scheme) or len(source) > 2000:
            raise HTTPException(404)
        body = self.face.fragment("consent/frame.html", request, src=source, name=service.use.name)
        rules = f"default-src 'none'; style-src 'self'; frame-src {host}; frame-ancestors 'self'; base-uri 'none'"
        return HTMLResponse(body, headers={"Content-Security-Policy": rules, "X-Frame-Options": "SAMEORIGIN"})


def is_own_path(path: str) -> bool:
    """Whether a path leads to a page of this host and nowhere else."""
    is_plain = path.startswith("/") and not path.startswith("//") and len(path) < 500
    return is_plain and all(c.isprintable() and c not in '\\"<>' for c in path)


def _code(request: Request, code: Script) -> Response:
    tag = f'"{code.version}"'
    headers = {"ETag": tag, "Cache-Control": "public, max-age=300"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(code.text, media_type="text/javascript; charset=utf-8", headers=headers)
