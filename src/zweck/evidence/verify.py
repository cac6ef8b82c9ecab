"""Verification of a chain: every entry hashed again, every checkpoint's signature checked against what it covers.

The first bad entry is named. A change of any byte before the last checkpoint is found even when the one who changed
it computed all hashes anew (Art. 5(2) GDPR).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zweck.evidence.checkpoint import Checkpoint, is_signed
from zweck.evidence.entry import Entry, Head, hash_of


@dataclass(frozen=True, slots=True)
class Problem:
    """Something altered: at entry ``seq`` (0 when a checkpoint or the head itself is bad), and what."""

    seq: int
    what: str


def verify(
    entries: Iterable[Entry],
    checkpoints: Iterable[Checkpoint],
    *,
    site: str,
    keys: Iterable[str],
    head: Head | None = None,
) -> list[Problem]:
    """Everything wrong with a site's chain, the first bad entry first; an empty list means whole.

    ``entries`` in the order of their numbers (streamed, read once); ``keys`` are the trusted public keys; ``head`` is
    where the store says the chain ends.
    """
    points = list(checkpoints)
    problems = list(_bad_checkpoints(points, site, frozenset(keys)))
    wanted: dict[int, list[Checkpoint]] = {}
    for point in points:
        wanted.setdefault(point.seq, []).append(point)
    last = Head()
    for entry in entries:
        problem = _bad_entry(entry, last, site)
        if problem:
            problems.append(problem)
            break  # whatever follows hangs on a broken link
        last = Head(entry.seq, entry.hash)
        problems += [_differs(point) for point in wanted.pop(entry.seq, []) if point.hash != entry.hash]
    else:
        problems += list(_missing(wanted, last, head))
    return sorted(problems, key=lambda p: p.seq or 2**62)


def _bad_entry(entry: Entry, last: Head, site: str) -> Problem | None:
    wanted = last.seq + 1
    if entry.seq != wanted:
        return Problem(wanted, f"entry {wanted} is missing or out of order (found {entry.seq})")
    if entry.site != site:
        return Problem(entry.seq, f"entry {entry.seq} belongs to another site")
    if entry.previous != last.hash:
        return Problem(entry.seq, f"entry {entry.seq} does not follow its predecessor")
    if hash_of(entry) != entry.hash:
        return Problem(entry.seq, f"entry {entry.seq} was altered")
    return None


def _bad_checkpoints(points: list[Checkpoint], site: str, keys: frozenset[str]) -> Iterator[Problem]:
    previous, seq = "", 0
    for number, point in enumerate(points, 1):
        if point.number != number or point.previous != previous or point.seq < seq or point.site != site:
            yield Problem(0, f"checkpoint {number} is missing, out of order or of another site")
            return
        if not is_signed(point, keys):
            yield Problem(0, f"checkpoint {number} was altered or signed with another key")
            return
        previous, seq = point.signature, point.seq


def _differs(point: Checkpoint) -> Problem:
    return Problem(point.seq, f"entry {point.seq} is not the one that checkpoint {point.number} signed")


def _missing(wanted: dict[int, list[Checkpoint]], last: Head, head: Head | None) -> Iterator[Problem]:
    beyond = [seq for seq in wanted if seq > last.seq]
    if beyond:
        yield Problem(last.seq + 1, f"entries {last.seq + 1} to {max(beyond)} were cut off: a checkpoint signed them")
    elif head is not None and head.seq > last.seq:
        yield Problem(last.seq + 1, f"entries {last.seq + 1} to {head.seq} were cut off")
    elif head is not None and head != last:
        yield Problem(0, "the recorded end of the chain does not fit its last entry")
