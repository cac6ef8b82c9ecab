"""The running installation: it says where it is, serves and works, stops when told, and finishes what was cut off."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from datetime import timedelta
from pathlib import Path

from tests.desk.office import HERE, Office
from tests.servers import free_port
from zweck import rights
from zweck.desk.run import jobs_of, periodic_of, run_worker
from zweck.rights import execute
from zweck.systems import connect


def test_serve_prints_the_way_in_and_stops_when_told(tmp_path: Path) -> None:
    shutil.copy(HERE / "site.yaml", tmp_path / "zweck.yaml")
    (tmp_path / "pages").mkdir()
    port = free_port()
    main = "import sys; from zweck.cli import main; main()"
    command = [sys.executable, "-c", main, "serve", ".", "--data", "data", "--port", str(port)]
    plain = {k: v for k, v in os.environ.items() if not k.startswith("ZWECK_")}
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=plain)
    try:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(3)]
        assert f"http://127.0.0.1:{port}/privacy" in lines[0] and "/desk" in lines[0]
        link = re.search(r"http://\S+/desk/setup\?token=\S+", lines[1])
        assert link and "ZWECK_SMTP" in lines[2]
        assert "Ersten Zugang anlegen" in _page(link[0])
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(20)
    assert code == 0


def _page(address: str) -> str:
    deadline = time.monotonic() + 20
    while True:
        try:
            asked = urllib.request.Request(address, headers={"Accept-Language": "de"})
            with urllib.request.urlopen(asked, timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_the_worker_sweeps_signs_and_tidies_in_its_turns(office: Office) -> None:
    world = office.world
    case = office.write_in()
    office.ask("access", confirm=False)
    with world.begin() as tx:
        tx.records.event(case, "closed")
    run_worker([world.declaration], world.store, world.settings, once=True)
    with world.store.read(world.declaration.id) as tx:
        assert tx.chain.checkpoints() and len(tx.requests.list()) == 1
    world.clock.advance(timedelta(days=190))
    run_worker([world.declaration], world.store, world.settings, once=True)
    assert world.records("contact") == []
    with world.store.read(world.declaration.id) as tx:
        assert not tx.requests.list(), "what was never confirmed is gone"


def test_a_request_cut_off_in_the_middle_is_finished_by_the_worker(office: Office, monkeypatch) -> None:
    world = office.world
    office.write_in()
    request = office.ask("erasure")
    with world.begin() as tx:
        rights.approve(tx, world.declaration, request, "officer")
    run_worker([world.declaration], world.store, world.settings, once=True)
    assert office.request(request).status == "approved", "nobody ran it yet"

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(execute, "_finish", die)
        try:
            systems = connect(world.declaration, world.store, world.settings)
            rights.run(world.store, world.declaration, systems, request, lambda t: t)
        except KeyboardInterrupt:
            pass
    assert office.request(request).status == "approved"
    world.clock.advance(timedelta(minutes=6))
    run_worker([world.declaration], world.store, world.settings, once=True)
    assert office.request(request).status == "done"
    assert len([m for m in world.mails() if m.template == "rights.done"]) == 1


def test_every_kind_brings_its_jobs(office: Office) -> None:
    world = office.world
    assert {"mail.deliver", "applications.pool", "newsletter.issue"} <= set(jobs_of([world.declaration]))
    names = [p.name for p in periodic_of([world.declaration], world.settings)]
    assert len(names) == len(set(names))
