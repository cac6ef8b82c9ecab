"""The verbs: parse, call, print; nothing else. Each verb imports what it needs when it is called.

Exit codes are part of the contract: 0 done, 1 findings or broken promises, 2 unreadable input, 3 incomplete audit.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from zweck import __version__
from zweck.errors import DeclarationError, ZweckError, of_system

if TYPE_CHECKING:
    from zweck.clock import Clock
    from zweck.config import Settings
    from zweck.declaration import Declaration
    from zweck.read.given import Given
    from zweck.store import Store

FORMATS = click.Choice(["text", "json", "sarif", "junit"])
READ_FORMATS = click.Choice(["text", "json", "sarif", "html"])
LANGUAGE = click.option("--language", "-l", type=click.Choice(["de", "en"]), default="en", help="Language of messages.")
DATABASE = click.option("--db", "database", default="", help="Store: SQLAlchemy URL; a file in .zweck/ by default.")
DATA = click.option("--data", type=click.Path(path_type=Path), default=None, help="Folder for store, key and logs.")
NOW = click.option("--now", "now", default=None, metavar="DATE", help="Work as if it were this day (or ISO moment).")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the documented JSON report.")
PORT = click.IntRange(1, 65535)
SITES = click.argument("sites", nargs=-1, type=click.Path(exists=True, path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="zweck")
def main() -> None:
    """Your privacy notice, kept: one declaration writes it, runs it, erases by it and proves it."""


def careful(verb: Callable[..., Any]) -> Callable[..., Any]:
    """A user's mistake becomes one message and exit 2; never a traceback."""

    @wraps(verb)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return verb(*args, **kwargs)
        except DeclarationError as error:
            from zweck.check import show

            click.echo(show.as_text(error.findings, {f.at.file: error.text for f in error.findings}), err=True)
        except ZweckError as error:
            click.echo(f"zweck: {error}", err=True)
        except BrokenPipeError:
            raise  # whoever read our output left: click ends quietly
        except OSError as error:
            click.echo(f"zweck: {of_system(error)}", err=True)
        sys.exit(2)

    return wrapped


def _load(sites: tuple[Path, ...]) -> list[Declaration]:
    from zweck.declaration import find_file, load

    chosen = sites or (Path(),)
    for path in chosen:
        if not find_file(path).is_file():
            mend = "`zweck init` makes one, `zweck read` drafts one from a notice"
            raise ZweckError(f"{path}: no zweck.yaml here; {mend}")
    return [load(path) for path in chosen]


def _clock(now: str | None) -> Clock:
    from zweck.clock import FixedClock, SystemClock, parse_moment

    if not now:
        return SystemClock()
    try:
        return FixedClock(parse_moment(now))
    except ValueError:
        raise ZweckError(f"--now {now!r}: write a day (2027-05-31) or an ISO moment") from None


def _open(database: str, data: Path | None, now: str | None) -> tuple[Store, Settings]:
    from zweck.config import load_settings
    from zweck.store import open_store

    settings = load_settings(database=database, data=data)
    return open_store(settings, _clock(now)), settings


@main.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder for the draft declaration.")
@click.option("--html", "page", type=click.Path(path_type=Path), help="Write the notice with everything marked in it.")
@click.option("--format", "style", type=READ_FORMATS, default="text", help="What is printed.")
@AS_JSON
@LANGUAGE
@careful
def read(
    sources: tuple[str, ...], out: Path | None, page: Path | None, style: str, as_json: bool, language: str
) -> None:
    """Read notices: a draft declaration, and what is wrong with them, with lines.

    SOURCES are files (text, Markdown, HTML, PDF), folders, addresses (http, https) or - for standard input.
    """
    from zweck.read import read_all, render, write_page, write_site

    readings = read_all(sources, _fetch)
    if out:
        for path in write_site(readings.report, out):
            click.echo(f"wrote {path}", err=True)
    if page:
        write_page(readings, page, language)
        click.echo(f"wrote {page}", err=True)
    click.echo(render(readings, "json" if as_json else style, language))
    for _, reason in readings.unreadable:
        click.echo(f"zweck: {reason}", err=True)
    sys.exit(2 if readings.unreadable else 0)


def _fetch(address: str) -> Given:
    from zweck.fetch import fetch
    from zweck.read.given import Given

    found = fetch(address)
    return Given(address, found.data, found.encoding)


@main.command()
@SITES
@click.option("--format", "style", type=FORMATS, default="text", help="How findings are printed.")
@click.option("--explain", is_flag=True, help="Show what every kind assumed and which views are followed, and why.")
@click.option("--rules", is_flag=True, help="List every rule of the rule base and where it is handled.")
@click.option("--fix", "mends", is_flag=True, help="Mend in the file what leaves no choice, and show what changed.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--since", is_flag=False, flag_value="", metavar="[DATE]", help="What changed in the law since that day.")
@click.option("--before", type=click.Path(exists=True, path_type=Path), help="An earlier state, to see what changed.")
@click.option("--systems", is_flag=True, help="Read the schemas of declared databases too: what no activity declares.")
@LANGUAGE
@NOW
@careful
def check(
    sites: tuple[Path, ...],
    style: str,
    explain: bool,
    rules: bool,
    mends: bool,
    diff: bool,
    since: str | None,
    before: Path | None,
    systems: bool,
    language: str,
    now: str | None,
) -> None:
    """Hold declarations against the law."""
    import gc

    gc.set_threshold(100_000, 50, 50)  # a check is over before collecting garbage pays
    from zweck.check import check as check_declaration
    from zweck.check import show

    if rules:
        from zweck.check.overview import rules_overview

        click.echo(rules_overview(language))
        return
    today = _today(now)
    try:
        declarations = _load(sites)
        earlier = _load((before,))[0] if before else None
    except DeclarationError as error:
        broken = {finding.at.file: error.text for finding in error.findings}
        click.echo(show.render(error.findings, broken, style, language), err=style == "text")
        sys.exit(2)
    if explain:
        from zweck.check.explained import explain as explain_declaration

        click.echo("\n".join(explain_declaration(d, language) for d in declarations))
        return
    if since is not None:
        _show_since(declarations, since, today, style, language)
        return
    if mends or diff:
        declarations = [_mend(d, today, language, style, write=not diff) for d in declarations]
    findings = [f for d in declarations for f in check_declaration(d, today, language, earlier)]
    if systems:
        from zweck.systems.map import drifted

        findings += [f for d in declarations for f in drifted(d, language)]
    texts = {d.source.file: d.source.text for d in declarations}
    click.echo(show.render(findings, texts, style, language))
    sys.exit(1 if any(f.severity.fails for f in findings) else 0)


def _show_since(declarations: list[Declaration], since: str, today: date, style: str, language: str) -> None:
    from zweck.check.since import as_data, as_text, passed_since

    try:
        day = date.fromisoformat(since) if since else None
    except ValueError:
        raise ZweckError(f"--since {since!r}: write a day (2025-01-01)") from None
    found = [passed_since(d, day, today, language) for d in declarations]
    if style == "json":
        click.echo(json.dumps([as_data(each, language) for each in found], indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join(as_text(each, language) for each in found))


def _mend(declaration: Declaration, today: date, language: str, style: str, *, write: bool) -> Declaration:
    """The declaration after all mends that leave no choice; the diff goes where it does not spoil a report."""
    from zweck.check import show
    from zweck.check.fix import fix
    from zweck.declaration import loads

    fixed = fix(declaration, today, language)
    click.echo(show.as_mends(fixed, language, written=write), err=style != "text")
    if not write or not fixed.mended:
        return declaration
    _replace(Path(fixed.file), fixed.text)
    return loads(fixed.text, fixed.file)


def _replace(path: Path, text: str) -> None:
    """The file says ``text`` from one moment to the next: whoever reads it never sees half of either."""
    import shutil

    target = path.resolve()
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(text.encode())
    shutil.copymode(target, beside)
    beside.replace(target)


def _today(now: str | None) -> date:
    from zweck.clock import BERLIN

    return _clock(now).now().astimezone(BERLIN).date()


@main.command()
@click.argument("site", type=click.Path(exists=True, path_type=Path), default=".")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder for the documents and their versions.")
@click.option("--formats", default="", help="Comma-separated: html, md, json, svg, xlsx, ods, dpv, tilt, pdf.")
@click.option(
    "--diff", "old", metavar="OLD", help="Print what changed since OLD: a declaration, or a version in --out."
)
@click.option("--draft", is_flag=True, help="Exit with 0 although the check found errors.")
@LANGUAGE
@NOW
@careful
def write(
    site: Path, out: Path | None, formats: str, old: str | None, draft: bool, language: str, now: str | None
) -> None:
    """Write notice, imprint, cookies, record of processing, deletion concept, data flow: all formats but PDF."""
    import gc

    from zweck.check import check as check_declaration
    from zweck.check import show
    from zweck.write import USUAL, show_changes
    from zweck.write import write as write_documents

    gc.disable()  # nothing made here is let go before the process ends
    (declaration,) = _load((site,))
    today = _clock(now).now().date()
    if old:
        click.echo(show_changes(declaration, old, out, today), nl=False)
        return
    if out is None:
        raise ZweckError("write: name a folder with -o, or an older version with --diff")
    findings = [f for f in check_declaration(declaration, today, language) if f.severity.fails]
    if findings:
        texts = {declaration.source.file: declaration.source.text}
        click.echo(show.render(findings, texts, "text", language), err=True)
    for path in write_documents(declaration, out, tuple(formats.split(",")) if formats else USUAL, on=today):
        click.echo(path)
    if findings:
        click.echo("zweck: these documents are a draft: mend the findings above before you publish them", err=True)
    sys.exit(1 if findings and not draft else 0)


@main.command()
@SITES
@DATABASE
@DATA
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=PORT, default=8000, show_default=True)
@click.option("--no-work", is_flag=True, help="Do not run the background worker in this process.")
@careful
def serve(sites: tuple[Path, ...], database: str, data: Path | None, host: str, port: int, no_work: bool) -> None:
    """Serve the public faces of sites and the officer's desk."""
    from zweck.desk.run import run_server

    store, settings = _open(database, data, None)
    run_server(_load(sites), store, settings, host=host, port=port, work=not no_work)


@main.command()
@SITES
@DATABASE
@DATA
@click.option("--once", is_flag=True, help="Do what is due now and stop.")
@careful
def work(sites: tuple[Path, ...], database: str, data: Path | None, once: bool) -> None:
    """Run the background worker: mail, sweeps, reminders."""
    from zweck.desk.run import run_worker

    store, settings = _open(database, data, None)
    run_worker(_load(sites), store, settings, once=once)


@main.command()
@SITES
@DATABASE
@DATA
@NOW
@click.option("--dry-run", is_flag=True, help="Show what is due; change nothing.")
@AS_JSON
@careful
def sweep(
    sites: tuple[Path, ...], database: str, data: Path | None, now: str | None, dry_run: bool, as_json: bool
) -> None:
    """Erase, anonymise and restrict what the keeping rules have reached."""
    from zweck.sweep import show_report
    from zweck.sweep import sweep as run_sweep
    from zweck.systems import connect

    store, settings = _open(database, data, now)
    failed = False
    for declaration in _load(sites):
        report = run_sweep(declaration, connect(declaration, store, settings), store, store.clock.now(), dry_run)
        click.echo(report.model_dump_json(indent=2) if as_json else show_report(report))
        failed = failed or report.failed
    sys.exit(1 if failed else 0)


@main.command()
@SITES
@DATABASE
@DATA
@NOW
@click.option("--since", default=None, metavar="DATE", help="Only evidence from this day on.")
@AS_JSON
@LANGUAGE
@careful
def prove(
    sites: tuple[Path, ...],
    database: str,
    data: Path | None,
    now: str | None,
    since: str | None,
    as_json: bool,
    language: str,
) -> None:
    """Show the state of every promise and verify the evidence."""
    from zweck.prove import prove as run_proof
    from zweck.prove import show_report
    from zweck.systems import connect

    store, settings = _open(database, data, now)
    start = _clock(since).now() if since else None
    failed = False
    for declaration in _load(sites):
        report = run_proof(
            declaration, store, connect(declaration, store, settings), store.clock.now(), since=start, language=language
        )
        click.echo(report.model_dump_json(indent=2) if as_json else show_report(report))
        failed = failed or report.failed
    sys.exit(1 if failed else 0)


@main.command("map")
@click.argument("url")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write the draft mapping (YAML) into this file.")
@click.option("--svg", "picture", type=click.Path(path_type=Path), help="Write a picture of tables and paths.")
@click.option("--samples", is_flag=True, help="Look at a few rows per table as well; no value is shown or kept.")
@click.option("--schema", default=None, help="The database's schema, if not its default one.")
@click.option("--name", default="database", show_default=True, help="What the declaration calls the system.")
@AS_JSON
@LANGUAGE
@careful
def map_(
    url: str,
    out: Path | None,
    picture: Path | None,
    samples: bool,
    schema: str | None,
    name: str,
    as_json: bool,
    language: str,
) -> None:
    """Propose a mapping for a database: where it holds personal data, whose, and why.

    URL is a SQLAlchemy URL, or ${VARIABLE} for one that stands in the environment.
    """
    from zweck.systems import map as mapping

    found, evidence = mapping.read_schema(url, schema, samples=samples)
    proposal = mapping.propose(found, evidence)
    draft = mapping.write_mapping(proposal, language, name)
    for path, text in ((out, draft), (picture, picture and mapping.draw(proposal, language))):
        if path and text:
            mapping.put(path, text)
            click.echo(f"wrote {path}", err=True)
    if as_json:
        click.echo(mapping.report_of(proposal).as_json())
    elif not out:
        click.echo(draft, nl=False)
    click.echo(mapping.show_report(proposal, language), err=True)


@main.command()
@click.argument("url")
@click.option("--declaration", "-d", "site", type=click.Path(exists=True, path_type=Path), help="Hold it against this.")
@click.option("--html", "html", type=click.Path(path_type=Path), help="Write a report to look at.")
@click.option("--format", "style", type=FORMATS, default="text", help="What is printed.")
@click.option("--baseline", type=click.Path(exists=True, path_type=Path), help="Accepted findings: reason, until.")
@click.option("--pages", type=click.IntRange(1, 100), default=1, show_default=True, help="Pages of the site to visit.")
@click.option("--gpc", is_flag=True, help="Visit once more, saying Global Privacy Control.")
@click.option("--record", is_flag=True, help="Note the result in the evidence of the site.")
@DATABASE
@DATA
@AS_JSON
@LANGUAGE
@careful
def audit(
    url: str,
    site: Path | None,
    html: Path | None,
    style: Literal["text", "json", "sarif", "junit"],
    baseline: Path | None,
    pages: int,
    gpc: bool,
    record: bool,
    database: str,
    data: Path | None,
    as_json: bool,
    language: str,
) -> None:
    """Hold a live site, in a real browser, against its declaration."""
    from zweck.audit import apply_baseline, load_baseline, record_audit, render_report, write_html
    from zweck.audit import audit as run_audit

    declaration = _load((site,))[0] if site else None
    entries = load_baseline(baseline) if baseline else ()
    report = run_audit(url, declaration, gpc=gpc, pages=pages)
    if record and declaration:  # before anything is accepted: accepting does not close a gate
        store, _ = _open(database, data, None)
        record_audit(report, declaration, store)
    if entries:
        report = apply_baseline(report, entries, _today(None))
    if html:
        write_html(report, html)
    click.echo(render_report(report, "json" if as_json else style, language))
    sys.exit(report.exit_code)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@DATABASE
@DATA
@careful
def backup(file: Path, database: str, data: Path | None) -> None:
    """Copy the store, consistent, while it runs."""
    from zweck.store.backup import backup as make_backup

    store, _ = _open(database, data, None)
    make_backup(store, file)
    click.echo(f"wrote {file}")


@main.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--replay", "only_replay", is_flag=True, help="The database is back already (pg_restore): only replay.")
@DATABASE
@DATA
@careful
def restore(file: Path | None, only_replay: bool, database: str, data: Path | None) -> None:
    """Put a backup back and replay the erasures that happened since."""
    from zweck.config import load_settings
    from zweck.store.backup import replay
    from zweck.store.backup import restore as put_back

    if only_replay == bool(file):
        raise ZweckError("restore: name the backup file, or give --replay for a database that is back already")
    if file is None:
        store, _ = _open(database, data, None)
        click.echo(f"{replay(store)} erasure(s) replayed")
        return
    done = put_back(file, load_settings(database=database, data=data), _clock(None))
    click.echo(f"restored {file}; {done} erasure(s) replayed")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--kinds", is_flag=True, help="List the kinds of activity.")
@careful
def init(folder: Path, kinds: bool) -> None:
    """Start a declaration: a small zweck.yaml with the schema for editors beside it."""
    from zweck.declaration.start import list_kinds, start_site

    if kinds:
        click.echo(list_kinds())
        return
    for path in start_site(folder):
        click.echo(f"wrote {path}")


@main.command()
@click.option("--port", type=PORT, default=8000, show_default=True)
@click.option("--data", type=click.Path(path_type=Path), default=None, help="Keep the demo's data here.")
@careful
def demo(port: int, data: Path | None) -> None:
    """Serve the example sites with sample data."""
    from zweck.desk.demo import run_demo

    run_demo(port, data)


def _mount_requests() -> None:
    """The ``request`` verbs live beside the desk that decides them; they are loaded only when called."""

    class _Lazy(click.Group):
        def _real(self) -> click.Group:
            from zweck.desk.shell import request

            return request

        def list_commands(self, ctx: click.Context) -> list[str]:
            return self._real().list_commands(ctx)

        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            return self._real().get_command(ctx, cmd_name)

    main.add_command(_Lazy("request", help="Data subject requests: new, list, show, decide, run, answer."))


_mount_requests()
