"""The door of the desk: log in, log out, the first officer, one's own password and second factor.

A failed login says neither which part was wrong nor whether there is such an account (Art. 32 GDPR).
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from zweck.activities.face import visitor_address
from zweck.activities.form import Posted
from zweck.desk import accounts, factor
from zweck.desk.visit import (
    EVERYBODY,
    LANGUAGE_COOKIE,
    ROOT,
    Answer,
    Desk,
    Page,
    Visit,
    cookie_name,
    draw,
    is_safe,
    language_at,
    set_session,
)
from zweck.errors import RefusedError
from zweck.texts import LANGUAGES
from zweck.texts import message as say

MIN_PASSWORD = 12


def doors(desk: Desk) -> list[tuple[str, str, Answer]]:
    """What can be reached without a session: path, method, answer."""
    door = Door(desk)
    return [
        ("/login", "GET", door.show_login),
        ("/login", "POST", door.take_login),
        ("/setup", "GET", door.show_setup),
        ("/setup", "POST", door.take_setup),
        ("/logout", "POST", door.log_out),
        ("/language", "POST", door.set_language),
    ]


class Door:
    """The pages before a session."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.store = desk.frame.store

    def show_login(self, request: Request, posted: Posted, status: int = 200, fault: str = "") -> Response:
        """The form to log in; says so where nobody can yet."""
        language = language_at(request)
        if not is_safe(self.desk, request):
            fault = "login-unsafe"
        is_empty = bool(accounts.without_accounts(self.store, [self.desk.site.id]))
        title = say("desk.login-title", language)
        return draw(
            self.desk, request, language, "desk/login.html", title, status, fault=fault, is_empty=is_empty,
            given={"login": posted.one("login")},
        )  # fmt: skip

    def take_login(self, request: Request, posted: Posted) -> Response:
        """Open a session: 303 to the desk, 422 when something is wrong, 429 when it was tried too often."""
        if not is_safe(self.desk, request):
            return self.show_login(request, posted, 403)
        login, password = posted.one("login")[:254], posted.one("password")[:1000]
        address = visitor_address(request)
        try:
            secret = accounts.log_in(self.store, self.desk.site.id, login, password, posted.one("code")[:20], address)
        except accounts.TooOften:
            return self.show_login(request, posted, 429, "login-often")
        if secret is None:
            return self.show_login(request, posted, 422, "login-wrong")
        return self._enter(request, secret)

    def _enter(self, request: Request, secret: str) -> Response:
        response = RedirectResponse(ROOT, 303)
        set_session(request, response, secret)
        return response

    def show_setup(
        self, request: Request, posted: Posted, status: int = 200, faults: dict[str, str] | None = None
    ) -> Response:
        """The form for the first officer, behind the link that the server printed."""
        token = posted.one("token") or request.query_params.get("token", "")
        language = language_at(request)
        if not accounts.is_setup_token(self.store, token, self.desk.site.id):
            title, text = say("desk.refused-title", language), say("desk.setup-over", language)
            return draw(self.desk, request, language, "desk/refused.html", title, 410, text=text)
        title = say("desk.setup-title", language)
        given = {"login": posted.one("login")}
        more = {"token": token, "faults": faults or {}, "given": given}
        return draw(self.desk, request, language, "desk/setup.html", title, status, **more)

    def take_setup(self, request: Request, posted: Posted) -> Response:
        """Make the first officer, on every site of the installation that has none, and log them in."""
        token, language = posted.one("token"), language_at(request)
        if not is_safe(self.desk, request) or not accounts.is_setup_token(self.store, token, self.desk.site.id):
            return self.show_setup(request, posted, 410)
        login, password = posted.one("login").strip()[:254], posted.one("password")[:1000]
        faults = {}
        if not login:
            faults["login"] = say("desk.fault-login", language)
        if len(password) < MIN_PASSWORD:
            faults["password"] = say("desk.fault-password", language, count=MIN_PASSWORD)
        if faults:
            return self.show_setup(request, posted, 422, faults)
        accounts.create_first(self.store, [s.id for s in self.desk.frame.sites.all], login, password)
        secret = accounts.log_in(self.store, self.desk.site.id, login, password, "", visitor_address(request))
        return self._enter(request, secret or "")

    def log_out(self, request: Request, posted: Posted) -> Response:
        """End the session, here and in the store."""
        secret = request.cookies.get(cookie_name(request), "")
        with self.desk.begin() as tx:
            tx.people.close_session(secret)
        response = RedirectResponse(f"{ROOT}/login", 303)
        set_session(request, response, "")
        return response

    def set_language(self, request: Request, posted: Posted) -> Response:
        """Remember a person's language in their browser."""
        back = posted.one("back")
        is_ours = back.startswith(f"{ROOT}/") and "//" not in back and "\\" not in back and back.isprintable()
        response = RedirectResponse(back if is_ours else ROOT, 303)
        if (chosen := posted.one("language")) in LANGUAGES:
            response.set_cookie(
                LANGUAGE_COOKIE, chosen, max_age=365 * 86400, path=ROOT, httponly=True, samesite="strict",
                secure=request.url.scheme == "https",
            )  # fmt: skip
        return response


def show_account(visit: Visit, status: int = 200, faults: dict[str, str] | None = None) -> Response:
    """One's own password and second factor."""
    with visit.read() as tx:
        has_factor = tx.people.factor(visit.person.id) is not None
    secret = factor.from_text(visit.given("secret")) or factor.new_secret()
    return visit.show(
        "desk/account.html",
        visit.say("account-title"),
        status,
        has_factor=has_factor,
        secret=factor.as_text(secret),
        address=factor.address(secret, visit.person.login, f"Zweck {visit.declaration.site.name}"),
        faults=faults or {},
    )


def set_password(visit: Visit) -> Response:
    """A new password, after the old one; every session ends."""
    old, new = visit.posted.one("old")[:1000], visit.posted.one("new")[:1000]
    with visit.read() as tx:
        is_right = tx.people.verify(visit.person.login, old) is not None
    if not is_right:
        return show_account(visit, 422, {"old": visit.say("fault-old-password")})
    if len(new) < MIN_PASSWORD:
        return show_account(visit, 422, {"new": visit.say("fault-password", count=MIN_PASSWORD)})
    with visit.begin() as tx:
        tx.people.set_password(visit.person.id, new)
        tx.evidence("desk.password_changed", detail={"person": visit.person.id})
    return visit.to("/login")


def set_factor(visit: Visit) -> Response:
    """Switch the second factor on, after one right code, or off."""
    secret = factor.from_text(visit.given("secret"))
    with visit.begin() as tx:
        if visit.given("off"):
            tx.people.set_factor(visit.person.id, None)
        elif secret is None or factor.step_of(secret, visit.given("code"), tx.now) is None:
            secret = None
        else:
            tx.people.set_factor(visit.person.id, secret)
        if visit.given("off") or secret:
            tx.evidence("desk.factor_changed", detail={"person": visit.person.id, "on": not visit.given("off")})
            return visit.to("/account", "factor")
    return show_account(visit, 422, {"code": visit.say("fault-code")})


def show_people(
    visit: Visit, status: int = 200, faults: dict[str, str] | None = None, fresh: tuple[str, str] | None = None
) -> Response:
    """Everybody who may enter the desk of this site."""
    with visit.read() as tx:
        found = tx.people.list()
    return visit.show(
        "desk/people.html", visit.say("people-title"), status, found=found, roles=EVERYBODY,
        faults=faults or {}, fresh=fresh,
    )  # fmt: skip


def add_person(visit: Visit) -> Response:
    """A new account with a password that is shown once."""
    login, role = visit.given("login", 254), visit.given("role")
    faults = {}
    if not login:
        faults["login"] = visit.say("fault-login")
    if role not in EVERYBODY:
        faults["role"] = visit.say("fault-role")
    if faults:
        return show_people(visit, 422, faults)
    password = accounts.new_password()
    try:
        with visit.begin() as tx:
            made = tx.people.add(login, password, role)
            tx.evidence("desk.person_added", detail={"person": made, "role": role, "by": visit.person.id})
    except RefusedError:
        return show_people(visit, 422, {"login": visit.say("fault-login-known")})
    return show_people(visit, fresh=(login, password))


def reset_person(visit: Visit) -> Response:
    """A new password for somebody who lost theirs, shown once; the second factor goes too."""
    password = accounts.new_password()
    with visit.begin() as tx:
        found = tx.people.get(visit.id())
        tx.people.set_password(found.id, password)
        tx.people.set_factor(found.id, None)
        tx.evidence("desk.person_reset", detail={"person": found.id, "by": visit.person.id})
    return show_people(visit, fresh=(found.login, password))


def remove_person(visit: Visit) -> Response:
    """Take an account away; never one's own, so that one officer always stays."""
    if visit.id() == visit.person.id:
        return show_people(visit, 422, {"remove": visit.say("fault-remove-self")})
    with visit.begin() as tx:
        tx.people.remove(visit.id())
        tx.evidence("desk.person_removed", detail={"person": visit.id(), "by": visit.person.id})
    return visit.to("/people", "removed")


PAGES = (
    Page("/account", show_account, EVERYBODY, "account"),
    Page("/account/password", set_password, EVERYBODY, "account", "POST"),
    Page("/account/factor", set_factor, EVERYBODY, "account", "POST"),
    Page("/people", show_people, area="people"),
    Page("/people", add_person, area="people", method="POST"),
    Page("/people/{id}/reset", reset_person, area="people", method="POST"),
    Page("/people/{id}/remove", remove_person, area="people", method="POST"),
)
