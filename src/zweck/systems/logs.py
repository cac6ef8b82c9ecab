"""Zweck's own access log as a system: one file a day, only the declared fields, addresses shortened when written.

The keeping rule cuts it; lines that show an incident are held apart under the rule's hold (recital 49, Art. 5(1)(c)
and (e) GDPR). Nobody is identified in it (Art. 11), so there is nothing to find, export or correct by person.
"""

from __future__ import annotations

import fcntl
import ipaddress
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from zweck.clock import BERLIN, start_of_day
from zweck.errors import NotFoundError, RefusedError
from zweck.promises import Keeps, Reach
from zweck.store.ids import new_id
from zweck.systems.system import Cause, Done, Holding, Item, Who

if TYPE_CHECKING:
    from zweck.declaration import Declaration
    from zweck.declaration.keeping import Rule
    from zweck.store import Store, Tx

COLLECTED = "collected"
GRACE = timedelta(days=1)
UTC_ZONE = ZoneInfo("UTC")
_NO_CAUSE = Cause()


@dataclass(frozen=True, slots=True)
class _DayFile:
    """The lines of one day (UTC), and what else happened to all of them (an incident)."""

    path: Path
    day: date
    events: Mapping[str, datetime]

    def first(self) -> datetime:
        return start_of_day(self.day, UTC_ZONE)

    def last(self) -> datetime:
        return self.first() + timedelta(days=1, microseconds=-1)

    def count(self) -> int:
        return len(self.path.read_bytes().splitlines())


def shorten(address: str) -> str:
    """An IP address without what tells the household: /24 of IPv4, /48 of IPv6; empty when it is none."""
    try:
        found = ipaddress.ip_address(address.strip().strip("[]").partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    net = ipaddress.ip_network((found, 24 if found.version == 4 else 48), strict=False)
    return str(net.network_address)


class LogsSystem:
    """The access log of one site under ``data/logs/<site>``."""

    name = "logs"

    def __init__(self, store: Store, declaration: Declaration, data: Path) -> None:
        self._store = store
        self._site = declaration.id
        self._activity = declaration.of_kind("server_logs")[0]
        self.folder = data / "logs" / quote(declaration.id, safe="")

    def write(self, **fields: Any) -> None:
        """Append one line with the declared fields among ``fields`` (``ip`` is shortened); never waits for the disk.

        ``time`` is set here; whatever is not declared is dropped.
        """
        now = self._store.clock.now()
        line: dict[str, Any] = {}
        for name in self._activity.record:
            if name == "time":
                line[name] = now.isoformat(timespec="seconds")
            elif fields.get(name) is not None:
                line[name] = shorten(str(fields[name])) if name == "ip" else fields[name]
        text = json.dumps(line, ensure_ascii=True) + "\n"
        with self._alone():
            path = self.folder / f"{now.astimezone(UTC):%Y-%m-%d}.log"
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "a") as file:
                file.write(text)

    def open_incident(self, days: Sequence[date], reason: str = "misuse_incident") -> str:
        """Hold copies of these days' lines apart from the rest; gives the incident's id; written to the evidence.

        Raises ``RefusedError`` when the declaration names no such hold: what the notice does not say is not done.
        """
        if not any(hold.reason == reason for rule in self._activity.rules for hold in rule.holds):
            raise RefusedError(f"{self._activity.name}: the declaration names no hold for {reason}")
        now = self._store.clock.now()
        made = new_id(now)
        held = self.folder / "held" / made
        with self._alone():
            held.mkdir(parents=True)
            for found in self._days(self.folder, {}):
                if found.day in days:
                    (held / found.path.name).write_bytes(found.path.read_bytes())
            _write_json(held / "incident.json", {f"held_for_{reason}": now.isoformat()})
        with self._store.begin(self._site) as tx:
            tx.evidence(
                "logs.held", self._activity.name, detail={"incident": made, "days": len(days), "reason": reason}
            )
        return made

    def close_incident(self, incident: str, event: str = "incident_closed") -> None:
        """The incident is over: its lines are cut by the next sweep; idempotent; raises ``NotFoundError``."""
        path = self.folder / "held" / quote(incident, safe="") / "incident.json"
        if not path.is_file():
            raise NotFoundError("no such incident")
        events = json.loads(path.read_text())
        if event not in events:
            _write_json(path, {**events, event: self._store.clock.now().isoformat()})
            with self._store.begin(self._site) as tx:
                tx.evidence("logs.released", self._activity.name, detail={"incident": incident})

    def find(self, who: Who) -> Iterator[Holding]:
        """Nothing: a line names nobody (Art. 11)."""
        return iter(())

    def export(self, who: Who) -> Iterator[Item]:
        """Nothing: a line names nobody (Art. 11)."""
        return iter(())

    def correct(self, who: Who, changes: Mapping[str, Any], cause: Cause = _NO_CAUSE) -> Done:
        """Nothing to do: a line names nobody (Art. 11)."""
        return Done()

    def restrict(self, who: Who, reason: str, cause: Cause = _NO_CAUSE) -> Done:
        """Nothing to do: a line names nobody (Art. 11)."""
        return Done()

    def erase(
        self,
        who: Who,
        classes: Sequence[str] | None = None,
        cause: Cause = _NO_CAUSE,
        activities: Sequence[str] | None = None,
    ) -> Done:
        """Nothing to do: a line names nobody (Art. 11)."""
        return Done()

    def reach(self, promise: Keeps, now: datetime) -> Reach:
        """Lines held, due, and due for longer than a day."""
        held = sum(found.count() for found in self._all())
        return Reach(held, self.due(promise, now), self.due(promise, now - GRACE))

    def due(self, promise: Keeps, now: datetime) -> int:
        """How many lines the keeping rule has reached."""
        return sum(len(cut) for _, cut, _ in self._reached(promise.rule, now))

    def oldest(self, promise: Keeps, now: datetime) -> datetime | None:
        """The day of the oldest line that is due."""
        return min((found.first() for found, _, _ in self._reached(promise.rule, now)), default=None)

    def sweep(self, promise: Keeps, now: datetime, limit: int = 500) -> Done:
        """Cut what is due, a day's file at a time, oldest first; ``limit`` counts files.

        A file's evidence is written before it goes, under the file's own id: once, however often it is resumed.
        """
        count = files = 0
        for found, cut, kept in list(self._reached(promise.rule, now)):
            if files >= limit:
                return Done(count, more=True, detail={"erased": count})
            self._cut(promise, found, cut, kept)
            count, files = count + len(cut), files + 1
        self._drop_empty_incidents()
        return Done(count, detail={"erased": count} if count else {})

    def _reached(self, rule: Rule, now: datetime) -> Iterator[tuple[_DayFile, list[bytes], list[bytes]]]:
        """Files with lines that are due: those lines, and those that stay."""
        for found in self._all():
            if not _is_due(rule, found, found.first(), now):
                continue
            lines = found.path.read_bytes().splitlines()
            if _is_due(rule, found, found.last(), now):
                yield found, lines, []
                continue
            cut = [line for line in lines if _is_due(rule, found, _time_of(line, found), now)]
            if cut:
                gone = set(map(id, cut))
                yield found, cut, [line for line in lines if id(line) not in gone]

    def _cut(self, promise: Keeps, found: _DayFile, cut: list[bytes], kept: list[bytes]) -> None:
        incident = found.path.parent.name if found.events else ""
        name = "-".join(filter(None, ("log", incident, found.day.isoformat(), str(len(kept)) if kept else "")))
        with self._store.begin(self._site) as tx:
            if not tx.chain.latest(1, record=name, activity=promise.activity):
                self._check(tx, cut)
                detail = {"system": self.name, "count": len(cut), "day": found.day.isoformat()}
                tx.evidence("records.erased", promise.activity, (promise.id,), name, detail)
        with self._alone():
            if not kept:
                found.path.unlink(missing_ok=True)
                return
            # lines written since it was read are at the end and stay
            added = found.path.read_bytes().splitlines()[len(cut) + len(kept) :]
            _replace(found.path, b"".join(line + b"\n" for line in kept + added))

    def _check(self, tx: Tx, lines: list[bytes]) -> None:
        """Before lines go, they show whether only declared fields and shortened addresses were ever written."""
        declared = set(self._activity.record)
        bad = sum(not _is_as_declared(line, declared) for line in lines)
        promises = ("logs.fields", *(("logs.ip_shortened",) if self._activity.shorten_ip else ()))
        detail = {"lines": len(lines), "wrong": bad}
        tx.evidence("logs.checked", self._activity.name, promises, detail=detail, breach=bad > 0)

    def _drop_empty_incidents(self) -> None:
        for folder in sorted((self.folder / "held").glob("*")):
            if not any(folder.glob("*.log")):
                (folder / "incident.json").unlink(missing_ok=True)
                folder.rmdir()

    def _all(self) -> Iterator[_DayFile]:
        for folder in sorted((self.folder / "held").glob("*")):
            path = folder / "incident.json"
            said = json.loads(path.read_text()) if path.is_file() else {}
            yield from self._days(folder, {k: datetime.fromisoformat(v) for k, v in said.items()})
        yield from self._days(self.folder, {})

    def _days(self, folder: Path, events: Mapping[str, datetime]) -> Iterator[_DayFile]:
        for path in sorted(folder.glob("????-??-??.log")):
            try:
                yield _DayFile(path, date.fromisoformat(path.stem), events)
            except ValueError:
                continue  # not one of ours

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Writers and cutters of all processes take turns."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _is_due(rule: Rule, found: _DayFile, collected: datetime, now: datetime) -> bool:
    due = rule.due({COLLECTED: collected, **found.events}, BERLIN, stage=len(rule.stages) - 1)
    return due is not None and due <= now


def _time_of(line: bytes, found: _DayFile) -> datetime:
    try:
        return datetime.fromisoformat(json.loads(line)["time"])
    except (ValueError, KeyError, TypeError):
        return found.last()


def _is_as_declared(line: bytes, declared: set[str]) -> bool:
    try:
        said = json.loads(line)
        return set(said) <= declared and said.get("ip", "") == shorten(said.get("ip", ""))
    except (ValueError, TypeError, AttributeError):
        return False


def _write_json(path: Path, value: dict[str, str]) -> None:
    _replace(path, json.dumps(value).encode())


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
