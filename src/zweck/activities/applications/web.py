"""The application form: files sealed in the same commit, the talent pool asked apart and unticked.

An archive with a password is accepted as it is; the password travels another way (Art. 32). Consent to the pool has no
effect on the procedure and is noted as an event of its own (Art. 7(2), 7(4)).
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from zweck import texts
from zweck.activities.check import Upload, as_data
from zweck.activities.face import Face, language_of
from zweck.activities.form import Box, Checked, Form, identifiers
from zweck.activities.submission import FormPage, collected, mail_text, text_version
from zweck.write.citation import sentence

POOL = "pool"
PROMISES = ("applications.purpose", "applications.access", "applications.withdraw", "applications.objection")


def routes(face: Face) -> list[BaseRoute]:
    """The form, its post, and the page after it; none where no field is declared."""
    if not face.activity.fields:
        return []
    total = face.settings.max_upload_bytes
    page = FormPage(
        face,
        lambda language: application_form(face, language),
        _storing(face),
        face.path,
        max_bytes=total + 1024 * 1024,
        per_hour=10,
    )
    face.limits[page.path] = page.max_bytes
    return [
        Route(page.path, page.show, methods=["GET"]),
        Route(page.path, page.take, methods=["POST"]),
        Route(f"{page.path}/sent", page.thanks, methods=["GET"]),
    ]


def application_form(face: Face, language: str) -> Form:
    """The declared fields; open positions as a choice; the pool as a box of its own."""
    activity = face.activity
    total = face.settings.max_upload_bytes
    vacancies: dict[str, str] = {key: texts.choose(value, language) for key, value in activity.vacancies.items()}
    choices = {}
    if vacancies:
        choices["vacancy"] = {**vacancies, "open": face.say("vacancy-open", language)}
    return Form(
        activity.fields,
        boxes=_pool_box(face, language),
        file_types=tuple(activity.files),
        max_file_bytes=min(activity.max_file_mb * 2**20, total),
        max_total_bytes=total,
        choices=choices,
    )


def _pool_box(face: Face, language: str) -> tuple[Box, ...]:
    if not face.activity.pool:
        return ()
    keeping = face.keeping(language, POOL)
    hint = face.say("pool-hint", language, keeping=sentence(keeping)).strip()
    return (Box(POOL, face.say("pool-box", language), hint=hint),)


def _storing(face: Face) -> Any:
    def store(tx: Any, request: Request, checked: Checked) -> None:
        """Record, files, evidence and acknowledgement: in the caller's transaction."""
        language = language_of(request)
        known = identifiers(face.activity.fields, checked.values)
        subject = tx.subjects.of(known) if known else None
        box = _pool_box(face, language)
        version = text_version(face, language, {b.name: b.text for b in box})
        in_pool = POOL in checked.ticked
        record = tx.records.add(
            face.activity.name,
            subject=subject,
            data=as_data(checked.values),
            plain={"language": language, "channel": "form", "pool": in_pool},
            events={"received": tx.now, **({"consent_given": tx.now} if in_pool else {})},
            version=version,
        )
        files = [file for found in checked.files.values() for file in found]
        _add_files(tx, record, files)
        detail = {"version": version, "language": language, "files": len(files)}
        promises = face.kept(*PROMISES) + collected(face)
        tx.evidence("applications.received", face.activity.name, promises, record=record, detail=detail)
        if in_pool:
            promises = face.kept("applications.pool")
            tx.evidence(
                "applications.pool_consent",
                face.activity.name,
                promises,
                record=record,
                detail={"version": version},
            )
        if "email" in known:
            _acknowledge(face, tx, request, known["email"], subject, record, len(files))

    return store


def _add_files(tx: Any, record: str, files: list[Upload]) -> None:
    for file in files:
        tx.files.add(record, file.name, file.media_type, file.content)


def _acknowledge(face: Face, tx: Any, request: Request, to: str, subject: str | None, record: str, files: int) -> None:
    language = language_of(request)
    paragraphs = (
        face.say("mail-received", language, files=files),
        face.say("mail-received-withdraw", language, email=face.declaration.controller.email),
    )
    tx.mail.queue(
        to=to,
        template="applications.received",
        subject_line=face.say("mail-received-subject", language),
        text=mail_text(face, request, language, *paragraphs),
        subject=subject,
        record=record,
        headers={"Auto-Submitted": "auto-replied", "Reply-To": face.declaration.controller.email},
        key=f"applications.received:{record}",
    )
