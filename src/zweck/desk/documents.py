"""The documents that the declaration writes, to read at the desk: notice, imprint, cookies, record of processing.

The record of processing is not public (Art. 30(4) GDPR); here the officer shows it to the authority.
"""

from __future__ import annotations

from markupsafe import Markup
from starlette.responses import Response

from zweck import texts
from zweck.clock import BERLIN
from zweck.desk.visit import OFFICER, READER, ROOT, Page, Visit
from zweck.errors import NotFoundError
from zweck.write import KINDS, Frame, compose, to_fragment

ROLES = (OFFICER, READER)


def _address(kind: str, language: str) -> str:
    return f"{ROOT}/documents/{kind}/{language}"


def list_documents(visit: Visit) -> Response:
    """Every document in every language of the site."""
    rows = [
        {
            "title": visit.say(f"document-{kind}"),
            "links": [
                {"href": _address(kind, code), "text": texts.message("web.language-name", code), "code": code}
                for code in visit.declaration.languages
            ],
        }
        for kind in KINDS
    ]
    return visit.show("desk/documents.html", visit.say("documents-title"), rows=rows)


def show_document(visit: Visit) -> Response:
    """One document as of today."""
    kind, language = visit.id("kind"), visit.id("language")
    if kind not in KINDS or language not in visit.declaration.languages:
        raise NotFoundError("no such document")
    on = visit.desk.now.astimezone(BERLIN).date()
    document = compose(kind, visit.declaration, language, on)
    body = Markup(to_fragment(document, Frame(_address, "", home=ROOT)))  # noqa: S704 - zweck.write escapes every text
    return visit.show("desk/document.html", visit.say(f"document-{kind}"), body=body, code=language)


PAGES = (
    Page("/documents", list_documents, ROLES, "documents"),
    Page("/documents/{kind}/{language}", show_document, ROLES, "documents"),
)
