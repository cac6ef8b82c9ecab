"""A text that nobody else would type: if it turns up in a request, the page sends what is being typed.

Looked for plain and as it is commonly disguised: URL-encoded, hexadecimal, Base64 at any offset, MD5, SHA-1 and
SHA-256. Nothing is submitted; a form is only filled in (Art. 5(1)(a), 13(1)(c) GDPR).
"""

from __future__ import annotations

import secrets
from base64 import b64encode
from hashlib import md5, sha1, sha256
from urllib.parse import unquote


class Canary:
    """One e-mail address and one word, new for each audit."""

    def __init__(self, word: str = "") -> None:
        self.word = word or f"zw{secrets.token_hex(6)}"
        self.email = f"{self.word}@example.org"
        self._marks = dict(self._coded())

    def value_for(self, kind: str) -> str:
        """What to type into a field of this type."""
        return self.email if kind == "email" else self.word

    def found_in(self, *texts: str) -> str:
        """How it is coded in one of the texts, or an empty string."""
        for text in texts:
            shown = unquote(text)
            for mark, how in self._marks.items():
                if mark in shown or mark in text:
                    return how
        return ""

    def _coded(self) -> list[tuple[str, str]]:
        marks = [(self.word, "plain")]
        for said in (self.email.encode(), self.word.encode()):
            marks.append((said.hex(), "hexadecimal"))
            marks.append((sha256(said).hexdigest(), "SHA-256"))
            marks.append((sha1(said, usedforsecurity=False).hexdigest(), "SHA-1"))
            marks.append((md5(said, usedforsecurity=False).hexdigest(), "MD5"))
        # the first and last characters of a group depend on what stands around it
        for offset in range(3):
            coded = b64encode(b"\0" * offset + self.word.encode()).decode().rstrip("=")
            marks.append((coded[4 if offset else 0 : (len(self.word) + offset) * 8 // 6], "Base64"))
        return marks
