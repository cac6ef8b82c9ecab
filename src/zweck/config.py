"""Settings from the environment, typed; secrets that cannot be printed.

Every setting of the installation is named here and only here; ``docs/reference/settings.md`` lists them.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path

from zweck.errors import ZweckError


class Secret:
    """A value that hides itself in ``repr``, ``str`` and tracebacks; ``reveal`` gives it."""

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        self._value = value

    def reveal(self) -> bytes:
        return self._value

    def __repr__(self) -> str:
        return "Secret('**********')"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)


@dataclass(frozen=True)
class Settings:
    """One installation: where its data lies, its master key, how it mails, where it is reached.

    ``smtp_url`` is ``smtp://user:password@host:587`` (STARTTLS) or ``smtps://…``; empty means the local outbox.
    ``trusted_proxies`` are the peers whose ``X-Forwarded-*`` headers are believed.
    """

    data: Path
    database: str
    master_key: Secret
    smtp_url: str = ""
    public_scheme: str = "https"
    trusted_proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    max_upload_bytes: int = 10 * 1024 * 1024


def load_settings(
    environ: Mapping[str, str] | None = None, *, database: str = "", data: Path | None = None
) -> Settings:
    """Settings from ``ZWECK_*``; arguments win. The first start makes a master key file readable by its owner only.

    Raises ``ZweckError`` naming the variable and what would be right.
    """
    env = os.environ if environ is None else environ
    folder = data or Path(env.get("ZWECK_DATA", ".zweck"))
    return Settings(
        data=folder,
        database=database or env.get("ZWECK_DB", "") or f"sqlite:///{folder / 'zweck.sqlite'}",
        master_key=_master_key(env, folder),
        smtp_url=_one_of(env, "ZWECK_SMTP", "", ("smtp://", "smtps://")),
        public_scheme=_one_of(env, "ZWECK_SCHEME", "https", ("https", "http")),
        trusted_proxies=_networks(env, "ZWECK_TRUSTED_PROXIES", "127.0.0.1,::1"),
        max_upload_bytes=_integer(env, "ZWECK_MAX_UPLOAD", 10 * 1024 * 1024),
    )


def _integer(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name, "")
    if not text:
        return default
    if not text.isdigit():
        raise ZweckError(f"{name}: a whole number of bytes is needed")
    return int(text)


def _one_of(env: Mapping[str, str], name: str, default: str, starts: tuple[str, ...]) -> str:
    text = env.get(name, "") or default
    if text and not (text.startswith(starts) if "://" in starts[0] else text in starts):
        raise ZweckError(f"{name}: {' or '.join(starts)} is needed")
    return text


def _networks(env: Mapping[str, str], name: str, default: str) -> tuple[str, ...]:
    found = tuple(p.strip() for p in env.get(name, default).split(",") if p.strip())
    for one in found:
        try:
            ip_network(one, strict=False)
        except ValueError:
            raise ZweckError(f"{name}: addresses or networks are needed, like 10.0.0.0/8,::1") from None
    return found


def _master_key(env: Mapping[str, str], folder: Path) -> Secret:
    if text := env.get("ZWECK_KEY", ""):
        return _decode_key(text, "ZWECK_KEY")
    path = Path(env.get("ZWECK_KEY_FILE", "") or folder / "master.key")
    if not path.exists():
        _create_key(path)
    return _decode_key(path.read_text("latin-1").strip(), str(path))


def _create_key(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = base64.urlsafe_b64encode(os.urandom(32)).decode()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first; its key counts
        return
    with os.fdopen(handle, "w") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())


def _decode_key(text: str, where: str) -> Secret:
    try:
        key = base64.urlsafe_b64decode(text)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise ZweckError(f"{where}: 32 bytes in URL-safe base64 are needed")
    return Secret(key)
