"""The chain alone: every alteration of any entry or checkpoint is found, and the first bad entry is named."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zweck.errors import ZweckError
from zweck.evidence import Checkpoint, CheckpointKey, Entry, Head, chain, load_key, verify
from zweck.evidence.entry import hash_of

AT = datetime(2026, 11, 22, tzinfo=UTC)
SITE = "www.site.example"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> CheckpointKey:
    return load_key(tmp_path_factory.mktemp("key"))


def make_chain(length: int) -> list[Entry]:
    head, made = Head(), []
    for number in range(length):
        made.append(chain(head, site=SITE, at=AT, event="sample", promises=("a.b",), record="r", detail={"n": number}))
        head = Head(made[-1].seq, made[-1].hash)
    return made


def signed(entries: list[Entry], key: CheckpointKey, *at: int) -> list[Checkpoint]:
    points: list[Checkpoint] = []
    for seq in at:
        head = Head(seq, entries[seq - 1].hash)
        points.append(key.sign(head, SITE, AT, points[-1] if points else None))
    return points


def rehash(entries: list[Entry]) -> list[Entry]:
    """What an attacker with the database would do: compute every hash anew."""
    head, made = Head(), []
    for entry in entries:
        fresh = replace(entry, seq=head.seq + 1, previous=head.hash)
        fresh = replace(fresh, hash=hash_of(fresh))
        made.append(fresh)
        head = Head(fresh.seq, fresh.hash)
    return made


def problems(entries: list[Entry], points: list[Checkpoint], key: CheckpointKey) -> list[int]:
    return [p.seq for p in verify(entries, points, site=SITE, keys=[key.id])]


def test_a_whole_chain_has_no_problem(key: CheckpointKey) -> None:
    entries = make_chain(9)
    assert problems(entries, signed(entries, key, 3, 9), key) == []
    assert problems([], [], key) == []


@settings(max_examples=150, derandomize=True)
@given(st.data())
def test_any_changed_field_is_found(data: st.DataObject) -> None:
    entries = make_chain(6)
    at = data.draw(st.integers(0, 5))
    field = data.draw(st.sampled_from(fields(Entry)))
    old = getattr(entries[at], field.name)
    new = data.draw((st.integers(-5, 99) if isinstance(old, int) else st.text(max_size=8)).filter(lambda v: v != old))
    entries[at] = replace(entries[at], **{field.name: new})
    found = verify(entries, [], site=SITE, keys=[])
    assert found and found[0].seq == at + 1


@pytest.mark.parametrize("position", range(6))
def test_removed_swapped_and_doubled_entries_are_found(key: CheckpointKey, position: int) -> None:
    entries = make_chain(7)
    assert problems(entries[:position] + entries[position + 1 :], [], key) == [position + 1]
    swapped = [*entries]
    swapped[position], swapped[position + 1] = swapped[position + 1], swapped[position]
    assert problems(swapped, [], key) == [position + 1]
    assert problems(entries[: position + 1] + entries[position:], [], key) == [position + 2]


def test_a_chain_computed_anew_betrays_itself_at_a_checkpoint(key: CheckpointKey) -> None:
    entries = make_chain(9)
    points = signed(entries, key, 4, 9)
    assert problems(rehash([replace(e, event="forged") if e.seq == 2 else e for e in entries]), points, key) == [4, 9]
    assert problems(rehash(entries[1:]), points, key)[0] == 4


def test_a_tail_cut_before_the_last_checkpoint_is_found(key: CheckpointKey) -> None:
    entries = make_chain(9)
    points = signed(entries, key, 4, 9)
    assert problems(entries[:6], points, key) == [7]
    cut = verify(entries[:6], points[:1], site=SITE, keys=[key.id], head=Head(9, entries[8].hash))
    assert [p.seq for p in cut] == [7]


@pytest.mark.parametrize("field", [f.name for f in fields(Checkpoint)])
def test_an_altered_checkpoint_is_found(key: CheckpointKey, field: str) -> None:
    entries = make_chain(4)
    (point,) = signed(entries, key, 4)
    old = getattr(point, field)
    new = old + 1 if isinstance(old, int) else "0" + old[1:] if old[:1] not in ("0", "") else "1" + old[1:]
    assert verify(entries, [replace(point, **{field: new})], site=SITE, keys=[key.id])
    if isinstance(old, str):
        assert verify(entries, [replace(point, **{field: old.upper() + " "})], site=SITE, keys=[key.id])


def test_a_checkpoint_left_out_is_found(key: CheckpointKey) -> None:
    entries = make_chain(9)
    points = signed(entries, key, 2, 4, 9)
    assert problems(entries, [points[0], points[2]], key) == [0]
    assert problems(entries, points[1:], key) == [0]


def test_another_key_signs_nothing(key: CheckpointKey, tmp_path: Path) -> None:
    entries = make_chain(4)
    stranger = load_key(tmp_path)
    assert verify(entries, signed(entries, stranger, 4), site=SITE, keys=[key.id])


def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    made = load_key(tmp_path / "data")
    path = tmp_path / "data" / "evidence.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_key(tmp_path / "data").id == made.id == path.with_suffix(".pub").read_text().strip()
    path.write_text("no key")
    with pytest.raises(ZweckError, match="64 hexadecimal"):
        load_key(tmp_path / "data")
