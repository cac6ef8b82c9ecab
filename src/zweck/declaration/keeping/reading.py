"""Reading one clause: words with their places, and problems that say what would be right.

A problem names the clause and the offset in its text, so that the declaration's loader can put a caret under
the very word. Clauses are written by hand and sometimes by strangers: length and nesting are limited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import NoReturn

from zweck.errors import Position, ZweckError

MAX_LENGTH = 2000
MAX_DEPTH = 12

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"(?=.*[a-z_])[a-z0-9_]+")
RESERVED = frozenset(
    {
        "after", "any", "at", "by", "every", "first", "for", "in", "last", "of", "on", "review", "to",
        "until", "while", "year_end", "statutory",
    }
)  # fmt: skip
"""Words of the language itself, which no event may be called."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: what is wrong, what would be right, and where: rule, clause, offset in its text."""

    message: str
    mend: str
    clause: str = ""
    offset: int = 0
    width: int = 1
    index: int = 0

    def at(self, start: Position) -> Position:
        """The place of the word, given where its clause's text starts on one line."""
        if not start.column:
            return start
        column = start.column + self.offset
        return replace(start, column=column, end_column=column + self.width)


class KeepingError(ZweckError):
    """A keeping rule that cannot be read; has all ``problems``, and the first one's fields as its own."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        self.message, self.mend, self.clause = first.message, first.mend, first.clause
        self.offset, self.width = first.offset, first.width
        super().__init__("; ".join(problem.message for problem in self.problems))


class Misread(Exception):
    """Carries one problem out of a clause."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign, with its place in the clause."""

    text: str
    offset: int

    @property
    def is_number(self) -> bool:
        return self.text.isascii() and self.text.isdigit()


class Reader:
    """Goes through the words of one clause from left to right."""

    def __init__(self, text: str, clause: str) -> None:
        self.text, self.clause = text, clause
        if len(text) > MAX_LENGTH:
            raise self.problem(f"longer than {MAX_LENGTH} characters", "write a shorter clause", None)
        self.tokens = [Token(found[0], found.start()) for found in _TOKEN.finditer(text)]
        self.index = 0
        self.depth = 0

    def peek(self, ahead: int = 0) -> str:
        """The text of a coming token; empty at the end."""
        place = self.index + ahead
        return self.tokens[place].text if place < len(self.tokens) else ""

    @property
    def next_is_number(self) -> bool:
        return self.index < len(self.tokens) and self.tokens[self.index].is_number

    @property
    def at_end(self) -> bool:
        return self.index >= len(self.tokens)

    def take(self, phrase: str) -> bool:
        """Step over the words of ``phrase`` if they come next."""
        words = phrase.split()
        if any(self.peek(number) != word for number, word in enumerate(words)):
            return False
        self.index += len(words)
        return True

    def next(self) -> Token:
        """The next token; at the end an empty one behind the text."""
        if self.at_end:
            return Token("", len(self.text.rstrip()))
        self.index += 1
        return self.tokens[self.index - 1]

    def current(self) -> Token:
        """The next token without stepping over it."""
        return self.tokens[self.index] if not self.at_end else Token("", len(self.text.rstrip()))

    def expect(self, phrase: str, mend: str) -> None:
        """Step over ``phrase`` or say what is missing."""
        if not self.take(phrase):
            self.fail(f"{_found(self.current())} where `{phrase}` belongs", self._nearest([phrase]) or mend)

    def word(self, what: str, example: str) -> str:
        """A name of the declaration's own: lower case letters, digits, underscore."""
        token = self.current()
        if token.text in RESERVED or not _WORD.fullmatch(token.text):
            lowered = token.text.lower().replace("-", "_")
            fits = bool(_WORD.fullmatch(lowered)) and lowered not in RESERVED
            mend = f"did you mean `{lowered}`?" if fits else f"name {what}, for example `{example}`"
            self.fail(f"{_found(token)} where {what} belongs", mend)
        self.index += 1
        if self.peek() == "-":
            start, end = token.offset, self.tokens[self.index + 1 : self.index + 2]
            whole = self.text[start : end[0].offset + len(end[0].text)] if end else token.text + "-"
            name = whole.replace("-", "_")
            self.fail(f"`{whole}` is no name", f"lower case letters, digits and underscores: `{name}`", token)
        return token.text

    def choice(self, options: Iterable[str], mend: str) -> Misread:
        """The problem that what comes next is none of ``options``, suggesting the nearest."""
        known = list(options)
        message = f"{_found(self.current())} is not understood here"
        return self.problem(message, self._nearest(known) or mend, self.current())

    def end(self, mend: str = "") -> None:
        """Nothing may follow."""
        if not self.at_end:
            self.fail(f"{_found(self.current())} is too much here", mend or f"end after `{self._so_far()}`")

    def span(self, first: Token, more: int) -> Token:
        """``first`` and the ``more`` tokens that come next as one, for a caret under all of them."""
        last = self.tokens[min(self.index + more, len(self.tokens)) - 1]
        return Token(self.text[first.offset : last.offset + len(last.text)], first.offset)

    def since(self, first: Token) -> Token:
        """Everything from ``first`` to the last token that was read, as one."""
        return self.span(first, 0)

    def fail(self, message: str, mend: str, token: Token | None = None) -> NoReturn:
        """Raise the problem at ``token``, or at the next one."""
        raise self.problem(message, mend, token or self.current())

    def problem(self, message: str, mend: str, token: Token | None) -> Misread:
        offset, width = (token.offset, max(len(token.text), 1)) if token else (0, 1)
        return Misread(Problem(message, mend, self.clause, offset, width))

    def _nearest(self, options: list[str]) -> str:
        heard = self.current().text.lower()
        firsts = {option.split()[0]: option for option in options}
        near = get_close_matches(heard, [*firsts], n=1, cutoff=0.6)
        return f"did you mean `{firsts[near[0]]}`?" if near else ""

    def _so_far(self) -> str:
        before = self.tokens[self.index - 1] if self.index else Token("", 0)
        return self.text[: before.offset + len(before.text)]


def _found(token: Token) -> str:
    return f"`{token.text}`" if token.text else "the end"
