"""The cookie table: every entry that the site or a service stores on a device (§ 25 TDDDG; CJEU C-673/17).

Name, provider, purpose, lifetime, kind of storage and the group a visitor chooses by. ``entries`` is the list that
the table, the notice and the audit share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zweck import texts
from zweck.declaration.model import Cookie, Declaration
from zweck.promises.uses import service_uses
from zweck.write.citation import say_lifetime, sentence
from zweck.write.document import Document, Section, Table, link, say

GROUPS = ("necessary", "functional", "media", "analytics", "marketing")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry on a device, who sets it, and the group it belongs to; ``service`` is empty for our own."""

    cookie: Cookie
    provider: str
    group: str
    service: str = ""


def entries(declaration: Declaration) -> list[Entry]:
    """All entries: our own first, then those of the services, in the order of the groups; each name once a provider."""
    found: dict[tuple[str, str, str], Entry] = {}
    for entry in (*_own(declaration), *_of_services(declaration)):
        found.setdefault((entry.cookie.name, entry.provider, entry.cookie.storage), entry)
    return sorted(found.values(), key=lambda entry: GROUPS.index(entry.group))


def _own(declaration: Declaration) -> Iterator[Entry]:
    own = declaration.controller.name
    for activity in declaration.activities.values():
        listed = tuple(getattr(activity, "entries", ()))
        choice = getattr(activity, "entry", None)
        for cookie in (*listed, *((choice,) if isinstance(choice, Cookie) else ())):
            group = "necessary" if cookie.necessary or activity.device_basis != "25(1)" else "functional"
            yield Entry(cookie, cookie.provider or own, group)


def _of_services(declaration: Declaration) -> Iterator[Entry]:
    for use in service_uses(declaration):
        for cookie in use.cookies:
            group = "necessary" if cookie.necessary else use.purpose_group
            yield Entry(cookie, cookie.provider or use.provider or declaration.controller.name, group, use.id)


ENTRIES = "entries"
"""The name under which the stylesheet has the columns of a cookie table."""

COLUMNS = ("name", "provider", "purpose", "lifetime", "storage", "group")


def cookie_table(found: list[Entry], language: str, caption: str, columns: tuple[str, ...] = COLUMNS) -> Table:
    """The entries; ``group`` can be left out where the heading already says it."""
    head = tuple(texts.message(f"write_cookies.head-{column}", language) for column in columns)
    rows = tuple(tuple(say(cell) for cell in _cells(entry, language)[: len(columns)]) for entry in found)
    return Table(caption, head, rows, ENTRIES)


def _cells(entry: Entry, language: str) -> tuple[str, ...]:
    cookie = entry.cookie
    return (
        cookie.name,
        entry.provider,
        sentence(texts.choose(cookie.purpose, language)).removesuffix("."),
        say_lifetime(cookie.lifetime, language),
        texts.message(f"write_cookies.storage-{cookie.storage}", language),
        group_name(entry.group, language),
    )


def group_name(group: str, language: str) -> str:
    """What a consent purpose is called."""
    return texts.message(f"write_cookies.group-{group}", language)


def cookies(declaration: Declaration, language: str, on: date) -> Document:
    """The cookie page: one section and table a group."""
    found = entries(declaration)
    more = texts.message("write_cookies.more", language)
    words = texts.message("write_cookies.more-link", language)
    intro = texts.message("write_cookies.intro" if found else "write_cookies.intro-none", language)
    groups = [g for g in GROUPS if any(entry.group == g for entry in found)]
    return Document(
        kind="cookies",
        language=language,
        title=texts.message("write_page.cookies", language),
        site=declaration.site.name,
        controller=declaration.controller.name,
        dated_on=declaration.site.last_changed or on,
        languages=declaration.languages,
        lead=(say(intro), say(more, link(words, f"page:notice.{language}"), ".")),
        sections=tuple(_group_section(found, group, language) for group in groups),
    )


def _group_section(found: list[Entry], group: str, language: str) -> Section:
    name = group_name(group, language)
    why = "consent-free" if group == "necessary" else "consent-needed"
    table = cookie_table([entry for entry in found if entry.group == group], language, name, COLUMNS[:-1])
    return Section(f"g-{group}", name, (say(texts.message(f"write_cookies.{why}", language)), table))
