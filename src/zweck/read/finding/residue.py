"""What copying, translating and pasting left behind: foreign names, repeated text, broken sentences, other trades.

Art. 12(1) GDPR wants a notice that is clear and plain. What a converter may have broken is to be checked on the page.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from zweck import catalog
from zweck.read.block import Place, Role
from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import LONGEST, Notice, Part, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.outline import Section
from zweck.read.report import FindingRead

_STRIKE = ("Strike one.", "Streichen Sie eines.")
_READ = ("Read the sentence again.", "Lesen Sie den Satz noch einmal.")

PHRASES = (
    phrase("doubled-word", r"\b(?:bei|in|von|mit|zu|nach) der der \w+(?:ung|heit|keit|tion|schaft)\b(?! (?:zugrunde|zu grunde|dienen))|\bthe the\b|\bof of\b|\bund und\b|\band and\b|\bwith with\b|\bfür für\b|\bwe we\b|\bour our\b|\byour your\b|\bzur zur\b|\bzum zum\b|\boder oder\b|\bwir wir\b",
        "info", True, ("A word stands twice.", "Ein Wort steht doppelt."), _STRIKE, "GDPR Art. 12(1)", excused=r"„|“|»"),
    phrase("text-grammar", r"\bzur für\b|\bzum für\b|\bdurch in (?:die|das|den) [A-ZÄÖÜ]\w+ übermittelt\b(?!e)|\bauf in (?:der|dem) (?:fußzeile|kopfzeile|footer|menü)|\b(?:ein|unser) (?:portal|formular|system|konto), indem sie\b|\bihren \w+-?einstellung\b|\bdie (?:wirksamkeit|sicherheit) unsere\b|\bauf dienste von \w+\s?\(",
        "info", False, ("The sentence is broken.", "Der Satz ist gestört."), _READ, "GDPR Art. 12(1)", language="de", standing="observed"),
    phrase("sentence-cut", r"(?:found|available|reached|obtained|section|seen|viewed|visit) at\.(?:\s|$)|(?:finden|abrufbar|erreichbar|einsehbar|erreichen|erhalten)[^.]{0,30} unter\.(?:\s|$)", "info", False,
        ("The sentence lost its end, probably a link.", "Dem Satz fehlt das Ende, wohl ein Link."), ("Check the sentence on the page.", "Prüfen Sie den Satz auf der Seite."), "GDPR Art. 12(1)", origin="extraction"),
    phrase("text-translation", r"takes you from the following left|if we withdraw your application|wenn wir ihre bewerbung zurückziehen|right of domicile|a so-called opposition|contradiction possibilities", "info", False,
        ("A mistranslation turned the meaning.", "Eine Fehlübersetzung hat den Sinn verdreht."), _READ, "GDPR Art. 12(1)", standing="observed"),
    phrase("language-mixed", r"\bz\. ?hd\.|\b(?:linke|rechte) spalte\b|\btelefon:|\bdienstanbieter:|\bdatenschutzerklärung:|\bansprechpartner:|\bstraße:|\bgeschäftsführer:|\banalyse-tools\b", "info", False,
        ("German words are left in the English text.", "Im englischen Text stehen deutsche Reste."), ("Translate them.", "Übersetzen Sie sie."), "GDPR Art. 12(1)", language="en", headings=True, stems=("hd.", "spalte", "telefon:", "anbieter:", "erklärung:", "partner:", "straße:", "führer:", "analyse-tools"), standing="observed"),
    phrase("residue-template", r"\(\*\*\)|\[\.\.\.\]|\bplease insert\b|\bbitte (?:hier )?(?:einfügen|ergänzen|anpassen|ausfüllen|eintragen)\b|\bnicht zutreffendes streichen\b|\bdelete as appropriate\b|\bhier (?:firmenname|name|adresse) einfügen\b|mandatory fields$|^captcha$", "warn", False,
        ("A remnant of a template or of the page's form.", "Ein Rest einer Vorlage oder des Formulars der Seite."), ("Fill it in, or strike it.", "Füllen Sie es aus oder streichen Sie es."), "GDPR Art. 12(1)", stems=("(**)", "[...]", "insert", "bitte", "zutreffendes", "delete as", "einfügen", "mandatory fields", "captcha"), standing="observed"),
    phrase("residue-menu", r"^(?:©|copyright ©|\(c\)) ?\d{4}|^all rights reserved|^alle rechte vorbehalten|^back to top|^nach oben|^zum seitenanfang", "info", False,
        ("Part of the page around the notice stands in it.", "Teile der Seite stehen im Text."), ("Check the page.", "Prüfen Sie die Seite."), "GDPR Art. 12(1)", stems=("©", "(c)", "all rights", "alle rechte", "back to top", "nach oben", "seitenanfang"), origin="extraction", headings=True),
    phrase("residue-recommend", r"“?recommend”? ?[“\"]?button|empfehlen-?(?:button|schaltfläche)|„?empfehlen[“\"]?-button", "info", False,
        ("The button has not existed for years; the text is old.", "Die Schaltfläche gibt es seit Jahren nicht mehr; der Text ist alt."), ("Describe what is embedded today.", "Beschreiben Sie, was heute eingebunden ist."), "GDPR Art. 5(1)(a)", standing="inferred"),
    phrase("residue-special", r"(?:art(?:\.|icle|ikel)? ?9 ?(?:abs\.? ?|\()2\)? ?(?:lit\.? ?|\()?a\)?)[^.]{0,200}(?:art(?:\.|icle|ikel)? ?49|special categories|besondere\w* (?:daten)?kategorien)", "info", False,
        ("Special categories and Art. 49 are cited without any such processing.", "Besondere Kategorien und Art. 49 sind zitiert, ohne dass es solche Verarbeitung gibt."), ("Leave out what does not happen.", "Streichen Sie, was nicht geschieht."), "GDPR Art. 12(1)", kinds=("general",), once=True),
)  # fmt: skip
_TRADES = (
    (probe(r"messstellenbetreiber|metering point operator|\benwg\b|lieferstelle|bilanzkreis"), probe(r"strom\b|\bgas\b|energie(?:versorg|liefer)|electricity|energy supp|stadtwerke|power supply"), "energy suppliers", "Energieversorgern"),
    (probe(r"gegner(?:n|ische)? (?:und deren|sowie deren) vertreter|opposing part(?:y|ies)|mandatsverhältnis|mandantendaten|client-attorney"), probe(r"(?:unsere?[rn]?|our) (?:\w+ )?(?:kanzlei|law firm)|rechtsanwaltskanzlei|rechtsanwaltsgesellschaft|anwaltskanzlei|mandant|partg mbb"), "law firms", "Kanzleien"),
    (probe(r"patientenakte|behandlungsvertrag|patient records?|schweigepflicht nach § ?203"), probe(r"arzt|ärzt|praxis|klinik|clinic|hospital|doctor|physician|patient\w* (?:app|portal)|therap|apotheke|pflege"), "medical practices", "Arztpraxen"),
    (probe(r"kontokorrent|depotgeschäft|wertpapierdienst|securities account"), probe(r"\bbank\b|sparkasse|kredit|wertpapier|depot|broker|financ"), "banks", "Banken"),
)  # fmt: skip
_MEASURES = re.compile(
    r"(?:von|by) (?P<names>[A-ZÄÖÜ]\w+(?: (?:und|and) [A-ZÄÖÜ]\w+)?) (?:zusätzlich|additionally) (?:ergriffenen|taken)|(?:durch|by) (?P<mover>[A-ZÄÖÜ]\w+) (?:in die|to the) (?:USA|US|United States|Vereinigten Staaten) (?:übermittelt|übertragen|transferred)"
)
_TAKEN = probe(
    r"zusätzlich ergriffenen|additionally taken|durch \w+ in die (?:usa|vereinigten)|by \w+ to the (?:usa|us\b|united)"
)
_STRAY = re.compile(r"\),\)|\)\. (?:und|oder|and|or) (?=[a-zäöü])|,,(?!\w)")
_PAGE = re.compile(
    r"(?<=[a-zäöüß,] )(?:[Ss]eite |[Pp]age )?(?P<page>\d{1,2}) ?(?:/|von|of) ?(?P<last>\d{1,2})(?= [a-zäöüß]{3})"
)
_TAIL_QUICK = re.compile(r"\. [a-zäöü]\w{3,30}\.(?:\s|$)")
_NEAR = 12
"""So many parts before a name are held to be of the same matter."""
_PAIR = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
_TAIL = re.compile(r"(?P<word>\w{4,})\. (?P<again>[a-zäöü]\w{3,})\.(?:\s|$)")
_GLUED = re.compile(
    r"\b(?:[A-ZÄÖÜ]?[a-zäöüß]{4,}(?:Sie|Wir|Die|Der|Das|Ihre|We|You|The|This)|(?:to|of|in|for|the|and|by|und|von|zur|zum|oder|with)(?:Section|Article|Art|Data|Daten|[A-ZÄÖÜ][a-zäöü]{4,}))\b"
)
_SHOUT = re.compile(
    r"\b(?:Storage|Speicherdauer|Rechtsgrundlage|Legal basis|Duration of storage|Zweck|Empfänger|Widerspruchsrecht|Opt-Out) (?=(?:User|Nutzer|Die|The|We|Wir|Sie|You|Data|Daten)\b)"
)
_UNFINISHED = re.compile(
    r"\b(?:including|such as|namely|e\.g\.|insbesondere|wie|z\. ?B\.|sowie|und|and|or|oder|the|is|are|der|die|das|of|with|mit|für|for|to)$"
)
_LETTER = re.compile(r"^\(?(?P<letter>[a-h])[.)]\s+\S")
_DAILY = re.compile(r"\b(?:der|die|das|und|wird|werden|nicht|ist|für|von|mit|sie|wir|ihre|auf|zu)\b", re.IGNORECASE)
_PLAIN = re.compile(r"\b(?:the|and|is|are|of|to|we|your|you|for|with|not|our|by|on|in)\b", re.IGNORECASE)
_ONLY_NAME = re.compile(r"[A-Z][a-z]{4,20}")


def claims(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table; bilingual pages are no mixture."""
    for finding in wordings(notice, PHRASES):
        if finding.rule == "language-mixed" and _bilingual(notice):
            continue
        yield finding


def _bilingual(notice: Notice) -> bool:
    foreign = sum(len(p.text) for p in notice.parts if _is_foreign(notice, p))
    return foreign > 0.1 * sum(len(p.text) for p in notice.parts)


def _is_foreign(notice: Notice, part: Part) -> bool:
    own, other = (_DAILY, _PLAIN) if notice.is_german else (_PLAIN, _DAILY)
    return len(part.text) > 40 and not own.search(part.text) and len(other.findall(part.text)) >= 3


def foreign_sentences(notice: Notice) -> Iterator[FindingRead]:
    """A sentence in the other language inside the notice."""
    found = [p for p in notice.parts if not p.is_heading and p.block.role is not Role.ROW and _is_foreign(notice, p)]
    if found and not _bilingual(notice):
        for part in found[:4]:
            yield flaw(
                "language-mixed", part.block.place(), "info", False, ("This part was left in another language.", "Dieser Teil blieb in einer anderen Sprache."), ("Translate it.", "Übersetzen Sie ihn."),
                source="GDPR Art. 12(1)", words=part.text[:60], standing="observed",
            )  # fmt: skip


def foreign_names(notice: Notice) -> Iterator[FindingRead]:
    """Measures “taken by X”, or data sent “by X”, where X is no recipient of the section: a remnant of copying."""
    for hit in notice.hits(_TAKEN):
        for m in _MEASURES.finditer(hit.part.text):
            names = m["names"] or m["mover"]
            strange = [n for n in re.split(r" und | and ", names) if not _named(notice, hit.part, n)]
            if strange:
                yield flaw(
                    "foreign-name", hit.part.block.place(m.start(), m.end()), "warn", all(_is_company(n) for n in strange),
                    (f"{', '.join(strange)} is named here but is no recipient of this section.", f"{', '.join(strange)} wird hier genannt, ist in diesem Abschnitt aber kein Empfänger."),
                    ("Name the recipients of this section.", "Nennen Sie die Empfänger dieses Abschnitts."), source="GDPR Art. 13(1)(f)", words=names,
                )  # fmt: skip


def _named(notice: Notice, part: Part, name: str) -> bool:
    topic = (p for p in notice.topic_of(part).parts if p.section is not part.section or p.line < part.line)
    others = [*topic, *notice.parts[max(0, part.index - _NEAR) : part.index]]
    own = part.text.lower().count(name.lower()) > 1
    return own or any(name.lower() in p.text.lower() for p in others if not _TAKEN.search(p.text))


def _is_company(name: str) -> bool:
    return bool(catalog.mentions(name)) or name.lower() in (
        "microsoft",
        "google",
        "amazon",
        "meta",
        "facebook",
        "hubspot",
    )


def other_trades(notice: Notice) -> Iterator[FindingRead]:
    """Recipients and duties of another trade."""
    for sign, proof, english, german in _TRADES:
        hits = list(notice.hits(sign))
        if (
            hits
            and len(hits) < 4
            and not any(m for h in notice.hits(proof) if h.part not in [x.part for x in hits] for m in [h])
        ):
            for hit in hits:
                yield flaw(
                    "residue-trade", hit.place, "warn", False, (f"This belongs to the notices of {english}.", f"Das gehört in die Hinweise von {german}."), ("Strike it if it does not fit.", "Streichen Sie es, wenn es nicht passt."),
                    source="GDPR Art. 5(1)(a), 12(1)", words=hit.words, standing="inferred",
                )  # fmt: skip


def repeated(notice: Notice) -> Iterator[FindingRead]:
    """Tails, items and paragraphs that stand twice."""
    seen: dict[str, Part] = {}
    items: dict[tuple[int, str], Part] = {}
    before: Part | None = None
    run = 0
    for part in notice.parts:
        text = part.text.strip()
        run += part.block.role is not Role.ITEM or text.endswith(":")
        if part.block.role is Role.ROW or part.is_heading:
            before = part
            continue
        m = _TAIL.search(text) if _TAIL_QUICK.search(text) else None
        if m and m["again"].lower() == _last_word(text[: m.end("word")]).lower():
            yield _again(part, part.block.place(m.start(), m.end()).column, m.group(), True)
        elif before is not None and 6 < len(text) < 60 and text[:1].islower() and before.text.rstrip().endswith(text):
            yield _again(part, 1, text, True)
        key = " ".join(text.lower().split()).strip(" •-*;,.")
        if part.block.role is Role.ITEM and 12 < len(key) < 200:
            if (where := (run, key)) in items:
                yield _again(part, 1, text[:60], len(key) > 30)
            items.setdefault(where, part)
        elif (
            len(key) > 280
            and (first := seen.get(key)) is not None
            and first.section.topic != part.section.topic
            and not _is_standard(part)
        ):
            yield _again(part, 1, text[:60], False)
        seen.setdefault(key, part)
        before = part


def _last_word(text: str) -> str:
    found = re.findall(r"\w+", text)
    return found[-1] if found else ""


def _is_standard(part: Part) -> bool:
    return bool(
        re.search(
            r"\bAVV\b|\bDPA\b|auftragsverarbeit|data processing agreement|privacy framework|DPF|blacklist|consent has been requested",
            part.text,
            re.IGNORECASE,
        )
    )


def _again(part: Part, column: int, words: str, certain: bool) -> FindingRead:
    return flaw(
        "repeated-text", part.block.place(max(0, column - 1)) if column > 1 and len(part.block.starts) == 1 else part.block.place(), "info", certain, ("This stands twice.", "Das steht zweimal."), ("Say it once.", "Sagen Sie es einmal."),
        source="GDPR Art. 12(1)", words=words, standing="observed",
    )  # fmt: skip


def repeated_near(notice: Notice) -> Iterator[FindingRead]:
    """A long sentence that comes again a few lines later under another heading."""
    last: dict[str, tuple[int, Section]] = {}
    for part in notice.parts:
        if part.is_heading or part.block.role is Role.ROW or len(part.text) < 100:
            continue
        for sentence in part.text[:4000].split(". "):
            key = sentence.strip(" .").lower()
            if len(key) < 100:
                continue
            line, section = last.get(key, (-99, part.section))
            if part.line - line < 16 and section is not part.section and not _is_standard(part):
                yield _again(part, 1, sentence[:60], False)
                break
            last[key] = (part.line, part.section)


def repeated_words(notice: Notice) -> Iterator[FindingRead]:
    """One thing listed twice in one list."""
    lists: dict[tuple[int, str], Part] = {}
    for part in notice.parts:
        if part.block.role is not Role.ITEM or len(part.text) > 300:
            continue
        for word in part.text.lstrip(" •-*").replace("/", ",").split(","):
            key = word.strip().lower()
            if len(key) < 10 or " " in key:
                continue
            first = lists.setdefault((id(part.section), key), part)
            if first is not part:
                yield _again(part, 1, word.strip(), False)
                break


def stray_signs(notice: Notice) -> Iterator[FindingRead]:
    """Punctuation that belongs nowhere, and page numbers inside sentences."""
    for part in notice.parts:
        text = part.text
        if part.block.role is Role.ROW or part.is_heading:
            continue
        if ("),)" in text or "). " in text or ",," in text) and (m := _STRAY.search(text)):
            yield flaw(
                "text-punctuation", part.block.place(m.start(), m.end()), "info", False, ("A stray sign in the sentence.", "Ein verirrtes Zeichen im Satz."), _READ, source="GDPR Art. 12(1)", words=m.group(), standing="observed",
            )  # fmt: skip


def page_numbers(notice: Notice) -> Iterator[FindingRead]:
    """“4 / 17” inside one sentence and “5 / 17” inside another; a single fraction may be one.

    The reader takes such debris out, so the lines are looked at as the source has them.
    """
    text = notice.document.text
    found: dict[str, dict[str, tuple[int, re.Match[str]]]] = {}
    for number, line in enumerate(text.raw or text.lines, 1):
        if "/" in line or " von " in line or " of " in line:
            for m in _PAGE.finditer(line[:LONGEST]):
                found.setdefault(m["last"], {}).setdefault(m["page"], (number, m))
    for pages in found.values():
        for number, m in pages.values() if len(pages) > 1 else ():
            yield flaw(
                "page-number", Place(number, m.start() + 1, m.end() + 1), "info", False, ("A page number stands inside the sentence.", "Mitten im Satz steht eine Seitenzahl."), ("Strike it.", "Streichen Sie sie."), source="GDPR Art. 12(1)", words=m.group(), standing="observed",
            )  # fmt: skip


_GOES_ON = re.compile(r"(?:[,;] (?:und|oder|and|or)|\b(?:und|oder|and|or|sowie))\n[a-zäöü]|[,;] (?:und|oder|and|or)\n")
"""The end of one point of an enumeration whose points are paragraphs of their own."""


def broken(notice: Notice) -> Iterator[FindingRead]:
    """Words that ran together, headings that ran into their text, sentences without an end."""
    for part in notice.parts:
        if part.block.role is Role.ROW:
            continue
        for pattern, rule in ((_GLUED, "glued-words"), (_SHOUT, "glued-words")):
            m = (
                pattern.search(part.text[:90])
                if pattern is _SHOUT
                else _GLUED.search(part.text)
                if _PAIR.search(part.text)
                else None
            )
            if m and (pattern is _GLUED or m.start() < 25) and not _is_brand(m.group()):
                yield flaw(
                    rule, part.block.place(m.start(), m.end()), "info", False, ("Words or a heading ran together.", "Wörter oder eine Überschrift sind zusammengelaufen."), ("Check the page.", "Prüfen Sie die Seite."),
                    source="GDPR Art. 12(1)", words=m.group(), origin="extraction",
                )  # fmt: skip
        following = notice.after(part)
        if (
            part.block.role is Role.TEXT
            and len(part.text) > 60
            and _UNFINISHED.search(" " + part.text.rstrip()[-14:])
            and (following is None or following.block.role not in (Role.ITEM, Role.ROW))
            and not (following and _GOES_ON.search(part.text.rstrip()[-8:] + "\n" + following.text[:1]))
            and "http" not in (following.text[:12] if following else "")
        ):
            yield flaw(
                "sentence-unfinished", part.block.place(max(0, len(part.text.rstrip()) - 14)), "info", False, ("The sentence has no end.", "Der Satz hat kein Ende."), ("Check the page.", "Prüfen Sie die Seite."),
                source="GDPR Art. 12(1)", words=part.text.rstrip()[-60:], origin="extraction",
            )  # fmt: skip


def _is_brand(word: str) -> bool:
    return bool(catalog.mentions(word))


def numbering(notice: Notice) -> Iterator[FindingRead]:
    """Letters of a list that come twice: a, b, c, c, d."""
    chain: list[str] = []
    for part in notice.parts:
        m = _LETTER.match(part.text.strip()) if part.is_heading or part.block.role is not Role.TEXT else None
        if not m:
            continue
        letter = m["letter"]
        if len(chain) > 1 and letter == chain[-1] and ord(chain[-1]) == ord(chain[-2]) + 1:
            yield flaw(
                "list-numbering", part.block.place(), "info", True, ("The letter stands twice in the list.", "Der Buchstabe steht in der Liste zweimal."), ("Number it anew.", "Zählen Sie neu."), source="GDPR Art. 12(1)", words=part.text[:40],
            )  # fmt: skip
        chain = [*chain, letter] if letter != "a" else ["a"]


def misspelt_services(notice: Notice) -> Iterator[FindingRead]:
    """A heading that misspells the service its text names rightly."""
    for section in notice.document.sections:
        if section.heading is None or len(section.title.split()) > 3 or catalog.mentions(section.title):
            continue
        body = " ".join(b.text[:800] for b in section.blocks[:3])
        names = {m.text for m in catalog.mentions(body)}
        for word in _ONLY_NAME.findall(section.title):
            near = next(
                (
                    n
                    for n in names
                    if n != word
                    and abs(len(n) - len(word)) < 2
                    and 0.84 < SequenceMatcher(None, n.lower(), word.lower()).ratio() < 1
                ),
                None,
            )
            if near:
                yield flaw(
                    "text-spelling", section.heading.place(), "info", True, (f"The heading says “{word}”, the text “{near}”.", f"Die Überschrift sagt „{word}“, der Text „{near}“."), (f"Write {near}.", f"Schreiben Sie {near}."), source="GDPR Art. 12(1)", words=word,
                )  # fmt: skip


RULES = (
    claims,
    foreign_sentences,
    foreign_names,
    other_trades,
    repeated,
    repeated_near,
    repeated_words,
    stray_signs,
    page_numbers,
    broken,
    numbering,
    misspelt_services,
)
