"""The web application of an installation: sites by host name, each with its documents, forms and static files.

Faces above the activities (the rights portal, the desk) are mounted when they are installed, by name, so that this
module needs none of them.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import Receive, Scope, Send

from zweck.activities.face import ROOT, Face
from zweck.activities.form import FormRefused
from zweck.declaration.kind import GROUP, Kind, kind
from zweck.declaration.model import Declaration
from zweck.promises import compile_promises
from zweck.serve.access import access_log
from zweck.serve.asset import Assets
from zweck.serve.document import document_routes
from zweck.serve.guard import AccessLog, Guard
from zweck.serve.page import _HERE, Pages
from zweck.serve.problem import problem
from zweck.serve.site import Site, Sites, known_names
from zweck.serve.static_site import static_routes
from zweck.serve.wellknown import wellknown_routes

if TYPE_CHECKING:
    from zweck.clock import Clock
    from zweck.config import Settings
    from zweck.store import Store

FACES = ("zweck.serve.rights", "zweck.desk.web")
"""Modules that may bring faces of their own: ``site_routes(frame, site)`` per site, ``routes(frame)`` for all hosts."""


@dataclass(frozen=True)
class Frame:
    """What a face above the activities gets: everything the application was built from."""

    sites: Sites
    pages: Pages
    store: Store
    settings: Settings
    clock: Clock

    def face(self, site: Site, activity: Any) -> Face:
        """The face of one activity of one site."""

        def render(template: str, request: Request, status: int = 200, **context: Any) -> Response:
            return self.pages.render(site, template, request, status, **context)

        def fragment(template: str, request: Request, **context: Any) -> str:
            return self.pages.fragment(site, template, request, **context)

        return Face(
            declaration=site.declaration,
            activity=activity,
            promises=site.promises,
            store=self.store,
            clock=self.clock,
            settings=self.settings,
            render=render,
            fragment=fragment,
            limits=site.limits,
            asset=self.pages.assets.address,
        )


def application(
    declarations: Sequence[Declaration],
    store: Store,
    settings: Settings,
    clock: Clock,
    *,
    access: AccessLog | None = None,
) -> Starlette:
    """The ASGI application that serves these sites; ``access`` takes the access log's entries instead of the files."""
    sites = Sites(Site(d, compile_promises(d), known_names(d), settings.public_scheme) for d in declarations)
    kinds = _kinds(declarations)
    pages = Pages(kinds, _assets(kinds))
    frame = Frame(sites, pages, store, settings, clock)
    routers = {site.id: Router(_site_routes(frame, site), redirect_slashes=True) for site in sites.all}
    show = pages.render

    def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if isinstance(error, FormRefused):
            status = error.status
        answer = problem(request, status, show)
        answer.headers.update(getattr(error, "headers", None) or {})  # 405 names what is allowed (RFC 9110, 15.5.6)
        return answer

    guard = Middleware(
        Guard,
        sites=sites,
        settings=settings,
        clock=clock,
        show=show,
        access=access or access_log(store, settings),
    )
    return Starlette(
        routes=[Route("/health", _health(frame)), *_faces("routes", frame), Mount("/", app=_ByHost(routers))],
        middleware=[guard],
        exception_handlers={HTTPException: refused, FormRefused: refused},
    )


class _ByHost:
    """Hands a request to the router of its site; an unknown host gets a plain 404."""

    def __init__(self, routers: dict[str, Router]) -> None:
        self.routers = routers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        site: Site | None = scope.get("zweck.site")
        if site is None:
            raise HTTPException(404)
        await self.routers[site.id](scope, receive, send)


def _kinds(declarations: Iterable[Declaration]) -> list[Kind]:
    names = {a.kind for d in declarations for a in d.activities.values()}
    return [kind(name) for name in sorted(names)]


def _assets(kinds: list[Kind]) -> Assets:
    folders = {"": _HERE / "static", **{f"{k.name}/": k.folder / "static" for k in kinds}}
    return Assets(folders)


def _site_routes(frame: Frame, site: Site) -> list[BaseRoute]:
    made: list[BaseRoute] = [
        *document_routes(site, frame.pages, frame.clock, frame.settings.data / "versions" / site.id),
        _asset_route(frame.pages.assets),
    ]
    for activity in site.declaration.activities.values():
        found = _optional(f"{_package(activity.kind)}.web")
        if found is not None:
            made += found.routes(frame.face(site, activity))
    made += _faces("site_routes", frame, site)
    made += wellknown_routes(site, frame)
    made += static_routes(site, frame)
    return made


def _package(name: str) -> str:
    (entry,) = entry_points(group=GROUP, name=name)
    return entry.module


def _optional(module: str) -> Any:
    """A module where there is one; an error inside it is not hidden."""
    parent = module.rpartition(".")[0]
    if importlib.util.find_spec(parent) is None or importlib.util.find_spec(module) is None:
        return None
    return importlib.import_module(module)


def _faces(what: str, *arguments: Any) -> list[BaseRoute]:
    made: list[BaseRoute] = []
    for name in FACES:
        found = _optional(name)
        if found is not None and hasattr(found, what):
            made += getattr(found, what)(*arguments)
    return made


def _asset_route(assets: Assets) -> BaseRoute:
    def serve(request: Request) -> Response:
        found = assets.respond(request, request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        return found

    return Route(f"{ROOT}/static/{{name:path}}", serve)


def _health(frame: Frame) -> Any:
    def health(request: Request) -> Response:
        """Whether the store answers; says nothing about what is in it."""
        with frame.store.read("") as tx:
            alive = bool(tx.now)
        return JSONResponse({"status": "ok" if alive else "failing"}, headers={"Cache-Control": "no-store"})

    return health
