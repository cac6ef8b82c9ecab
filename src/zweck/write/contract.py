"""The list of everyone who handles personal data for or with the controller, and on which contract (Art. 26, 28).

Processors first, with the day of their contract or the plain word that it is missing; then joint controllers with
the essence of what was agreed; then recipients who are responsible themselves.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from zweck import texts
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Recipient, ServiceUse, Text
from zweck.law.adequacy import is_eea
from zweck.promises import wording
from zweck.promises.uses import Use, service_uses
from zweck.write.citation import capitalised, sentence
from zweck.write.document import Bullets, Document, Paragraph, Section, Table, say
from zweck.write.party import Party, of_recipient, of_use, outside_eea, place, say_transfer

ROLES = ("processor", "joint", "controller", "authority")


@dataclass(frozen=True, slots=True)
class Partner:
    """One company or body, what it does and what stands behind it."""

    party: Party
    address: str
    purposes: tuple[str, ...]
    contract: datetime.date | None
    checked: datetime.date | None
    essence: Text | None


def processors(declaration: Declaration, language: str, on: datetime.date) -> Document:
    """The list in one language."""
    found = list(partners(declaration, language))
    sections = (_section(found, role, language, on) for role in ROLES)
    return Document(
        kind="processors",
        language=language,
        title=texts.message("write_page.processors", language),
        site=declaration.site.name,
        controller=declaration.controller.name,
        dated_on=declaration.site.last_changed or on,
        languages=declaration.languages,
        lead=(say(_say("intro" if found else "intro-none", language)),),
        sections=tuple(section for section in sections if section),
    )


def _say(name: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"write_processors.{name}", language, **arguments)


def partners(declaration: Declaration, language: str) -> Iterator[Partner]:
    """Everyone, declared recipients first, then services that the controller does not run itself."""
    for key, recipient in declaration.recipients.items():
        yield _of_recipient(declaration, key, recipient, language)
    for use in service_uses(declaration):
        if use.provider and use.provider != declaration.controller.name:
            yield _of_service(declaration, use, language)


def _of_recipient(declaration: Declaration, key: str, recipient: Recipient, language: str) -> Partner:
    party = of_recipient(recipient, key, language)
    purposes = _titles(declaration, key, (), language)
    return Partner(party, party.address, purposes, recipient.contract, recipient.safeguard_checked, recipient.essence)


def _of_service(declaration: Declaration, use: Use, language: str) -> Partner:
    declared: ServiceUse = use.declared
    purposes = _titles(declaration, use.id, declared.used_for, language)
    return Partner(
        of_use(use), use.address or "", purposes, declared.contract, declared.safeguard_checked, declared.essence
    )


def _titles(declaration: Declaration, key: str, used_for: tuple[str, ...], language: str) -> tuple[str, ...]:
    def concerns(activity: Activity) -> bool:
        return activity.name in used_for or key in activity.recipients or key in activity.disclose

    found: list[Activity] = [a for a in declaration.activities.values() if concerns(a)]
    return tuple(wording.title(activity, language) for activity in found)


def _section(found: list[Partner], role: str, language: str, on: datetime.date) -> Section | None:
    own = [partner for partner in found if partner.party.role == role]
    if not own:
        return None
    columns = ("name", "place", "purpose", "contract" if role in ("processor", "joint") else "role", "transfer")
    head = tuple(_say(f"head-{column}", language) for column in columns)
    rows = tuple(_row(partner, role, language, on) for partner in own)
    title = _say(f"title-{role}", language)
    return Section(f"r-{role}", title, (say(_say(f"text-{role}", language)), Table(title, head, rows)))


def _row(partner: Partner, role: str, language: str, on: datetime.date) -> tuple[Paragraph | Bullets, ...]:
    party = partner.party
    is_named = party.provider and party.provider != party.name
    name = f"{party.name} ({party.provider})" if is_named else capitalised(party.name)
    purposes = tuple(say(title) for title in partner.purposes)
    return (
        say(name),
        say(place(partner.address, party.country, language) or "–"),
        Bullets(purposes) if len(purposes) > 1 else say(*(p.text for p in purposes)) if purposes else say("–"),
        say(_state(partner, role, language)),
        say(_transfer(partner, language, on)),
    )


def _state(partner: Partner, role: str, language: str) -> str:
    if role == "processor":
        if partner.contract is None:
            return _say("contract-missing", language)
        return _say("contract-signed", language, day=texts.day(partner.contract, language))
    if role == "joint":
        essence = texts.choose(partner.essence, language) if partner.essence else ""
        return sentence(essence) if essence else _say("essence-missing", language)
    return _say(f"state-{role}", language)


def _transfer(partner: Partner, language: str, on: datetime.date) -> str:
    """Where data goes outside the EEA and on which ground, for the partner itself and its group."""
    outside = outside_eea([partner.party], on)
    if not outside:
        is_inside = partner.party.country and is_eea(partner.party.country, on)
        return _say("transfer-none" if is_inside else "transfer-unknown", language)
    said = [say_transfer(party, language, on) for party in outside]
    if partner.checked:
        said.append(_say("checked", language, day=texts.day(partner.checked, language)))
    return " ".join(said)
