"""A visit at the desk: who, in which language, at which site; and the guard that every page stands behind.

Deny by default: a page names the roles that may see it, a change must come from the desk itself (``Sec-Fetch-Site`` or
``Origin``, and a strict cookie), nothing is cached, and what may not be seen does not show (Art. 25, 32 GDPR).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from zweck import texts
from zweck.activities.face import is_local
from zweck.activities.form import Posted, read_form
from zweck.clock import BERLIN
from zweck.desk.accounts import find_person
from zweck.errors import NotFoundError, RefusedError

if TYPE_CHECKING:
    from zweck.declaration.model import Declaration
    from zweck.serve.app import Frame
    from zweck.serve.site import Site
    from zweck.store import Person, Tx

ROOT = "/desk"
MAX_BYTES = 64 * 1024
OFFICER, RECRUITER, READER = "officer", "recruiter", "reader"
EVERYBODY = (OFFICER, RECRUITER, READER)
LANGUAGE_COOKIE = "zweck-desk-language"


@dataclass(frozen=True)
class Page:
    """One page or action: where, who may, what it does. ``area`` is the entry of the navigation it belongs to."""

    path: str
    answer: Callable[[Visit], Response]
    roles: tuple[str, ...] = (OFFICER,)
    area: str = ""
    method: str = "GET"


@dataclass(frozen=True)
class Desk:
    """The desk of one site."""

    frame: Frame
    site: Site
    areas: tuple[tuple[str, str, tuple[str, ...]], ...]

    @property
    def declaration(self) -> Declaration:
        return self.site.declaration

    @property
    def now(self) -> datetime:
        return self.frame.clock.now()

    @cached_property
    def systems(self) -> dict[str, Any]:
        """Where personal data lies, connected once."""
        from zweck.systems import connect

        return dict(connect(self.declaration, self.frame.store, self.frame.settings))

    def begin(self) -> AbstractContextManager[Tx]:
        """One durable transaction of this site."""
        return self.frame.store.begin(self.site.id)

    def read(self) -> AbstractContextManager[Tx]:
        """A read-only view of this site."""
        return self.frame.store.read(self.site.id)


@dataclass(frozen=True)
class Visit:
    """One request of a person who is logged in."""

    desk: Desk
    request: Request
    person: Person
    language: str
    area: str = ""
    posted: Posted = field(default_factory=Posted)

    def begin(self) -> AbstractContextManager[Tx]:
        """One durable transaction of this site."""
        return self.desk.begin()

    def read(self) -> AbstractContextManager[Tx]:
        """A read-only view of this site."""
        return self.desk.read()

    @property
    def declaration(self) -> Declaration:
        return self.desk.declaration

    def given(self, name: str, limit: int = 4000) -> str:
        """What was typed into a field, without the space around it and cut at ``limit``."""
        return self.posted.one(name).replace("\r\n", "\n").strip()[:limit]

    def id(self, name: str = "id") -> str:
        """The id in the address."""
        return str(self.request.path_params[name])

    def say(self, key: str, **arguments: Any) -> str:
        """A text of the desk."""
        return texts.message(f"desk.{key}", self.language, **arguments)

    def to(self, path: str, done: str = "") -> Response:
        """On to another page of the desk after a change; ``done`` names the sentence that says what was done."""
        return RedirectResponse(f"{ROOT}{path}" + (f"?{urlencode({'done': done})}" if done else ""), 303)

    def show(self, template: str, title: str, status: int = 200, **context: Any) -> Response:
        """A page of the desk."""
        done = self.request.query_params.get("done", "")
        said = self.say(f"done-{done}") if done and texts.has(f"desk.done-{done}", self.language) else ""
        more = {
            "person": self.person,
            "areas": self._areas(),
            "others": self._others(),
            "done": said,
            "faults": context.pop("faults", {}),
            "given": {name: values[0] for name, values in self.posted.values.items() if values},
        }
        return draw(self.desk, self.request, self.language, template, title, status, **more, **context)

    def refuse(self, status: int, key: str, **arguments: Any) -> Response:
        """A page that says why something is not possible."""
        text = self.say(key, **arguments)
        return self.show("desk/refused.html", self.say("refused-title"), status, text=text)

    def _areas(self) -> list[dict[str, Any]]:
        return [
            {"href": ROOT + path, "text": self.say(f"area-{name}"), "here": name == self.area}
            for name, path, roles in self.desk.areas
            if self.person.role in roles
        ]

    def _others(self) -> list[dict[str, str]]:
        """The installation's other sites where the same login is known."""
        login, found = self.person.login.casefold(), []
        for site in self.desk.frame.sites.all:
            if site.id != self.desk.site.id:
                with self.desk.frame.store.read(site.id) as tx:
                    is_known = any(p.login.casefold() == login for p in tx.people.list())
                if is_known:
                    found.append({"href": _elsewhere(self.request, site), "text": site.declaration.site.name})
        return found


def _elsewhere(request: Request, site: Site) -> str:
    """The desk of another site: its own host, or its local name on this machine."""
    host = request.headers.get("host", "")
    if not is_local(host):
        return f"https://{site.declaration.site.domains[0]}{ROOT}"
    local = sorted((n for n in site.names if n.endswith(".localhost")), key=len)
    port = host.rpartition(":")[2]
    name = local[0] if local else "localhost"
    return f"{request.url.scheme}://{name}" + (f":{port}" if port.isdigit() else "") + ROOT


def draw(
    desk: Desk, request: Request, language: str, template: str, title: str, status: int = 200, **context: Any
) -> Response:
    """A template in the desk's frame, for people inside and at the door."""
    request.scope["zweck.language"] = language

    def say(key: str, /, **arguments: Any) -> str:
        return texts.message(f"desk.{key}", language, **arguments)

    body = desk.frame.pages.environment.get_template(template).render(
        say=say,
        day=lambda at: day(at, language),
        moment=lambda at: moment(at, language),
        did=lambda event: known(f"did-{event}", language, ""),
        system=lambda name: known(f"system-{name}", language, name),
        root=ROOT,
        language=language,
        title=title,
        site=desk.declaration.site,
        path=request.url.path if request.method == "GET" else ROOT,
        **{"person": None, "areas": [], "others": [], "done": "", "faults": {}, "given": {}, **context},
    )
    headers = {"Content-Language": language, "Cache-Control": "no-store"}
    return HTMLResponse(body, status_code=status, headers=headers)


def known(key: str, language: str, fallback: str) -> str:
    """A text of the desk whose key comes from data, or ``fallback`` where there is none."""
    name = f"desk.{key.replace('.', '-').replace('_', '-')}"
    return texts.message(name, language) if texts.has(name, language) else fallback


def day(at: datetime | None, language: str) -> str:
    """A German calendar day in words."""
    return texts.day(at.astimezone(BERLIN).date(), language) if at else ""


def moment(at: datetime | None, language: str) -> str:
    """A German calendar day with the time of day."""
    if at is None:
        return ""
    local = at.astimezone(BERLIN)
    return f"{texts.day(local.date(), language)}, {local:%H:%M}"


def language_at(request: Request) -> str:
    """The person's own choice, else what the address or the browser asks for."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen in texts.LANGUAGES:
        return chosen
    wanted = [part.strip()[:2].lower() for part in request.headers.get("accept-language", "")[:200].split(",")]
    return next((code for code in wanted if code in texts.LANGUAGES), "de")


def cookie_name(request: Request) -> str:
    """``__Host-`` binds the cookie to this host over TLS; plain http exists on this machine only."""
    return "__Host-zweck-desk" if request.url.scheme == "https" else "zweck-desk"


def set_session(request: Request, response: Response, secret: str) -> None:
    """Hand a session to the browser, for this host alone and until it closes; an empty ``secret`` takes it back."""
    name, secure = cookie_name(request), request.url.scheme == "https"
    if secret:
        response.set_cookie(name, secret, path="/", secure=secure, httponly=True, samesite="strict")
    else:
        response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="strict")


def is_own(desk: Desk, request: Request) -> bool:
    """Whether a change comes from a page of the desk; a program without either header is no browser of ours."""
    fetched = request.headers.get("sec-fetch-site")
    if fetched is not None:
        return fetched == "same-origin"
    origin = request.headers.get("origin", "")
    return origin == f"{request.url.scheme}://{request.headers.get('host', '')}"


def is_safe(desk: Desk, request: Request) -> bool:
    """Whether passwords may travel: TLS, this machine itself, or an installation that says it is plain http."""
    is_plain_meant = desk.frame.settings.public_scheme == "http"
    return request.url.scheme == "https" or is_local(request.headers.get("host", "")) or is_plain_meant


def attachment(name: str, media_type: str, content: bytes) -> Response:
    """A file that is saved, never shown: no script in it can run here."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    headers = {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}",
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(content, media_type=media_type, headers=headers)


Answer = Callable[[Request, Posted], Response]


def endpoint(desk: Desk, method: str, answer: Answer) -> Callable[[Request], Any]:
    """The asynchronous edge: origin first, then the form, then the work in a thread."""

    async def serve(request: Request) -> Response:
        posted = Posted()
        if method == "POST":
            if not is_own(desk, request):
                raise HTTPException(403)
            posted = await read_form(request, MAX_BYTES)
        return await run_in_threadpool(answer, request, posted)

    return serve


def inside(desk: Desk, page: Page) -> Answer:
    """A page for people who are logged in and whose role may see it."""

    def answer(request: Request, posted: Posted) -> Response:
        language = language_at(request)
        request.scope["zweck.language"] = language
        person = find_person(desk.frame.store, desk.site.id, request.cookies.get(cookie_name(request), ""))
        if person is None:
            return RedirectResponse(f"{ROOT}/login", 303)
        visit = Visit(desk, request, person, language, page.area, posted)
        if person.role not in page.roles:
            return visit.refuse(403, "refused-role")
        try:
            return page.answer(visit)
        except NotFoundError:
            return visit.refuse(404, "refused-unknown")
        except RefusedError:
            return visit.refuse(409, "refused-rule")

    return answer
