"""The rights of the persons concerned (Art. 7(3), 13 to 22 and 77 GDPR), and what an answer to access must
contain.

One catalogue for the notice, the rights portal, the officer's desk and the access package, so that they
name the same rights in the same words. ``access_items`` are the nine items of Art. 15(1) and (2); an access
package without one of them is incomplete.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zweck.errors import NotFoundError
from zweck.law.dataset import load


@dataclass(frozen=True, slots=True)
class Right:
    """One right. ``key`` is permanent; ``article`` as in ``15`` or ``7(3)``.

    ``is_request``: a person can file it as a request that must be answered within a month. ``needs`` names
    the legal bases (letters of Art. 6(1)) on which the right depends; empty where it does not.
    """

    key: str
    article: str
    title_de: str
    title_en: str
    summary_de: str
    summary_en: str
    is_request: bool
    needs: tuple[str, ...]

    def title(self, language: str) -> str:
        """The title in German for ``de``, else in English."""
        return self.title_de if language == "de" else self.title_en

    def summary(self, language: str) -> str:
        """One plain sentence for the notice; German for ``de``, else English."""
        return self.summary_de if language == "de" else self.summary_en


@dataclass(frozen=True, slots=True)
class AccessItem:
    """One item of an access package. ``is_conditional``: it is owed only where it applies, and then says
    so.
    """

    key: str
    article: str
    title_de: str
    title_en: str
    is_conditional: bool

    def title(self, language: str) -> str:
        """The heading in German for ``de``, else in English."""
        return self.title_de if language == "de" else self.title_en


@cache
def rights() -> tuple[Right, ...]:
    """All rights in the order of the articles."""
    return tuple(
        Right(
            key=r["key"],
            article=r["article"],
            title_de=r["title_de"],
            title_en=r["title_en"],
            summary_de=r["summary_de"],
            summary_en=r["summary_en"],
            is_request=r["is_request"],
            needs=tuple(r.get("needs", ())),
        )
        for r in load("rights")["rights"]
    )


def right(key: str) -> Right:
    """The right of that key or article (``access``, ``15``); raises ``NotFoundError``."""
    for known in rights():
        if key in (known.key, known.article):
            return known
    raise NotFoundError(f"there is no right {key!r}; one of {', '.join(r.key for r in rights())} is expected")


@cache
def access_items() -> tuple[AccessItem, ...]:
    """The nine items of Art. 15(1)(a) to (h) and (2), in that order."""
    return tuple(
        AccessItem(i["key"], i["article"], i["title_de"], i["title_en"], i["is_conditional"])
        for i in load("rights")["access_items"]
    )
