"""The newsletter's mails: confirm, already on the list, welcome, leave, farewell, and an issue to everybody.

Every mail to somebody on the list carries a personal link to leave and the headers for one click (RFC 8058); an issue
without the link is not sent. Subjects name nobody.
"""

from __future__ import annotations

from collections.abc import Callable

from zweck import texts
from zweck.errors import RefusedError

Link = Callable[[str, str], str]
"""``link(path, token)``: a full address on the site's own host."""
PLACE = "{unsubscribe}"


def leave_headers(address: str) -> dict[str, str]:
    """The headers that let a mailbox offer one click to leave."""
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def issue_text(text: str, address: str, language: str) -> str:
    """An issue for one reader; raises ``RefusedError`` (newsletter.link_in_every_mail) where the link has no place."""
    if PLACE not in text:
        raise RefusedError(f"newsletter.link_in_every_mail: the text has no {PLACE}")
    foot = texts.message("newsletter.issue-foot", language, link=address)
    return text.replace(PLACE, foot)
