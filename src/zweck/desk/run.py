"""Running an installation: the web application with the desk, and the background worker beside or apart from it.

One process on SQLite is a whole installation. It stops cleanly when told to (SIGTERM, SIGINT); what was under way then
resumes at the next start, because every step is idempotent.
"""

from __future__ import annotations

import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from zweck.desk.accounts import setup_token, without_accounts
from zweck.errors import ZweckError

if TYPE_CHECKING:
    from zweck.config import Settings
    from zweck.declaration.model import Declaration
    from zweck.serve.site import Site
    from zweck.store import Store
    from zweck.work import Periodic

Print = Callable[[str], None]
DAILY, HOURLY, OFTEN = timedelta(days=1), timedelta(hours=1), timedelta(minutes=5)
STOP_SECONDS = 10


def run_server(
    declarations: Sequence[Declaration],
    store: Store,
    settings: Settings,
    *,
    host: str,
    port: int,
    work: bool = True,
    say: Print | None = None,
) -> None:
    """Serve until told to stop; ``work`` runs the background worker in a thread of this process."""
    import uvicorn

    from zweck.serve.app import application

    check_free(host, port)
    _log_to_stderr()
    show = say or _say
    app = application(declarations, store, settings, store.clock)
    # addresses of visitors are ours to shorten: uvicorn logs none, and believes no proxy in our place
    config = uvicorn.Config(
        app, host=host, port=port, access_log=False, log_level="warning", server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )  # fmt: skip
    show("\n".join(addresses(declarations, store, host, port)))
    stop = threading.Event()
    _stop_on_signal(stop)
    worker = _worker(declarations, store, settings, stop) if work else None
    try:
        uvicorn.Server(config).run()
    finally:
        stop.set()
        if worker:
            worker.join(STOP_SECONDS)
        store.close()


def check_free(host: str, port: int) -> None:
    """Raises ``ZweckError`` where nobody can listen: a port in use, a host that is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        text = f"cannot listen on {host}:{port}: {error.strerror}; choose another --port or --host"
        raise ZweckError(text) from None


def _log_to_stderr() -> None:
    """A failure shows a visitor nothing but an id: here is the line with that id, and where it happened."""
    logger = logging.getLogger("zweck")
    if not any(isinstance(h, logging.StreamHandler) for h in logger.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)


def _stop_on_signal(stop: threading.Event) -> None:
    """SIGTERM and SIGINT end the work after the step at hand; uvicorn passes them on when it has answered everybody."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _worker(
    declarations: Sequence[Declaration], store: Store, settings: Settings, stop: threading.Event
) -> threading.Thread:
    from zweck.work import run

    parts = (jobs_of(declarations), stop, periodic_of(declarations, settings), [d.id for d in declarations])
    thread = threading.Thread(target=run, args=(store, *parts), name="zweck-work", daemon=True)
    thread.start()
    return thread


def run_worker(declarations: Sequence[Declaration], store: Store, settings: Settings, *, once: bool = False) -> None:
    """Work until told to stop, or with ``once`` do what is due now; any number of workers may run at once."""
    from zweck import work

    _log_to_stderr()
    jobs, periodic = jobs_of(declarations), periodic_of(declarations, settings)
    sites = [d.id for d in declarations]
    if once:
        work.run_due(store, jobs, periodic, sites)
        return
    stop = threading.Event()
    _stop_on_signal(stop)
    work.run(store, jobs, stop, periodic, sites)


def jobs_of(declarations: Sequence[Declaration]) -> dict[str, Any]:
    """Mail delivery, and the jobs of every kind that is declared."""
    from zweck.work import mail_jobs

    found: dict[str, Any] = dict(mail_jobs({d.id: d.controller.email for d in declarations}))
    for kind in sorted({a.kind for d in declarations for a in d.activities.values()}):
        module = f"zweck.activities.{kind}.jobs"
        if find_spec(f"zweck.activities.{kind}") and find_spec(module):
            found |= import_module(module).JOBS
    return found


def periodic_of(declarations: Sequence[Declaration], settings: Settings) -> tuple[Periodic, ...]:
    """Sweep and tidy daily, sign the evidence hourly, finish requests that a stop cut off every few minutes."""
    from zweck.work import Periodic

    known = {d.id: d for d in declarations}

    def of(task: Callable[[Declaration, Store, Settings], None]) -> Callable[[Store, str], None]:
        return lambda store, site: task(known[site], store, settings)

    return (
        Periodic("sweep", DAILY, of(_sweep)),
        Periodic("rights.tidy", DAILY, of(_tidy)),
        Periodic("rights.resume", OFTEN, of(_resume)),
        Periodic("evidence.sign", HOURLY, of(_sign)),
    )


def _sweep(declaration: Declaration, store: Store, settings: Settings) -> None:
    from zweck.sweep import sweep
    from zweck.systems import connect

    sweep(declaration, connect(declaration, store, settings), store, store.clock.now())


def _tidy(declaration: Declaration, store: Store, settings: Settings) -> None:
    from zweck.rights import tidy

    with store.begin(declaration.id) as tx:
        tidy(tx, declaration)


def _resume(declaration: Declaration, store: Store, settings: Settings) -> None:
    """Only requests whose execution had begun: an approved one that nobody ran waits for its officer."""
    from zweck import rights
    from zweck.rights.engine import APPROVED
    from zweck.systems import connect

    with store.read(declaration.id) as tx:
        cut = [r for r in tx.requests.list(open=True, status=APPROVED) if any(s.status == "done" for s in r.steps)]
    for request in cut:
        link = partial(_link, declaration, settings)
        rights.run(store, declaration, connect(declaration, store, settings), request.id, link)


def _link(declaration: Declaration, settings: Settings, token: str) -> str:
    from zweck.activities.face import site_base
    from zweck.rights.engine import activity_of

    return f"{site_base(declaration, settings)}/privacy/{activity_of(declaration)}/request?token={token}"


def _sign(declaration: Declaration, store: Store, settings: Settings) -> None:
    from zweck.store.checkpoints import sign

    sign(store, declaration.id)


def addresses(declarations: Sequence[Declaration], store: Store, host: str, port: int) -> list[str]:
    """What to open: every site, its desk, and the one link that makes the first account."""
    from zweck.promises import compile_promises
    from zweck.serve.site import Site, known_names

    sites = [Site(d, compile_promises(d), known_names(d)) for d in declarations]
    bases = {s.id: _base(s, host, port, len(sites) == 1) for s in sites}
    lines = [f"{s.declaration.site.name}: {bases[s.id]}/privacy  desk: {bases[s.id]}/desk" for s in sites]
    token = setup_token(store, bases)
    if token:
        first = without_accounts(store, bases)[0]
        lines.append(f"No account yet. Make the first one (once): {bases[first]}/desk/setup?token={token}")
    if not store.settings.smtp_url:
        lines.append("No mail server (ZWECK_SMTP): mails stay in the desk's outbox.")
    return lines


def _base(site: Site, host: str, port: int, is_only: bool) -> str:
    local = sorted((n for n in site.names if n.endswith(".localhost")), key=len)
    name = host if is_only and host not in ("0.0.0.0", "::") else (local[0] if local else "localhost")  # noqa: S104
    return f"http://{name}:{port}"


logging.getLogger("zweck").addHandler(logging.NullHandler())
