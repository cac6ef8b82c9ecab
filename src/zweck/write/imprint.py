"""The imprint: who runs the site (§ 5 DDG), who answers for its content (§ 18(2) MStV), arbitration (§ 36 VSBG).

Only what applies and is declared; what is owed and missing is reported by ``check``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zweck import texts
from zweck.declaration.model import Controller, Declaration, Profession
from zweck.write.citation import sentence
from zweck.write.contact import address_lines, full_name, reach
from zweck.write.document import Block, Document, Lines, Paragraph, Section, link, say


def imprint(declaration: Declaration, language: str, on: date) -> Document:
    """The imprint in one language."""
    parts = ((name, tuple(found)) for name, found in _parts(declaration, language))
    return Document(
        kind="imprint",
        language=language,
        title=texts.message("write_page.imprint", language),
        site=declaration.site.name,
        controller=declaration.controller.name,
        dated_on=declaration.site.last_changed or on,
        languages=declaration.languages,
        sections=tuple(
            Section(name.partition("-")[0], texts.message(f"write_imprint.{name}", language), found)
            for name, found in parts
            if found
        ),
    )


def _parts(declaration: Declaration, language: str) -> Iterator[tuple[str, tuple[Block, ...]]]:
    controller = declaration.controller
    is_german = controller.address.country == "DE"
    yield "provider" if is_german else "provider-elsewhere", _provider(controller, language)
    yield (
        "representation",
        (Lines(tuple(say(name) for name in controller.represented_by)),) if (controller.represented_by) else (),
    )
    yield "contact", (Lines(tuple(reach(language, controller.email, controller.phone))),)
    yield from _entries(controller, language)
    yield "editor", _editor(controller, language)
    yield "arbitration", tuple(_arbitration(declaration, language))
    yield "credits", tuple(_credits(declaration, language))


def _say(name: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"write_imprint.{name}", language, **arguments)


def _provider(controller: Controller, language: str) -> tuple[Block, ...]:
    lines = Lines((say(full_name(controller)), *address_lines(controller.address, language)))
    return (lines, say(_say("liquidation", language))) if controller.in_liquidation else (lines,)


def _entries(controller: Controller, language: str) -> Iterator[tuple[str, tuple[Block, ...]]]:
    if register := controller.register_:
        yield (
            "register",
            (say(_say("register-text", language, court=register.court, number=register.number)),),
        )
    if controller.vat_id:
        yield "vat", (say(_say("vat-text", language, number=controller.vat_id)),)
    if controller.business_id:
        yield "business-id", (say(_say("business-id-text", language, number=controller.business_id)),)
    if controller.capital:
        yield "capital", (say(controller.capital),)
    if controller.supervised_by:
        yield "supervision", (say(controller.supervised_by),)
    if controller.profession:
        yield "profession", (Lines(tuple(_profession(controller.profession, language))),)


def _profession(profession: Profession, language: str) -> Iterator[Paragraph]:
    yield say(_say("profession-title", language, title=texts.choose(profession.title, language)))
    yield say(_say("profession-state", language, state=texts.choose(profession.state, language)))
    yield say(_say("profession-chamber", language, chamber=profession.chamber))
    rules = _say("profession-rules", language, rules=texts.choose(profession.rules, language))
    yield say(rules, link(profession.rules_url.removeprefix("https://"), profession.rules_url))


def _editor(controller: Controller, language: str) -> tuple[Block, ...]:
    return (say(_say("editor-text", language)), Lines((say(controller.editor),))) if controller.editor else ()


def _arbitration(declaration: Declaration, language: str) -> Iterator[Block]:
    """Traders with consumers say it; businesses among themselves need not (§ 36(1) VSBG)."""
    controller = declaration.controller
    if declaration.site.audience == "businesses" or not controller.consumer_arbitration:
        return
    yield say(_say(f"arbitration-{controller.consumer_arbitration}", language))
    if controller.arbitration_body and controller.consumer_arbitration != "unwilling":
        yield say(_say("arbitration-body", language, body=controller.arbitration_body))


def _credits(declaration: Declaration, language: str) -> Iterator[Block]:
    for activity in declaration.of_kind("imprint"):
        if found := getattr(activity, "credits", None):
            yield say(sentence(texts.choose(found, language)))
