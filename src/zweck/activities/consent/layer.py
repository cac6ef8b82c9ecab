"""What the visitor is shown before deciding: what, who, where, for what, how long, for each service (Art. 4(11), 13).

The same facts stand in the layer and on the page of choices; ``shown`` names exactly the words of one language, so the
proof can say what a person agreed to (Art. 7(1)).
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from zweck import texts
from zweck.activities.consent.choice import Choice, Offer, Offered
from zweck.activities.face import ROOT
from zweck.write.citation import say_lifetime, sentence
from zweck.write.cookies import group_name

MAX_NAMES = 4
_DAYS = {"second": 0.0, "minute": 0.001, "hour": 0.05, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_FIXED = ("accept", "reject", "settings", "save", "layer-title")


def say(name: str, language: str, **arguments: Any) -> str:
    """A text of the consent kind."""
    return texts.message(f"consent.{name}", language, **arguments)


def view(offer: Offer, language: str, choice: Choice | None = None) -> dict[str, Any]:
    """What the templates need; nothing is ticked that the visitor did not grant before."""
    granted = choice.granted if choice else frozenset()
    return {
        "path": f"{ROOT}/consent",
        "notice": f"{ROOT}/{language}",
        "names": texts.listed([s.use.name for s in offer.services], language),
        "shown": shown(offer, language),
        "groups": [
            {
                "id": purpose,
                "name": group_name(purpose, language),
                "services": [_service(s, language, s.id in granted) for s in offer.services if s.purpose == purpose],
            }
            for purpose in offer.purposes
        ],
    }


def _service(service: Offered, language: str, is_granted: bool) -> dict[str, Any]:
    use = service.use
    return {
        "id": service.id,
        "name": use.name,
        "provider": use.provider,
        "privacy": use.privacy_url or "",
        "text": facts(service, language),
        "is_granted": is_granted,
    }


def facts(service: Offered, language: str) -> str:
    """Purpose, provider, country, what is stored and for how long, in sentences."""
    use = service.use
    purpose = sentence(texts.choose(use.purpose, language)) if use.purpose else ""
    country = texts.country(use.country, language) if use.country else "?"
    first = say("service-text", language, purpose=purpose, provider=use.provider, country=country).strip()
    if not use.cookies:
        return f"{first} {say('service-stores-nothing', language)}"
    names = list(service.patterns)
    if len(names) > MAX_NAMES:
        more = say("more-names", language, count=str(len(names) - MAX_NAMES + 1))
        names = [*names[: MAX_NAMES - 1], more]
    stored = texts.listed(names, language)
    longest = max((c.lifetime for c in use.cookies), key=_length)
    return f"{first} {say('service-stores', language, names=stored, longest=say_lifetime(longest, language))}"


def _length(lifetime: str) -> float:
    match = re.search(r"(\d+) (second|minute|hour|day|week|month|year)", lifetime.lower())
    if match:
        return int(match[1]) * _DAYS[match[2]]
    return 0.0 if "session" in lifetime.lower() else 1e9


def shown(offer: Offer, language: str) -> str:
    """``s`` and twelve hex digits for the words that a visitor saw in this language."""
    words = [say(name, language) for name in _FIXED]
    words.append(say("layer-text", language, services=texts.listed([s.use.name for s in offer.services], language)))
    words += [f"{s.purpose} {s.use.name} {facts(s, language)}" for s in offer.services]
    return "s" + hashlib.sha256("\n".join(words).encode()).hexdigest()[:12]


def state_words(offer: Offer, choice: Choice | None, language: str) -> str:
    """In one sentence, what the visitor has decided so far."""
    if choice is None or not (choice.granted or choice.denied):
        return say("page-undecided", language)
    if not choice.granted:
        return say("page-rejected", language)
    names = [s.use.name for s in offer.services if s.id in choice.granted]
    return say("page-granted", language, services=texts.listed(names, language))
