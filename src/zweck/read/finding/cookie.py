"""Cookies and storage: named with purpose, lifetime and setter, in the right section, by the right owner.

The Court wants the lifetime of each cookie and whether others can read it (C-673/17, Planet49).
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from zweck import catalog
from zweck.read.cookie import CookieRow
from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import Notice, Part, probe
from zweck.read.report import FindingRead

_LIST = (
    "List every cookie: name, purpose, lifetime, who sets it.",
    "Führen Sie jedes Cookie auf: Name, Zweck, Dauer, wer es setzt.",
)
_SOURCE = "§ 25(1) TDDDG, GDPR Art. 13, CJEU C-673/17"
_ANNOUNCED = probe(
    r"which cookies[^.]{0,80}(?:can be found|are listed|are used)|welche cookies[^.]{0,120}(?:entnehmen|aufgeführt|finden)|(?:folgende|following) (?:\w+ )?cookies"
    r"|(?:liste|übersicht|list|overview) (?:der|aller|of (?:all )?(?:the )?)(?:\w+ ){0,3}cookies"
)
_LASTING = probe(
    r"\bpermanent\w* cookies|persistent\w* cookies|dauerhafte cookies|cookies?[^.]{0,120}(?:wiederzuerkennen|recogni[sz]e|until you delete|bis sie diese löschen)|(?:recogni[sz]e your (?:browser|computer)|ihren browser[^.]{0,40}wiederzuerkennen)"
    r"|opt-out[- ]cookie|other cookies remain|andere cookies verbleiben|(?:speichert|stores)[^.]{0,60}\bcookie\b|\bcookies?\b[^.]{0,60}(?:gespeichert|gesetzt|is stored|are stored|is set|will be set|are set)|set (?:a|an) \w* ?cookie"
    r"|use[ds]?[^.]{0,40}cookies[^.]{0,60}recogni[sz]e"
)
_HERE_SAID = re.compile(
    r"in (?:dieser|der vorliegenden) (?:datenschutzerklärung|erklärung)|in this (?:privacy|data protection|cookie|policy)|(?:folgende|following) (?:\w+ )?cookies[^.]{0,60}:$",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"\b(?:keine|no|not|nicht|ohne|without|never|niemals|instead|statt)\b[^.]{0,40}cookie|cookie[^.]{0,40}\b(?:nicht|not|keine)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\bendung\b|\bending\b|\bsuffix\b|\bpräfix|\bprefix\b|beginnend mit|starting with|u\. ?a\.|etc\.|diverse|various|…$|\.\.\.$",
    re.IGNORECASE,
)
_TWO = re.compile(r"^(?:session|sitzung)\w*\s?(?:,|/|und|and|bzw\.?|oder|or)\s?(?:bis|until)\b", re.IGNORECASE)
_ENDLESS = re.compile(
    r"browserspeicher|browser cache|cleared|unbegrenzt|unlimited|persistent|dauerhaft|never|nie\b|forever|permanent",
    re.IGNORECASE,
)
_DENIED = probe(
    r"(?:wir (?:verwenden|setzen|nutzen)|(?:diese|unsere) (?:web)?(?:seite|site) (?:verwendet|setzt|nutzt)|es werden) (?:\w+ ){0,2}keine(?:rlei)? cookies(?! (?:von|der|zu|für|zur|ein, die))|(?:we|this (?:web)?site) (?:do|does) not (?:use|set) (?:any )?cookies(?! (?:from|of|for|to|by))"
)
_FUNCTIONAL = (
    "video_calls",
    "contact",
    "enquiries",
    "accounts",
    "orders",
    "payments",
    "server_logs",
    "applications",
    "partner_accounts",
    "security",
)


def unnamed(notice: Notice) -> Iterator[FindingRead]:
    """Cookies are said to be set, and none is named: once for every topic that says so."""
    rows = {notice.document.text.lines[c.place.line - 1] for c in notice.document.cookies}
    told: set[int] = set()
    for words, announced in ((_ANNOUNCED, True), (_LASTING, False)):
        for hit in notice.hits(words):
            topic = hit.part.section.topic
            if (
                topic in told
                or hit.part.is_heading
                or hit.part.text in rows
                or _names_cookies(notice, hit.part, announced)
            ):
                continue
            if not announced and (hit.part.section.kind in ("rights", "imprint") or _NOT_HERE.search(hit.sentence)):
                continue
            told.add(topic)
            yield flaw(
                "TDDDG-25-info", hit.place, "error", announced and not notice.document.cookies and "http" not in hit.part.text and bool(_HERE_SAID.search(hit.part.text)) and _ends_here(notice, hit.part),
                ("Cookies are used, but none is named with purpose and lifetime.", "Cookies werden eingesetzt, aber keines ist mit Zweck und Dauer genannt."), _LIST, source=_SOURCE, words=hit.words,
            )  # fmt: skip


def _names_cookies(notice: Notice, part: Part, announced: bool) -> bool:
    lines = {p.line for p in notice.topic_of(part).parts}
    near = any(c.place.line in lines for c in notice.document.cookies)
    return near or (announced and bool(notice.document.cookies))


def _ends_here(notice: Notice, part: Part) -> bool:
    """Nothing that looks like a list or a table follows the announcement."""
    following = notice.after(part)
    return following is None or following.is_heading or len(following.text) > 120


def denied(notice: Notice) -> Iterator[FindingRead]:
    """“We use no cookies”, and a table of cookies."""
    hit = notice.first(_DENIED)
    if hit and len(notice.document.cookies) > 1:
        yield flaw(
            "contradiction-cookies", hit.place, "error", not re.search(r"tracking|analyse|marketing|werbe|dritt|third|advert|analy|party", hit.sentence, re.I),
            ("The notice denies cookies and lists some.", "Der Text verneint Cookies und führt welche auf."),
            ("Say which cookies are used.", "Sagen Sie, welche Cookies verwendet werden."), source="GDPR Art. 5(1)(a)", words=hit.words,
        )  # fmt: skip


def rows(notice: Notice) -> Iterator[FindingRead]:
    """Rows that name no cookie, give two lifetimes, or none that ends."""
    endless: set[int] = set()
    part_of = {p.line: p for p in notice.parts}
    for row in notice.document.cookies:
        text = f"{row.written or ''}"
        if _ENDING.search(row.name) and " " in row.name.strip():
            yield _row(
                "cookie-not-named",
                row,
                True,
                ("A family of cookies stands in place of names.", "Statt Namen steht hier eine Gruppe von Cookies."),
            )
        if _TWO.search(text.strip()):
            yield _row(
                "cookie-two-lifetimes",
                row,
                True,
                ("Two lifetimes that exclude each other.", "Zwei Laufzeiten, die sich ausschließen."),
            )
        topic = part_of[row.place.line].section.topic if row.place.line in part_of else 0
        if _ENDLESS.search(text) and topic not in endless:
            endless.add(topic)
            yield _row(
                "cookie-no-end",
                row,
                False,
                (
                    "The entry stays until somebody clears the browser; no period.",
                    "Der Eintrag bleibt, bis jemand den Browser leert; keine Dauer.",
                ),
            )


def _row(rule: str, row: CookieRow, certain: bool, message: tuple[str, str]) -> FindingRead:
    return flaw(rule, row.place, "warn", certain, message, _LIST, source=_SOURCE, words=row.name, standing="observed")


def known_names(notice: Notice) -> Iterator[FindingRead]:
    """Names and setters held against the catalogue: a lost underscore, another vendor, an undeclared recipient."""
    used = {service.service.provider.id for service in notice.document.services.used.values()}
    for row in notice.document.cookies:
        for name in re.split(r",\s?", row.name)[:3]:
            entry = catalog.by_cookie(name, row.provider) or catalog.by_cookie(name, "")
            if entry is None and (better := _underscored(name)):
                yield flaw(
                    "cookie-name", row.place, "info", False, (f"The cookie is called {better}.", f"Das Cookie heißt {better}."), (f"Write {better}.", f"Schreiben Sie {better}."),
                    source=_SOURCE, words=name, standing="inferred",
                )  # fmt: skip
            elif (
                entry
                and row.provider
                and not _same(row.provider, entry.name, entry.provider.name)
                and catalog.by_cookie(name, row.provider) in (None, entry)
            ):
                yield flaw(
                    "cookie-vendor", row.place, "warn", False,
                    (f"{name} belongs to {entry.name}, not to {row.provider}.", f"{name} gehört zu {entry.name}, nicht zu {row.provider}."),
                    ("Name who sets the cookie, and list that company among the recipients.", "Nennen Sie, wer das Cookie setzt, und führen Sie ihn bei den Empfängern auf."),
                    source=_SOURCE, words=name, standing="inferred",
                )  # fmt: skip
            elif entry and entry.provider.id not in used and not entry.self_hosted and len(name) > 4:
                yield flaw(
                    "cookie-recipient", row.place, "warn", False,
                    (f"{entry.provider.name} sets this cookie and is named nowhere as a recipient.", f"{entry.provider.name} setzt dieses Cookie und ist nirgends als Empfänger genannt."),
                    ("Add the recipient.", "Ergänzen Sie den Empfänger."), source="GDPR Art. 13(1)(e)", words=name, standing="inferred",
                )  # fmt: skip


def _underscored(name: str) -> str | None:
    for written in (f"_{name}", f"_{name}-1", f"__{name}"):
        if not name.startswith("_") and catalog.by_cookie(written, ""):
            return written.removesuffix("-1")
    return None


def _same(written: str, *names: str) -> bool:
    key = re.sub(r"\W", "", written.lower())
    return any(key[:5] in re.sub(r"\W", "", n.lower()) or re.sub(r"\W", "", n.lower())[:5] in key for n in names)


def wrong_section(notice: Notice) -> Iterator[FindingRead]:
    """Cookies for advertising or statistics under a purpose that needs neither; the same rows copied about."""
    part_of = {p.line: p for p in notice.parts}
    tables: dict[int, list[CookieRow]] = {}
    for row in notice.document.cookies:
        if row.place.line in part_of:
            tables.setdefault(part_of[row.place.line].section.topic, []).append(row)
    seen: Counter[str] = Counter()
    for number, members in tables.items():
        topic = notice.topics[number]
        entries = [
            catalog.by_cookie(re.split(r",", r.name)[0], r.provider)
            or catalog.by_cookie(_underscored(r.name) or r.name, "")
            for r in members
        ]
        foreign = [
            r
            for r, e in zip(members, entries, strict=True)
            if e and e.category in ("analytics", "advertising") and e.id not in topic.services
        ]
        if foreign and topic.kind in (*_FUNCTIONAL, "embeds"):
            yield flaw(
                "cookie-wrong-section", foreign[0].place, "error", False,
                (f"Cookies for statistics or advertising under “{topic.title}”.", f"Cookies für Statistik oder Werbung unter „{topic.title}“."),
                ("List them with the service that sets them, on consent.", "Führen Sie sie bei dem Dienst auf, der sie setzt, mit Einwilligung."), source="TDDDG § 25(1)", words=foreign[0].name, standing="inferred",
            )  # fmt: skip
        if len(members) > 2 and sum(seen[r.name] > 0 for r in members) > 2:
            yield flaw(
                "cookie-rows-repeated", members[0].place, "info", False, ("The same rows stand in an earlier section.", "Dieselben Zeilen stehen schon in einem früheren Abschnitt."),
                ("List each cookie once, where it is set.", "Führen Sie jedes Cookie einmal auf, dort, wo es gesetzt wird."), source=_SOURCE, standing="observed",
            )  # fmt: skip
        seen.update(r.name for r in members)


def misspelt_vendors(notice: Notice) -> Iterator[FindingRead]:
    """A vendor spelt in two ways within one table."""
    names = Counter(row.provider.strip() for row in notice.document.cookies if row.provider)
    for row in notice.document.cookies:
        name = row.provider.strip()
        for other in names:
            if (
                len(name) > 5
                and name.lower() != other.lower()
                and names[other] >= names[name]
                and abs(len(name) - len(other)) < 2
                and SequenceMatcher(None, name.lower(), other.lower()).ratio() > 0.86
            ):
                yield flaw(
                    "text-spelling", row.place, "info", False, (f"“{name}” here, “{other}” elsewhere.", f"Hier „{name}“, sonst „{other}“."), ("Spell the vendor in one way.", "Schreiben Sie den Anbieter einheitlich."),
                    source="GDPR Art. 13(1)(e)", words=name, standing="observed",
                )  # fmt: skip
                return


def lost_tables(notice: Notice) -> Iterator[FindingRead]:
    """A table whose cells run together was damaged on the way, perhaps not on the page."""
    glued: list[CookieRow] = []
    for row in notice.document.cookies:
        if not row.written or "|" in notice.document.text.lines[row.place.line - 1]:
            continue
        first = not glued or row.place.line > glued[-1].place.line + 3
        glued.append(row)
        if first and any(r.place.line in (row.place.line + 1, row.place.line + 2) for r in notice.document.cookies):
            yield flaw(
                "table-lost", row.place, "info", False,
                ("A cookie table lost its separators; it was taken apart again.", "Eine Cookie-Tabelle hat ihre Trennzeichen verloren; sie wurde wieder zerlegt."),
                ("Check the table on the page.", "Prüfen Sie die Tabelle auf der Seite."), source="GDPR Art. 12(1)", origin="extraction",
            )  # fmt: skip


RULES = (unnamed, denied, rows, known_names, wrong_section, misspelt_vendors, lost_tables)
