"""The outbox: every mail that waits, went or failed; without a mail server this is where mails are read.

Only the officer sees it. Links in a mail can be followed, so that an installation without SMTP can be tried whole;
once a mail is sent its contents are gone (Art. 5(1)(e) GDPR).
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape
from starlette.responses import Response

from zweck import texts
from zweck.desk.visit import Page, Visit

PER_PAGE = 50
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


def list_mails(visit: Visit) -> Response:
    """The newest mails first, by what they are for; whom they go to shows on the mail itself."""
    before = visit.request.query_params.get("before") or None
    with visit.read() as tx:
        found = tx.mail.list(limit=PER_PAGE, before=before)
    rows = [
        {
            "id": m.id,
            "what": _name(visit, m.template),
            "queued": m.queued_at,
            "status": m.status,
            "said": visit.say(f"mail-{m.status}"),
            "to": m.to,
            "attempts": m.attempts,
        }
        for m in found
    ]
    older = found[-1].id if len(found) == PER_PAGE else ""
    is_local = not visit.desk.frame.settings.smtp_url
    return visit.show("desk/outbox.html", visit.say("outbox-title"), rows=rows, older=older, is_local=is_local)


def _name(visit: Visit, template: str) -> str:
    key = f"desk.template-{template.replace('.', '-').replace('_', '-')}"
    return texts.message(key, visit.language) if texts.has(key, visit.language) else template


def show_mail(visit: Visit) -> Response:
    """One mail as it goes out."""
    with visit.read() as tx:
        found = tx.mail.get(visit.id())
    return visit.show(
        "desk/mail.html",
        visit.say("mail-title"),
        mail=found,
        what=_name(visit, found.template),
        said=visit.say(f"mail-{found.status}"),
        text=linked(found.text),
    )


def linked(text: str) -> Markup:
    """A plain text with its addresses as links; everything else is escaped."""
    made, at = Markup(""), 0
    for found in _LINK.finditer(text):
        made += escape(text[at : found.start()])
        made += Markup('<a href="{0}" rel="noreferrer noopener">{0}</a>').format(found.group())
        at = found.end()
    return made + escape(text[at:])


PAGES = (
    Page("/outbox", list_mails, area="outbox"),
    Page("/outbox/{id}", show_mail, area="outbox"),
)
