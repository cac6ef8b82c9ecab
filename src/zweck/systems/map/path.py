"""How rows hang together: declared foreign keys, and those that only the names tell, with lower confidence.

Pure. ``inferred`` reads ``customer_id`` as a reference to ``customers``; ``paths`` walks from each table with personal
data to the nearest table that says who the person is (Art. 15, 17 GDPR: a request must reach every row).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from zweck.systems.map import lexicon
from zweck.systems.map.nature import table_words
from zweck.systems.map.schema import Column, Key, Schema, Table
from zweck.systems.map.word import singular, words

BY_NAME, BY_ROLE = 0.75, 0.6
_ENDS = ("id", "nr", "no", "nummer", "number", "fk", "key", "uuid", "uid", "code", "ref")
_LINKABLE = ("number", "text", "other", "bytes")
_SYNONYMS = {
    "customer": ("kunde", "user", "person", "account", "client"),
    "kunde": ("customer", "kunden", "person", "adresse"),
    "user": ("benutzer", "account", "member", "customer", "nutzer"),
    "author": ("user", "account", "member"),
    "poster": ("user",),
    "owner": ("user", "member", "account"),
    "creator": ("user",),
    "member": ("mitglied", "user"),
    "employee": ("mitarbeiter", "staff"),
    "benutzer": ("user", "nutzer"),
    "sender": ("user",),
    "recipient": ("user",),
}


def inferred(schema: Schema, prefix: str) -> list[tuple[str, Key]]:
    """References that no foreign key declares, from names and types."""
    index = _index(schema, prefix)
    found = []
    for table in schema.tables.values():
        declared = {c for key in table.keys for c in key.columns}
        for column in table.columns:
            if column.name not in declared and (key := _inferred(table, column, schema, index, prefix)):
                found.append((table.name, key))
    return found


def _index(schema: Schema, prefix: str) -> dict[tuple[str, ...], str]:
    """Tables with one key column by the words of their name; a shorter name wins."""
    made: dict[tuple[str, ...], str] = {}
    for name in sorted(schema.tables, key=lambda n: (-len(n), n)):
        table = schema.tables[name]
        if len(table.primary) == 1 and not table.is_view:
            made[_stem(table_words(name, prefix))] = name
    return made


def _stem(found: tuple[str, ...]) -> tuple[str, ...]:
    return (*found[:-1], _german(singular(found[-1]))) if found else found


def _german(word: str) -> str:
    return {"kunden": "kunde", "personen": "person", "mitglieder": "mitglied", "adressen": "adresse"}.get(word, word)


def _inferred(
    table: Table, column: Column, schema: Schema, index: Mapping[tuple[str, ...], str], prefix: str
) -> Key | None:
    if column.type not in _LINKABLE or table.primary == (column.name,):
        return None
    subject = _subject(words(column.name, lexicon.KNOWN, prefix))
    for confidence, name in _candidates(subject):
        target = index.get(name)
        if target and target != table.name and _agree(column, schema.tables[target]):
            return Key((column.name,), target, schema.tables[target].primary, confidence)
    return None


def _subject(found: tuple[str, ...]) -> tuple[str, ...]:
    """``ship, customer, id`` is about ``ship, customer``; nothing if the name is no reference."""
    if len(found) > 1 and found[-1] in _ENDS:
        return _stem(found[:-1])
    if len(found) > 1 and found[0] in ("id", "fk"):
        return _stem(found[1:])
    return ()


def _candidates(subject: tuple[str, ...]) -> Iterable[tuple[float, tuple[str, ...]]]:
    for start in range(len(subject)):
        yield (BY_NAME if start == 0 else BY_ROLE), subject[start:]
    if subject:
        for other in _SYNONYMS.get(subject[-1], ()):
            yield BY_ROLE, (other,)


def _agree(column: Column, target: Table) -> bool:
    return target.column(target.primary[0]).type == column.type


def paths(schema: Schema, keys: Iterable[tuple[str, Key]], ends: frozenset[str]) -> dict[str, Key]:
    """For each table the key of the first step on its best way to ``ends``: sure keys first, then short ways."""
    by_parent: dict[str, list[tuple[str, Key]]] = {}
    for child, key in keys:
        if child != key.table:
            by_parent.setdefault(key.table, []).append((child, key))
    first: dict[str, Key] = {}
    for least in sorted({k.confidence for pairs in by_parent.values() for _, k in pairs}, reverse=True):
        queue = deque(sorted(ends | set(first)))
        while queue:
            for child, key in sorted(by_parent.get(queue.popleft(), ()), key=_order):
                if key.confidence >= least and child not in ends and child not in first:
                    first[child] = key
                    queue.append(child)
    return first


def _order(pair: tuple[str, Key]) -> tuple[float, str, tuple[str, ...]]:
    child, key = pair
    return -key.confidence, child, key.columns
