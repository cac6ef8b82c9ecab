"""Who receives data of an activity, in which country, and what protects it there (Art. 13(1)(e) and (f) GDPR).

A recipient is named where the declaration names it; a category stands only where that is all the declaration says.
For a country outside the EEA the ground of the day counts (Chapter V); where none is known nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from zweck import catalog, texts
from zweck.declaration.activity import Activity
from zweck.declaration.model import Certificate, Declaration, Recipient
from zweck.law.adequacy import TransferGround, adequacy_of, is_eea, transfer_ground
from zweck.promises import wording
from zweck.promises.uses import Use, service_uses
from zweck.write.citation import capitalised, cite, sentence
from zweck.write.document import Paragraph, link, say


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """Someone who receives data; ``country`` is empty for a category, ``service`` names the service behind it."""

    key: str
    name: str
    provider: str = ""
    country: str = ""
    address: str = ""
    role: str = ""
    safeguard: str = ""
    privacy_url: str = ""
    service: str = ""
    essence: str = ""
    certificate: Certificate | None = None

    @property
    def who(self) -> str:
        """The company, or the name where no company is known."""
        return self.provider or self.name

    def say(self, language: str, *, linked: bool = True) -> Paragraph:
        """Name, company, country and role in one line; a service links to its own entry."""
        details = [self.provider if self.provider != self.name else ""]
        details.append(place(self.address, self.country, language))
        if self.role and not (self.service and linked):
            details.append(texts.message(f"write_notice.role-{self.role}", language))
        rest = ", ".join(d for d in details if d)
        words = capitalised(self.name)
        name = link(words, f"#s-{self.service}") if self.service and linked else words
        more = link(texts.message("write_notice.privacy-own", language), self.privacy_url)
        ending = (", ", more) if self.privacy_url and not self.service else ()
        return say(name, f" ({rest})" if rest else "", *ending)


def place(address: str | None, country: str, language: str) -> str:
    """An address with its country, which is named once and in ``language``."""
    if not country:
        return address or ""
    known = {texts.country(country, spoken) for spoken in texts.LANGUAGES} | _SHORT.get(country, set())
    parts = [part for part in (address or "").split(", ") if part and part not in known]
    return ", ".join((*parts, texts.country(country, language)))


_SHORT = {"US": {"USA"}, "GB": {"UK"}}
"""Short names of countries as they end addresses."""


def parties(declaration: Declaration, activity: Activity, language: str) -> list[Party]:
    """Everyone who receives data of the activity, in the order of the declaration, each once."""
    used = service_uses(declaration)
    # Software that the controller runs itself is no recipient.
    own = {use.id for use in used if use.provider == declaration.controller.name}
    named = [use.id for use in used if activity.name in use.declared.used_for]
    keys = dict.fromkeys(key for key in (*activity.recipients, *activity.disclose, *named) if key not in own)
    uses = {use.id: use for use in used}
    return [_party(declaration, uses, key, language) for key in keys]


def of_use(use: Use) -> Party:
    """The provider of a service."""
    return Party(
        key=use.id,
        name=use.name,
        provider=use.provider,
        country=use.country,
        role=use.role,
        safeguard=use.safeguard or "",
        privacy_url=use.privacy_url or "",
        service=use.id,
        certificate=use.declared.dpf,
    )


def of_recipient(recipient: Recipient, key: str, language: str) -> Party:
    """A recipient that the declaration names."""
    return Party(
        key=key,
        name=texts.choose(recipient.name, language),
        country=recipient.country,
        address=recipient.address or "",
        role=recipient.role,
        safeguard=recipient.safeguard or "",
        privacy_url=recipient.privacy_url or "",
        essence=texts.choose(recipient.essence, language) if recipient.essence else "",
        certificate=recipient.dpf,
    )


def _party(declaration: Declaration, uses: dict[str, Use], key: str, language: str) -> Party:
    if key in declaration.recipients:
        return of_recipient(declaration.recipients[key], key, language)
    if key in uses:
        return of_use(uses[key])
    return Party(key=key, name=wording.recipient_name(declaration, key, language))


def outside_eea(found: list[Party], on: date) -> list[Party]:
    """Those whose country lies outside the EEA on that day, each company once."""
    reached = [party for p in found for party in (p, *_parents(p))]
    return list({p.who: p for p in reached if p.country and not is_eea(p.country, on)}.values())


def _parents(party: Party) -> Iterator[Party]:
    """The group company outside the Union that data of a catalogued service may reach."""
    entry = catalog.find(party.service) if party.service else None
    known = entry.provider if entry and entry.provider.name == party.provider else None
    if known and known.parent and known.parent_country:
        yield replace(party, provider=known.parent, country=known.parent_country)


def say_transfer(party: Party, language: str, on: date, *, asked_at: str = "") -> str:
    """Where data goes, on which ground, and with ``asked_at`` how to get a copy of the safeguard."""
    return " ".join(_transfer(party, language, on, asked_at))


def say_copy(language: str, asked_at: str) -> str:
    """How to get a copy of the safeguards (Art. 13(1)(f))."""
    return texts.message("write_notice.transfer-copy", language, contact=asked_at)


def _transfer(party: Party, language: str, on: date, asked_at: str) -> Iterator[str]:
    place = {"who": party.who, "country": texts.country(party.country, language)}
    tools = grounds(party, on)
    if not tools:
        yield texts.message("write_notice.transfer-plain", language, **place)
    for tool in tools:
        name = f"write_notice.transfer-{tool}"
        if not texts.has(name, language):
            yield sentence(texts.message("write_notice.transfer-other", language, tool=tool, **place))
            continue
        decision = adequacy_of(party.country, on)
        act = cite(decision.decision, language) if decision else ""
        act = act.replace("/EC", "/EG") if language == "de" else act
        yield texts.message(name, language, decision=act, **place)
    if asked_at and {"scc", "bcr"} & set(tools):
        yield say_copy(language, asked_at)


_TOOLS = {
    "dpf": "dpf",
    "scc": "scc",
    "bcr": "bcr",
    "adequacy": "adequacy",
    "49(1)(a)": "consent",
    "49(1)(b)": "contract",
    "49(1)(c)": "contract",
    "49(1)(e)": "claims",
}


def grounds(party: Party, on: date) -> list[str]:
    """The declared tools by name, else the adequacy decision in force; never one that lapsed."""
    said = [part.strip() for part in re.split(r"[,;+&]|\b(?:and|und)\b", party.safeguard) if part.strip()]
    if said:
        tools = [_TOOLS.get(_tool(part), part) for part in said]
        # The decision on the United States covers only certified companies (Art. 1 of (EU) 2023/1795).
        named = ["dpf" if tool == "adequacy" and party.country == "US" else tool for tool in tools]
        faulty = party.certificate and party.certificate.fault((party.who,), on)
        return [tool for tool in named if not (tool == "dpf" and faulty)]
    return ["adequacy"] if transfer_ground(party.country, on) is TransferGround.ADEQUACY else []


def _tool(said: str) -> str:
    """A tool as it is looked up: an adequacy decision may be cited with its number or day."""
    plain = said.lower().removeprefix("art. ")
    return "adequacy" if plain.startswith(("adequacy decision", "angemessenheitsbeschluss")) else plain
