"""One line of a notice made plain, and the way back: where each letter stood in the file.

Soft hyphens and other invisible characters go, odd spaces become plain ones, letters are composed, ligatures
dissolved, and words that a conversion glued together are parted. ``columns`` finds the file's own columns again, so
that a finding points to what the author sees.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
    )
)
_SPACES = {
    ord(c): " "
    for c in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\x00\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
}
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_TABLE = {**_INVISIBLE, **_SPACES, **_LIGATURES}
_AHEAD = 2_200
"""How far ``columns`` looks for a letter that the plain line has: as long as the longest address of a link."""

_FUNCTION = "Wir|Die|Der|Das|Dies|Diese|Dieser|Sie|Ihre|Bei|Für|Wenn|Unsere|Soweit|Sofern|Rechtsgrundlage|We|You|Your"
_GLUED = re.compile(
    r"(?P<stop>(?<=[a-zäöüß]{2}[.!?])(?=[A-ZÄÖÜ][a-zäöüß]+[ ,]))"
    rf"|(?P<word>(?<=[a-zäöüß]{{3}})(?=(?:{_FUNCTION}) [a-zäöü]))"
    r"|(?P<cited>(?<=\bArt\.)(?=\d)|(?<=\b(?:Abs|lit)\.)(?=\w)|(?<=\d(?:Abs|lit)\.)(?=\w)|(?<=\bNr\.)(?=\d)"
    r"|(?<=\d)(?=(?:Abs|lit|Satz|Nr)\b)"
    r"|(?<=\d)(?=(?:DS-?GVO|GDPR|BDSG|TDDDG|TTDSG)\b)|(?<=[ .][a-f])(?=(?:DS-?GVO|GDPR)\b))"
)
_MAY_BE_GLUED = re.compile(r"[a-zäöüß][.!?]?[A-ZÄÖÜ]|\d[A-Zlg]|(?:Art|Abs|lit|Nr)\.\w")
_ADDRESS = re.compile(r"[@/]|www\.|\.\w")
_ENDINGS = frozenset(("com", "de", "net", "org", "io", "eu", "info", "js", "app", "dev", "at", "ch"))


def clean(line: str) -> str:
    """The line composed, without invisible characters, its odd spaces plain, its glued words parted."""
    if "\t" in line.strip():
        line = line.replace("\t", " | ")
    if not line.isascii():
        line = unicodedata.normalize("NFC", line).translate(_TABLE)
    elif not line.isprintable():
        line = line.translate(_SPACES)
    return parted(line)


def parted(line: str) -> str:
    """The line with a space where two words stand without one; addresses and names of brands stay whole."""
    if not _MAY_BE_GLUED.search(line):
        return line
    cuts = [m.start() for m in _GLUED.finditer(line) if not _is_name(line, m)]
    for cut in reversed(cuts):
        line = f"{line[:cut]} {line[cut:]}"
    return line


def _is_name(line: str, glued: re.Match[str]) -> bool:
    """Whether a full stop inside a word is one of an address (“www.Beispiel.de”), not the end of a sentence."""
    if glued.lastgroup != "stop":
        return False
    cut = glued.start()
    before = line[max(0, cut - 80) : cut - 1].rsplit(None, 1)
    after = re.match(r"\w+", line[cut : cut + 40])
    return bool((before and _ADDRESS.search(before[-1])) or (after and after[0].lower() in _ENDINGS))


def columns(raw: str, plain: str) -> list[int]:
    """For each letter of ``plain``, and for its end, the index of the letter of ``raw`` that it came from."""
    found: list[int] = []
    at = i = 0
    while i < len(plain):
        at = _visible(raw, at)
        step, width = _match(raw, at, plain, i)
        found += [at] * width
        if step < 0:  # nothing in the file: put in by cleaning, or the file has signs here that were taken out
            ahead = raw.find(plain[i], at, at + _AHEAD) if plain[i] not in " |(" else -1
            at = ahead + 1 if ahead >= 0 else at
            found[-1] = ahead if ahead >= 0 else at
        at += max(step, 0)
        i += width
    found.append(at)
    return found


def _visible(raw: str, at: int) -> int:
    while at < len(raw) and ord(raw[at]) in _INVISIBLE:
        at += 1
    return at


def _match(raw: str, at: int, plain: str, i: int) -> tuple[int, int]:
    """How many letters of ``raw`` make how many of ``plain`` here; -1 where none does."""
    here = raw[at : at + 1]
    if not here:
        return -1, 1
    if here == plain[i] or _SPACES.get(ord(here)) == plain[i]:
        return 1, 1
    if (whole := _LIGATURES.get(ord(here))) and plain.startswith(whole, i):
        return 1, len(whole)
    for size in (2, 3):
        if unicodedata.normalize("NFC", raw[at : at + size]) == plain[i]:
            return size, 1
    return -1, 1
