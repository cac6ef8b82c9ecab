"""The public rights portal: choose a right, ask, confirm by mail, follow, download, take back (Art. 12(2), 15–21 GDPR).

An e-mail address is enough: no account, no copy of an identity document. Nothing on these pages tells whether an
address is known; what is known goes only to whoever reads its mail. Tokens travel in the query, which no log keeps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from zweck import rights, texts
from zweck.activities.face import ROOT, Face, language_of
from zweck.activities.form import Checked, Form, read_form
from zweck.activities.submission import about, section_anchor, submission_key
from zweck.clock import BERLIN
from zweck.declaration.activity import FormField
from zweck.law.authorities import authority_for
from zweck.law.rights import Right
from zweck.law.rights import right as law_right
from zweck.promises import wording
from zweck.rights import engine

if TYPE_CHECKING:
    from zweck.serve.app import Frame
    from zweck.serve.site import Site
    from zweck.store.requests import Request as Asked

PER_HOUR = 20
PER_ADDRESS = 10
"""Requests a day for one address: more would make the portal a way to flood somebody's mailbox."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MAX_BYTES = 64 * 1024


def site_routes(frame: Frame, site: Site) -> list[BaseRoute]:
    """The portal of a site that declares ``rights``; one that takes requests by mail and post only says so."""
    found = site.declaration.of_kind("rights")
    if not found:
        return []
    portal = Portal(frame.face(site, found[0]))
    if "portal" not in found[0].channels:
        return [Route(portal.path, portal.closed)]
    made: list[BaseRoute] = [Route(portal.path, portal.choose)]
    for each in rights.requestable():
        path = f"{portal.path}/{each.key}"
        made.append(Route(path, partial(portal.show, each), methods=["GET"]))
        made.append(Route(path, _posted(partial(portal.take, each)), methods=["POST"]))
    made += [
        Route(f"{portal.path}/sent", portal.sent),
        Route(f"{portal.path}/confirm", portal.ask, methods=["GET"]),
        Route(f"{portal.path}/confirm", _posted(portal.confirm), methods=["POST"]),
        Route(f"{portal.path}/request", portal.follow),
        Route(f"{portal.path}/request/download", portal.download),
        Route(f"{portal.path}/request/withdraw", _posted(portal.withdraw), methods=["POST"]),
        Route(f"{portal.path}/withdrawn", portal.withdrawn),
    ]
    return made


def _posted(take: Callable[[Request, Any], Response]) -> Callable[[Request], Any]:
    async def read(request: Request) -> Response:
        return await run_in_threadpool(take, request, await read_form(request, MAX_BYTES))

    return read


@dataclass(frozen=True)
class Portal:
    """The portal of one site."""

    face: Face

    @property
    def path(self) -> str:
        return self.face.path

    def _link(self, request: Request, page: str, token: str) -> str:
        return self.face.link(request, f"{self.path}/{page}", token=token, lang=language_of(request))

    def _say(self, name: str, request: Request, **arguments: Any) -> str:
        return self.face.say(f"portal-{name}", language_of(request), **arguments)

    def choose(self, request: Request) -> Response:
        """Every right with what it means, each a link to its form."""
        language = language_of(request)
        cards = [
            {
                "href": f"{self.path}/{r.key}?lang={language}",
                "title": r.title(language),
                "text": self._say(f"explain-{r.key}", request),
                "article": self._say("article", request, article=_cited(r.article, language)),
            }
            for r in sorted(rights.requestable(), key=lambda r: r.key == "withdrawal")
        ]
        return self._show("rights/choose.html", request, title=self._say("title", request), cards=cards)

    def closed(self, request: Request) -> Response:
        """Where requests go when the site takes none here."""
        return self._show("rights/choose.html", request, title=self._say("title", request), cards=[])

    def show(self, right: Right, request: Request, checked: Checked | None = None, status: int = 200) -> Response:
        """The form of one right, with the values and faults of a refused post."""
        language = language_of(request)
        return self.face.render(
            "form.html",
            request,
            status,
            title=right.title(language),
            lead=self._say(f"explain-{right.key}", request),
            form=self._form(right, language).view(language, self.face.now, checked),
            action=f"{self.path}/{right.key}?lang={language}",
            about=[self._say("about-proof", request), *about(self.face, language)],
            notice=f"{ROOT}/{language}#{section_anchor(self.face)}",
            submit=self._say("submit", request),
        )

    def _form(self, right: Right, language: str) -> Form:
        known = {"email": "email", "name": "text", "details": "textarea"}
        fields = [
            FormField(
                name=name,
                type=kind,
                required=name == "email",
                label=self.face.say(f"portal-field-{name}", language),
                why=self.face.say(f"portal-why-{name}", language),
                max_length=4000 if name == "details" else 254,
            )
            for name, kind in known.items()
        ]
        if right.key == "rectification":
            choices = {"field": self._correctable(language)}
            fields[1:1] = self._correction(language)
            return Form(tuple(fields), choices=choices)
        return Form(tuple(fields))

    def _correction(self, language: str) -> list[FormField]:
        def say(name: str) -> str:
            return self.face.say(f"portal-field-{name}", language)

        return [
            FormField(name="field", type="select", required=True, label=say("field")),
            FormField(name="right_value", required=True, label=say("right-value"), max_length=500),
        ]

    def _correctable(self, language: str) -> dict[str, str]:
        """The fields that the site's forms collect about a person, by name; nothing that is stored about anybody."""
        fields = [f for a in self.face.declaration.activities.values() for f in a.fields if f.type != "file"]
        found = {f.name: wording.field_label(f, language) for f in fields if f.type not in ("textarea", "checkbox")}
        return found or {"name": texts.message("fields.name", language)}

    def take(self, right: Right, request: Request, posted: Any) -> Response:
        """Store the request and send its link; 422 names the fields that do not fit, 429 is too much."""
        language = language_of(request)
        checked = self._form(right, language).check(posted, language, self.face.now)
        if checked.is_trapped:
            checked.general.append(texts.message("web.error-trap", language))
        if not checked.is_good:
            return self.show(right, request, checked, 422)
        with self.face.begin() as tx:
            is_limited = self.face.is_limited(tx, request, PER_HOUR, HOUR)
            address = checked.values["email"].casefold()
            is_flood = not tx.limits.hit(f"rights:to:{address}", PER_ADDRESS, DAY)
            is_again = not tx.limits.hit(f"rights:{right.key}:{submission_key(checked)}", 1, HOUR)
            if not (is_limited or is_flood or is_again):
                self._open(tx, right, request, checked)
        if is_limited:
            raise HTTPException(429)
        return RedirectResponse(f"{self.path}/sent?lang={language}", 303)

    def _open(self, tx: Any, right: Right, request: Request, checked: Checked) -> None:
        values = checked.values
        changes = {values["field"]: values["right_value"]} if values.get("field") else {}
        rights.open_request(
            tx,
            self.face.declaration,
            right.key,
            email=values["email"],
            name=values.get("name", ""),
            details=values.get("details", ""),
            changes=changes,
            channel="portal",
            language=language_of(request),
            link=partial(self._link, request, "confirm"),
        )

    def sent(self, request: Request) -> Response:
        """What happens next; the same for every address."""
        return self._message(request, "sent")

    def ask(self, request: Request) -> Response:
        """The page behind the mailed link: a button, because programs that check mails open links too."""
        token = request.query_params.get("token", "")
        with self.face.read() as tx:
            if not tx.tokens.peek(token, rights.CONFIRM):
                return self._over(request)
        button = {
            "action": f"{self.path}/confirm?lang={language_of(request)}",
            "hidden": {"token": token},
            "text": self._say("confirm-button", request),
        }
        return self._message(request, "confirm", button=button)

    def confirm(self, request: Request, posted: Any) -> Response:
        """The person confirms; on to the page where the request can be followed."""
        minted: list[str] = []

        def link(token: str) -> str:
            minted.append(token)
            return self._link(request, "request", token)

        with self.face.begin() as tx:
            found = rights.confirm(tx, self.face.declaration, posted.one("token"), link)
        if found is None or not minted:
            return self._over(request)
        return RedirectResponse(self._link_here(request, minted[-1]), 303)

    def _link_here(self, request: Request, token: str) -> str:
        return f"{self.path}/request?token={token}&lang={language_of(request)}"

    def follow(self, request: Request) -> Response:
        """Where the request stands, until when it is answered, what happens next."""
        token = request.query_params.get("token", "")
        with self.face.read() as tx:
            found = rights.follow(tx, token)
            has_package = found is not None and rights.package_file(tx, found.id) is not None
        if found is None:
            return self._over(request)
        language = language_of(request)
        title = law_right(found.right).title(language)
        return self._show(
            "rights/request.html",
            request,
            title=self._say("follow-title", request),
            facts=self._facts(request, found, title),
            state=self._say(f"state-{found.status}", request),
            then=self._say(f"next-{found.status}", request),
            reason=_reason(found),
            complaint=self._complaint() if found.status == "refused" or found.extended_until else "",
            is_extended=found.extended_until is not None and found.closed_at is None,
            token=token,
            download=f"{self.path}/request/download?token={token}" if has_package else "",
            until=self._package_until(found, language),
            may_withdraw=found.closed_at is None and found.status != engine.DONE,
            withdraw=f"{self.path}/request/withdraw?lang={language}",
        )

    def _facts(self, request: Request, found: Asked, title: str) -> list[tuple[str, str]]:
        language = language_of(request)
        made = [
            (self._say("fact-reference", request), found.reference),
            (self._say("fact-right", request), title),
            (self._say("fact-received", request), _day(found.received_at, language)),
        ]
        if found.closed_at:
            made.append((self._say("fact-closed", request), _day(found.closed_at, language)))
        elif found.deadline and found.status != engine.DONE:
            last = _day(found.deadline - timedelta(seconds=1), language)
            made.append((self._say("fact-deadline", request), last))
        return made

    def _package_until(self, found: Asked, language: str) -> str:
        return _day(found.closed_at + engine.PACKAGE_FOR, language) if found.closed_at else ""

    def _complaint(self) -> str:
        address = self.face.declaration.controller.address
        found = authority_for(address.country, address.state)
        return f"{found.name}, {found.website}"

    def download(self, request: Request) -> Response:
        """The package, as an attachment that no cache keeps; 410 once it is over."""
        with self.face.read() as tx:
            found = rights.follow(tx, request.query_params.get("token", ""))
            package = rights.package_file(tx, found.id) if found else None
        if package is None:
            return self._over(request)
        name, media_type, content = package
        headers = {
            "Content-Disposition": f'attachment; filename="{_plain(name)}"',
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        }
        return Response(content, media_type=media_type, headers=headers)

    def withdraw(self, request: Request, posted: Any) -> Response:
        """The person takes the request back."""
        with self.face.begin() as tx:
            found = rights.follow(tx, posted.one("token"))
            if found is not None and found.status != engine.DONE:
                rights.withdraw(tx, found)
        if found is None:
            return self._over(request)
        return RedirectResponse(f"{self.path}/withdrawn?lang={language_of(request)}", 303)

    def withdrawn(self, request: Request) -> Response:
        """The request is taken back."""
        return self._message(request, "withdrawn")

    def _message(self, request: Request, name: str, button: Any = None) -> Response:
        lines = self._say(f"{name}-text", request).splitlines()
        title = self._say(f"{name}-title", request)
        return self._show("message.html", request, title=title, lines=lines, button=button, link=None)

    def _over(self, request: Request) -> Response:
        link = {"href": f"{self.path}?lang={language_of(request)}", "text": self._say("again", request)}
        title, lines = self._say("over-title", request), [self._say("over-text", request)]
        return self._show("message.html", request, status=410, title=title, lines=lines, button=None, link=link)

    def _show(self, template: str, request: Request, status: int = 200, **context: Any) -> Response:
        contact = self._contact()
        made = self.face.render(template, request, status, contact=contact, path=self.path, **context)
        made.headers["Cache-Control"] = "no-store"
        return made

    def _contact(self) -> str:
        from zweck.activities.rights import contact

        return contact(self.face.declaration, self.face.activity)


def _day(moment: datetime, language: str) -> str:
    return texts.day(moment.astimezone(BERLIN).date(), language)


def _cited(article: str, language: str) -> str:
    number, _, rest = article.partition("(")
    return f"{number} Abs. {rest.rstrip(')')}" if rest and language == "de" else article


def _reason(found: Asked) -> str:
    if found.status == "refused":
        return str(found.data.get("reason", ""))
    return str(found.data.get("extension_reason", "")) if found.extended_until else ""


def _plain(name: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in name)
