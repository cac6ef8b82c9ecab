"""What a user gives to read: files, folders, standard input, addresses; each becomes bytes with a name.

Nothing here uses the network: whoever may, hands in a function that fetches an address. A source that cannot be read
is named with its reason and does not keep the others from being read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from zweck.errors import UnreadableError
from zweck.read.source import MOST_BYTES

_SECRET = re.compile(r"//[^/@\s]*@")
FORMS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf")


@dataclass(frozen=True)
class Given:
    """The bytes of one source; ``encoding`` is what the sender said of them, empty when nobody did."""

    name: str
    data: bytes
    encoding: str = ""


Fetch = Callable[[str], Given]
Source = Callable[[], Given]


def sources(paths: Iterable[str | Path], fetch: Fetch | None = None) -> Iterator[tuple[str, Source]]:
    """Each source by name with the function that gets it; that one raises ``UnreadableError`` with the reason."""
    for path in map(str, paths):
        where = Path(path)
        if path == "-":
            yield "standard input", _standard_input
        elif path.lower().startswith(("http://", "https://")):
            yield _SECRET.sub("//…@", path), _address(path, fetch)
        elif _is_folder(where):
            yield from _folder(where)
        else:
            yield path, _file(where)


def _standard_input() -> Given:
    return Given("standard input", sys.stdin.buffer.read(MOST_BYTES + 1))


def _address(address: str, fetch: Fetch | None) -> Source:
    def get() -> Given:
        if fetch is None:
            raise UnreadableError(f"{address}: only files are read here; save the page and give its file")
        return fetch(address)

    return get


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no such name can be: reading it says why
        return False


def _folder(folder: Path) -> Iterator[tuple[str, Source]]:
    files = sorted(f for f in folder.rglob("*") if f.suffix.lower() in FORMS and not _is_hidden(f, folder))
    if not files:
        yield str(folder), _nothing(folder)
    for file in files:
        if not file.is_dir():
            yield str(file), _file(file)


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _shown(path: Path) -> str:
    """The name of a file as text, also where the file system holds bytes that are none."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _nothing(folder: Path) -> Source:
    def get() -> Given:
        raise UnreadableError(f"{folder}: no notice here; looked for {', '.join(FORMS)}")

    return get


def _file(path: Path) -> Source:
    def get() -> Given:
        try:
            size = path.stat().st_size
            if size > MOST_BYTES:
                most = f"a notice has at most {MOST_BYTES // 1_000_000} MB"
                raise UnreadableError(f"{path}: {size // 1_000_000} MB is too large; {most}")
            with path.open("rb") as file:
                return Given(_shown(path), file.read(MOST_BYTES + 1))
        except OSError as error:
            raise UnreadableError(f"{path}: {error.strerror or 'cannot be read'}") from error
        except ValueError as error:
            raise UnreadableError(f"{path!s:.80}: this is no name of a file") from error

    return get
