"""The desk's routes: every page with its roles, behind the guard; mounted by name from the web application.

The order of the navigation is the order of an officer's day.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route

from zweck.desk import applications, cases, decision, documents, door, due, newsletter, outbox, proof, requests, today
from zweck.desk.visit import EVERYBODY, OFFICER, READER, RECRUITER, ROOT, Desk, Page, endpoint, inside

if TYPE_CHECKING:
    from zweck.declaration.model import Declaration
    from zweck.serve.app import Frame
    from zweck.serve.site import Site

_HERE = Path(__file__).parent
PAGES: tuple[Page, ...] = (
    *today.PAGES,
    *requests.PAGES,
    *decision.PAGES,
    *cases.PAGES,
    *applications.PAGES,
    *newsletter.PAGES,
    *due.PAGES,
    *proof.PAGES,
    *outbox.PAGES,
    *documents.PAGES,
    *door.PAGES,
)


def routes(frame: Frame) -> list[BaseRoute]:
    """Nothing for all hosts alike; the desk's templates and stylesheet become known here, once."""
    from zweck.serve.asset import Asset

    frame.pages.add_folder("desk", _HERE / "templates")
    for path in sorted((_HERE / "static").glob("*.css")):
        frame.pages.assets.add(Asset(path.name, path.read_bytes(), "text/css; charset=utf-8"))
    return []


def site_routes(frame: Frame, site: Site) -> list[BaseRoute]:
    """The desk of one site."""
    desk = Desk(frame, site, areas(site.declaration))
    made: list[BaseRoute] = [
        Route(ROOT + path, endpoint(desk, method, answer), methods=[method])
        for path, method, answer in door.doors(desk)
    ]
    made += [Route(ROOT + p.path, endpoint(desk, p.method, inside(desk, p)), methods=[p.method]) for p in PAGES]
    return made


def areas(declaration: Declaration) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The navigation: name, path, roles; activities that the site does not have are left out."""
    both = (OFFICER, READER)
    every: list[tuple[str, str, tuple[str, ...], bool]] = [
        ("today", "/today", (OFFICER,), True),
        ("requests", "/requests", (OFFICER,), bool(declaration.of_kind("rights"))),
        ("cases", "/cases", (OFFICER,), bool(declaration.of_kind("contact"))),
        ("applications", "/applications", (OFFICER, RECRUITER), bool(declaration.of_kind("applications"))),
        ("newsletter", "/newsletter", (OFFICER,), bool(declaration.of_kind("newsletter"))),
        ("due", "/due", (OFFICER,), True),
        ("promises", "/promises", both, True),
        ("evidence", "/evidence", both, True),
        ("outbox", "/outbox", (OFFICER,), True),
        ("documents", "/documents", both, True),
        ("people", "/people", (OFFICER,), True),
        ("account", "/account", EVERYBODY, True),
    ]
    return tuple((name, path, roles) for name, path, roles, is_there in every if is_there)
