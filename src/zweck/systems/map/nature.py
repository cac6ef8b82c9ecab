"""What a table is about: persons, something that happened to a person, a thing, or the operator's own affairs.

Pure. The same column name means different things in ``customers``, ``products`` and ``shops``; recital 26 and Art. 4(1)
GDPR ask whether the data relates to a natural person, and the table is the first hint.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from zweck.systems.map import lexicon
from zweck.systems.map.lexicon import listed
from zweck.systems.map.schema import Key, Table
from zweck.systems.map.word import singular, split, words

_EMPTY = listed(
    """
    data daten info infos information detail details master stamm stammdaten table tbl tab entity base main extra
    list liste record records row rows tmp temp backup old new import export copy staging archive 1 2 3 dim fact stg
    """
)
_ROLES = listed(
    """
    user users usr customer customers kunde kunden member mitglied person personen author autor owner client
    employee mitarbeiter staff account patient student subscriber visitor idvisitor contact kontakt benutzer buyer
    seller sender recipient guest gast profile applicant bewerber teilnehmer participant poster creator teacher
    schueler player reviewer recipient assignee reporter doctor arzt identity passenger driver donor parent lead
    agent attendee nutzer
    """
)
_REFERS = frozenset(
    ("id", "ids", "nr", "no", "num", "nummer", "number", "fk", "ref", "uid", "uuid", "oid", "key", "guid", "pk")
)

_TRACES = frozenset(("create", "created", "change", "changed", "update", "updated", "modified", "approved", "edited"))
_POSTS = frozenset(("post", "posts", "beitrag", "beitraege"))
_OF_PERSONS = lexicon.PERSONS | {"form", "entry", "submission", "formular", "response", "survey", "umfrage"}
ONLINE = "online-identifiers"
_FEW, _MANY = 2, 3


@dataclass(frozen=True, slots=True)
class Nature:
    """What a table is about; ``has_strong`` and ``is_linked`` are found in its columns and keys."""

    words: tuple[str, ...]
    is_person: bool
    is_event: bool
    is_writing: bool
    is_thing: bool
    is_operator: bool
    is_linked: bool
    has_strong: bool
    is_reached: bool = False
    has_name: bool = False
    is_values: bool = False

    @property
    def head(self) -> str:
        """The word that says what a row is: the last one, in German and in English."""
        return self.words[-1] if self.words else ""

    @property
    def is_near(self) -> bool:
        """Whether its rows are tied to persons at all."""
        return self.is_person or self.is_linked or self.has_strong


def table_words(name: str, prefix: str) -> tuple[str, ...]:
    """The words of a table's name without those that say nothing."""
    found = words(name, lexicon.KNOWN, prefix)
    telling = tuple(w for w in found if w not in _EMPTY)
    return telling or found


def nature_of(
    table: Table,
    found: tuple[str, ...],
    keys: Iterable[Key],
    persons: frozenset[str],
    strong: frozenset[str],
    *,
    is_reached: bool = False,
) -> Nature:
    """What ``table`` is about; ``persons`` are the tables known to be about persons, ``strong`` what columns tell."""
    head = found[-1] if found else ""
    writing = any(_is(w, lexicon.WRITING) for w in found) or (_is(head, _POSTS) and len(found) > 1)
    named = _is(head, lexicon.PERSONS) and not _is(head, lexicon.EVENTS)
    telling = len(strong - {ONLINE})
    about_thing = _is(head, lexicon.THINGS) and not named and telling < _MANY and not lexicon.UNTIED & set(found[:-1])
    return Nature(
        words=found,
        is_person=named or (telling >= _FEW and not about_thing and not _is(head, lexicon.EVENTS)),
        is_event=any(_is(w, lexicon.EVENTS) for w in found),
        is_writing=writing,
        is_thing=about_thing,
        is_operator=_is_operator(found, named),
        is_linked=any(k.table in persons and k.table != table.name for k in keys)
        or any(refers_to_person(c.name, with_traces=writing) for c in table.columns),
        has_strong=bool(strong),
        is_reached=is_reached,
        has_name=any(word.startswith("name ") for word in strong),
        is_values=_holds_values(table, named or any(_is(w, _OF_PERSONS) for w in found)),
    )


def _is_operator(found: tuple[str, ...], is_named: bool) -> bool:
    if not found:
        return False
    follows = _is(found[-1], lexicon.EVENTS)
    if any(_is(word, lexicon.CONFIGURES) for word in found):
        return not (follows and len(found) > 2)
    if is_named and len(found) > 1:
        return False
    return _is(found[-1], lexicon.OPERATORS) or (_is(found[0], lexicon.OPERATORS) and not is_named and not follows)


@lru_cache(maxsize=65536)
def refers_to_person(name: str, *, with_traces: bool = False) -> bool:
    """Whether a column reads like a reference to a person: ``user_id``, ``KundenNr``, ``idvisitor``.

    Who last changed a row is not whom it is about; but who created what people write is its author (``with_traces``).
    """
    found = words(name, lexicon.KNOWN)
    pairs = pairwise(found)
    if len(found) > 1 and found[0] in ("id", "fk") and _is(found[-1], _ROLES):
        return True
    traced = bool(_TRACES & set(found)) and not with_traces
    return not traced and any(_is(role, _ROLES) and end in _REFERS for role, end in pairs)


def _holds_values(table: Table, about_persons: bool) -> bool:
    return about_persons and split(table.name)[-1:] != () and split(table.name)[-1] in lexicon.VALUES


def _is(word: str, group: frozenset[str]) -> bool:
    return word in group or singular(word) in group
