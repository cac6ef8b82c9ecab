"""From a posted form to one durable commit: record, files, evidence and mails together, or nothing at all.

A form carries a random submission id; the same content posted again with it changes nothing and gets the same answer.
Without one (a plain HTML snippet) the content alone, as a keyed hash within ten minutes, stands for it. Nobody is
thanked before the commit is durable.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from zweck import texts
from zweck.activities.face import ROOT, Face, language_of
from zweck.activities.form import Checked, Form, read_form
from zweck.promises import wording
from zweck.promises.model import Collects, Discloses
from zweck.write.citation import cite_basis, sentence

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

PER_HOUR = 20
"""Posts that one visitor may make in an hour at one form."""
HOUR = timedelta(hours=1)
SENT = "sent"
AGAIN = "again"
LIMITED = "limited"


@dataclass(frozen=True)
class FormPage:
    """A form with its page: shows it, takes its post, and hands what is good to ``store``.

    ``store(tx, request, checked)`` runs inside the one transaction; ``per_hour`` bounds one visitor.
    """

    face: Face
    form: Callable[[str], Form]
    store: Callable[[Any, Request, Checked], None]
    path: str
    heading: str = "form-title"
    intro: str = "form-lead"
    button: str = "form-submit"
    done: str = "sent"
    max_bytes: int = 256 * 1024
    per_hour: int = PER_HOUR
    arguments: Callable[[str], dict[str, str]] = lambda language: {}

    def show(self, request: Request, checked: Checked | None = None, status: int = 200) -> Response:
        """The form, with the values and faults of a refused post."""
        face, language = self.face, language_of(request)
        return face.render(
            "form.html",
            request,
            status,
            title=face.say(self.heading, language),
            lead=face.say(self.intro, language, **self.arguments(language)),
            form=self.form(language).view(language, face.now, checked),
            action=f"{self.path}?lang={language}",
            about=about(face, language),
            notice=f"{ROOT}/{language}#{section_anchor(face)}",
            submit=face.say(self.button, language),
        )

    async def take(self, request: Request) -> Response:
        """Take a post: 303 to the page that says it is stored, 422 with the faults named, 429 when it is too much."""
        from starlette.concurrency import run_in_threadpool

        posted = await read_form(request, self.max_bytes)
        return await run_in_threadpool(self._take, request, posted)

    def _take(self, request: Request, posted: Any) -> Response:
        language = language_of(request)
        checked = self.form(language).check(posted, language, self.face.now)
        if checked.is_trapped:
            checked.general.append(texts.message("web.error-trap", language))
        if not checked.is_good:
            return self._refuse(request, checked)
        outcome = self._commit(request, checked)
        if outcome == LIMITED:
            from starlette.exceptions import HTTPException

            raise HTTPException(429)
        return self._thank(request)

    def _commit(self, request: Request, checked: Checked) -> str:
        with self.face.begin() as tx:
            if self.face.is_limited(tx, request, self.per_hour, HOUR):
                return LIMITED
            window = timedelta(days=7) if checked.submission else timedelta(minutes=10)
            if not tx.limits.hit(f"{self.path}:{submission_key(checked)}", 1, window):
                return AGAIN
            self.store(tx, request, checked)
        return SENT

    def _refuse(self, request: Request, checked: Checked) -> Response:
        if "json" in request.headers.get("accept", "") and "html" not in request.headers.get("accept", ""):
            return _as_problem(request, checked)
        return self.show(request, checked, 422)

    def _thank(self, request: Request) -> Response:
        from starlette.responses import RedirectResponse

        return RedirectResponse(f"{self.path}/{self.done}?lang={language_of(request)}", 303)

    def thanks(self, request: Request) -> Response:
        """The page after a successful post; names nobody and nothing, so it may be opened again."""
        face, language = self.face, language_of(request)
        lines = face.say(f"{self.done}-text", language).splitlines()
        title = face.say(f"{self.done}-title", language)
        return face.render("message.html", request, title=title, lines=lines, button=None, link=None)


def _as_problem(request: Request, checked: Checked) -> Response:
    from starlette.responses import JSONResponse

    language = language_of(request)
    errors = [{"field": name, "detail": text} for name, text in checked.errors.items()]
    errors += [{"field": "", "detail": text} for text in checked.general]
    body = {
        "type": "about:blank",
        "title": texts.message("web.problem-422-title", language),
        "status": 422,
        "detail": texts.message("web.problem-422", language),
        "errors": errors,
    }
    return JSONResponse(body, 422, media_type="application/problem+json")


def submission_key(checked: Checked) -> str:
    """What makes two posts the same one; the store keeps it as a keyed hash only.

    The id alone does not: who goes back in the browser and writes something else posts it with the same id.
    """
    said = (checked.submission, sorted(checked.values.items()), sorted(checked.ticked))
    content = hashlib.sha256(repr(said).encode())
    for name, files in sorted(checked.files.items()):
        for file in files:
            content.update(repr((name, file.name, hashlib.sha256(file.content).hexdigest())).encode())
    return content.hexdigest()


def section_anchor(face: Face) -> str:
    """The place of the activity in the notice."""
    return f"a-{face.activity.name}"


def about(face: Face, language: str) -> list[str]:
    """What Art. 13 asks to be said where data are collected, short; the notice says the rest."""
    activity = face.activity
    lines = [
        texts.message("web.form-controller", language, name=face.declaration.controller.name),
        wording.purpose(activity, language),
    ]
    if activity.basis:
        basis = texts.listed([cite_basis(b, language) for b in activity.basis], language)
        lines.append(texts.message("web.form-basis", language, basis=basis))
    if "6(1)(f)" in activity.basis and (interest := wording.interest(activity, language)):
        lines.append(texts.message("web.form-interest", language, interest=interest))
    lines += [text for text in (_recipients(face, language), face.keeping(language)) if text]
    if "6(1)(a)" in activity.basis:
        lines.append(texts.message("web.form-withdraw", language))
    lines.append(texts.message("web.form-rights", language))
    return [sentence(line) for line in lines if line]


def _recipients(face: Face, language: str) -> str:
    names = [wording.recipient_name(face.declaration, r, language) for r in face.activity.recipients]
    names += [
        wording.recipient_name(face.declaration, p.recipient, language)
        for p in face.own
        if isinstance(p, Discloses) and p.recipient in face.activity.disclose
    ]
    return texts.message("web.form-recipients", language, recipients=texts.listed(names, language)) if names else ""


def text_version(face: Face, language: str, more: Mapping[str, str] | None = None) -> str:
    """``t`` and sixteen hex digits for what stood beside the form, the consent's wording included (Art. 7(1))."""
    shown = [*about(face, language), *(f"{k}={v}" for k, v in sorted((more or {}).items()))]
    return "t" + hashlib.sha256("\n".join(shown).encode()).hexdigest()[:16]


def collected(face: Face) -> tuple[str, ...]:
    """The ids of the promises on which fields are collected."""
    return tuple(p.id for p in face.own if isinstance(p, Collects))


def mail_foot(face: Face, request: Request, language: str) -> str:
    """What every mail ends with: who writes, and where notice and imprint are."""
    controller = face.declaration.controller
    return texts.message(
        "web.mail-foot",
        language,
        controller=controller.name,
        address=", ".join(controller.address.lines()[:2]),
        notice=face.link(request, f"{ROOT}/{language}"),
        imprint=face.link(request, f"{ROOT}/{language}/imprint"),
    )


def mail_text(face: Face, request: Request, language: str, *paragraphs: str) -> str:
    """A plain mail: greeting, paragraphs, foot."""
    greeting = texts.message("web.greeting", language)
    return "\n\n".join([greeting, *paragraphs, "-- \n" + mail_foot(face, request, language)]) + "\n"
