"""Rights that are missing, curtailed, or turned against the person who has them.

Art. 13(2)(b)–(d) and (f) GDPR say which must be told; Art. 12–22 and 77 what they grant.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import GAP, Notice, Part, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.report import FindingRead

PHRASES = (
    phrase(
        "GDPR-21-1-object", r"(?:object to|widersprechen|widerspruch)[^.]{0,90}(?:\bif\b|sofern|wenn|falls)[^.]{0,12} (?:your|ihre|you have)\b[^.]{0,40}(?:interests?|interessen)[^.]{0,60}(?:outweigh|override|überwiegen|vorgehen)", "error", True,
        ("The right to object is made to depend on proof by the person; the law puts that burden on the controller.", "Der Widerspruch wird davon abhängig gemacht, dass die Person überwiegende Interessen zeigt; das Gesetz verlangt es umgekehrt."),
        ("Say that people may object on grounds of their situation, and that you must show compelling reasons.", "Sagen Sie, dass aus Gründen der eigenen Lage widersprochen werden kann und Sie zwingende Gründe zeigen müssen."), "GDPR Art. 21(1)",
    ),
    phrase(
        "GDPR-77-complaint", r"(?:in the event of|im falle von|in case of|bei) (?:violations?|verstößen|datenschutzrechtlichen verstößen|infringements?|datenschutzrechtlicher verstöße)[^.]{0,80}(?:right|recht|beschwerde)", "info", False,
        ("The right to complain does not need a violation; that the person thinks so is enough.", "Für die Beschwerde braucht es keinen Verstoß; es genügt, dass die Person einen annimmt."),
        ("Say that everybody may complain who thinks that the processing infringes the law.", "Sagen Sie, dass sich beschweren kann, wer die Verarbeitung für einen Verstoß hält."), "GDPR Art. 77(1)",
    ),
    phrase(
        "GDPR-17-1-erase", r"(?:delet|eras|lösch)[^.]{0,120}[.,;][^.]{0,40}(?:only possible if|nur möglich,? (?:wenn|sofern))", "warn", False,
        ("The grounds for erasure are cut down; Art. 17(1) knows six.", "Die Gründe für eine Löschung sind verkürzt; Art. 17 Abs. 1 kennt sechs."),
        ("Name them all, or refer to Art. 17.", "Nennen Sie alle oder verweisen Sie auf Art. 17."), "GDPR Art. 17(1)",
    ),
    phrase(
        "GDPR-21-2-marketing", r"(?:direktwerbung|direct (?:marketing|advertising))" + GAP + r"{0,80}\.\s" + GAP + r"{0,90}(?:besonderen? situation|particular situation)", "error", False,
        ("Objecting to direct marketing needs no grounds and allows no balancing.", "Der Widerspruch gegen Direktwerbung braucht keine Gründe und kennt keine Abwägung."),
        ("State it apart: at any time, without grounds.", "Nennen Sie ihn gesondert: jederzeit, ohne Gründe."), "GDPR Art. 21(2), (3)",
    ),
    phrase(
        "GDPR-12-6-identity", r"clear(?:ly)? identif(?:ying|ication)(?: of)? your(?:self| person)|unter eindeutiger (?:identifizierung|angabe) (?:ihrer person|zu ihrer person)|(?:kopie|copy) (?:ihres|eines|of (?:your|an?)) (?:personalausweis\w*|ausweis\w*|id(?:entity)?(?: card| document)?|passport)|ausweiskopie", "info", False,
        ("Proof of identity may be asked for only on reasonable doubt.", "Ein Nachweis der Identität darf nur bei begründeten Zweifeln verlangt werden."),
        ("Ask for it only where you doubt who is asking.", "Verlangen Sie ihn nur bei begründeten Zweifeln."), "GDPR Art. 12(6)",
    ),
    phrase(
        "GDPR-26-arrangement", r"(?:nur die anbieter|only the (?:providers?|operators?|networks?)) (?:haben|hat|kann|können|have|has|can)", "warn", False,
        ("People may turn to each joint controller, not only to the network.", "Betroffene können sich an jeden gemeinsam Verantwortlichen wenden, nicht nur an das Netzwerk."),
        ("Say that you accept requests too, and pass them on.", "Sagen Sie, dass auch Sie Anträge annehmen und weiterleiten."), "GDPR Art. 26(3)",
    ),
    phrase(
        "objection-lost", r"opt-out[- ]cookie[^.]{0,120}(?:also )?(?:deleted|gelöscht)|(?:löschen|delet\w+)[^.]{0,80}cookies[^.]{0,100}opt-out[- ]cookie", "info", False,
        ("The objection is lost with the cookies; it must last.", "Der Widerspruch geht mit den Cookies verloren; er muss fortwirken."),
        ("Ask for consent first; then nothing needs to be remembered.", "Fragen Sie vorher um Einwilligung; dann muss sich nichts merken."), "GDPR Art. 21, 25", once=True,
    ),
)  # fmt: skip
_RIGHTS = {
    "15": ("access", "Auskunft"), "16": ("rectification", "Berichtigung"), "17": ("erasure", "Löschung"), "18": ("restriction", "Einschränkung"),
    "20": ("portability", "Datenübertragbarkeit"), "21": ("objection", "Widerspruch"),
}  # fmt: skip
_LEGAL = {
    "15": probe(
        r"auskunft|\baccess\b|zugang|zugriff|einsicht|einzusehen|informationsrecht|right (?:of|to) (?:free )?(?:access|information)|\baccess to\b|art(?:\.|ikel|icle)? ?(?:12 ?(?:-|–|bis|to) ?2\d|15)|betroffenenrechte|obtain (?:free )?information|request information|obtain confirmation"
    ),
    "16": probe(
        r"berichtig|korrektur|korrigier|korrekt|\bändern|bearbeit|\bedit\b|modify|rectif|correct|aktualisier|update|amend"
    ),
    "17": probe(r"lösch|vergessen|entfern|cancel|eras|delet|forgotten|remov"),
    "18": probe(r"einschränk|beschränk|sperr|\bblock|restrict|limit"),
    "20": probe(
        r"übertragbar|portier|datenmitnahme|mitnahme|übertragung der|übertragen|transfer (?:your|it|them|the data|data)|portab|transferab|maschinenlesbar|machine[- ]readable|datenportab|übertragung ihrer daten|herausgabe ihrer daten"
    ),
    "21": probe(r"widerspr|widersprechen|object|oppos"),
    "77": probe(
        r"beschwer|complain|appeal|aufsichtsbehörde|supervisory authority|datenschutzbehörde|data protection authority|datenschutzbeauftragte\w* des landes|bundesbeauftragte|landesbeauftragte|kontrollstelle|information commissioner"
    ),
    "7(3)": probe(r"widerruf|revo[ck]|withdraw"),
}
_ALL_ARTICLES = probe(
    r"(?:art(?:\.|ikel|icle)?s?|artt\.) ?(?:12|13|15) ?(?:-|–|bis|to|ff|, ?16)|art(?:\.|ikel)? ?15 ff|your rights under the gdpr|rechte (?:gemäß|nach|aus) (?:der )?(?:art|dsgvo)"
)
_RIGHT = re.compile(r"\brechte?\b|\brights?\b|verlangen|\brequest\b", re.IGNORECASE)
_MARKETING = probe(
    r"direktwerbung|direct (?:marketing|advertis)|werbung[^.]{0,60}widersp|widerspr[^.]{0,60}werb|object[^.]{0,60}(?:marketing|advertis)|werbewiderspruch"
)
_PORTABLE = probe(r"maschinenlesbar|machine[- ]readable")
_STRUCTURED = re.compile(r"struktur|structured", re.IGNORECASE)
_DIRECT = re.compile(
    r"(?:direkt|unmittelbar|directly|direct transfer|another controller|anderen verantwortlichen|dritte\w* (?:aus|über)|third party)",
    re.IGNORECASE,
)
_EARLIER = probe(
    r"(?:lawful|legal|rechtmäßig|zulässig)\w*[^.]{0,140}(?:unaffected|not affect|unberührt|nicht berührt|without affecting|bleibt)|with (?:effect|future effect) for the future|mit wirkung für die zukunft|wirkung (?:nur )?für die zukunft|berührt[^.]{0,80}(?:wirksamkeit|rechtmäßigkeit)|only (?:for|apply to) the future"
)
_AUTOMATED = probe(
    r"automati(?:siert|sch|ed)\w*[^.]{0,30}(?:entscheid|decision|einzel)|\bart(?:\.|ikel|icle)? ?22\b|decision[^.]{0,30}automat"
)
_SCORED = probe(
    r"scoring|bonitäts(?:prüf|ausk|daten|index)|credit (?:agenc|check|scor|report)|creditworthiness|wirtschaftsauskunftei|schufa|creditreform"
)
_PROFILED = probe(r"\bprofiling\b|automati\w+ entscheidung")
_WITHDRAW_SECTION = re.compile(r"widerruf|revoc|withdraw|rechte|rights", re.IGNORECASE)


def curtailed(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table."""
    yield from wordings(notice, PHRASES)


def missing(notice: Notice) -> Iterator[FindingRead]:
    """Every right must be stated; the right to complain and to withdraw too."""
    read, line = notice.read, next((s.first_line for s in notice.document.sections if s.kind == "rights"), 1)
    due = _due(read.legal_bases)
    absent = [a for a in due if a not in read.rights and not notice.says(_LEGAL[a])]
    doubtful = [a for a in due if a not in read.rights and a not in absent and not _spoken(notice, a)]
    general, listed = notice.says(_ALL_ARTICLES), len(set(read.rights) & set(_RIGHTS)) >= 3
    for articles, certain in ((absent, not general and listed), (doubtful, False)):
        if articles:
            english, german = (", ".join(_RIGHTS[a][i] for a in articles) for i in (0, 1))
            yield flaw(
                "GDPR-13-2b-rights", line, "error", certain,
                (f"These rights are not stated: {english}.", f"Diese Rechte fehlen: {german}."), ("Add them.", "Ergänzen Sie sie."), source="GDPR Art. 13(2)(b)",
            )  # fmt: skip
    if "7(3)" not in read.rights and "GDPR 6(1)(a)" in read.legal_bases:
        yield flaw(
            "GDPR-13-2c-withdraw", line, "error", not notice.says(_LEGAL["7(3)"]) and listed,
            ("Consent is used, but nothing says that it can be withdrawn.", "Es wird um Einwilligung gebeten, aber nicht gesagt, dass sie widerrufen werden kann."),
            ("Say that consent can be withdrawn at any time, and how.", "Sagen Sie, dass und wie die Einwilligung jederzeit widerrufen werden kann."), source="GDPR Art. 13(2)(c)",
        )  # fmt: skip
    if "77" not in read.rights:
        yield flaw(
            "GDPR-13-2d-complaint", line, "error", not notice.says(_LEGAL["77"]) and not general and listed,
            ("The right to complain to a supervisory authority is not stated.", "Das Recht auf Beschwerde bei einer Aufsichtsbehörde fehlt."),
            ("Add it, best with the competent authority.", "Ergänzen Sie es, am besten mit der zuständigen Behörde."), source="GDPR Art. 13(2)(d)",
        )  # fmt: skip
    elif read.authority is None:
        at = next(r.at.line for r in read.right_details if r.value == "77")
        yield flaw(
            "complaint-authority-unnamed", at, "info", False,
            ("The competent supervisory authority is not named.", "Die zuständige Aufsichtsbehörde ist nicht genannt."),
            ("Name the authority of the controller's state.", "Nennen Sie die Behörde des Landes, in dem der Verantwortliche sitzt."), source="GDPR Art. 13(2)(d)",
        )  # fmt: skip


def _spoken(notice: Notice, article: str) -> bool:
    """Whether a right is at least spoken of where rights are."""
    return any(h.part.section.kind == "rights" or _RIGHT.search(h.sentence) for h in notice.hits(_LEGAL[article]))


def _due(bases: list[str]) -> list[str]:
    """The rights that must be told on these bases: objection belongs to interests, portability to consent and contract."""
    objection = {"GDPR 6(1)(e)", "GDPR 6(1)(f)"} & set(bases)
    portability = {"GDPR 6(1)(a)", "GDPR 6(1)(b)"} & set(bases)
    return [a for a in _RIGHTS if (a != "21" or objection) and (a != "20" or portability)]


def complaint_in_passing(notice: Notice) -> Iterator[FindingRead]:
    """The right to complain only as one thing that an access request would tell."""
    at = next((r.at.line for r in notice.read.right_details if r.value == "77"), 0)
    part = next((p for p in notice.parts if p.line == at), None)
    if part and len(part.text) < 110 and re.search(r"access|auskunft", part.section.title, re.IGNORECASE):
        yield flaw(
            "complaint-in-passing", part.block.place(), "warn", False,
            ("The right to complain stands only among the contents of an access request.", "Das Beschwerderecht steht nur unter den Inhalten einer Auskunft."),
            ("State it as a right of its own.", "Nennen Sie es als eigenes Recht."), source="GDPR Art. 13(2)(d)",
        )  # fmt: skip


def marketing_objection(notice: Notice) -> Iterator[FindingRead]:
    """Who advertises must tell of the right to object to it, apart from everything else."""
    if (
        notice.says(_MARKETING)
        or not notice.kinds & {"newsletter", "direct_marketing", "soft_opt_in", "advertising"}
        or "21" not in notice.read.rights
    ):
        return
    at = next((r.at.line for r in notice.read.right_details if r.value == "21"), 1)
    yield flaw(
        "GDPR-21-2-marketing", at, "warn", False,
        ("The right to object to direct marketing at any time is not stated.", "Das Recht, Direktwerbung jederzeit zu widersprechen, fehlt."),
        ("State it apart and prominently.", "Nennen Sie es gesondert und hervorgehoben."), source="GDPR Art. 21(2)–(4)",
    )  # fmt: skip


def short_portability(notice: Notice) -> Iterator[FindingRead]:
    """Portability without its form, or without the transfer from one controller to the next."""
    for hit in notice.hits(_PORTABLE):
        near = f"{hit.part.text} {following.text if (following := notice.after(hit.part)) else ''}"
        if not _STRUCTURED.search(near) or not _DIRECT.search(near):
            yield flaw(
                "GDPR-20-port", hit.place, "info", False, ("The right to portability is told in part.", "Das Recht auf Datenübertragbarkeit ist verkürzt."),
                ("Structured, common, machine-readable; provided by the person; directly to another controller where feasible.", "Strukturiert, gängig, maschinenlesbar; selbst bereitgestellt; wenn machbar direkt an einen anderen Verantwortlichen."),
                source="GDPR Art. 20(1), (2)", words=hit.words,
            )  # fmt: skip
        return


def withdrawal_effect(notice: Notice) -> Iterator[FindingRead]:
    """A withdrawal leaves lawful what was done before; the general section must say so."""
    at = next((r.at.line for r in notice.read.right_details if r.value == "7(3)"), 0)
    sections = {
        id(p.section): p
        for p in notice.parts
        if p.section.kind == "rights" and _LEGAL["7(3)"].search(p.text) and not p.is_heading
    }
    for part in sections.values():
        near = " ".join(p.text for p in _around(notice, part))
        if _WITHDRAW_SECTION.search(part.section.title) and not _EARLIER.search(near) and "7" in part.text:
            yield flaw(
                "GDPR-13-2c-withdraw", part.block.place(), "info", False,
                ("That earlier processing stays lawful is not said where withdrawal is explained.", "Dass Früheres rechtmäßig bleibt, steht nicht beim Widerruf."),
                ("Add the sentence.", "Ergänzen Sie den Satz."), source="GDPR Art. 13(2)(c)", words=str(at),
            )  # fmt: skip
            return


def _around(notice: Notice, part: Part) -> list[Part]:
    return [p for step in (0, 1, 2) if (p := notice.after(part, step))]


def automated(notice: Notice) -> Iterator[FindingRead]:
    """Scores and profiles, and no word on automated decisions."""
    if notice.says(_AUTOMATED):
        return
    scored, profiled = notice.first(_SCORED), notice.first(_PROFILED)
    for hit in (h for h in (scored, profiled) if h):
        yield flaw(
            "GDPR-13-2f-automated", hit.place, "warn", False,
            ("Scores or profiles are used; whether decisions are automated is not said.", "Scoring oder Profile kommen vor; ob automatisiert entschieden wird, fehlt."),
            ("Say whether such decisions are taken, by what logic and with what effect; name Art. 22.", "Sagen Sie, ob so entschieden wird, nach welcher Logik und mit welcher Folge; nennen Sie Art. 22."),
            source="GDPR Art. 13(2)(f), 22, CJEU C-634/21", words=hit.words,
        )  # fmt: skip
    if profiled and (first := next((s for s in notice.document.sections if s.kind == "rights"), None)):
        yield flaw(
            "GDPR-22-auto", first.first_line, "info", False, ("Profiles are made, but the right under Art. 22 is not stated.", "Profile werden gebildet, das Recht aus Art. 22 fehlt."),
            ("Add Art. 22.", "Ergänzen Sie Art. 22."), source="GDPR Art. 22",
        )  # fmt: skip


RULES = (curtailed, missing, complaint_in_passing, marketing_objection, short_portability, withdrawal_effect, automated)
