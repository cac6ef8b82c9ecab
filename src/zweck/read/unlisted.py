"""The vendors of a document that no catalogue knows, each with its places, kind and certainty.

``vendor`` finds names in sentences, entries and tables; here they are held against what is known of the document: the
controller's own names, services already found, the product that a company only provides (Art. 13(1)(e) GDPR).
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zweck import catalog
from zweck.read.block import Block, Place, Role
from zweck.read.denial import is_aside, is_denied, is_example
from zweck.read.outline import Section
from zweck.read.sentence import sentences
from zweck.read.topic import GENERAL, facet_of, kind_of_heading
from zweck.read.vendor import Named, headed_item, is_headed, is_shaped, is_vendor_name, key, named_in, plain
from zweck.words import Words

_EVIDENCE = re.compile(
    r"anbieter|dienst|provider|provided|service|tool|software|plattform|platform|plug-?in|nutzen|verwenden|setzen|\buse|operated|betrieben|processor|cookies",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\s\((?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)?\.[a-z]{2,6})\)$")
_CONSENTED = re.compile(r"^consent to service (?P<id>[\w-]+)$", re.IGNORECASE)
_LATER = Words(r"coming soon|demnächst|in planung|not yet (?:available|in use)|noch nicht im einsatz")
_NO_SECTION = frozenset(("imprint", "rights"))


@dataclass
class Unlisted:
    """A vendor unknown to the catalogue; ``name`` as written without its legal form, ``company`` as written in full."""

    name: str
    company: str
    kind: str
    places: list[Place] = field(default_factory=list)
    confidence: float = 0.6

    @property
    def id(self) -> str:
        """An id in the form of the catalogue's."""
        return re.sub(r"[^a-z0-9]+", "_", self.name.casefold()).strip("_")


class Roll:
    """The vendors found so far; ``own`` are the controller's names, which are none."""

    def __init__(self, own: Iterable[str]) -> None:
        self.found: dict[str, Unlisted] = {}
        self._own = tuple(k for name in own if len(k := key(name)) > 2)
        self._topics: dict[int, set[str]] = {}

    def is_own(self, name: str) -> bool:
        """Whether a name is the controller's, or the controller's with something added."""
        bare = key(name)
        return any(bare == o or (len(bare) > 3 and bare in o) or (len(o) > 4 and bare.startswith(o)) for o in self._own)

    def add(self, named: Named, block: Block, section: Section) -> None:
        """One more place of a vendor, unless the name is the controller's or a service of the catalogue."""
        bare = key(named.name)
        if len(bare) < 3 or self.is_own(named.name) or catalog.mentions(named.name):
            return
        kind = section.kind if section.kind != GENERAL else GENERAL
        same = next(
            (
                k
                for k in self.found
                if k == bare or (len(k) > 4 and bare.startswith(k)) or (len(bare) > 4 and k.startswith(bare))
            ),
            None,
        )
        entry = self.found.setdefault(same or bare, Unlisted(named.name, named.company, kind))
        if same:
            entry.name = _better(entry.name, named)
        place = block.place(named.start, named.end)
        if all((p.line, p.column) != (place.line, place.column) for p in entry.places):
            entry.places.append(place)
        entry.confidence = max(entry.confidence, named.confidence)
        self._topics.setdefault(section.topic, set()).add(same or bare)

    def has_product(self, section: Section, company: str) -> bool:
        """Whether the topic has a vendor already that a company named there would only provide."""
        names = self._topics.get(section.topic, set())
        return bool(names) and not any(key(company).startswith(n) or n.startswith(key(company)) for n in names)


def _better(name: str, named: Named) -> str:
    """The shorter of two names, but a company's own spelling rather than a heading in capitals."""
    if name.isupper() and not named.name.isupper():
        return named.name
    return min(name, named.name, key=len)


def read_heading(roll: Roll, section: Section) -> None:
    """A heading that is a product's name, when the text below says that it is used or who provides it."""
    block = section.heading
    if block is None or section.kind in _NO_SECTION or len(section.title) > 60:
        return
    title = section.title.strip()
    linked = _DOMAIN.search(title)
    name = title[: linked.start()] if linked else title
    at = block.text.find(name)
    if at < 0 or len(name.split()) > 4 or not is_vendor_name(name) or catalog.mentions(name):
        return
    body = [b.text[:700] for b in section.blocks[:4]]
    consented = any((m := _CONSENTED.match(b.strip())) and key(m["id"]) == key(name) for b in body)
    if linked and key(name)[:4] not in key(linked["host"]):
        return
    if linked or consented or (not (kind_of_heading(title) or facet_of(title)) and _is_told(name, " ".join(body))):
        roll.add(Named(plain(name), name, at, at + len(name), 0.7), block, section)


def _is_told(name: str, body: str) -> bool:
    bare = re.escape(name)
    if not _EVIDENCE.search(body) or not re.search(bare, body, re.IGNORECASE):
        return False
    company = rf"{bare}[\w .,&-]{{0,20}}\b(?:GmbH|AG|SE|Inc|LLC|Ltd|B\.?V|Limited|Technologies|Corp)"
    typed = (
        rf"(?:dienste?s?|dienstleisters?|tools?|software|plattform|anbieters?|produkt|service|plug-?in|app|system|provider|platform)[ „“\"]{{1,3}}{bare}"
        rf"|{bare}[“”\")]{{0,2}},? (?:ist |is )?(?:ein|an?) "
    )
    if re.search(company, body, re.IGNORECASE) or re.search(typed, body, re.IGNORECASE):
        return True
    used = rf"(?:nutzen(?: wir)?|verwenden(?: wir)?|setzen(?: wir)?|\buse|using|anbieter ist|provider is|via|über) (?:die |den |das |the )?[„“\"]?{bare}\b"
    return bool(re.search(used, body, re.IGNORECASE)) and (is_shaped(name) or len(re.findall(bare, body)) > 1)


def read_block(roll: Roll, block: Block, section: Section, *, headed: bool) -> None:
    """The vendors that a paragraph or an entry of a list puts in a telling position."""
    if section.kind in _NO_SECTION or len(block.text) > 6000 or _LATER.search(block.text):
        return
    if headed and (named := headed_item(block)):
        roll.add(named, block, section)
    known = [(m.start, m.end) for m in catalog.mentions(block.text)]
    for start, sentence in sentences(block.text):
        for named in named_in(sentence):
            at = start + named.start
            if any(s < at + len(named.name) and at < e for s, e in known):
                continue
            if not _is_mere(roll, named, sentence, section, any(start <= s < start + len(sentence) for s, _ in known)):
                roll.add(Named(named.name, named.company, at, start + named.end, named.confidence), block, section)


def _is_mere(roll: Roll, named: Named, sentence: str, section: Section, beside: bool) -> bool:
    """A name that is denied, an example, or the company behind a product that is named already."""
    before = sentence[: named.start]
    if is_denied(sentence, before) or is_aside(before) or is_example(sentence, before):
        return True
    is_company = named.company != named.name
    return is_company and (beside or bool(section.services) or roll.has_product(section, named.company))


def heads_vendors(section: Section) -> bool:
    """Whether a section's heading announces vendors."""
    return is_headed(section.title)


def leads_vendors(block: Block) -> bool:
    """Whether a paragraph ends with a lead-in to a list of vendors."""
    return block.role is not Role.ITEM and block.text.rstrip().endswith(":") and is_headed(block.text[-200:])
