"""Where a rendered document stands: how its pages find each other and its stylesheet.

Files on disk lie beside each other; the live site serves the same documents under ``/privacy``. Nothing else
differs, so a reader sees the same page in both places.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

STYLESHEET = "notice.css"


def _beside(kind: str, language: str) -> str:
    return f"{kind}.{language}.html"


def _live(kind: str, language: str) -> str:
    return f"/privacy/{language}/{kind}"


@dataclass(frozen=True)
class Frame:
    """``address`` gives the place of a document; ``home`` the site's first page, ``settings`` the consent choices.

    ``versions`` tells the place of the list of versions, where there is one; ``robots`` what search engines may do.
    ``before`` and ``after`` are trusted HTML that the server puts around the document (its own header and footer).
    """

    address: Callable[[str, str], str] = _beside
    stylesheet: str = STYLESHEET
    home: str = ""
    before: str = ""
    after: str = ""
    versions: Callable[[str], str] | None = None
    robots: str = ""
    kinds: tuple[str, ...] = field(default=("notice", "imprint", "cookies"))

    def resolve(self, href: str) -> str:
        """An address that a browser follows; ``page:kind.language#anchor`` becomes the document's place."""
        if not href.startswith("page:"):
            return href
        page, hash_, anchor = href.removeprefix("page:").partition("#")
        kind, _, language = page.partition(".")
        return self.address(kind, language) + hash_ + anchor


def _list_beside(language: str) -> str:
    return f"versions.{language}.html"


FILES = Frame(versions=_list_beside, kinds=("notice", "imprint", "cookies", "record", "deletion", "processors"))
"""Documents on disk, beside each other."""


def archived_frame(kinds: tuple[str, ...], own: str, others: dict[str, str]) -> Frame:
    """An old version in its own folder: its layers lie beside it, ``others`` are its translations, the rest is current.

    Search engines may follow its links but should show the current version.
    """

    def address(kind: str, language: str) -> str:
        if kind in (*kinds, "changes") and language == own:
            return _beside(kind, language)
        found = others.get(language) if kind in kinds else None
        return f"../{found}/{_beside(kind, language)}" if found else f"../../{_beside(kind, language)}"

    def listed(language: str) -> str:
        return f"../../{_list_beside(language)}"

    return Frame(address, f"../../{STYLESHEET}", versions=listed, robots="noindex, follow")


LIVE = Frame(_live, f"/privacy/static/{STYLESHEET}", home="/")
"""Documents on the live site; the record of processing is not public (Art. 30(4))."""
