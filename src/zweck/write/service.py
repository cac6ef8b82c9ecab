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
from zweck.write.activity import Answer, Telling, linked_list, pointed, say_bases
from zweck.write.citation import say_lifetime, sentence
from zweck.write.document import Definition, Definitions, Paragraph, Section, link, say
from zweck.write.party import of_use, outside_eea, place, say_transfer
from zweck.write.placing import gathered


def service_section(telling: Telling, use: Use) -> Section:
    """The service's entry."""
    items = [Definition(telling.say(f"ask-{name}"), answer) for name, answer in _answers(telling, use) if answer]
    return Section(f"s-{use.id}", use.name, (Definitions(tuple(items)),))


def _answers(telling: Telling, use: Use) -> Iterator[tuple[str, Answer]]:
    language = telling.language
    interest = texts.choose(use.interest, language) if use.interest else ""
    yield "provider", gathered(_provider(telling, use))
    yield "purpose", gathered(_purpose(telling, use))
    yield "data", gathered([say(sentence(wording.listed_data(use.data, language)))] if use.data else ())
    yield "basis", gathered(say_bases(use.basis, use.device_basis, language, interest=interest))
    yield "period", gathered(_periods(use.declared.keep, language))
    yield "provider-keeps", gathered(_periods(use.declared.provider_keeps, language, by="provider"))
    yield "cookies", gathered(_cookies(telling, use))
    yield "transfers", gathered(_transfers(telling, use))
    yield "promises", gathered(telling.placing.sentences(placing.SERVICE, use.id))
    yield "choice", gathered(_choice(telling, use))


def may_withdraw(use: Use) -> bool:
    """Whether the service rests on consent."""
    return use.gate == "consent" or "6(1)(a)" in use.basis


def _provider(telling: Telling, use: Use) -> Iterator[Paragraph]:
    notice = link(telling.say("privacy-link"), use.privacy_url or "")
    more = (" ", notice, ".") if use.privacy_url else ()
    is_own = use.provider == telling.declaration.controller.name
    if is_own or not use.provider:
        yield say(telling.say("provider-self"), *(() if is_own else more))
        return
    where = place(use.address, use.country, telling.language)
    role = telling.say(f"role-{use.role}")
    yield say(sentence(", ".join(part for part in (use.provider, where) if part) + f" ({role})"), *more)
    if use.declared.essence:
        essence = sentence(texts.choose(use.declared.essence, telling.language))
        yield say(telling.say("joint-essence", essence=essence))


def _purpose(telling: Telling, use: Use) -> Iterator[Paragraph]:
    if use.purpose:
        yield say(sentence(texts.choose(use.purpose, telling.language)))
    known = telling.declaration.activities
    owners = [known[name] for name in use.declared.used_for if name in known]
    if owners:
        titles = [(wording.title(a, telling.language), f"#a-{a.name}") for a in owners]
        yield linked_list(telling.say("service-activity"), titles)


def _periods(clause: str | None, language: str, *, by: str = "keep") -> Iterator[Paragraph]:
    """A keeping clause in words, ours or the provider's; what is no clause stands as it was written."""
    if not clause:
        return
    from zweck.texts.keeping import say_rule

    try:
        yield say(sentence(say_rule(parse_rule({by: clause}), language)))
    except KeepingError:
        yield say(sentence(clause))


def _cookies(telling: Telling, use: Use) -> Iterator[Paragraph]:
    """Names by lifetime; what each entry is for stands in the cookie table."""
    by_lifetime: dict[str, list[str]] = {}
    for cookie in use.cookies:
        by_lifetime.setdefault(say_lifetime(cookie.lifetime, telling.language), []).append(cookie.name)
    told = [f"{', '.join(dict.fromkeys(names))} ({lifetime})" for lifetime, names in by_lifetime.items()]
    if told:
        yield say("; ".join(told) + ".")


def _transfers(telling: Telling, use: Use) -> Iterator[Paragraph]:
    outside = outside_eea([of_use(use)], telling.on)
    for party in outside:
        yield say(say_transfer(party, telling.language, telling.on))
    if not outside and use.country:
        yield say(telling.say("transfers-none"))


def _choice(telling: Telling, use: Use) -> Iterator[Paragraph]:
    if may_withdraw(use):
        yield pointed(telling, "choice-withdraw", "#right-withdrawal")
    if {"6(1)(e)", "6(1)(f)"} & set(use.basis):
        yield pointed(telling, "choice-object", "#objection")
    if use.opt_out and use.opt_out.startswith("http"):
        yield say(link(telling.say("optout-link", who=use.provider or use.name), use.opt_out))
    elif use.opt_out:
        yield say(sentence(use.opt_out))
