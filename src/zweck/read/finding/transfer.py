"""Transfers out of the Union: no word on them, no safeguard, a dead or misdescribed one, contradictory places.

Art. 13(1)(f) GDPR wants the fact of the transfer and its ground (Art. 45–49).
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from zweck.law.adequacy import TransferGround, transfer_ground
from zweck.law.dataset import load
from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import GAP, Notice, Part, Topic, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.report import FindingRead
from zweck.read.transfer import countries_in, safeguards_in

_GROUND = (
    "Name the safeguard (adequacy decision with certification, or standard contractual clauses).",
    "Nennen Sie die Garantie (Angemessenheitsbeschluss mit Zertifizierung oder Standardvertragsklauseln).",
)
_SOURCE = "GDPR Art. 13(1)(f), 44–49"

PHRASES = (
    phrase(
        "GDPR-45-us-dpf", r"(?:DPF|data privacy framework\W{0,3}(?:\(DPF\))?|privacy framework)\W{1,3}(?:is|ist) (?:an?|ein) (?:agreement|übereinkommen|abkommen|vertrag|treaty) (?:between|zwischen)", "info", True,
        ("The Data Privacy Framework is no agreement between the EU and the USA but a unilateral adequacy decision.", "Das Data Privacy Framework ist kein Abkommen, sondern ein Angemessenheitsbeschluss der Kommission."),
        ("Cite Implementing Decision (EU) 2023/1795.", "Nennen Sie den Durchführungsbeschluss (EU) 2023/1795."), "Decision (EU) 2023/1795",
    ),
    phrase(
        "GDPR-45-us-dpf", r"\b(?:USA|United States|US|Vereinigten Staaten)\b" + GAP + r"{0,200}(?:unzureichende[mns]? datenschutzniveau|kein(?:en)? angemessenheitsbeschluss|kein(?:e[ns]?)? (?:angemessene|ausreichende)[sn]? (?:datenschutz)?(?:niveau|schutz)|inadequate level|insufficient level|no adequacy decision|no adequate level|not (?:provide|offer|have|guarantee|ensure) an? adequate)"
            r"|for this country,? there is no adequacy decision", "warn", True,
        ("Since 10 July 2023 there is an adequacy decision for certified US companies; the blanket statement is out of date.", "Seit dem 10. Juli 2023 gibt es einen Angemessenheitsbeschluss für zertifizierte US-Unternehmen; die pauschale Aussage ist überholt."),
        ("Say for each provider whether it is certified.", "Sagen Sie je Anbieter, ob er zertifiziert ist."), "Decision (EU) 2023/1795", excused=r"zertifizier|certif|privacy framework|DPF|sofern|soweit|falls|unless|wenn der|bis zum|until|damals|früher",
        unless=r"data privacy framework|\bDPF\b|2023/1795",
    ),
    phrase(
        "GDPR-45-us-dpf", r"\b(?:USA|United States|US|Vereinigten Staaten)\b" + GAP + r"{0,200}(?:unzureichende[mns]? datenschutzniveau|kein(?:en)? angemessenheitsbeschluss|kein(?:e[ns]?)? (?:angemessene|ausreichende)[sn]? (?:datenschutz)?(?:niveau|schutz)|inadequate level|insufficient level|no adequacy decision|no adequate level)", "warn", False,
        ("Since 10 July 2023 there is an adequacy decision for certified US companies; the blanket statement may be out of date.", "Seit dem 10. Juli 2023 gibt es einen Angemessenheitsbeschluss für zertifizierte US-Unternehmen; die pauschale Aussage kann überholt sein."),
        ("Say for each provider whether it is certified.", "Sagen Sie je Anbieter, ob er zertifiziert ist."), "Decision (EU) 2023/1795", only_with=r"data privacy framework|\bDPF\b|2023/1795",
    ),
    phrase(
        "GDPR-13-1f-transfer", r"(?:appropriate|suitable|adequate) (?:safeguards|guarantees)|geeignete\w* garantien|angemessene\w* garantien", "info", False,
        ("Safeguards are promised and not named.", "Garantien sind versprochen, aber nicht genannt."), _GROUND, _SOURCE, excused=r"clauses|klauseln|adequacy|angemessenheit|binding|verbindlich|framework|\b46\b|information (?:about|on)|unterrichtet|auskunft|right",
    ),
    phrase(
        "GDPR-13-14-transfer-text", r"(?:(?:in|to) (?:andere|weitere|other|further) (?:dritt)?(?:länder|staaten|third countries|countries)[^.]{0,40}(?:nicht ausgeschlossen|ausschließen|cannot be (?:excluded|ruled out)|is not excluded|nicht auszuschließen))|\b(?:und|and|oder|or) (?:andere[nr]?|weitere[nr]?|other) (?:drittländer|drittstaaten|third countries)", "warn", False,
        ("The list of countries is left open.", "Die Liste der Länder bleibt offen."), ("Name every country and its safeguard.", "Nennen Sie jedes Land und seine Garantie."), _SOURCE,
    ),
    phrase(
        "GDPR-13-14-transfer-text", r"third country (?:that is |which is )?(?:secure|safe)|(?:secure|safe) third countr(?:y|ies)|sichere[ns]? dritt(?:land|länder|staat|staaten)", "warn", False,
        ("A “safe third country” without its name and decision tells nothing.", "Ein „sicheres Drittland“ ohne Namen und Beschluss sagt nichts."),
        ("Name the country and the adequacy decision.", "Nennen Sie das Land und den Angemessenheitsbeschluss."), _SOURCE, excused=r"Schweiz|Switzerland|Kanada|Canada|Japan|Israel|Großbritannien|Königreich|United Kingdom|USA",
    ),
    phrase(
        "transfer-closed-list", r"(?:drittstaat\w*|drittl[aä]nd\w*|third countr\w+|outside the (?:EU|European|EEA))[^.]{0,160}\b(?:nur|only)\b[^.]{0,100}(?:auftr\w+|orders?|gesetzlich|required by law|statutory)", "info", False,
        ("Transfers are limited here to contract, law or consent; services named elsewhere send data regardless.", "Übermittlungen gibt es danach nur bei Vertrag, Gesetz oder Einwilligung; andere Dienste senden dennoch Daten."),
        ("Say which services transfer, and on what.", "Sagen Sie, welche Dienste übermitteln und worauf gestützt."), "GDPR Art. 5(1)(a), 13(1)(f)", only_with=r"\b(?:Google|Facebook|Meta|LinkedIn|Amazon|Microsoft|Cloudflare)\b",
    ),
)  # fmt: skip
_SAFE = probe(
    r"standardvertragsklausel|standarddatenschutzklausel|standard ?(?:contractual|data protection|protection) clauses|privacy framework|\bDPF\b|angemessenheitsbeschl|adequacy decision|binding corporate"
    r"|verbindliche (?:interne |unternehmensinterne )?(?:datenschutz|unternehmens)|\bBCR\b|privacy[- ]?shield|datenschutzschild|safe[- ]?harbou?r|\bart\.? ?(?:45|46|49)\b|\bSCCs?\b|model clauses|datenschutzrahmen"
)
_SENDING = ("embeds", "advertising", "analytics", "hosting", "newsletter")
_MOVED = probe(r"übermitt|übertrag|transfer|drittl[aä]nd|drittsta|third countr|\bserver")
_US_ADDRESS = re.compile(
    r"\b(?:USA|U\.S\.A\.|United States|Vereinigte[n]? Staaten|CA \d{5}|[A-Z]{2} \d{5}(?:-\d{4})?)\b|, (?:Inc\b\.?|LLC)|\bInc\b|\bLLC\b"
)
_CERTIFIED = probe(
    r"(?:company|unternehmen|anbieter|provider|it|es) (?:is|has a|verfügt über|besitzt|ist|hat)[^.]{0,40}(?:certif|zertifizier)[^.]{0,80}(?:privacy framework|DPF)"
)
_AMERICAN = re.compile(
    r"\bInc\b|\bLLC\b|\bCorporation\b|\bCorp\b|\bUSA\b(?! (?:wird|is|erfolgt|intended|gewährleist|,? das|stützt|die))|United States|\b[A-Z]{2} \d{5}"
)
_EUROPEAN = re.compile(r"\b(?:GmbH|SARL|S\.à|Ireland|Irland|Dublin|Luxemb\w+|Limited|B\.V\.|Amsterdam|SE\b|AG\b)")
_ANYWHERE = probe(
    r"third[- ]countr|drittl[aä]nd|drittstaat|\bUSA\b|United States|outside the (?:EU|European)|außerhalb (?:der|des) (?:EU|Europ)|vereinigten staaten|standardvertragsklausel|standard contractual"
)
_SERVERS = re.compile(
    r"servers?n? (?:von|of|der|des) (?P<names>[A-Z][\w&. -]{1,40}?(?:(?:,| und| and) [A-Z][\w&. -]{1,30}?){0,3})(?:,? die wir (?:nutzen|verwenden),?| (?:that|which) we use)? (?:befinden sich|stehen|liegen|are located|are situated|are)"
    r"[^.]{0,40}?(?P<where>USA|United States|europäischen Union|\bEU\b|European Union|Deutschland|Germany|EWR|EEA)", re.IGNORECASE,
)  # fmt: skip
_SERVER = probe(r"servers?n? (?:von|of|der|des) ")
_DECISION = probe(r"angemessenheitsbeschl\w+|adequacy decision|angemessenheit des schutzes|adequate protection")
_TITLE = re.compile(
    r"(?:angemessenheit|adequacy|adequate|schutzes|protection)[^.]{0,120}?\b(?:in|of|for|by)\s(?:der |the )?(?P<first>[A-Z][\w ]{2,30})",
    re.IGNORECASE,
)
_AUTHORITIES = probe(r"US-Behörden|US authorities|U\.S\. authorities|amerikanische[nr]? behörden|american authorities")


@cache
def _as_of() -> date:
    """The day the law data was looked up: a notice is held against the law of that day."""
    return date.fromisoformat(load("adequacy")["meta"]["as_of"])


def claims(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table."""
    yield from wordings(notice, PHRASES)


def certified_europeans(notice: Notice) -> Iterator[FindingRead]:
    """Only organisations in the USA can be certified under the framework."""
    for hit in notice.hits(_CERTIFIED):
        topic = notice.topic_of(hit.part)
        named = " ".join(p.text for p in topic.parts if p is not hit.part)[:4000]
        if _EUROPEAN.search(named) and not _AMERICAN.search(named):
            yield flaw(
                "GDPR-45-us-dpf", hit.place, "info", False,
                ("Only US organisations can be certified; the company named here sits in the Union.", "Zertifiziert sein können nur US-Unternehmen; das hier genannte sitzt in der Union."),
                ("Name the US parent that is certified.", "Nennen Sie die zertifizierte US-Muttergesellschaft."), source="Decision (EU) 2023/1795", words=hit.words, standing="inferred",
            )  # fmt: skip


def unsaid(notice: Notice) -> Iterator[FindingRead]:
    """A provider outside the Union, and no word on the safeguard for the transfer."""
    anywhere = notice.says(_SAFE)
    for topic in notice.topics.values():
        named = next(
            (s.name for s in notice.entries_of(topic) if "US" in s.provider.countries and not s.self_hosted), ""
        )
        if topic.kind in ("social_links", "rights", "imprint") or not (named or topic.kind in _SENDING):
            continue
        if notice.is_in(topic, _SAFE) and safeguards_in(topic.text):
            continue
        at = next((p for p in topic.parts if not p.is_heading and _US_ADDRESS.search(p.text)), None)
        if at is None or not (named or re.search(r"\bInc\b|\bLLC\b", at.text)):
            continue
        who = named or topic.title
        yield flaw(
            "GDPR-13-1f-transfer", at.block.place(), "error", bool(named) and not anywhere and len(topic.text) > 150 and _is_recipient(topic, at),
            (f"{who}: a provider in the USA, but nothing on the safeguard for the transfer.", f"{who}: Anbieter in den USA, aber keine Angabe zur Garantie für die Übermittlung."),
            _GROUND, source=_SOURCE, words=topic.title,
        )  # fmt: skip


def _is_recipient(topic: Topic, part: Part) -> bool:
    return topic.kind in ("analytics", "advertising", "hosting", "newsletter") and bool(
        re.search(r"(?:Inc\b|LLC|Corporation)[^\n]{0,160}(?:USA|United States|[A-Z]{2} \d{5})", part.text)
    )


def never_mentioned(notice: Notice) -> Iterator[FindingRead]:
    """US services in use, and the notice never speaks of third countries."""
    if any(h.part.section.kind != "rights" for h in notice.hits(_ANYWHERE)):
        return
    for used in notice.document.services.used.values():
        if (
            "US" in used.service.provider.countries
            and not used.service.self_hosted
            and used.service.category != "social"
        ):
            yield flaw(
                "GDPR-13-1f-transfer", used.places[0], "warn", False,
                (f"{used.service.name} belongs to a US group; the notice never speaks of third countries.", f"{used.service.name} gehört zu einem US-Konzern; der Text spricht nirgends von Drittländern."),
                _GROUND, source=_SOURCE, words=used.service.name, standing="inferred",
            )  # fmt: skip


def server_places(notice: Notice) -> Iterator[FindingRead]:
    """One provider's servers in the Union here and in the USA there."""
    seen: dict[str, tuple[bool, int]] = {}
    for hit in notice.hits(_SERVER):
        for m in _SERVERS.finditer(hit.part.text):
            abroad = m["where"].upper() in ("USA", "UNITED STATES")
            for name in re.split(r",| und | and ", m["names"]):
                key = name.strip().lower()
                known = seen.setdefault(key, (abroad, hit.part.line))
                if known[0] != abroad and len(key) > 2 and hit.part.line != known[1]:
                    yield flaw(
                        "contradiction-servers", hit.part.block.place(m.start(), m.end()), "error", True,
                        (f"The servers of {name.strip()} stand in another region than line {known[1]} says.", f"Die Server von {name.strip()} stehen nach Zeile {known[1]} in einer anderen Region."),
                        ("Say where they really stand.", "Sagen Sie, wo sie wirklich stehen."), source="GDPR Art. 5(1)(a), 13(1)(f)", words=m.group(),
                    )  # fmt: skip
                    break


def wrong_decision(notice: Notice) -> Iterator[FindingRead]:
    """A decision on one country cited for another, or a title that names two."""
    for hit in notice.hits(_DECISION):
        text = hit.part.text
        m = _TITLE.search(text, max(0, hit.match.start() - 5))
        while m and not countries_in(m["first"]):
            m = _TITLE.search(text, m.end())
        if m is None:
            continue
        named = [code for code, _, _ in countries_in(m["first"])] + (
            [c for c in ("CH",) if re.search(r"\bSchweiz\b|Switzerland", m["first"])]
        )
        subject = [code for code, start, _ in countries_in(text[: m.start()])]
        if len(set(named)) > 1 or (subject and set(named).isdisjoint(subject)):
            yield flaw(
                "GDPR-45-adequacy", hit.part.block.place(m.start(), m.end()), "error", len(set(named)) > 1 or len(set(subject)) == 1,
                ("The decision cited here is on another country, or its title is garbled.", "Der genannte Beschluss betrifft ein anderes Land, oder sein Titel ist verdorben."),
                ("Cite the decision on this country, with its number and day.", "Nennen Sie den Beschluss für dieses Land mit Nummer und Tag."), source="GDPR Art. 45", words=m.group(),
            )  # fmt: skip


def foreign_authorities(notice: Notice) -> Iterator[FindingRead]:
    """US authorities feared where the data goes to other countries too."""
    for hit in notice.hits(_AUTHORITIES):
        others = [
            c
            for c, _, _ in countries_in(hit.part.text)
            if c != "US" and transfer_ground(c, _as_of()) is TransferGround.NONE
        ]
        if others:
            yield flaw(
                "GDPR-13-14-transfer-text", hit.place, "info", False, ("The risk named is that of the USA; the clause is on other countries too.", "Genannt ist das Risiko der USA; der Satz betrifft auch andere Länder."),
                ("Name the risk of each country.", "Nennen Sie das Risiko jedes Landes."), source=_SOURCE, words=hit.words,
            )  # fmt: skip


def countries_without_ground(notice: Notice) -> Iterator[FindingRead]:
    """A country that data goes to and that no safeguard is said of."""
    for moved in notice.document.transfers:
        if moved.country == "US" or moved.safeguards or not moved.places:
            continue
        if transfer_ground(moved.country, _as_of()) is not TransferGround.NONE:
            continue
        yield _ungrounded(moved.country, moved.places[0].line)
    mentions: dict[str, list[Part]] = {}
    for part in (h.part for h in notice.hits(_MOVED)):
        found = countries_in(part.text)
        for code, _, _ in found if len(found) > 1 else ():
            mentions.setdefault(code, []).append(part)
    for code, parts in mentions.items():
        listed = parts[0]
        if (
            len(parts) == 1
            and len(countries_in(listed.text)) > 3
            and not safeguards_in(listed.text)
            and transfer_ground(code, _as_of()) is TransferGround.NONE
        ):
            yield _ungrounded(code, listed.line)


def _ungrounded(code: str, line: int) -> FindingRead:
    return flaw(
        "GDPR-13-1f-transfer", line, "error", False, (f"Data goes to {code}; no safeguard is named for it.", f"Daten gehen nach {code}; eine Garantie ist dafür nicht genannt."), _GROUND, source=_SOURCE, words=code,
    )  # fmt: skip


RULES = (
    claims,
    certified_europeans,
    unsaid,
    never_mentioned,
    server_places,
    wrong_decision,
    foreign_authorities,
    countries_without_ground,
)
