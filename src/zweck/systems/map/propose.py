"""From a schema to a proposal: which tables belong into the mapping, their columns, paths, identity and activity.

Pure: a schema in, a proposal out, the same every time. ``evidence`` are reasons found in samples, already without their
values. A person decides on the result (Art. 30 GDPR); tables with nothing personal are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from zweck.systems.map import lexicon
from zweck.systems.map.judge import hit_of, judge
from zweck.systems.map.nature import ONLINE, Nature, nature_of, refers_to_person, table_words
from zweck.systems.map.path import inferred, paths
from zweck.systems.map.schema import LIKELY, Draft, Guess, Key, Proposal, Reason, Schema, Table
from zweck.systems.map.word import shared_prefix, singular

Evidence = Mapping[tuple[str, str], tuple[str, float, Reason]]
"""By table and column what samples show: category, confidence, reason."""
_WHO = ("email", "username", "customer_number", "phone")
_TELLING = frozenset(("name", "email", "phone", "birth-date", "address"))


def propose(schema: Schema, evidence: Evidence | None = None) -> Proposal:
    """The proposal for a whole schema; ``evidence`` comes from samples."""
    prefix = shared_prefix(schema.tables, lexicon.KNOWN)
    guessed = inferred(schema, prefix)
    keys = [(t.name, k) for t in schema.tables.values() for k in t.keys] + guessed
    natures = _natures(schema, keys, prefix)
    drafts = {
        name: _draft(table, natures[name], _keys_of(keys, name), prefix, evidence or {})
        for name, table in schema.tables.items()
    }
    linked = _with_paths(schema, drafts, keys)
    return Proposal(schema, tuple(linked[name] for name in sorted(linked)), tuple(keys), evidence is not None)


def _keys_of(keys: list[tuple[str, Key]], name: str) -> list[Key]:
    return [key for child, key in keys if child == name]


def _natures(schema: Schema, keys: list[tuple[str, Key]], prefix: str) -> dict[str, Nature]:
    """What each table is about: first by itself, then with what its neighbours are about."""
    named = {name: table_words(name, prefix) for name in schema.tables}
    strong = {name: _strong(table, named[name]) for name, table in schema.tables.items()}
    by_table: dict[str, list[Key]] = {}
    for child, key in keys:
        by_table.setdefault(child, []).append(key)
    alone = {
        name: nature_of(table, named[name], (), frozenset(), strong[name]) for name, table in schema.tables.items()
    }
    persons = frozenset(name for name, nature in alone.items() if nature.is_person and not nature.is_operator)
    reached = paths(schema, keys, persons)
    return {
        name: nature_of(table, named[name], by_table.get(name, ()), persons, strong[name], is_reached=name in reached)
        for name, table in schema.tables.items()
    }


def _strong(table: Table, named: tuple[str, ...]) -> frozenset[str]:
    """The different things about a person that columns name for certain: category and words, or just the category."""
    prefix = shared_prefix((c.name for c in table.columns), lexicon.KNOWN)
    hits = (hit_of(c.name, named, prefix) for c in table.columns if c.type in ("text", "long", "other", "date"))
    sure = [h for h in hits if h and h.level == "always"]
    online = {ONLINE for h in sure if h.category == ONLINE}
    return frozenset({f"{h.category} {' '.join(h.matched)}" for h in sure if h.category in _TELLING} | online)


def _draft(table: Table, nature: Nature, keys: list[Key], prefix: str, evidence: Evidence) -> Draft:
    guesses = tuple(_guesses(table, nature, keys, evidence))
    activity, confidence = _activity(nature)
    return Draft(table, guesses, (), {}, activity, confidence, nature.is_person and not nature.is_operator)


def _guesses(table: Table, nature: Nature, keys: list[Key], evidence: Evidence) -> list[Guess]:
    prefix = shared_prefix((c.name for c in table.columns), lexicon.KNOWN)
    referring = {column for key in keys for column in key.columns}
    made = []
    for column in table.columns:
        if _is_key(column.name, column.type, table, referring, prefix):
            continue
        hit = hit_of(column.name, nature.words, prefix)
        guess = judge(column, hit, nature) if hit else None
        if shown := evidence.get((table.name, column.name)):
            guess = _joined(guess, column.name, *shown)
        if guess:
            made.append(guess)
    return made


def _is_key(name: str, kind: str, table: Table, referring: set[str], prefix: str) -> bool:
    """A key says nothing about a person but who is meant; a path covers it. An address as a key stays."""
    hit = hit_of(name, (), prefix)
    certain = hit is not None and (hit.level == "always" or hit.category == "credentials") and kind != "number"
    if name in referring or name in table.primary:
        return not certain
    return refers_to_person(name) and not certain


def _joined(guess: Guess | None, column: str, category: str, confidence: float, reason: Reason) -> Guess:
    if guess is None:
        who = category if category in ("email", "phone") else ""
        return Guess(column, category, confidence, (reason,), who)
    return replace(guess, confidence=max(guess.confidence, confidence), reasons=(*guess.reasons, reason))


def _activity(nature: Nature) -> tuple[str, float]:
    spoken = {*nature.words, *map(singular, nature.words)}
    for name, telling in lexicon.ACTIVITIES:
        if spoken & telling:
            return name, 0.7 if nature.head in telling or singular(nature.head) in telling else 0.55
    return ("accounts", 0.5) if nature.is_person else ("", 0.0)


def _with_paths(schema: Schema, drafts: Mapping[str, Draft], keys: list[tuple[str, Key]]) -> dict[str, Draft]:
    """The drafts that belong into the mapping, each with its path or its own identity; stations on the way too."""
    ends = frozenset(name for name, d in drafts.items() if d.is_person and d.proposed and _subject(d))
    first = paths(schema, keys, ends)
    wanted = {name for name, d in drafts.items() if d.proposed and not d.table.is_view}
    for name in sorted(wanted):
        while name in first and name not in ends:
            name = first[name].table
            wanted.add(name)
    made = {}
    for name in wanted:
        draft = drafts[name]
        if name not in ends and name in first:
            owner = drafts[first[name].table].activity
            differs = draft.activity not in (owner, "") and draft.activity_confidence >= LIKELY
            made[name] = replace(draft, through=(first[name],), has_own_activity=differs)
        else:
            reverse = () if _subject(draft) else _referring(name, keys, ends)
            made[name] = replace(draft, subject=_subject(draft), through=reverse)
    return made


def _referring(name: str, keys: list[tuple[str, Key]], ends: frozenset[str]) -> tuple[Key, ...]:
    """An address that customers refer to: the path runs the other way round, from the person's table here."""
    found = sorted(((k.confidence, child, k) for child, k in keys if k.table == name and child in ends), key=_order)
    return tuple(replace(k, child=child) for _, child, k in reversed(found[-1:]))


def _order(found: tuple[float, str, Key]) -> tuple[float, str, tuple[str, ...]]:
    confidence, child, key = found
    return confidence, child, key.columns


def _subject(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Columns that tell who it is, the best kind only, so that no one else is found by a shared phone."""
    for kind in _WHO:
        if found := tuple(g.column for g in draft.proposed if g.identifier == kind):
            return {kind: found}
    return {}
