"""One site as the server knows it: its declaration, the hosts it answers to, the origins whose forms it accepts.

A host that is no site's gets nothing, not even the name of another site (Art. 32).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from zweck.activities.face import is_local
from zweck.declaration.model import Declaration
from zweck.promises.model import Promise

_ORIGIN = re.compile(r"^(https?)://([a-z0-9.-]+)(?::\d+)?$")


@dataclass
class Site:
    """A declared site; ``limits`` maps a path to the bytes a request body may have there."""

    declaration: Declaration
    promises: tuple[Promise, ...]
    names: frozenset[str]
    scheme: str = "https"
    limits: dict[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.declaration.id

    def accepts(self, origin: str) -> bool:
        """Whether a form may come from this ``Origin``: own hosts only; plain http only where declared or local."""
        found = _ORIGIN.match(origin.strip().lower())
        if not found or found[2] not in self.names:
            return False
        return found[1] == "https" or self.scheme == "http" or is_local(found[2])


def host_name(header: str) -> str:
    """A ``Host`` header without its port, in lower case."""
    name, _, port = header.strip().lower().rpartition(":")
    return (name if name and port.isdigit() else header.strip().lower()).rstrip(".")


def local_names(declaration: Declaration) -> set[str]:
    """``nordlicht.localhost`` and the folder's name, so that many sites share one port on this machine."""
    labels = declaration.site.domains[0].split(".")
    first = labels[1] if labels[0] == "www" and len(labels) > 1 else labels[0]
    folder = Path(declaration.source.file).resolve().parent.name.lower()
    return {f"{n}.localhost" for n in (first, folder) if n and n.replace("-", "").isalnum()}


def known_names(declaration: Declaration) -> frozenset[str]:
    """Every host name a declaration answers to."""
    return frozenset({*declaration.site.domains, *local_names(declaration)})


class Sites:
    """The sites of an installation, found by host; a single site also answers to this machine's own names."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self.all = list(sites)
        self._by_name = {name: site for site in reversed(self.all) for name in site.names}

    def find(self, header: str) -> Site | None:
        """The site behind a ``Host`` header, or ``None``."""
        name = host_name(header)
        if name in self._by_name:
            return self._by_name[name]
        if len(self.all) == 1 and is_local(name):
            return self.all[0]
        return None
