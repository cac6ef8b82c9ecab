"""Private servers for tests: a PostgreSQL cluster of this run's own, thrown away afterwards.

It listens on a free port of 127.0.0.1, runs as an unprivileged user (PostgreSQL refuses root) and trades
durability for speed. Tests that need it skip only where PostgreSQL is not installed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "50",
    "shared_buffers": "32MB",
    "timezone": "America/New_York",  # not ours: a forgotten zone must show
}


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def postgres_binaries() -> Path | None:
    """The folder of ``initdb`` and ``postgres``, the newest version installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].split(".")[0]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def postgres_cluster(binaries: Path) -> Iterator[str]:
    """Start a cluster; gives the SQLAlchemy URL of its empty database ``zweck``."""
    account = _unprivileged()
    home = Path(tempfile.mkdtemp(prefix="zweck-pg-"))
    try:
        if account:
            os.chown(home, account.pw_uid, account.pw_gid)
        data, port = home / "data", free_port()
        options = ["-U", "zweck", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(
            [binaries / "initdb", "-D", data, *options],
            check=True,
            capture_output=True,
            cwd=home,
            **_as(account),
        )
        yield from _running(binaries, home, port, account)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _running(binaries: Path, home: Path, port: int, account: pwd.struct_passwd | None) -> Iterator[str]:
    settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    command = [binaries / "postgres", "-D", home / "data", "-p", str(port), "-k", home, *settings]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, **_as(account))
        try:
            _create_database(port, server, home)
            yield f"postgresql+psycopg://zweck@127.0.0.1:{port}/zweck"
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _create_database(port: int, server: subprocess.Popen[bytes], home: Path) -> None:
    import psycopg

    deadline = time.monotonic() + 60
    while True:
        try:
            with psycopg.connect(f"host=127.0.0.1 port={port} user=zweck dbname=postgres", autocommit=True) as link:
                link.execute("CREATE DATABASE zweck")
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((home / "log").read_text(errors="replace")) from None
            time.sleep(0.1)


def _unprivileged() -> pwd.struct_passwd | None:
    """Whom to run as: ourselves, or ``postgres`` or ``nobody`` when we are root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _as(account: pwd.struct_passwd | None) -> dict[str, object]:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a private PostgreSQL; one database for the whole run, so clean up what you create."""
    binaries = postgres_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed")
    with postgres_cluster(binaries) as url:
        yield url


@contextmanager
def mariadb_server() -> Iterator[str]:
    """Start a private MariaDB; gives the SQLAlchemy URL of its empty database ``zweck``."""
    account = _unprivileged_as("mysql")
    home = Path(tempfile.mkdtemp(prefix="zweck-my-"))
    try:
        if account:
            os.chown(home, account.pw_uid, account.pw_gid)
        options = [f"--datadir={home / 'data'}", "--auth-root-authentication-method=normal", "--skip-test-db"]
        subprocess.run(
            ["mariadb-install-db", "--no-defaults", *options], check=True, capture_output=True, cwd=home, **_as(account)
        )
        yield from _running_mariadb(home, free_port(), account)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _running_mariadb(home: Path, port: int, account: pwd.struct_passwd | None) -> Iterator[str]:
    binary = shutil.which("mariadbd") or "/usr/sbin/mariadbd"
    settings = {
        "datadir": home / "data",
        "port": port,
        "bind-address": "127.0.0.1",
        "socket": home / "socket",
        "pid-file": home / "pid",
        "innodb-buffer-pool-size": "32M",
        "innodb-flush-log-at-trx-commit": 0,
        "character-set-server": "utf8mb4",
        "default-time-zone": "-05:00",  # not ours: a forgotten zone must show
    }
    command = [binary, "--no-defaults", *(f"--{name}={value}" for name, value in settings.items())]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, **_as(account))
        try:
            _create_mariadb(port, server, home)
            yield f"mariadb+pymysql://root@127.0.0.1:{port}/zweck"
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _create_mariadb(port: int, server: subprocess.Popen[bytes], home: Path) -> None:
    import pymysql

    deadline = time.monotonic() + 60
    while True:
        try:
            link = pymysql.connect(host="127.0.0.1", port=port, user="root", autocommit=True)
            with link, link.cursor() as cursor:
                cursor.execute("CREATE DATABASE zweck")
            return
        except pymysql.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((home / "log").read_text(errors="replace")) from None
            time.sleep(0.1)


def _unprivileged_as(name: str) -> pwd.struct_passwd | None:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return (known.get(name) or _unprivileged()) if os.geteuid() == 0 else None


@pytest.fixture(scope="session")
def mariadb_url() -> Iterator[str]:
    """The URL of a private MariaDB; one database for the whole run, so clean up what you create."""
    if not (shutil.which("mariadb-install-db") and (shutil.which("mariadbd") or Path("/usr/sbin/mariadbd").exists())):
        pytest.skip("MariaDB is not installed")
    with mariadb_server() as url:
        yield url
