"""The formats that a site is written in, each a function from the documents to files by name; nothing touches a disk.

Same declaration, day and formats, same bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from zweck import texts
from zweck.declaration.model import Declaration
from zweck.write.document import Bullets, Document, Kind, Paragraph, Run, Section, link, say
from zweck.write.dpv import to_dpv
from zweck.write.flow import flow
from zweck.write.frame import FILES, STYLESHEET
from zweck.write.html import layered, to_html, to_pages
from zweck.write.json import to_json
from zweck.write.markdown import to_markdown
from zweck.write.picture import to_svg
from zweck.write.tilt import to_tilt

STATIC = Path(__file__).parent / "static"
"""The folder of the stylesheet, for whoever serves it."""


@dataclass(frozen=True)
class Site:
    """A declaration and all its documents as of a day; ``number`` counts the versions of the notice."""

    declaration: Declaration
    documents: tuple[Document, ...]
    on: datetime.date
    number: int = 1

    @cached_property
    def notices(self) -> tuple[int, dict[str, dict[Kind, str]]]:
        """In how many layers the notice is shown, the same in every language, and its pages by language."""
        found = [d for d in self.documents if d.kind == "notice"]
        depth, pages = layered(found)
        return depth, {d.language: p for d, p in zip(found, pages, strict=True)}

    def find(self, kind: str, language: str) -> Document:
        """The document of this kind and language."""
        return next(d for d in self.documents if (d.kind, d.language) == (kind, language))


Files = dict[str, str | bytes]


def _html(site: Site) -> Files:
    files: Files = {}
    _, notices = site.notices
    for document in site.documents:
        pages = notices[document.language] if document.kind == "notice" else to_pages(document)
        files |= {f"{kind}.{document.language}.html": page for kind, page in pages.items()}
    return {**files, STYLESHEET: (STATIC / STYLESHEET).read_text("utf-8")}


def _markdown(site: Site) -> Files:
    return {f"{d.kind}.{d.language}.md": to_markdown(d) for d in site.documents}


def _json(site: Site) -> Files:
    return {f"{d.kind}.{d.language}.json": to_json(d) for d in site.documents}


def _svg(site: Site) -> Files:
    languages = site.declaration.languages
    return {f"flow.{language}.svg": to_svg(flow(site.declaration, language, site.on)) for language in languages}


def _dpv(site: Site) -> Files:
    versions = {d.language: d.version for d in site.documents if d.kind == "notice"}
    return {"notice.jsonld": to_dpv(site.declaration, versions, site.on)}


def _tilt(site: Site) -> Files:
    notices = (d for d in site.documents if d.kind == "notice")
    return {f"notice.{d.language}.tilt.json": to_tilt(site.declaration, d, site.on, site.number) for d in notices}


def _book(site: Site, ending: str) -> Files:
    from zweck.write import sheet

    made: Callable[..., bytes] = sheet.to_xlsx if ending == "xlsx" else sheet.to_ods
    files: Files = {}
    for language in site.declaration.languages:
        record = site.find("record", language)
        found = sheet.sheets(record, site.find("deletion", language), site.find("processors", language))
        files[f"record.{language}.{ending}"] = made(found, record.title, record.dated_on)
    return files


def _xlsx(site: Site) -> Files:
    return _book(site, "xlsx")


def _ods(site: Site) -> Files:
    return _book(site, "ods")


def _pdf(site: Site) -> Files:
    from zweck.write.pdf import to_pdf

    return {f"{d.kind}.{d.language}.pdf": to_pdf(d) for d in site.documents}


RENDER: dict[str, Callable[[Site], Files]] = {
    "html": _html,
    "md": _markdown,
    "json": _json,
    "svg": _svg,
    "xlsx": _xlsx,
    "ods": _ods,
    "dpv": _dpv,
    "tilt": _tilt,
    "pdf": _pdf,
}
FORMATS = tuple(RENDER)
USUAL = tuple(name for name in FORMATS if name != "pdf")
"""What is written unless something else is asked for: all that needs no extra."""


def render(site: Site, formats: Iterable[str]) -> Files:
    """All files of these formats by name, with an index where there are pages."""
    asked = tuple(formats)
    files: Files = {}
    for name in asked:
        files |= RENDER[name](site)
    if "html" in asked:
        files["index.html"] = to_html(_index(site, tuple(files)), FILES)
    return files


def _index(site: Site, names: tuple[str, ...]) -> Document:
    """The page that leads to all others, each language in its own words."""
    declaration, language = site.declaration, site.declaration.reference
    return Document(
        kind="index",
        language=language,
        title=texts.message("write_page.index", language),
        site=declaration.site.name,
        controller=declaration.controller.name,
        dated_on=site.documents[0].dated_on,
        languages=declaration.languages,
        sections=tuple(_group(site, own, language, names) for own in declaration.languages),
    )


def _group(site: Site, own: str, page: str, names: tuple[str, ...]) -> Section:
    spoken = own if own != page else ""
    pages = tuple(
        say(Run(d.title, f"page:{d.kind}.{own}", language=spoken)) for d in site.documents if d.language == own
    )
    more = tuple(_download(name, own, spoken, site) for name in names if _is_download(name, own))
    return Section(f"in-{own}", texts.message("write_page.own-name", own), (Bullets((*pages, *more)),))


def _is_download(name: str, language: str) -> bool:
    return name == "notice.jsonld" or (
        f".{language}." in name
        and not name.endswith((".html", ".md"))
        and (not name.endswith(".json") or name.endswith(".tilt.json"))
    )


def _download(name: str, language: str, spoken: str, site: Site) -> Paragraph:
    kind, _, ending = name.partition(".")
    key = {"svg": "flow", "jsonld": "dpv", "json": "tilt"}.get(name.rpartition(".")[2], ending.rpartition(".")[2])
    title = site.find(kind, language).title if key == "pdf" else ""
    text = texts.message(f"write_page.index-{key}", language, title=title)
    return say(Run(text, name, language=spoken) if spoken else link(text, name))
