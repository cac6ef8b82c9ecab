"""Who is responsible: the controller that a notice introduces, and how it can be reached (Art. 13(1)(a) GDPR).

Looked for in this order: a sentence or heading that introduces the controller; a name that calls itself “we”; the
imprint; a name above an address where the notice says whom to write to; the title; the name that does the processing.
"""

from __future__ import annotations

from collections.abc import Iterator

from zweck.read.block import Block, Role
from zweck.read.company import companies_in
from zweck.read.contact import Found, has_address
from zweck.read.naming import (
    AUTHORITY_NAME,
    CUE,
    DEFINES,
    Flat,
    acting_name,
    acting_subject,
    found_name,
    is_owner,
    line_name,
    named_after,
    self_named,
    titled_name,
)
from zweck.read.officer import OFFICER
from zweck.read.outline import Section
from zweck.read.party import Officer, Party, add_register
from zweck.read.reach import OWN_SECTIONS, WRITE_TO, about_authority, complete, details_near, only_email


def controller_in(sections: list[Section], officer: Officer | None = None) -> Party:
    """The controller with all that the notice says of it; empty when the notice introduces nobody."""
    flat = [(s, b) for s in sections for b in _cells(([s.heading] if s.heading else []) + s.blocks)]
    party = next((p for p in _ways(flat) if p.name), Party())
    if party.name:
        complete(party, flat, officer)
    elif not party.email:
        party.email = only_email(flat, officer)
    add_register(party, [b for s in sections if s.kind in OWN_SECTIONS for b in s.blocks])
    return party


def _cells(blocks: list[Block]) -> list[Block]:
    """Blocks with small tables read column by column: a contact is often set as one."""
    made: list[Block] = []
    rows: list[Block] = []
    for block in [*blocks, Block("", Role.TEXT, ((0, 0),))]:
        if block.role is Role.ROW:
            rows.append(block)
            continue
        if len(rows) > 8:
            made += rows
        else:
            split = [[c.strip() for c in row.text.strip().strip("|").split("|")] for row in rows]
            for column in range(max(map(len, split), default=0)):
                made += [
                    Block(cells[column], Role.TEXT, row.starts)
                    for cells, row in zip(split, rows, strict=True)
                    if column < len(cells) and cells[column].strip("-: ")
                ]
        rows = []
        made.append(block)
    return made[:-1]


def _ways(flat: Flat) -> Iterator[Party]:
    weak, own = Party(), _calls_itself(flat)
    for party in _introduced(flat):
        if party.name and own.name and _comes_late(party.name, own.name, flat):
            continue
        if party.street or party.email or (party.name and next(companies_in(party.name.value + " "), None)):
            yield party
        elif not weak.name:
            weak = party
    yield weak
    yield own
    yield _party([b for s, b in flat if s.kind == "imprint"][:14])
    yield _written_to(flat)
    yield titled_name(flat)
    yield acting_subject(flat)


def _comes_late(introduced: Found, own: Found, flat: Flat) -> bool:
    """A notice that says at its head who it is introduces somebody else in its middle, not its controller."""
    last = flat[-1][1].last_line
    return own.place.line <= 5 + last * 0.1 and introduced.place.line > max(30, last * 0.3)


def _introduced(flat: Flat) -> Iterator[Party]:
    for i, (section, block) in enumerate(flat):
        text = block.text[:600]
        if section.kind in OWN_SECTIONS and CUE.search(text) and not DEFINES.search(text):
            found = named_after([b for _, b in flat[i : i + 7]])
            if found and not AUTHORITY_NAME.search(found.value):
                yield details_near(found, [b for _, b in flat[i : i + 14]])


def _calls_itself(flat: Flat) -> Party:
    for i, (_, block) in enumerate(flat[:60]):
        name = self_named(block.text[:900]) if block.role is not Role.ROW else None
        if not name and i < 25:
            name = acting_name(block.text[:500])
            name = name if name and is_owner(name.name, flat) else None
        if name and len(name.name) > 2:
            return _in_full(details_near(found_name(block, name), [b for _, b in flat[i : i + 9]]), flat)
    return Party()


def _in_full(party: Party, flat: Flat) -> Party:
    """A firm that calls itself by its first word, with its full name where that stands above its address."""
    short = party.name.value if party.name else ""
    if not short or next(companies_in(short + " "), None):
        return party
    for i, (section, block) in enumerate(flat):
        if section.kind not in OWN_SECTIONS or not block.text.startswith(short, 0, 60) or len(block.text) > 300:
            continue
        company = next(companies_in(block.text), None)
        if company and company.name.startswith(f"{short} ") and company.name.count(" ") < short.count(" ") + 4:
            return details_near(found_name(block, company), [b for _, b in flat[i : i + 9]])
    return party


def _written_to(flat: Flat) -> Party:
    """Without an introduction: the name above an address, where the notice says whom to write to."""
    for i in range(len(flat) - 1, -1, -1):
        section, block = flat[i]
        if section.kind not in OWN_SECTIONS or not has_address(" ".join(b.text for _, b in flat[i : i + 3])):
            continue
        if not any(WRITE_TO.search(b.text) for _, b in flat[max(0, i - 6) : i + 1]):
            continue
        if OFFICER.search(block.text) or about_authority(flat, i):
            continue
        company = next(companies_in(block.text), None) or line_name(block)
        if company:
            return details_near(found_name(block, company), [b for _, b in flat[i : i + 9]])
    return Party()


def _party(blocks: list[Block]) -> Party:
    for i, block in enumerate(blocks[:6]):
        if name := next(companies_in(block.text[:1200]), None) or (line_name(block) if i else None):
            return details_near(found_name(block, name), blocks[i:])
    return Party()
