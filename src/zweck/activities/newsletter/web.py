"""The newsletter on the web: order, confirm by post, leave with one click (§ 7(2) no. 2 UWG, Art. 7 GDPR, RFC 8058).

Opening a link changes nothing, because mail scanners open links; only the button does. Ordering tells nobody whether an
address is on the list: every valid post gets the same answer, and what differs goes to the mailbox alone.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from zweck import texts
from zweck.activities.check import as_data
from zweck.activities.face import Face, language_of
from zweck.activities.form import Box, Checked, Form
from zweck.activities.newsletter import subscription
from zweck.activities.newsletter.letter import leave_headers
from zweck.activities.submission import FormPage, collected, mail_text, text_version
from zweck.declaration.activity import FormField
from zweck.declaration.fields import KNOWN

EMAIL = FormField(name="email", **KNOWN["email"])
CONSENT = "consent"
PER_ADDRESS = 3
"""Mails that one address can be made to get in a day by people who type it into a form."""
DAY = timedelta(days=1)


def routes(face: Face) -> list[BaseRoute]:
    """Order, confirm and leave; none where no field is declared."""
    if not face.activity.fields:
        return []
    order, leave = _order_page(face), _leave_page(face)
    return [
        Route(order.path, order.show, methods=["GET"]),
        Route(order.path, order.take, methods=["POST"]),
        Route(f"{order.path}/sent", order.thanks, methods=["GET"]),
        Route(f"{order.path}/confirm", partial(_ask_confirm, face), methods=["GET"]),
        Route(f"{order.path}/confirm", partial(_confirm, face), methods=["POST"]),
        Route(f"{order.path}/confirmed", partial(_say, face, "confirmed"), methods=["GET"]),
        Route(leave.path, partial(_ask_leave, face, leave), methods=["GET"]),
        Route(leave.path, _Leave(face, leave).take, methods=["POST"]),
        Route(f"{leave.path}/leave-sent", leave.thanks, methods=["GET"]),
        Route(f"{order.path}/left", partial(_say, face, "left"), methods=["GET"]),
    ]


def contents(face: Face, language: str) -> dict[str, str]:
    """What the letter is about, as the consent must say it (Art. 4(11))."""
    activity = face.activity
    about = texts.choose(activity.contents, language) if activity.contents else face.say("contents", language)
    return {"contents": about.rstrip(".")}


def wording(face: Face, language: str) -> str:
    """The exact words of the consent; they go into the proof."""
    return face.say("consent", language, controller=face.declaration.controller.name, **contents(face, language))


def order_form(face: Face, language: str) -> Form:
    """The declared fields and the consent in its own words, unticked."""
    return Form(face.activity.fields, boxes=(Box(CONSENT, wording(face, language), required=True),))


def _order_page(face: Face) -> FormPage:
    return FormPage(
        face,
        lambda language: order_form(face, language),
        partial(_order, face),
        face.path,
        arguments=lambda language: contents(face, language),
        per_hour=10,
    )


def _leave_page(face: Face) -> FormPage:
    return FormPage(
        face,
        lambda language: Form((EMAIL,)),
        partial(_send_leave, face),
        f"{face.path}/leave",
        heading="leave-ask-title",
        intro="leave-ask-text",
        button="leave-ask-submit",
        done="leave-sent",
        per_hour=10,
    )


def _order(face: Face, tx: Any, request: Request, checked: Checked) -> None:
    """Note the order and write one mail: to confirm, or to say that the letter is coming already."""
    language, data = language_of(request), as_data(checked.values)
    if not tx.limits.hit(f"newsletter:mail:{data['email'].lower()}", PER_ADDRESS, DAY):
        return
    words = wording(face, language)
    made = subscription.order(
        tx,
        face.activity.name,
        data,
        wording=words,
        version=text_version(face, language, {CONSENT: words}),
        language=language,
        promises=face.kept(*subscription.ORDER_PROMISES) + collected(face),
    )
    site = face.declaration.site.name
    if made.is_known:
        link = face.link(request, f"{face.path}/leave", t=made.token)
        words_known = (face.say("mail-known", language, site=site), face.say("mail-known-leave", language))
        parts: tuple[str, ...] = (*words_known, link)
        _write(face, tx, request, data["email"], "known", made.subject, made.record, parts, leave_headers(link))
        return
    link = face.link(request, f"{face.path}/confirm", t=made.token, lang=language)
    parts = (
        face.say("mail-confirm", language, site=site),
        link,
        face.say("mail-confirm-wording", language, wording=words),
        face.say("mail-confirm-expiry", language),
    )
    _write(face, tx, request, data["email"], "confirm", made.subject, made.record, parts, {})


def _write(
    face: Face,
    tx: Any,
    request: Request,
    to: str,
    name: str,
    subject: str | None,
    record: str | None,
    parts: tuple[str, ...],
    headers: dict[str, str],
) -> None:
    language = language_of(request)
    tx.mail.queue(
        to=to,
        template=f"newsletter.{name}",
        subject_line=face.say(f"mail-{name}-subject", language),
        text=mail_text(face, request, language, *parts),
        subject=subject,
        record=record,
        headers={"Auto-Submitted": "auto-generated", **headers},
    )


def _ask_confirm(face: Face, request: Request) -> Response:
    token = request.query_params.get("t", "")
    with face.read() as tx:
        if tx.tokens.peek(token, subscription.CONFIRM) is None:
            raise HTTPException(410)
    return _button(face, request, "confirm", f"{face.path}/confirm", token)


def _button(face: Face, request: Request, name: str, path: str, token: str) -> Response:
    language = language_of(request)
    action = face.link(request, path, t=token, lang=language).partition("://")[2].partition("/")[2]
    button = {"action": f"/{action}", "text": face.say(f"{name}-submit", language), "hidden": {}}
    return face.render(
        "message.html",
        request,
        title=face.say(f"{name}-title", language),
        lines=[face.say(f"{name}-text", language)],
        button=button,
        link=None,
    )


def _confirm(face: Face, request: Request) -> Response:
    language = language_of(request)
    promises = face.kept(*subscription.CONFIRM_PROMISES)
    with face.begin() as tx:
        member = subscription.confirm(tx, face.activity.name, request.query_params.get("t", ""), promises)
        if member:
            link = face.link(
                request,
                f"{face.path}/leave",
                t=tx.tokens.issue(subscription.LEAVE, member.proof, subscription.LEAVE_VALID),
            )
            parts = (face.say("mail-welcome", language, site=face.declaration.site.name), link)
            heads = leave_headers(link)
            _write(face, tx, request, member.email, "welcome", member.subject, member.record, parts, heads)
    if member is None:
        raise HTTPException(410)
    return RedirectResponse(f"{face.path}/confirmed?lang={language}", 303)


def _say(face: Face, name: str, request: Request) -> Response:
    language = language_of(request)
    lines = face.say(f"{name}-text", language).splitlines()
    title = face.say(f"{name}-title", language)
    return face.render("message.html", request, title=title, lines=lines, button=None, link=None)


def _ask_leave(face: Face, page: FormPage, request: Request) -> Response:
    token = request.query_params.get("t", "")
    if not token:
        return page.show(request)
    with face.read() as tx:
        if tx.tokens.peek(token, subscription.LEAVE) is None:
            raise HTTPException(410)
    return _button(face, request, "leave", page.path, token)


class _Leave:
    """The post that ends a subscription; without a link's token it asks for the address and mails the link."""

    def __init__(self, face: Face, page: FormPage) -> None:
        self.face = face
        self.page = page

    async def take(self, request: Request) -> Response:
        if request.query_params.get("t"):
            return await run_in_threadpool(_leave, self.face, request)
        return await self.page.take(request)


def _leave(face: Face, request: Request) -> Response:
    promises = face.kept(*subscription.LEAVE_PROMISES)
    suppress = getattr(face.activity, "suppression", None) is not None
    with face.begin() as tx:
        member = subscription.leave(tx, face.activity.name, request.query_params["t"], promises, suppress=suppress)
        if member and member.record:
            words = (face.say("mail-left", language_of(request), site=face.declaration.site.name),)
            _write(face, tx, request, member.email, "left", None, None, words, {})
    if member is None:
        raise HTTPException(410)
    return RedirectResponse(f"{face.path}/left?lang={language_of(request)}", 303)


def _send_leave(face: Face, tx: Any, request: Request, checked: Checked) -> None:
    """Mail the link to leave, if the address is on the list; the answer on the page is the same for all."""
    language, email = language_of(request), checked.values["email"]
    member = subscription.find_member(tx, face.activity.name, email)
    if member is None or not tx.limits.hit(f"newsletter:mail:{email.lower()}", PER_ADDRESS, DAY):
        return
    link = face.link(
        request,
        f"{face.path}/leave",
        t=tx.tokens.issue(subscription.LEAVE, member.proof, subscription.LEAVE_VALID),
    )
    site = face.declaration.site.name
    parts = (face.say("mail-leave", language, site=site), link, face.say("mail-leave-not-you", language))
    _write(face, tx, request, member.email, "leave", member.subject, member.record, parts, leave_headers(link))
