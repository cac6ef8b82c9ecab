"""Names and addresses as lines: the same controller in notice, imprint and record (Art. 13(1)(a) GDPR, § 5 DDG)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck import texts
from zweck.declaration.model import Address, Controller, Declaration, Officer, Representative
from zweck.errors import ZweckError
from zweck.law.authorities import Authority, authority_for, federal_authority
from zweck.write.document import Lines, Paragraph, link, say


def address_lines(address: Address | None, language: str) -> Iterator[Paragraph]:
    """Street, town, country; nothing for no address."""
    for line in address.lines()[:2] if address else ():
        yield say(line)
    if address:
        yield say(texts.country(address.country, language))


def mail(email: str) -> Paragraph:
    """An e-mail address as a link."""
    return say(link(email, f"mailto:{email}"))


def reach(language: str, email: str | None, phone: str | None) -> Iterator[Paragraph]:
    """E-mail and phone, each on its line, where there is one."""
    if email:
        yield say(texts.message("write_notice.email", language), link(email, f"mailto:{email}"))
    if phone:
        before, _, after = texts.message("write_notice.phone", language, phone="\0").partition("\0")
        yield say(before, link(phone, "tel:" + re.sub(r"[^+\d]", "", phone)), after)


def controller_lines(controller: Controller, language: str) -> Lines:
    """Full name, postal address, e-mail and phone of the controller."""
    named = [say(full_name(controller)), *address_lines(controller.address, language)]
    return Lines((*named, *reach(language, controller.email, controller.phone)))


def full_name(controller: Controller) -> str:
    """The name with its legal form, which many names already end with."""
    form = controller.legal_form or ""
    words = controller.name.replace(".", "").split()
    is_said = not form or form in controller.name or _SHORT_FORMS.get(form.lower()) in words
    return controller.name if is_said else f"{controller.name} {form}"


_SHORT_FORMS = {
    "aktiengesellschaft": "AG",
    "gesellschaft mit beschränkter haftung": "GmbH",
    "kommanditgesellschaft": "KG",
    "offene handelsgesellschaft": "OHG",
    "eingetragene genossenschaft": "eG",
    "europäische gesellschaft": "SE",
    "eingetragener verein": "eV",
}
"""Legal forms as names of companies end with them, without full stops."""


def officer_lines(officer: Officer, language: str) -> Lines:
    """Whatever the declaration says of the officer; the name is not required (Art. 13(1)(b))."""
    named = [say(part) for part in (officer.name, officer.company) if part]
    return Lines((*named, *address_lines(officer.address, language), *reach(language, officer.email, officer.phone)))


def representative_lines(representative: Representative, language: str) -> Lines:
    """The representative in the Union (Art. 27)."""
    named = [say(representative.name), *address_lines(representative.address, language)]
    return Lines((*named, *reach(language, representative.email, None)))


def competent_authority(declaration: Declaration) -> Authority | None:
    """The authority that the declaration names by its state or ``federal``, else that of the seat; else none."""
    address = declaration.controller.address
    if declaration.authority == "federal":
        return federal_authority()
    try:
        return authority_for(address.country, declaration.authority or address.state)
    except ZweckError:
        return None


def authority_lines(authority: Authority, language: str) -> Lines:
    """Name, address and website of an authority."""
    items = [say(authority.name), say(authority.address)]
    if authority.street and authority.street != authority.address:
        items.append(say(authority.street))
    items += reach(language, authority.email or None, authority.phone or None)
    items.append(say(link(re.sub(r"^https?://|/$", "", authority.website), authority.website)))
    return Lines(tuple(items))
