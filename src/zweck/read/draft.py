"""A draft declaration from what was read: every value with its line, every gap marked, and it always loads.

What the notice says is written down as it says it, even where the law would want more; ``zweck check`` tells that
afterwards (Art. 13). What is missing but required stands there as a placeholder that nobody can mistake. A value
that the loader refuses becomes a comment instead.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from zweck import catalog
from zweck.declaration import kind_names, loads
from zweck.errors import DeclarationError
from zweck.read.report import ActivityRead, DocumentRead, RetentionRead, ServiceRead

PLACEHOLDER = "PLEASE FILL IN"
_MISSING = "not found in the notice: please fill in"
_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß_][\w äöüÄÖÜß()/.&'’+-]{0,80}")
_RESERVED = frozenset(["yes", "no", "true", "false", "null", "on", "off", "y", "n", "~"])
_STATES = {
    "Göttingen": "NI", "Köln": "NW", "Cologne": "NW", "Essen": "NW", "Stolberg": "NW", "Düsseldorf": "NW", "Berlin": "BE",
    "Hamburg": "HH", "München": "BY", "Munich": "BY", "Nürnberg": "BY", "Augsburg": "BY", "Friedberg": "", "Frankfurt am Main": "HE",
    "Stuttgart": "BW", "Karlsruhe": "BW", "Freiburg": "BW", "Dresden": "SN", "Leipzig": "SN", "Hannover": "NI", "Bremen": "HB",
    "Kiel": "SH", "Rostock": "MV", "Potsdam": "BB", "Erfurt": "TH", "Magdeburg": "ST", "Mainz": "RP", "Saarbrücken": "SL",
    "Dortmund": "NW", "Bonn": "NW", "Münster": "NW", "Wiesbaden": "HE", "Mannheim": "BW", "Ottobrunn": "BY",
}  # fmt: skip
_COUNTRY = {
    "Germany": "DE", "Deutschland": "DE", "Österreich": "AT", "Austria": "AT", "Schweiz": "CH", "Switzerland": "CH",
}  # fmt: skip


@dataclass
class Entry:
    """One line of YAML: a key, a value or children, and the comment behind it."""

    key: str
    value: object = None
    comment: str = ""
    children: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lines(self, depth: int = 0) -> list[str]:
        pad = "  " * depth
        made = [f"{pad}# {note}" for note in self.notes]
        value = "" if self.value is None else " " + _yaml(self.value)
        made.append(f"{pad}{self.key}:{value}" + (f"  # {self.comment}" if self.comment else ""))
        for child in self.children:
            made += child.lines(depth + 1)
        return made


def _yaml(value: object) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_yaml(v) for v in value) + "]"
    if isinstance(value, bool | int):
        return json.dumps(value)
    text = " ".join(str(value).split())
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED and not text.endswith((" ", ":")):
        return text
    return json.dumps(text, ensure_ascii=False)


def draft(document: DocumentRead) -> str:
    """The YAML text of a draft declaration; guaranteed to load, whatever was read."""
    tree = _tree(document)
    for _ in range(60):
        text = _text(document, tree)
        try:
            loads(text)
        except DeclarationError as error:
            if not any(_drop(tree, finding.path, finding.message) for finding in error.findings):
                break
        else:
            return text
    return _text(document, _bare(tree))


def _text(document: DocumentRead, tree: list[Entry]) -> str:
    head = [
        f"# Draft read from {_safe(document.name)}. Each comment names the line of the notice that a value comes from.",
        "# Fill in what is marked, compare the rest, then run `zweck check`.",
    ]
    body = [line for entry in tree for line in entry.lines()]
    return "\n".join(head + body) + "\n"


def _safe(name: str) -> str:
    return "".join(c if c.isprintable() else " " for c in name.rpartition("/")[2])


def _drop(tree: list[Entry], path: tuple[str, ...], why: str) -> bool:
    """Turn the deepest entry on a refused path into a note of its parent; false when nothing fits the path."""
    level, parent, found = tree, None, None
    for part in path:
        match = next((e for e in level if e.key == str(part)), None)
        if match is None:
            break
        parent, found, level = found, match, match.children
    if found is None or (parent is None and found.key in ("zweck", "site", "controller")):
        return False
    siblings = parent.children if parent else tree
    siblings.remove(found)
    if parent:
        note = f"left out {found.key}: {_yaml(found.value) if found.value is not None else ''} ({why})"
        parent.notes.append(" ".join(note.split()))
    return True


def _bare(tree: list[Entry]) -> list[Entry]:
    """The last resort: only what every declaration needs, with placeholders."""
    return [e for e in tree if e.key == "zweck"] + [
        Entry("site", children=[Entry("name", PLACEHOLDER), Entry("domains", ["www.example.invalid"])]),
        _controller(DocumentRead.model_validate({"name": "", "language": "de", "controller": {}, "officer": {}})),
        Entry("activities", children=[Entry("imprint"), Entry("rights")]),
    ]


def _tree(document: DocumentRead) -> list[Entry]:
    activities = _activities(document)
    made = [Entry("zweck", 1), _site(document), _controller(document)]
    made += _officer(document)
    made.append(Entry("activities", children=activities))
    names = {entry.key for entry in activities}
    if services := [_service(s, names) for s in document.service_details]:
        made.append(Entry("services", children=services))
    return made


def _at(lines: dict[str, int], key: str) -> str:
    return f"line {lines[key]}" if key in lines else _MISSING


def _site(document: DocumentRead) -> Entry:
    other = "en" if document.language == "de" else "de"
    domains = document.domains or ["www.example.invalid"]
    name = document.controller.name or PLACEHOLDER
    return Entry(
        "site",
        children=[
            Entry("name", name, _at(document.controller.lines, "name")),
            Entry("domains", domains, "guessed from addresses in the notice" if document.domains else _MISSING),
            Entry("languages", [document.language, other], f"the notice is written in {document.language}"),
        ],
    )


def _controller(document: DocumentRead) -> Entry:
    who, lines = document.controller, document.controller.lines
    children = [
        Entry("name", who.name or PLACEHOLDER, _at(lines, "name")),
        _address(document),
        Entry("email", who.email or "please-fill-in@example.invalid", _at(lines, "email")),
    ]
    if who.phone:
        children.append(Entry("phone", who.phone, _at(lines, "phone")))
    if who.represented_by:
        children.append(Entry("represented_by", who.represented_by, _at(lines, "represented_by")))
    if who.register_number:
        court = Entry("court", who.register_court or PLACEHOLDER, _at(lines, "register_court"))
        number = Entry("number", who.register_number, _at(lines, "register_number"))
        children.append(Entry("register", children=[court, number]))
    if who.vat_id:
        children.append(Entry("vat_id", who.vat_id.replace(" ", ""), _at(lines, "vat_id")))
    absent = [n for n, v in (("represented_by", who.represented_by), ("register", who.register_number)) if not v]
    notes = [f"not found in the notice: {', '.join(absent)}; the imprint needs it"] if absent else []
    return Entry("controller", children=children, notes=notes)


def _address(document: DocumentRead) -> Entry:
    who, lines = document.controller, document.controller.lines
    country = _COUNTRY.get(who.country or "", "DE")
    children = [
        Entry("street", who.street or PLACEHOLDER, _at(lines, "street")),
        Entry("postcode", who.postcode or "00000", _at(lines, "postcode")),
        Entry("city", who.city or PLACEHOLDER, _at(lines, "city")),
        Entry("country", country, _at(lines, "country") if who.country else "assumed"),
    ]
    if state := _STATES.get(who.city or ""):
        children.append(Entry("state", state, "inferred from the city"))
    return Entry("address", children=children)


def _officer(document: DocumentRead) -> list[Entry]:
    officer = document.officer
    if not officer.present:
        return []
    where = f"line {officer.lines[0]}" if officer.lines else ""
    children = [
        Entry(k, v, where)
        for k, v in (("company", officer.name), ("email", officer.email), ("phone", officer.phone))
        if v
    ]
    if not officer.email:
        mark = f"{where}; the address is {_MISSING}" if where else _MISSING
        children.append(Entry("email", "please-fill-in@example.invalid", mark))
    return [Entry("officer", children=children)]


_ALWAYS = ("imprint", "rights")


def _activities(document: DocumentRead) -> list[Entry]:
    known = set(kind_names())
    made = [_activity(a) for a in document.activities if a.kind in known]
    names = {entry.key for entry in made}
    for kind in _ALWAYS:
        if kind in known and kind not in names:
            made.append(Entry(kind, comment="not found in the notice; every site needs it"))
    gated = any((s := catalog.find(d.id)) and s.needs_consent for d in document.service_details)
    if gated and "consent" in known and "consent" not in names:
        made.append(Entry("consent", comment="not found in the notice; the services below need it"))
    return made


def _activity(activity: ActivityRead) -> Entry:
    where = ", ".join(f"{a}–{b}" if a != b else str(a) for a, b in activity.lines[:6])
    entry = Entry(activity.kind, comment=f"lines {where}")
    bases = [b for b in activity.legal_bases if b.startswith(("GDPR", "BDSG"))]
    device = [b for b in activity.legal_bases if b.startswith("TDDDG 25(")]
    if bases and activity.kind not in ("rights", "imprint"):
        entry.children.append(Entry("basis", [b.removeprefix("GDPR ") for b in bases], f"lines {where}"))
    if device:
        entry.children.append(Entry("device_basis", device[0].removeprefix("TDDDG "), f"lines {where}"))
        entry.notes += [f"also named: {b}" for b in device[1:]]
    _keep(entry, activity)
    if len(entry.children) == 0 and activity.kind in ("cookies", "embeds"):
        return entry
    return entry


def _keep(entry: Entry, activity: ActivityRead) -> None:
    stated = [r for r in activity.retention if r.duration and not r.duration.startswith("PT")]
    chosen = min(stated, key=_rank, default=None)
    if chosen and activity.kind not in ("cookies", "embeds", "hosting", "rights", "imprint"):
        entry.children.append(Entry("keep", keep_of(chosen, activity.kind), f"line {chosen.at.line}"))
    for other in activity.retention:
        if other is not chosen:
            entry.notes.append(f"line {other.at.line}: {_say(other)}")
    if not chosen and activity.kind not in ("cookies", "rights", "imprint", "security", "notice", "embeds"):
        entry.notes.append("no period found in the notice: the kind's default holds until you say keep:")


def _rank(retention: RetentionRead) -> tuple[bool, int]:
    return (retention.trigger in (None, "collected"), retention.at.line)


_EVENTS = {
    "talent_pool": {
        "choice_recorded": "consent_given",
        "collected": "consent_given",
        "consent_withdrawn": "consent_given",
    },
    "consent": {"collected": "choice_recorded", "consent_withdrawn": "choice_recorded"},
    "applications": {"collected": "procedure_ended", "objected": "procedure_ended"},
    "contact": {"purpose_ended": "closed", "collected": "received"},
    "enquiries": {"purpose_ended": "closed", "collected": "received"},
}
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def keep_of(retention: RetentionRead, kind: str) -> str:
    """A stated period as a keeping rule: “at most 6 months after procedure_ended”."""
    if retention.duration == "unlimited":
        return "unlimited"
    m = re.fullmatch(r"P(\d+)([DWMY])", retention.duration or "")
    if not m:
        return "unlimited"
    number, unit = int(m[1]), _UNITS[m[2]]
    event = retention.trigger or "collected"
    event = _EVENTS.get(kind, {}).get(event, event)
    return f"at most {number} {unit}{'s' if number > 1 else ''} after {event}"


def _say(retention: RetentionRead) -> str:
    if retention.duration is None:
        return f"kept until {retention.trigger}; no period"
    if retention.duration == "unlimited":
        return "kept without limit"
    return f"{retention.duration} after {retention.trigger or 'an event that is not named'}"


def _service(service: ServiceRead, activities: set[str]) -> Entry:
    where = ", ".join(map(str, service.lines[:8]))
    entry = Entry(service.id, comment=f"lines {where}")
    if catalog.find(service.id) is None:
        entry.children.append(Entry("name", service.name, "not in the catalogue: say who provides it"))
    if service.kind in activities:
        entry.children.append(Entry("for", service.kind))
    bases = [b.removeprefix("GDPR ") for b in service.legal_bases if b.startswith("GDPR 6")]
    if bases:
        entry.children.append(Entry("basis", bases, "as the notice says"))
    if service.safeguards:
        valid = [s for s in service.safeguards if s in ("SCC", "DPF", "BCR", "adequacy")]
        entry.children += [Entry("safeguard", valid[0], "claimed in the notice; to be checked")] if valid else []
        entry.notes += [f"the notice also names: {s}" for s in service.safeguards if s not in valid[:1]]
    if service.kind == "social_links":
        entry.children.append(Entry("gate", "none", "only a link, nothing is loaded"))
    return entry
