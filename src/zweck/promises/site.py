"""Promises that belong to the site as a whole: contracts with processors and what people vouch for."""

from __future__ import annotations

from collections.abc import Iterator

from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise
from zweck.promises.uses import service_uses


def site_promises(declaration: Declaration) -> Iterator[Promise]:
    """One attested promise per processor (Art. 28), then every attestation the declaration itself names."""
    for use in service_uses(declaration):
        if use.role == "processor":
            yield Attests(
                id=f"processors.agreement.{use.id}",
                activity=use.activity or "processors",
                at=use.at,
                text="promises.processor",
                arguments={"provider": use.provider or use.name},
            )
    for name, attestation in declaration.attestations.items():
        if attestation.note and not name.startswith("processors.agreement."):
            yield Attests(
                id=name,
                activity=name.partition(".")[0],
                at=declaration.source.at(("attestations", name), key=True),
                text="promises.attested",
                arguments={"note": _note(declaration, name)},
            )


def _note(declaration: Declaration, name: str) -> object:
    from zweck.texts import choose

    note = declaration.attestations[name].note or ""
    return lambda language: choose(note, language)
