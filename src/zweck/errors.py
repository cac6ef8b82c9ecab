"""What can go wrong, as a tree, and the one shape of a finding.

::

    ZweckError                    what a user sees as one message, exit 2
    ├── DeclarationError          one or more problems in a declaration, each with its place
    ├── UnreadableError           a source that `read` cannot read
    ├── RefusedError              an operation that a promise forbids (purpose, hold, access)
    ├── NotFoundError             no such site, request, record
    ├── SystemFailure             a connected system did not do what was asked (``permanent`` or worth a retry)
    └── IntegrityError            evidence or sealed data that was altered

Messages never carry personal data: places and names of fields, not their contents.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; ``error`` and ``block`` make a verb exit with 1."""

    BLOCK = "block"
    ERROR = "error"
    WARN = "warn"
    INFO = "info"

    @property
    def fails(self) -> bool:
        return self in (Severity.BLOCK, Severity.ERROR)


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: lines and columns count from 1; ``end_column`` is exclusive, 0 when unknown."""

    file: str
    line: int = 0
    column: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a notice, a declaration, a live site or a promise.

    ``rule`` is permanent (``GDPR-06-1-basis`` or kebab-case for our own), ``source`` the provision behind it.
    ``certainty`` is ``observed``, ``inferred`` or ``for a lawyer``; ``words`` are those of the text, if any.
    """

    rule: str
    severity: Severity
    at: Position
    message: str
    mend: str
    source: str = ""
    certainty: str = "observed"
    path: tuple[str, ...] = field(default=())
    words: str = ""


class ZweckError(Exception):
    """The root of all errors that a user can cause or mend."""


class DeclarationError(ZweckError):
    """A declaration that does not load; carries every problem at once."""

    def __init__(self, findings: list[Finding], text: str = "") -> None:
        self.findings = findings
        self.text = text
        super().__init__("\n".join(f"{f.at}: {f.message}" for f in findings))


class UnreadableError(ZweckError):
    """A source that cannot be read as a notice."""


class RefusedError(ZweckError):
    """A promise forbids this operation; the message names the promise."""


class NotFoundError(ZweckError):
    """What was asked for does not exist."""


class SystemFailure(ZweckError):
    """A connected system failed; ``permanent`` tells whether a retry can help."""

    state: str = ""
    """A word for what is the matter, for the steps of a request (``credentials``, ``deadlock`` …)."""

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        self.permanent = permanent
        super().__init__(message)


class IntegrityError(ZweckError):
    """Evidence or sealed data does not match its hash or key."""


def of_system(error: OSError) -> str:
    """What the operating system refused, in one line: the file or folder, and why."""
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or type(error).__name__}"
