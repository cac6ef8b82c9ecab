"""What the notice says of one service: who is behind it, what for, on what basis, what it stores, where data goes.

Every service has its own entry with a named provider (Art. 13(1)(e) and (f) GDPR) and carries the promises of its gate
and its contract.
"""

from __future__ import annotations

from collections.abc import Iterator

from zweck import texts
from zweck.declaration.keeping import KeepingError, parse_rule
from zweck.promises import wording
from zweck.promises.uses import Use
from zweck.write import placing
from zweck.write.activity import Answer, Telling, pointed
from zweck.write.citation import say_basis, say_device_basis, sentence
from zweck.write.document import Definition, Definitions, Paragraph, Section, link, say
from zweck.write.party import of_use, outside_eea, place, say_transfer
from zweck.write.placing import gathered


def service_section(telling: Telling, use: Use) -> Section:
    """The service's entry."""
    items = [
        Definition(telling.say(f"ask-{name}"), answer) for name, answer in _answers(telling, use) if answer
    ]
    return Section(f"s-{use.id}", use.name, (Definitions(tuple(items)),))


def _answers(telling: Telling, use: Use) -> Iterator[tuple[str, Answer]]:
    language = telling.language
    yield "provider", gathered(_provider(telling, use))
    yield "purpose", gathered(_purpose(telling, use))
    yield "data", gathered([say(sentence(wording.listed_data(use.data, language)))] if use.data else ())
    yield "basis", gathered(_bases(use, language))
    yield "period", gathered(_periods(use.declared.keep, language))
    yield "provider-keeps", gathered(_periods(use.declared.provider_keeps, language))
    yield "cookies", gathered(_cookies(telling, use))
    yield "transfers", gathered(_transfers(telling, use))
    yield "promises", gathered(telling.placing.sentences(placing.SERVICE, use.id))
    yield (
        "choice",
        gathered([pointed(telling, "choice-withdraw", "#right-withdrawal")] if may_withdraw(use) else ()),
    )
    yield "links", gathered(_links(telling, use))


def may_withdraw(use: Use) -> bool:
    """Whether the service rests on consent."""
    return use.gate == "consent" or "6(1)(a)" in use.basis


def _provider(telling: Telling, use: Use) -> Iterator[Paragraph]:
    if not use.provider:
        yield say(telling.say("provider-self"))
        return
    where = place(use.address, use.country, telling.language)
    role = telling.say(f"role-{use.role}")
    yield say(sentence(", ".join(part for part in (use.provider, where) if part) + f" ({role})"))
    if use.declared.essence:
        essence = sentence(texts.choose(use.declared.essence, telling.language))
        yield say(telling.say("joint-essence", essence=essence))


def _purpose(telling: Telling, use: Use) -> Iterator[Paragraph]:
    if use.purpose:
        yield say(sentence(texts.choose(use.purpose, telling.language)))
    owners = [
        telling.declaration.activities[n]
        for n in use.declared.used_for
        if n in telling.declaration.activities
    ]
    for activity in owners:
        title = wording.title(activity, telling.language)
        yield say(telling.say("service-activity"), link(title, f"#a-{activity.name}"), ".")


def _bases(use: Use, language: str) -> Iterator[Paragraph]:
    interest = texts.choose(use.interest, language) if use.interest else ""
    for basis in use.basis:
        yield say(say_basis(basis, language, interest=interest))
    if use.device_basis:
        yield say(say_device_basis(use.device_basis, language))


def _periods(clause: str | None, language: str) -> Iterator[Paragraph]:
    """A keeping clause in words; what is no clause stands as it was written."""
    if not clause:
        return
    from zweck.texts.keeping import say_rule

    try:
        yield say(sentence(say_rule(parse_rule(clause), language)))
    except KeepingError:
        yield say(sentence(clause))


def _cookies(telling: Telling, use: Use) -> Iterator[Paragraph]:
    if use.cookies:
        before, _, rest = telling.say("cookies-listed", names="\0").partition("[")
        words, _, after = rest.partition("]")
        names = ", ".join(dict.fromkeys(cookie.name for cookie in use.cookies))
        yield say(before.replace("\0", names), link(words, "#cookies"), after)


def _transfers(telling: Telling, use: Use) -> Iterator[Paragraph]:
    outside = outside_eea([of_use(use)], telling.on)
    for party in outside:
        yield say(say_transfer(party, telling.language, telling.on, asked_at=telling.asked_at))
    if not outside and use.country:
        yield say(telling.say("transfers-none"))


def _links(telling: Telling, use: Use) -> Iterator[Paragraph]:
    if use.privacy_url:
        yield say(link(telling.say("privacy-link", who=use.provider or use.name), use.privacy_url))
    if use.opt_out and use.opt_out.startswith("http"):
        yield say(link(telling.say("optout-link", who=use.provider or use.name), use.opt_out))
    elif use.opt_out:
        yield say(sentence(use.opt_out))
