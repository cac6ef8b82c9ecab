"""Whether a column may hold personal data, by its name, type and table; each with a confidence and its reasons.

Pure and deterministic. The last known words of a name decide (``delivery_email`` is one, ``email_template`` is not);
the type can only rule out; the table weighs. What stays doubtful is mentioned, not proposed (Art. 4(1) GDPR).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from zweck.systems.map import lexicon
from zweck.systems.map.lexicon import listed
from zweck.systems.map.nature import Nature
from zweck.systems.map.schema import LIKELY, POSSIBLE, SURE, Column, Guess, Reason
from zweck.systems.map.word import singular, words

CERTAIN, DOUBTFUL, FAINT = 0.95, 0.4, 0.3
_LEVELS = (
    ("always", lexicon.ALWAYS),
    ("near", lexicon.NEAR),
    ("own", lexicon.OWN),
    ("free", lexicon.FREE),
    ("written", lexicon.WRITTEN),
)
_NUMBERS = frozenset(
    ("phone", "bank", "payment", "reference", "location", "birth-date", "online-identifiers", "health")
)
_NUMBER_WORDS = listed(
    """
    stundenlohn verdienst payer
    zip plz postcode postleitzahl code house hausnummer hausnr salary gehalt lohn wage einkommen age alter ssn
    nummer nr number id income str no latitude longitude passport weight
    """
)
_DATES = frozenset(("birth-date",))
_DATE_WORDS = frozenset(("hire", "death", "sterbedatum", "todesdatum", "eintrittsdatum", "bday", "dob"))
_BYTES = frozenset(("image", "credentials", "online-identifiers", "profile", "content", "bank", "payment"))
_BARE = frozenset(("name", "user", "client", "host", "hash", "land", "ort", "kontakt", "contact", "kunde", "customer"))
_SHOWN = frozenset(("status", "is", "has", "show", "display", "use", "allow", "enable", "hide", "require"))
_OURS = listed(
    """
    smtp imap system info support noreply shop store admin host server help site template abuse vendor
    """
)
_REACHES = frozenset(("email", "phone", "online-identifiers", "birth-date", "device"))
_TITLES = (("title",), ("titel",), ("suffix",), ("prefix",))
_SAID = frozenset(
    (
        "text",
        "subject",
        "betreff",
        "binary",
        "body",
        "content",
        "data",
        "vars",
        "headline",
        "header",
        "inhalt",
        "value",
        "html",
        "txt",
        "xml",
        "saved",
        "session",
        "reply",
        "entry",
    )
)
_ROLES = frozenset(("user", "creator", "invited", "inviter"))
_AUTHORS = (("author",), ("autor",), ("verfasser",))
_LONG = 100
_SHORT_FLAG = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """What a name says: how strong, which category, the words that matched and those before them."""

    level: str
    category: str
    matched: tuple[str, ...]
    before: tuple[str, ...]


@lru_cache(maxsize=65536)
def hit_of(name: str, table: tuple[str, ...] = (), prefix: str = "") -> Hit | None:
    """What the last words of a column's name say; ``table`` are the words of its table's name."""
    found = words(name, lexicon.KNOWN, prefix)
    if not found:
        return None
    inside = _hit(found) or _hit(_bare_end(found))
    if (inside is None or inside.level != "always") and table and table[-1] not in found:
        wider = _hit((singular(table[-1]), *_bare_end(found)))
        if wider and len(wider.matched) == 1 + len(_bare_end(found)):
            return wider
    return inside


def _bare_end(found: tuple[str, ...]) -> tuple[str, ...]:
    while len(found) > 1 and (found[-1] in lexicon.TRAILS or found[-1].isdigit()):
        found = found[:-1]
    return found


def _hit(found: tuple[str, ...]) -> Hit | None:
    for start in range(len(found)):
        tail = found[start:]
        for level, group in _LEVELS:
            if tail in group:
                return _raised(Hit(level, group[tail], tail, found[:start]))
    return None


def _raised(hit: Hit) -> Hit | None:
    """What stands before a word can make it a person's (``ship_city``) or a thing's (``file_name``)."""
    before = hit.before[-1] if hit.before else ""
    person = before in lexicon.PLACES or before in lexicon.PERSONS or singular(before) in lexicon.PERSONS
    if before in _SHOWN:
        return None
    if hit.matched == ("name",) and before:
        return Hit("always", "name", hit.matched, hit.before) if person else None
    if hit.level == "near" and before and person and hit.category in ("address", "name", "employer"):
        return Hit("always", hit.category, hit.matched, hit.before)
    if hit.level in ("near", "own", "written") and before in lexicon.THINGS and before not in lexicon.PERSONS:
        return None
    if hit.matched in (("host",), ("client",), ("user",), ("hash",), ("title",)) and before:
        return None
    return hit


def fits(hit: Hit, column: Column) -> bool:
    """Whether a column of this type can hold what its name says."""
    telling = set(hit.matched)
    if column.type == "number":
        return hit.category in _NUMBERS or bool(telling & _NUMBER_WORDS and hit.category != "credentials")
    if column.type in ("date", "time"):
        return hit.category in _DATES or bool(telling & _DATE_WORDS)
    if column.type == "bytes":
        return hit.category in _BYTES
    if column.type == "flag":
        return False
    if hit.level in ("free", "written"):
        return column.type in ("long", "json", "other") or column.size >= _LONG or column.size == 0
    return column.size == 0 or column.size > 1 or hit.category == "profile"


def judge(column: Column, hit: Hit, nature: Nature) -> Guess | None:
    """The guess for one column, or ``None`` when nothing speaks for personal data."""
    if not fits(hit, column):
        return None
    weight = _WEIGHTS[hit.level](hit, column, nature)
    if weight < FAINT:
        return None
    return Guess(column.name, hit.category, round(weight, 2), _reasons(hit, nature), _identifier(hit, column))


def _reasons(hit: Hit, nature: Nature) -> tuple[Reason, ...]:
    word = Reason(f"name-{hit.level}", (("words", " ".join(hit.matched)),))
    if nature.is_operator:
        return word, Reason("table-operator", (("words", " ".join(nature.words)),))
    if nature.is_person:
        return word, Reason("table-person", (("words", " ".join(nature.words)),))
    if nature.is_linked:
        return word, Reason("table-linked")
    if nature.is_thing:
        return word, Reason("table-thing", (("words", " ".join(nature.words)),))
    return (word,)


def _always(hit: Hit, column: Column, nature: Nature) -> float:
    if set(hit.before) & _OURS - set(nature.words):
        return DOUBTFUL
    if nature.is_operator and hit.category == "credentials" and set(hit.matched) & _ROLES:
        return LIKELY
    if nature.is_operator:
        return POSSIBLE if hit.matched in (("contact", "name"), ("ansprechpartner",)) else DOUBTFUL
    if nature.is_thing and not nature.is_linked:
        return (
            LIKELY
            if hit.category in _REACHES or hit.before or hit.matched in _AUTHORS or hit.matched in _ACCOUNT
            else 0.45
        )
    if hit.category == "address" and not nature.is_near:
        return POSSIBLE
    return CERTAIN if column.type != "number" else SURE


def _near(hit: Hit, column: Column, nature: Nature) -> float:
    if nature.is_operator:
        return FAINT
    if nature.is_person:
        return SURE
    if nature.is_thing:
        return FAINT if not nature.has_strong else DOUBTFUL
    if hit.matched[0] in _BARE and len(hit.matched) == 1 and not nature.has_strong:
        return FAINT
    if nature.has_strong:
        return LIKELY
    return POSSIBLE if nature.is_linked else FAINT


def _own(hit: Hit, column: Column, nature: Nature) -> float:
    if nature.is_operator:
        return 0.0
    if (nature.is_person and not nature.is_event) or (
        nature.has_name and (hit.matched in _TITLES or hit.category == "name") and not hit.before
    ):
        return LIKELY
    return _written(hit, column, nature) if hit.matched in lexicon.WRITTEN else 0.0


def _free(hit: Hit, column: Column, nature: Nature) -> float:
    if nature.is_operator or (nature.is_thing and not (nature.has_strong or nature.is_writing or nature.is_reached)):
        return FAINT
    if nature.is_near:
        return LIKELY
    return POSSIBLE if nature.is_writing or nature.is_reached else FAINT


def _written(hit: Hit, column: Column, nature: Nature) -> float:
    if nature.is_operator:
        return 0.0
    if nature.is_values and hit.matched[-1] in ("value", "values", "wert", "data"):
        return POSSIBLE
    said = hit.matched[0] in _SAID
    own = not hit.before or hit.before[-1] in lexicon.PERSONS
    if not nature.is_writing:
        return POSSIBLE if said and nature.is_person and column.type == "long" and own else 0.0
    if nature.is_near:
        return POSSIBLE + 0.05
    untied = not nature.is_thing and lexicon.UNTIED & set(nature.words)
    return POSSIBLE if untied and said else FAINT


_WEIGHTS = {"always": _always, "near": _near, "own": _own, "free": _free, "written": _written}

_IDENTIFIERS = {"email": "email", "phone": "phone"}
_ACCOUNT = frozenset(
    (("username",), ("user", "name"), ("login",), ("login", "name"), ("loginname",), ("benutzername",))
)
_NUMBERED = "reference"


def _identifier(hit: Hit, column: Column) -> str:
    if hit.category in _IDENTIFIERS and hit.matched[-1] not in ("fax", "telefax", "faxnummer"):
        return _IDENTIFIERS[hit.category]
    if hit.matched in _ACCOUNT:
        return "username"
    return "customer_number" if hit.category == _NUMBERED else ""
