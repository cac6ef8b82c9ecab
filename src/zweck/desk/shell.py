"""The verbs of ``zweck request``: take in, list, show, decide, run and answer requests from the shell.

The shell is the officer's: who can run it can read the store, so its decisions are recorded as made in the shell.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zweck.errors import NotFoundError, ZweckError, of_system

if TYPE_CHECKING:
    from zweck.config import Settings
    from zweck.declaration.model import Declaration
    from zweck.store import Store
    from zweck.store.requests import Request

BY = "shell"


@click.group()
def request() -> None:
    """Data subject requests: take in, list, show, decide, run."""


class _Desk:
    """One site opened for a verb."""

    def __init__(self, site: Path, database: str, data: Path | None, now: str | None) -> None:
        from zweck.clock import FixedClock, SystemClock, parse_moment
        from zweck.config import load_settings
        from zweck.declaration import load
        from zweck.store import open_store

        try:
            clock = FixedClock(parse_moment(now)) if now else SystemClock()
        except ValueError:
            raise ZweckError(f"--now {now!r}: write a day (2027-05-31) or an ISO moment") from None
        self.declaration: Declaration = load(site)
        self.settings: Settings = load_settings(database=database, data=data)
        self.store: Store = open_store(self.settings, clock)

    def find(self, reference: str) -> Request:
        with self.store.read(self.declaration.id) as tx:
            try:
                return tx.requests.by_reference(reference)
            except NotFoundError:
                return tx.requests.get(reference)

    def link(self, token: str) -> str:
        from zweck.activities.face import site_base
        from zweck.rights.engine import activity_of

        base = site_base(self.declaration, self.settings)
        return f"{base}/privacy/{activity_of(self.declaration)}/request?token={token}"


def _verb(function: Callable[..., None]) -> Callable[..., None]:
    """A verb of the group with the options that open its site; a user's mistake is one message and exit 2."""

    @click.option("--site", type=click.Path(exists=True, path_type=Path), default=".", help="Folder of the site.")
    @click.option("--db", "database", default="", help="Store: SQLAlchemy URL.")
    @click.option("--data", type=click.Path(path_type=Path), default=None, help="Folder for store, key and logs.")
    @click.option("--now", default=None, metavar="DATE", help="Work as if it were this day.")
    @wraps(function)
    def opened(site: Path, database: str, data: Path | None, now: str | None, **arguments: Any) -> None:
        try:
            function(_Desk(site, database, data, now), **arguments)
        except ZweckError as error:
            click.echo(f"zweck: {error}", err=True)
            sys.exit(2)
        except BrokenPipeError:
            raise
        except OSError as error:
            click.echo(f"zweck: {of_system(error)}", err=True)
            sys.exit(2)

    return request.command(name=function.__name__.rstrip("_"))(opened)


@_verb
@click.argument("right")
@click.option("--email", required=True, help="The address of the person.")
@click.option("--name", default="", help="Their name, if they gave it.")
@click.option("--details", default="", help="What they wrote.")
@click.option("--channel", type=click.Choice(["mail", "post", "phone"]), default="mail")
@click.option("--language", type=click.Choice(["de", "en"]), default="de", help="The language to answer in.")
@click.option("--vouch", is_flag=True, help="You know it is them: no confirmation by mail.")
def new(desk: _Desk, right: str, email: str, name: str, details: str, channel: str, language: str, vouch: bool) -> None:
    """Take in a request: access, rectification, erasure, restriction, portability, objection, withdrawal."""
    from zweck import rights

    with desk.store.begin(desk.declaration.id) as tx:
        made = rights.open_request(
            tx,
            desk.declaration,
            right,
            email=_address(email),
            link=desk.link,
            name=name,
            details=details,
            channel=channel,
            language=language,
            confirmed=vouch,
        )
    click.echo(_line(made))


@_verb
@click.option("--all", "everything", is_flag=True, help="Also those that are closed.")
def list_(desk: _Desk, everything: bool) -> None:
    """Open requests, the most urgent first."""
    with desk.store.read(desk.declaration.id) as tx:
        for each in tx.requests.list(open=None if everything else True):
            click.echo(_line(each))


@_verb
@click.argument("reference")
def show(desk: _Desk, reference: str) -> None:
    """One request: its clock, what was found, what was done."""
    from zweck import rights
    from zweck.systems import connect

    found = desk.find(reference)
    click.echo(_line(found))
    for holding in rights.preview(desk.declaration, connect(desk.declaration, desk.store, desk.settings), found):
        click.echo(f"  found: {holding.system}: {holding.activity} {holding.record_class} × {holding.count}")
    for step in found.steps:
        click.echo(f"  step: {step.system}: {step.status} {step.detail} ({step.at:%Y-%m-%d %H:%M})")


@_verb
@click.argument("reference")
@click.argument("decision", type=click.Choice(["approve", "refuse", "extend", "ask-identity"]))
@click.option("--reason", default="", help="Why: required unless you approve.")
@click.option("--changes", default="", help='Corrected fields as JSON: {"name": "…"}.')
def decide(desk: _Desk, reference: str, decision: str, reason: str, changes: str) -> None:
    """Approve, refuse, extend, or ask who it is."""
    from zweck import rights

    found = desk.find(reference)
    with desk.store.begin(desk.declaration.id) as tx:
        if decision == "approve":
            done = rights.approve(tx, desk.declaration, found.id, BY, _fields(changes))
        elif decision == "refuse":
            done = rights.refuse(tx, desk.declaration, found.id, BY, reason)
        elif decision == "extend":
            done = rights.extend(tx, desk.declaration, found.id, BY, reason)
        else:
            done = rights.ask_identity(tx, desk.declaration, found.id, BY, reason)
    click.echo(_line(done))


@_verb
@click.argument("reference")
def run(desk: _Desk, reference: str) -> None:
    """Carry out an approved request on every system and write the answer; a run that was cut off goes on."""
    from zweck import rights
    from zweck.systems import connect

    found = desk.find(reference)
    systems = connect(desk.declaration, desk.store, desk.settings)
    click.echo(_line(rights.run(desk.store, desk.declaration, systems, found.id, desk.link)))


@_verb
@click.argument("reference")
@click.option("-o", "--out", type=click.Path(path_type=Path), required=True, help="File to write the package to.")
def answer(desk: _Desk, reference: str, out: Path) -> None:
    """Write the package of an answered request to a file that only you can read."""
    from zweck import rights

    found = desk.find(reference)
    with desk.store.read(desk.declaration.id) as tx:
        package = rights.package_file(tx, found.id)
    if package is None:
        raise NotFoundError(f"request {found.reference} has no package (any more)")
    out.touch(mode=0o600)
    out.write_bytes(package[2])
    click.echo(f"wrote {out}")


@_verb
@click.argument("reference")
@click.argument("recipient")
def tell(desk: _Desk, reference: str, recipient: str) -> None:
    """Note that a recipient was told of a correction, erasure or restriction (Art. 19)."""
    from zweck import rights

    found = desk.find(reference)
    with desk.store.begin(desk.declaration.id) as tx:
        rights.tell(tx, found.id, recipient, BY)
    click.echo(_line(desk.find(reference)))


def _address(text: str) -> str:
    from zweck.activities.check import Faults, check_field
    from zweck.declaration.activity import FormField

    faults = Faults("--email", "en")
    value = check_field(FormField(name="email", type="email", required=True, max_length=254), [text], faults)
    if faults.first:
        raise ZweckError(faults.first)
    return value


def _fields(text: str) -> dict[str, str] | None:
    if not text:
        return None
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
        raise ZweckError('--changes: a JSON object of texts is needed, like {"name": "…"}')
    return found


def _line(found: Request) -> str:
    due = f"due {found.deadline:%Y-%m-%d %H:%M} UTC" if found.deadline and not found.closed_at else "closed"
    return f"{found.reference}  Art. {found.right}  {found.status}  {due}"
