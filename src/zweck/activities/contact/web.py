"""The contact form on the web: the declared fields, one commit, a mail only where the declaration says so.

The notice stands beside the form (Art. 13); what is stored serves the answer and nothing else (Art. 5(1)(b)).
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from zweck.activities.check import as_data
from zweck.activities.face import Face, language_of
from zweck.activities.form import Checked, Form, identifiers
from zweck.activities.submission import FormPage, collected, mail_text, text_version


def routes(face: Face) -> list[BaseRoute]:
    """The form, its post, and the page after it; none where no field is declared."""
    if not face.activity.fields:
        return []
    page = FormPage(face, lambda language: Form(face.activity.fields), _storing(face), face.path)
    face.limits[page.path] = page.max_bytes
    return [
        Route(page.path, page.show, methods=["GET"]),
        Route(page.path, page.take, methods=["POST"]),
        Route(f"{page.path}/sent", page.thanks, methods=["GET"]),
    ]


def _storing(face: Face) -> Any:
    def store(tx: Any, request: Request, checked: Checked) -> None:
        """Record, evidence and, where declared, the acknowledgement: in the caller's transaction."""
        language = language_of(request)
        known = identifiers(face.activity.fields, checked.values)
        subject = tx.subjects.of(known) if known else None
        version = text_version(face, language)
        record = tx.records.add(
            face.activity.name,
            subject=subject,
            data=as_data(checked.values),
            plain={"language": language, "channel": "form"},
            events={"received": tx.now},
            version=version,
        )
        promises = face.kept("contact.notice_at_form", "contact.purpose", "contact.no_share") + collected(face)
        detail = {"version": version, "language": language}
        tx.evidence("contact.received", face.activity.name, promises, record=record, detail=detail)
        if getattr(face.activity, "acknowledge", False) and "email" in known:
            _acknowledge(face, tx, request, known["email"], subject, record)

    return store


def _acknowledge(face: Face, tx: Any, request: Request, to: str, subject: str | None, record: str) -> None:
    language = language_of(request)
    paragraphs = (face.say("mail-received", language), face.say("mail-received-not-you", language))
    tx.mail.queue(
        to=to,
        template="contact.received",
        subject_line=face.say("mail-received-subject", language),
        text=mail_text(face, request, language, *paragraphs),
        subject=subject,
        record=record,
        headers={"Auto-Submitted": "auto-replied"},
        key=f"contact.received:{record}",
    )
