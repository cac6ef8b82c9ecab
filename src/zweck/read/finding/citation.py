"""Laws, tools and terms under a wrong name: renamed acts, dead instruments, wrong paragraphs, mistranslations.

Renamed laws and companies come from the dated data of ``law``; here stand the wordings that need grammar.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.errors import Severity
from zweck.law.names import NameMatch, outdated_names
from zweck.read.block import Place
from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import LONGEST, Notice, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.report import FindingRead, OutdatedRead

_GDPR = r"(?:GDPR|DS-?GVO)\b"
_INNER = r"(?:[\s,]|\(\d\)|\d{1,2}|para(?:graph)?\.?|abs(?:atz)?\.?|lit(?:era)?\.?|letter|buchst\.?|sentence|satz|s\.|p\.|[a-f]\b\)?|of|the|der){0,12}"

PHRASES = (
    phrase(
        "NAME-bdsg-neu", r"\bBDSG[- ]?\(?neu\b", "warn", True,
        ("“BDSG-neu” was the name in 2018; the Act is simply the BDSG.", "„BDSG-neu“ hieß es 2018; das Gesetz heißt BDSG."),
        ("Write BDSG.", "Schreiben Sie BDSG."), "BDSG of 30 June 2017",
    ),
    phrase(
        "wrong-citation", r"(?:lit\.? ?|\(|letter )f\)? ?(?:of the )?(?:GDPR|DS-?GVO)\)?,? (?:der|die|welcher|which|that)[^.]{0,70}(?:erfüllung eines vertrag\w*|vorvertraglich\w*|(?:performance|fulfil\w*|execution) of a contract)", "warn", True,
        ("Letter f is legitimate interest; processing for a contract is letter b.", "Buchstabe f ist das berechtigte Interesse; für Verträge gilt Buchstabe b."),
        ("Cite Art. 6(1)(b) GDPR.", "Nennen Sie Art. 6 Abs. 1 lit. b DSGVO."), "GDPR Art. 6(1)(b), (f)",
    ),
    phrase(
        "wrong-statute", r"\bTDDS?DG\b|\bTDDSG\b|\bTDDG\b|\bDSVGO\b|\bDSGOV\b|\bDGSVO\b|\bGPDR\b|\bGDRP\b|\bTTDSDG\b|\bTTSDG\b", "warn", True,
        ("The name of the law is misspelt.", "Der Name des Gesetzes ist falsch geschrieben."),
        ("Write TDDDG, DSGVO or GDPR.", "Schreiben Sie TDDDG oder DSGVO."), "GDPR Art. 12(1)", excused=r"TDDDG",
    ),
    phrase(
        "wrong-statute", r"§ ?7 ?(?:abs(?:atz|\.)|para(?:graph)?\.?|\() ?1\)? ?(?:of the )?(?:DDG|TMG)\b", "warn", True,
        ("§ 7(1) DDG says nothing on liability for one's own content; that rule went with the TMG on 14 May 2024.",
         "§ 7 Abs. 1 DDG sagt nichts zur Haftung für eigene Inhalte; die Regel ist mit dem TMG am 14. Mai 2024 entfallen."),
        ("Leave the paragraph out; the general laws apply.", "Streichen Sie die Angabe; es gelten die allgemeinen Gesetze."), "DDG § 7; Regulation (EU) 2022/2065 Art. 4–8",
    ),
    phrase(
        "wrong-citation", r"§{1,2} ?(?:article|artikel|art\.)", "warn", True,
        ("A section sign and “Article” stand side by side; the citation is garbled.", "Paragrafzeichen und „Artikel“ stehen nebeneinander; das Zitat ist verdorben."),
        ("Cite one provision: Art. of the GDPR, § of a German act.", "Nennen Sie eine Vorschrift: Art. bei der DSGVO, § bei deutschen Gesetzen."), "GDPR Art. 13(1)(c)",
    ),
    phrase(
        "wrong-citation", rf"(?:\bsection|§) ?\d{{1,2}}{_INNER} ?(?:of the )?(?:EU-)?{_GDPR}", "warn", True,
        ("The GDPR has articles, no sections.", "Die DSGVO hat Artikel, keine Paragrafen."),
        ("Write Article (Art.).", "Schreiben Sie Art."), "Regulation (EU) 2016/679", excused=r"BDSG|UWG|TDDDG|TTDSG|HGB|\bAO\b|BGB",
    ),
    phrase(
        "wrong-statute", r"(?:\bStGB\b[^.]{0,30}\b(?:AO|HGB)\b|\b(?:AO|HGB),? ?(?:or|oder|und|and|,)? ?StGB\b)", "warn", True,
        ("The criminal code (StGB) holds no duty to keep business records.", "Das StGB kennt keine Aufbewahrungspflichten."),
        ("Name § 257 HGB and § 147 AO.", "Nennen Sie § 257 HGB und § 147 AO."), "HGB § 257, AO § 147", only_with=r"aufbewahr|speicher|retention|storage|obligat",
    ),
    phrase(
        "wrong-term", r"\b(?:basic|basis|ground) (?:data protection|privacy) regulation\b|\bart(?:icle|\.)?\s?\d{1,2}(?:\(\d\))? (?:of the )?DPA\b|violations? of the DPAs?\b", "warn", True,
        ("This is a mistranslation of the General Data Protection Regulation (GDPR).", "Das ist eine falsche Übersetzung der Datenschutz-Grundverordnung."),
        ("Write GDPR.", "Schreiben Sie GDPR."), "Regulation (EU) 2016/679", excused=r"data protection act 2018|DPA 2018",
    ),
    phrase(
        "wrong-term", r"\bright (?:of|to) (?:data )?transferability\b|\bright of domicile\b|\bright (?:of|to) cancellation\b(?! (?:of|period))|\bright to limit(?:ation of)? (?:the )?processing\b", "info", False,
        ("This is not the English term of the GDPR.", "Das ist nicht der englische Begriff der DSGVO."),
        ("Write: right to erasure, right to restriction of processing, right to data portability.", "Im Englischen heißt es: erasure, restriction of processing, data portability."), "GDPR Art. 16–20", language="en", headings=True,
    ),
    phrase(
        "term-controller", r"\b(?:responsible (?:party|person|body|office)|person responsible|party responsible|privacy officer)\b", "info", False,
        ("The GDPR says “controller” and “data protection officer”.", "Englisch heißt es „controller“ und „data protection officer“."),
        ("Use the terms of Art. 4(7) and 37.", "Verwenden Sie die Begriffe aus Art. 4 Nr. 7 und 37."), "GDPR Art. 4(7), 37", language="en", headings=True,
    ),
    phrase(
        "term-ssl", r"\bSSL[- ](?:procedure|verfahren|protokoll|protocol|verschlüsselung|encryption|technology|technik|zertifikat|certificate)", "info", False,
        ("SSL was withdrawn in 2015; the protocol is TLS.", "SSL ist seit 2015 aufgegeben; das Verfahren heißt TLS."),
        ("Write TLS.", "Schreiben Sie TLS."), "RFC 7568, GDPR Art. 32", excused=r"\bTLS\b", standing="observed",
    ),
    phrase(
        "term-ssl", r"\bSSL ?(?:/|or|oder|bzw\.|and|und) ?TLS\b|\bSSL(?:-| )(?:und|oder|bzw\.)", "info", False,
        ("SSL was withdrawn in 2015; the protocol is TLS.", "SSL ist seit 2015 aufgegeben; das Verfahren heißt TLS."),
        ("Write TLS.", "Schreiben Sie TLS."), "RFC 7568, GDPR Art. 32", once=True, standing="observed",
    ),
    phrase(
        "term-old-tmg", r"\((?:bestandsdaten|nutzungsdaten|inventory data|usage data)\)|\bpseudonym\w* (?:user|usage) profiles?\b|pseudonyme[nrs]? nutzungsprofil\w*", "info", False,
        ("The term comes from §§ 14, 15 TMG, repealed on 1 December 2021.", "Der Begriff stammt aus §§ 14, 15 TMG, aufgehoben zum 1. Dezember 2021."),
        ("Name the data themselves.", "Nennen Sie die Daten selbst."), "TTDSG Art. 1 (BGBl. 2021 I 1982)",
    ),
    phrase(
        "RET-employee-basis", r"§ ?26(?: ?(?:abs(?:atz|\.)|para(?:graph)?\.?|\() ?1\)?)?(?: ?(?:s\.|satz|sentence) ?1)? ?(?:of the )?BDSG|section 26(?: ?\(1\)| para\w*\.? 1)? (?:of the )?BDSG", "info", False,
        ("Whether § 26(1) BDSG may be applied is doubtful since the judgment C-34/21.", "Ob § 26 Abs. 1 BDSG angewendet werden darf, ist seit dem Urteil C-34/21 zweifelhaft."),
        ("Rely on Art. 6(1)(b) GDPR.", "Stützen Sie sich auf Art. 6 Abs. 1 lit. b DSGVO."), "CJEU C-34/21, GDPR Art. 88", once=True,
    ),
    phrase(
        "UWG-7-3", r"(?:grundlage|basis|beruht auf|based on|gemäß|nach|pursuant to)(?: (?:von|des|of|ist|is|section))? ?(?:§|section) ?7 (?:of the )?UWG\b", "warn", False,
        ("§ 7 UWG is cited without its paragraph; advertising without consent needs all four conditions of § 7(3).",
         "§ 7 UWG ist ohne Absatz zitiert; Werbung ohne Einwilligung braucht alle vier Voraussetzungen von § 7 Abs. 3."),
        ("Cite § 7(3) UWG and say how its conditions are met, or ask for consent.", "Nennen Sie § 7 Abs. 3 UWG und wie seine Voraussetzungen erfüllt sind, oder fragen Sie um Einwilligung."), "UWG § 7(3), CJEU C-654/23",
    ),
    phrase(
        "TDDDG-25-paragraph", r"(?:beruht|grundlage|gestützt|based|basis)[^.]{0,40}(?:§|section|sec\.) ?25 (?:of the )?T(?:T|DD)DSG\b|(?:beruht|grundlage|gestützt|based|basis)[^.]{0,40}(?:§|section|sec\.) ?25 (?:of the )?TDDDG\b", "warn", True,
        ("§ 25 is cited without its paragraph: consent (1) or necessity (2) stays open.", "§ 25 ist ohne Absatz zitiert: Einwilligung (Abs. 1) oder Erforderlichkeit (Abs. 2) bleibt offen."),
        ("Cite § 25(1) or § 25(2) no. 2 TDDDG.", "Nennen Sie § 25 Abs. 1 oder § 25 Abs. 2 Nr. 2 TDDDG."), "TDDDG § 25",
    ),
    phrase(
        "NAME-x", r"\bTwitter\b", "info", False,
        ("The network has been called X since July 2023.", "Das Netzwerk heißt seit Juli 2023 X."),
        ("Write X (formerly Twitter).", "Schreiben Sie X (früher Twitter)."), "GDPR Art. 13(1)(e)", once=False, standing="inferred",
        excused=r"\bX\b|formerly|früher|ehemals|vormals|Inc|International|\.com", unless=r"\bX (?:Corp|Internet)|\(?(?:formerly|früher|ehemals|vormals)[ :„“\"]{1,3}Twitter|Twitter ?\(?(?:jetzt|now|heute) ?:? ?[„“\"]?X\b",
    ),
    phrase(
        "NAME-meta", r"\bFacebook Inc\b|\bInstagram,? Inc\b|\bInstagram LLC\b|\bWhatsApp Inc\b", "warn", True,
        ("The company has been Meta since October 2021; in the EEA it is Meta Platforms Ireland Limited.", "Das Unternehmen heißt seit Oktober 2021 Meta; im EWR ist es Meta Platforms Ireland Limited."),
        ("Write Meta Platforms Ireland Limited.", "Schreiben Sie Meta Platforms Ireland Limited."), "GDPR Art. 13(1)(e)", excused=r"formerly|früher|ehemals|vormals|WhatsApp Ireland",
    ),
)  # fmt: skip
_STYLES = (probe(r"\bDS-GVO\b"), probe(r"\bDSGVO\b"))


_FORMERLY = re.compile(
    r"(?:previous name|former name|früherer name|vorheriger name|(?:ehemals|vormals|früher|formerly|previously)(?: (?:als|known as|called|named))?|ex)\W{1,4}$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"angemessen|adequa|aufheb|entscheidung|decision|beschluss|aufgehoben|repeal|ersetzt|replac", re.IGNORECASE
)
_PRODUCT = re.compile(r"[ -]?(?:Tools?|Plugin|All|Pixelmate|Generator|WP)")


def outdated(notice: Notice) -> Iterator[tuple[FindingRead, OutdatedRead]]:
    """Changed names, with what they are called today; a matter of style is told once."""
    told: set[tuple[str, str]] = set()
    for number, line in enumerate(notice.document.text.lines, 1):
        for match in outdated_names(line[:LONGEST], notice.document.language) if line.strip() else ():
            key = (match.rule, match.name.new)
            if key in told or _is_excused(match, line, notice):
                continue
            if match.severity is Severity.INFO:
                told.add(key)
            yield (
                _renamed(match, number),
                OutdatedRead(name=match.found[:120], today=match.name.new, line=number, rule=match.rule),
            )


def _is_excused(match: NameMatch, line: str, notice: Notice) -> bool:
    """A name that the text calls former, the title of an old decision, or the name of a product."""
    if _FORMERLY.search(line[max(0, match.start - 40) : match.start]):
        return True
    if "95/46" in match.found:
        return _TITLE.search(line[max(0, match.start - 200) : match.end + 200]) is not None
    if match.rule == "NAME-law" and re.fullmatch(r"§\s?\d+.{0,12}TKG", match.found):
        return notice.is_under_german_law
    return match.rule == "NAME-dsgvo-in-en" and _PRODUCT.match(line[match.end : match.end + 14]) is not None


def _renamed(match: NameMatch, number: int) -> FindingRead:
    name = match.name
    mere = match.severity is Severity.INFO and match.rule in ("NAME-service", "NAME-flash")
    return flaw(
        match.rule,
        Place(number, match.start + 1, match.end + 1),
        match.severity.value,
        match.is_certain and not match.is_link and not mere,
        (name.note_en, name.note_de),
        (f"Write {name.new}.", f"Schreiben Sie {name.new}.")
        if name.new
        else ("Leave it out.", "Streichen Sie die Angabe."),
        words=match.found[:120],
        standing="observed" if match.is_certain else "inferred",
    )


def citations(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table."""
    yield from wordings(notice, PHRASES)


def two_spellings(notice: Notice) -> Iterator[FindingRead]:
    """DS-GVO here and DSGVO there."""
    first, second = (notice.first(style) for style in _STYLES)
    if first and second:
        yield flaw(
            "term-two-spellings", first.place, "info", False,
            ("The law is abbreviated in two ways.", "Das Gesetz wird auf zwei Arten abgekürzt."),
            ("Use one of them throughout.", "Bleiben Sie bei einer."), source="GDPR Art. 12(1)", words=first.words, standing="observed",
        )  # fmt: skip


RULES = (citations, two_spellings)
