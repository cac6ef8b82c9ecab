"""Signed checkpoints: Ed25519 over the head of a chain, so that nobody with the database alone can rewrite it.

Each checkpoint is numbered and names its predecessor's signature, so none can be left out. The key lies in the data
folder, readable by its owner only; the public key beside it is what an auditor needs.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zweck.errors import ZweckError
from zweck.evidence.entry import Head, canonical, stamp

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """At ``at``, the chain of ``site`` had ``seq`` entries and the last one's hash was ``hash``."""

    site: str
    number: int
    seq: int
    at: str
    hash: str
    previous: str
    key: str
    signature: str

    def signed_bytes(self) -> bytes:
        """What the signature covers: every other field."""
        fields = (self.site, self.number, self.seq, self.at, self.hash, self.previous, self.key)
        return canonical(fields).encode("utf-8", "surrogatepass")


class CheckpointKey:
    """Signs and verifies checkpoints; ``id`` is its public key in hexadecimal."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.id = private.public_key().public_bytes_raw().hex()

    def sign(self, head: Head, site: str, at: datetime, last: Checkpoint | None) -> Checkpoint:
        """The checkpoint that follows ``last``."""
        made = Checkpoint(
            site=site,
            number=last.number + 1 if last else 1,
            seq=head.seq,
            at=stamp(at),
            hash=head.hash,
            previous=last.signature if last else "",
            key=self.id,
            signature="",
        )
        return replace(made, signature=self._private.sign(made.signed_bytes()).hex())


def is_signed(checkpoint: Checkpoint, keys: frozenset[str]) -> bool:
    """Whether one of ``keys`` (public keys in hexadecimal) signed exactly this checkpoint."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if checkpoint.key not in keys:
        return False
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(checkpoint.key))
        public.verify(bytes.fromhex(checkpoint.signature), checkpoint.signed_bytes())
    except (InvalidSignature, ValueError):
        return False
    # fromhex forgives capital letters and spaces; the stored text must be the one form
    return checkpoint.signature == bytes.fromhex(checkpoint.signature).hex()


def load_key(folder: Path) -> CheckpointKey:
    """The installation's key, made on first use (mode 0600); raises ``ZweckError`` for a file that is no key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    path = folder / "evidence.key"
    if not path.exists():
        _create(path)
    try:
        return CheckpointKey(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii").strip())))
    except ValueError:
        raise ZweckError(f"{path}: an Ed25519 private key of 64 hexadecimal digits is needed") from None


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(os.urandom(32).hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, path)  # whole or not at all, and the first process wins
    except FileExistsError:
        return
    finally:
        fresh.unlink()
    path.with_suffix(".pub").write_text(load_key(path.parent).id + "\n", "ascii")
