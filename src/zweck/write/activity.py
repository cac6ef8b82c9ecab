"""What the notice says of one activity: question by question, nothing that the declaration does not say.

The questions follow Art. 13(1) and (2) and, where data comes from elsewhere, Art. 14(2)(f) GDPR; § 25 TDDDG where a
device is accessed. An item that is missing in the declaration is left out here and reported by ``check``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zweck import texts
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises import wording
from zweck.write import placing
from zweck.write.citation import cite, say_basis, say_device_basis, sentence
from zweck.write.document import (
    Bullets,
    Definition,
    Definitions,
    Paragraph,
    Run,
    Section,
    link,
    say,
)
from zweck.write.party import Party, outside_eea, parties, say_transfer
from zweck.write.placing import Placing, gathered

Answer = tuple[Paragraph | Bullets, ...]


@dataclass(frozen=True)
class Telling:
    """What every part of a notice needs: the declaration, its promises, the language, the day, the address to ask."""

    declaration: Declaration
    placing: Placing
    language: str
    on: date

    def say(self, name: str, /, **arguments: object) -> str:
        """A message of the notice."""
        return texts.message(f"write_notice.{name}", self.language, **arguments)

    @property
    def asked_at(self) -> str:
        """Where questions go: the officer, else the controller."""
        officer = self.declaration.officer
        return (officer.email if officer and officer.email else None) or self.declaration.controller.email


def activity_section(telling: Telling, activity: Activity) -> Section:
    """The activity's part of the notice."""
    items = [Definition(telling.say(f"ask-{name}"), answer) for name, answer in _answers(telling, activity) if answer]
    title = wording.title(activity, telling.language)
    blocks = (Definitions(tuple(items)),) if items else ()
    return Section(f"a-{activity.name}", title, blocks)


def _answers(telling: Telling, activity: Activity) -> Iterator[tuple[str, Answer]]:
    language, sentences = telling.language, telling.placing.sentences
    yield "data", gathered(_data(telling, activity), sentences(placing.DATA, activity.name))
    yield "purpose", gathered([say(sentence(wording.purpose(activity, language)))])
    yield "basis", gathered(bases(activity, language))
    yield "period", gathered(sentences(placing.PERIOD, activity.name))
    yield "recipients", gathered(_recipients(telling, activity), sentences(placing.RECIPIENT, activity.name))
    yield "transfers", gathered(_transfers(telling, activity))
    yield "provision", gathered(_provision(telling, activity))
    yield "automated", gathered([say(_automated(telling, activity))])
    yield "source", gathered([say(_source(activity, language))])
    yield "choice", gathered(_choice(telling, activity))
    yield "promises", gathered(sentences(placing.OTHER, activity.name))
    yield "note", gathered([say(sentence(texts.choose(activity.note, language) if activity.note else ""))])


def _data(telling: Telling, activity: Activity) -> Iterator[Paragraph]:
    if activity.data:
        yield say(sentence(wording.listed_data(activity.data, telling.language)))


def bases(activity: Activity, language: str) -> Iterator[Paragraph]:
    """Each legal basis of the activity in a sentence, and the one for access to the device."""
    interest = wording.interest(activity, language)
    yield from say_bases(activity.basis, activity.device_basis, language, law=activity.law or "", interest=interest)


def say_bases(
    found: tuple[str, ...], device: str | None, language: str, *, law: str = "", interest: str = ""
) -> Iterator[Paragraph]:
    """Each basis in a sentence; one consent for device and data is one sentence that names both provisions."""
    is_one = "6(1)(a)" in found and device == "25(1)"
    for basis in found:
        both = cite("TDDDG 25(1)", language) if is_one and basis == "6(1)(a)" else ""
        yield say(say_basis(basis, language, law=law, interest=interest, device=both))
    if device and not is_one:
        yield say(say_device_basis(device, language))


def _recipients(telling: Telling, activity: Activity) -> Iterator[Paragraph]:
    found = parties(telling.declaration, activity, telling.language)
    for party in found:
        yield party.say(telling.language)
        if party.essence:
            yield say(telling.say("joint-essence", essence=sentence(party.essence)))
    hosting = hosting_of(telling, activity)
    if hosting and not found:
        yield pointed(telling, "recipients-hosting", f"#a-{hosting.name}")
    elif not found and activity.kind != "hosting" and not telling.placing.sentences(placing.RECIPIENT, activity.name):
        yield say(telling.say("recipients-none"))


def hosting_of(telling: Telling, activity: Activity) -> Activity | None:
    """Where servers are run by others, they hold the data of the site's other activities too."""
    found = telling.declaration.of_kind("hosting")
    return next((a for a in found if a.name != activity.name and activity.system == "store"), None)


def _transfers(telling: Telling, activity: Activity) -> Iterator[Paragraph]:
    found = parties(telling.declaration, activity, telling.language)
    outside = outside_eea(found, telling.on)
    for party in (p for p in outside if not p.service):
        yield say(say_transfer(party, telling.language, telling.on, asked_at=telling.asked_at))
    hosting = hosting_of(telling, activity)
    hosts = parties(telling.declaration, hosting, telling.language) if hosting else []
    names = ", ".join(dict.fromkeys(p.name for p in outside if p.service))
    if hosting and outside_eea(hosts, telling.on):
        name = "transfers-both" if names else "transfers-hosting"
        yield pointed(telling, name, f"#a-{hosting.name}", names=names)
    elif names:
        yield say(telling.say("transfers-services", names=names))
    elif not outside and _all_located([*found, *hosts]) and "public" not in activity.recipients:
        yield say(telling.say("transfers-none"))


def _all_located(found: list[Party]) -> bool:
    """Whether the country of every company is known; a category names no company."""
    return all(party.country or not party.provider for party in found)


def _provision(telling: Telling, activity: Activity) -> Iterator[Paragraph]:
    effect = wording.own_or(activity.provision_effect, f"{activity.kind}.provision-effect", telling.language)
    if activity.provision:
        yield say(" ".join(part for part in (telling.say(f"provision-{activity.provision}"), sentence(effect)) if part))


def _automated(telling: Telling, activity: Activity) -> str:
    """Said of each activity only where one of them decides; else one sentence says it of all (``overall``)."""
    if not activity.automated:
        return telling.say("automated-none") if is_automated(telling.declaration) else ""
    logic = texts.choose(activity.automated, telling.language) if not isinstance(activity.automated, bool) else ""
    return " ".join(part for part in (telling.say("automated-some"), sentence(logic)) if part)


def _source(activity: Activity, language: str) -> str:
    return sentence(texts.choose(activity.obtained_from, language)) if activity.obtained_from else ""


def _choice(telling: Telling, activity: Activity) -> Iterator[Paragraph]:
    if may_withdraw(activity):
        yield pointed(telling, "choice-withdraw", "#right-withdrawal")
    if may_object(activity):
        is_whole = all(basis in ("6(1)(e)", "6(1)(f)") for basis in activity.basis)
        yield pointed(telling, "choice-object" if is_whole else "choice-object-part", "#objection")
    if not may_withdraw(activity) and not may_object(activity):
        yield pointed(telling, "choice-rights", "#rights")


def linked_list(before: str, found: list[tuple[str, str]]) -> Paragraph:
    """Words and links after a colon, with commas between them."""
    runs: list[str | Run] = [before]
    for words, href in found:
        runs += [", " if len(runs) > 1 else " ", link(words, href)]
    return say(*runs, ".")


def pointed(telling: Telling, name: str, href: str, **arguments: object) -> Paragraph:
    """A message whose words in square brackets are a link."""
    before, _, rest = telling.say(name, **arguments).partition("[")
    words, _, after = rest.partition("]")
    return say(before, link(words, href), after)


def overall(telling: Telling) -> Iterator[Paragraph]:
    """What holds for all activities and is therefore said once."""
    if not is_automated(telling.declaration):
        yield say(telling.say("automated-overall"))
    if any(outside_eea(parties(telling.declaration, a, telling.language), telling.on) for a in _all(telling)):
        yield say(telling.say("transfers-overall"))


def _all(telling: Telling) -> Iterator[Activity]:
    return iter(telling.declaration.activities.values())


def is_automated(declaration: Declaration) -> bool:
    """Whether anything at all is decided by a computer alone (Art. 22)."""
    return any(activity.automated for activity in declaration.activities.values())


def may_withdraw(activity: Activity) -> bool:
    """Whether the activity rests on consent (Art. 7(3))."""
    return any(basis in ("6(1)(a)", "9(2)(a)") for basis in activity.basis) or activity.device_basis == "25(1)"


def may_object(activity: Activity) -> bool:
    """Whether a person can object to the activity (Art. 21(1))."""
    return any(basis in ("6(1)(e)", "6(1)(f)") for basis in activity.basis)
