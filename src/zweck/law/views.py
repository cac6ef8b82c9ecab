"""Questions on which courts and authorities differ, and the views one may follow (Art. 5(2) GDPR).

A declaration names the view it follows under ``views:``; where it is silent, the first one counts. Each view gives its
reason and who holds it, in German and English, so that whoever follows it can answer for it. Dated data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from zweck.errors import NotFoundError
from zweck.law.dataset import load


@dataclass(frozen=True, slots=True)
class View:
    """One answer to a disputed question, with its reason and who holds it."""

    id: str
    title_de: str
    title_en: str
    reason_de: str
    reason_en: str
    source: str

    def title(self, language: str) -> str:
        """The view in German for ``de``, else in English."""
        return self.title_de if language == "de" else self.title_en

    def reason(self, language: str) -> str:
        """Why one may hold it, in German for ``de``, else in English."""
        return self.reason_de if language == "de" else self.reason_en


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disputed question; ``rule`` is the check that follows the chosen view, the first option the default."""

    id: str
    rule: str
    title_de: str
    title_en: str
    options: tuple[View, ...]

    def title(self, language: str) -> str:
        """The question in German for ``de``, else in English."""
        return self.title_de if language == "de" else self.title_en

    def chosen(self, views: Mapping[str, str]) -> View:
        """The view that ``views`` follows here; the default where it is silent or names none that exists."""
        wanted = " ".join(views.get(self.id, "").split())
        return next((view for view in self.options if view.id == wanted), self.options[0])


def dispute(dispute_id: str) -> Dispute:
    """The disputed question of that id; raises ``NotFoundError``."""
    for found in disputes():
        if found.id == dispute_id:
            return found
    raise NotFoundError(f"there is no disputed question {dispute_id!r}")


@cache
def disputes() -> tuple[Dispute, ...]:
    """All disputed questions."""
    return tuple(_dispute(record) for record in load("views")["views"])


def _dispute(record: dict[str, Any]) -> Dispute:
    options = tuple(View(**option) for option in record["options"])
    return Dispute(record["id"], record["rule"], record["title_de"], record["title_en"], options)
