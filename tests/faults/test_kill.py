"""kill -9 at every statement: what was acknowledged is there, what was begun is finished, and nothing counts twice."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.declarations import declare
from tests.faults.killing import run_killed
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.config import Secret, Settings
from zweck.store import Store, Tx, backup, journal, open_store
from zweck.store.checkpoints import sign, verify_site
from zweck.sweep import run as sweeping
from zweck.sweep import sweep
from zweck.systems import Cause, LogsSystem, StoreSystem, connect
from zweck.work import Jobs, run_due

SITE_DECLARATION = declare("contact: {keep: 6 months after closed}, server_logs: {keep: 7 days after collected}")
LATER = START + timedelta(days=400)
ADA = {"email": "ada@person.example"}
JOBS: Jobs = {"sample": lambda tx, arguments: tx.evidence("job.done", detail=arguments) and None}


def opened(folder: Path, at: FixedClock | None = None) -> Store:
    settings = Settings(folder, f"sqlite:///{folder / 'zweck.sqlite'}", Secret(b"k" * 32))
    return open_store(settings, at or FixedClock(START))


def post(tx: Tx, number: int) -> str:
    """What a form does: limits, record, file, token, mail, evidence; one commit."""
    subject = tx.subjects.of(ADA)
    made = tx.records.add("contact", subject=subject, data={**ADA, "n": number}, events={"received": tx.now})
    tx.files.add(made, "a.txt", "text/plain", b"content")
    tx.tokens.issue("confirm", made)
    tx.mail.queue(to=ADA["email"], template="x", subject_line="s", text="t", subject=subject, record=made, key=made)
    tx.evidence("contact.received", "contact", ("contact.fields",), made)
    return made


def points_of(
    tmp_path: Path, template: Path, step: Callable[[Path], Callable[..., None]], most: int
) -> Iterator[tuple[int, Path, list[str]]]:
    """Run the step on copies of ``template``, killed at each of its points, or at ``most`` of them, evenly spread.

    ``ZWECK_TEST_ALL_POINTS=1`` goes through all of them.
    """
    whole = tmp_path / "whole"
    shutil.copytree(template, whole)
    killed, _, points = run_killed(step(whole), 0)
    assert not killed and points > 10
    stride = 1 if "ZWECK_TEST_ALL_POINTS" in os.environ else max(1, points // most)
    for at in range(1, points + 1, stride):
        folder = tmp_path / str(at)
        shutil.copytree(template, folder)
        killed, acknowledged, _ = run_killed(step(folder), at)
        assert killed, at
        yield at, folder, acknowledged
        shutil.rmtree(folder)


def test_killed_while_the_schema_is_made(tmp_path: Path) -> None:
    template = tmp_path / "template"
    template.mkdir()
    for at, folder, _ in points_of(tmp_path, template, lambda folder: lambda _: opened(folder).close(), 8):
        store = opened(folder)
        with store.begin(SITE) as tx:
            post(tx, at)
        store.close()


def test_killed_during_a_form_post(tmp_path: Path) -> None:
    template = tmp_path / "template"
    opened(template).close()

    def posts(folder: Path) -> Callable[..., None]:
        def step(acknowledge: Callable[[str], None]) -> None:
            store = opened(folder)
            for number in range(2):
                with store.begin(SITE) as tx:
                    made = post(tx, number)
                acknowledge(made)

        return step

    for at, folder, acknowledged in points_of(tmp_path, template, posts, 40):
        store = opened(folder)
        with store.read(SITE) as tx:
            records = {r.id: r for r in tx.records.of_activity("contact")}
            entries = [e.record for e in tx.chain.entries()]
            mails = [m.record for m in tx.mail.list()]
        assert set(acknowledged) <= set(records), at
        assert len(records) - len(acknowledged) in (0, 1), at
        assert sorted(entries) == sorted(mails) == sorted(records), at
        assert all(len(r.files) == 1 and r.data["email"] == ADA["email"] for r in records.values())
        assert verify_site(store, SITE).is_whole, at
        store.close()


@pytest.fixture
def swept_template(tmp_path: Path) -> Path:
    """Seven enquiries closed long ago, one still open, three lines of log."""
    folder = tmp_path / "template"
    store = opened(folder)
    with store.begin(SITE) as tx:
        for number in range(7):
            tx.records.event(post(tx, number), "closed")
        tx.records.add("contact", data={"n": 8}, events={"received": tx.now})
    logs = connect(SITE_DECLARATION, store)["logs"]
    assert isinstance(logs, LogsSystem)
    for _ in range(3):
        logs.write(request="/", ip="192.0.2.77")
    store.close()
    return folder


def test_killed_during_a_sweep(tmp_path: Path, swept_template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "BATCH", 3)

    def swept(folder: Path) -> Callable[..., None]:
        def step(_: Callable[[str], None]) -> None:
            store = opened(folder, FixedClock(LATER))
            sweep(SITE_DECLARATION, connect(SITE_DECLARATION, store), store, LATER)

        return step

    for at, folder, _ in points_of(tmp_path, swept_template, swept, 25):
        store = opened(folder, FixedClock(LATER))
        report = sweep(SITE_DECLARATION, connect(SITE_DECLARATION, store), store, LATER)
        assert not report.failed
        with store.read(SITE) as tx:
            assert tx.records.count("contact") == 1, at
            assert tx.subjects.find(ADA) == [], at
            erased = [e for e in tx.chain.entries() if e.event == "records.erased"]
        counts = {
            name: sum(e.details["count"] for e in erased if e.activity == name) for name in ("contact", "server_logs")
        }
        assert counts == {"contact": 7, "server_logs": 3}, at
        assert list((folder / "logs" / SITE).glob("*.log")) == []
        noted = {e.erased for e in journal.read(journal.path_of(store)) if e.kind == "record"}
        assert len(noted) == 7, at
        assert verify_site(store, SITE).is_whole and verify_site(store, SITE).checkpoints >= 1, at
        store.close()


def test_killed_during_an_erasure(tmp_path: Path, swept_template: Path) -> None:
    def erased(folder: Path) -> Callable[..., None]:
        def step(acknowledge: Callable[[str], None]) -> None:
            store = opened(folder, FixedClock(START))
            StoreSystem(store, SITE_DECLARATION).erase(ADA, cause=Cause("rights", ("rights.erase",)))
            acknowledge("erased")

        return step

    for at, folder, acknowledged in points_of(tmp_path, swept_template, erased, 25):
        store = opened(folder)
        if acknowledged:
            assert list(StoreSystem(store, SITE_DECLARATION).find(ADA)) == [], at
        StoreSystem(store, SITE_DECLARATION).erase(ADA, cause=Cause("rights", ("rights.erase",)))
        store.settle()
        with store.read(SITE) as tx:
            entries = [e.details["count"] for e in tx.chain.entries() if e.event == "system.erased"]
            assert tx.subjects.find(ADA) == [] and tx.records.count("contact") == 1, at
        assert entries == [7], at
        assert {e.kind for e in journal.read(journal.path_of(store))} == {"record", "subject"}, at
        assert verify_site(store, SITE).is_whole, at
        store.close()


def test_killed_during_a_restore(tmp_path: Path, swept_template: Path) -> None:
    store = opened(swept_template)
    copy = tmp_path / "copy.sqlite"
    backup.backup(store, copy)
    StoreSystem(store, SITE_DECLARATION).erase(ADA)
    sign(store, SITE)
    settings = store.settings
    store.close()

    def restored(folder: Path) -> Callable[..., None]:
        moved = Settings(folder, f"sqlite:///{folder / 'zweck.sqlite'}", settings.master_key)
        return lambda _: backup.restore(copy, moved, FixedClock(START)) and None

    for at, folder, _ in points_of(tmp_path, swept_template, restored, 12):
        moved = Settings(folder, f"sqlite:///{folder / 'zweck.sqlite'}", settings.master_key)
        store = open_store(moved, FixedClock(START))
        with store.read(SITE) as tx:  # before anybody tries again: the old state or the new, never an erased person
            assert tx.subjects.find(ADA) == [] and tx.records.count("contact") == 1, at
        store.close()
        backup.restore(copy, moved, FixedClock(START))
        store = open_store(moved, FixedClock(START))
        with store.read(SITE) as tx:
            assert tx.subjects.find(ADA) == [] and tx.records.count("contact") == 1, at
        assert verify_site(store, SITE).is_whole, at
        store.close()


def test_killed_while_it_works(tmp_path: Path) -> None:
    """Three jobs, each with its evidence: whoever dies, the next worker ends them, each exactly once."""
    template = tmp_path / "template"
    store = opened(template)
    with store.begin(SITE) as tx:
        for number in range(3):
            tx.jobs.add("sample", {"n": number})
    store.close()

    def worked(folder: Path) -> Callable[..., None]:
        return lambda _: run_due(opened(folder), JOBS) and None

    for at, folder, _ in points_of(tmp_path, template, worked, 30):
        clock = FixedClock(START)
        store = opened(folder, clock)
        run_due(store, JOBS)
        clock.advance(timedelta(minutes=2))  # the dead worker's lease ends
        run_due(store, JOBS)
        with store.read(SITE) as tx:
            assert sorted(e.details["n"] for e in tx.chain.entries()) == [0, 1, 2], at
            assert tx.jobs.count("done") == 3, at
        store.close()
