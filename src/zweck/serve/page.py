"""Pages: templates in the site's frame, in the visitor's language, under a strict Content-Security-Policy.

A page loads nothing from another host and holds no inline script or style.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Undefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from zweck import texts
from zweck.activities.face import ROOT, language_of
from zweck.declaration.kind import Kind
from zweck.promises import wording
from zweck.serve.asset import Assets
from zweck.serve.site import Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""What our own pages may load: their own files, nothing else."""
_HERE = Path(__file__).parent


class Pages:
    """The templates of the server and of the kinds (``contact/form.html``)."""

    def __init__(self, kinds: list[Kind], assets: Assets) -> None:
        folders = {k.name: k.folder / "templates" for k in kinds if (k.folder / "templates").is_dir()}
        prefixed = PrefixLoader({name: FileSystemLoader(folder) for name, folder in folders.items()})
        self.assets = assets
        self.environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(_HERE / "templates"), prefixed]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=_Quiet,
        )
        self.environment.globals.update(stylesheet=assets.stylesheet, script=assets.script)

    def add_folder(self, prefix: str, folder: Path) -> None:
        """Let another face (rights, desk) bring its templates under a prefix."""
        loader = self.environment.loader
        assert isinstance(loader, ChoiceLoader)
        loader.loaders = [*loader.loaders, PrefixLoader({prefix: FileSystemLoader(folder)})]

    def render(self, site: Site, template: str, request: Request, status: int = 200, **context: Any) -> Response:
        """A page in the site's frame."""
        language = language_of(request)
        body = self.fragment(site, template, request, **context)
        headers = {
            "Content-Language": language,
            "Vary": "Accept-Language",
            "Cache-Control": "no-store" if request.method != "GET" else "no-cache",
        }
        return HTMLResponse(body, status_code=status, headers=headers)

    def fragment(self, site: Site, template: str, request: Request, **context: Any) -> str:
        """A template's markup; what the caller gives counts before the frame's own."""
        found = self.environment.get_template(template)
        return found.render(**{**_frame(site, request, language_of(request)), **context})


class _Quiet(Undefined):
    """A template may ask whether a value is there; using one that is not is an error."""

    __str__ = StrictUndefined.__str__
    __iter__ = StrictUndefined.__iter__


def _frame(site: Site, request: Request, language: str) -> dict[str, Any]:
    declaration = site.declaration

    def t(key: str, /, **arguments: Any) -> str:
        return texts.message(key, language, **arguments)

    return {
        "t": t,
        "language": language,
        "site": declaration.site,
        "controller": declaration.controller,
        "home": "/" if declaration.site.pages else f"{ROOT}/{language}",
        "navigation": _navigation(site, request.url.path, language),
        "languages": [_language_link(request, code, language) for code in declaration.languages],
        "footer": _footer(site, language),
        "request_id": request.scope.get("zweck.request", ""),
    }


def _navigation(site: Site, path: str, language: str) -> list[dict[str, Any]]:
    pages = [("notice", f"{ROOT}/{language}"), ("imprint", f"{ROOT}/{language}/imprint")]
    pages.append(("cookies", f"{ROOT}/{language}/cookies"))
    if rights := site.declaration.of_kind("rights"):
        pages.append(("rights", f"{ROOT}/{rights[0].name}?lang={language}"))
    return [
        {"href": href, "text": texts.message(f"web.nav-{name}", language), "here": _is_here(href, name, path)}
        for name, href in pages
    ]


def _is_here(href: str, name: str, path: str) -> bool:
    plain = href.partition("?")[0]
    return path.rstrip("/") in (plain, f"{ROOT}/{name}") or (name == "notice" and path.rstrip("/") == ROOT)


def _language_link(request: Request, code: str, current: str) -> dict[str, Any]:
    parts = request.url.path.split("/")
    query = {k: v for k, v in request.query_params.items() if k != "lang"}
    if len(parts) > 2 and parts[2] == current:
        path = "/".join([*parts[:2], code, *parts[3:]])
    else:
        path, query = request.url.path, {**query, "lang": code}
    href = path + (f"?{urlencode(query)}" if query else "")
    return {
        "code": code,
        "href": href,
        "text": texts.message("web.language-name", code),
        "here": code == current,
    }


_FORM_KINDS = ("contact", "newsletter", "applications")


def _footer(site: Site, language: str) -> list[dict[str, Any]]:
    found = [
        {"href": f"{ROOT}/{a.name}?lang={language}", "text": wording.title(a, language), "show": False}
        for a in site.declaration.of_kind(*_FORM_KINDS)
        if a.fields
    ]
    if site.declaration.of_kind("consent"):
        text = texts.message("web.footer-consent", language)
        found.append({"href": f"{ROOT}/consent?lang={language}", "text": text, "show": True})
    return found
