"""The receipt of a visitor's decisions: what was asked by whom, what was chosen, when (after ISO/IEC TS 27560).

It holds the consent id and no other identifier; the terms are those of the W3C Data Privacy Vocabulary.
"""

from __future__ import annotations

from typing import Any

from zweck import texts
from zweck.activities.consent.choice import Offer
from zweck.activities.face import ROOT, Face, site_base

_STATUS = {True: "dpv:ConsentGiven", False: "dpv:ConsentRefused"}


def receipt(face: Face, offer: Offer, consent_id: str, rows: list[Any]) -> dict[str, Any]:
    """The receipt as a JSON document; ``rows`` are the decisions, oldest first."""
    declaration = face.declaration
    base = site_base(declaration, face.settings)
    return {
        "schema": 1,
        "@context": {"dpv": "https://w3id.org/dpv#"},
        "type": "consent receipt",
        "consent_id": consent_id,
        "site": declaration.site.name,
        "controller": {"name": declaration.controller.name, "email": declaration.controller.email},
        "notice": f"{base}{ROOT}/{declaration.reference}",
        "withdraw_at": f"{base}{ROOT}/consent",
        "services": [_service(s, declaration.reference) for s in offer.services],
        "decisions": [_decision(row) for row in rows],
    }


def _service(service: Any, language: str) -> dict[str, Any]:
    use = service.use
    return {
        "id": service.id,
        "name": use.name,
        "provider": use.provider,
        "country": use.country,
        "purpose_group": service.purpose,
        "purpose": texts.choose(use.purpose, language) if use.purpose else "",
        "stores": [{"name": c.name, "lifetime": c.lifetime, "storage": c.storage} for c in use.cookies],
    }


def _decision(row: Any) -> dict[str, Any]:
    return {
        "recorded_at": row.recorded_at.isoformat(timespec="seconds"),
        "action": row.action,
        "method": row.method,
        "language": row.language,
        "shown": row.shown,
        "gpc": row.gpc,
        "choices": {name: _STATUS[value] for name, value in sorted(row.choices.items())},
    }
