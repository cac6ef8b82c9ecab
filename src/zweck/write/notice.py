"""The privacy notice (Art. 12–14, 21(4) GDPR; § 25 TDDDG), layered: at a glance, then every activity in detail.

Built from the declaration and its promises alone; every promise's sentence stands in it once, under its anchor.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zweck import texts
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.law.rights import Right, rights
from zweck.promises import wording
from zweck.promises.uses import service_uses
from zweck.write import placing
from zweck.write.activity import Telling, activity_section, is_automated, may_object, overall, pointed
from zweck.write.citation import cite, sentence
from zweck.write.contact import (
    authority_lines,
    competent_authority,
    controller_lines,
    officer_lines,
    representative_lines,
)
from zweck.write.cookies import cookie_table, entries
from zweck.write.document import (
    Block,
    Bullets,
    Callout,
    Definition,
    Definitions,
    Document,
    Paragraph,
    Run,
    Section,
    link,
    say,
)
from zweck.write.party import of_recipient, of_use, outside_eea, say_copy
from zweck.write.placing import gathered, place_promises
from zweck.write.service import service_section


def notice(declaration: Declaration, language: str, on: date) -> Document:
    """The notice in one language as of a day; raises ``DocumentError`` when a link or anchor is wrong."""
    telling = Telling(declaration, place_promises(declaration, language), language, on)
    return Document(
        kind="notice",
        language=language,
        title=texts.message("write_page.notice", language),
        site=declaration.site.name,
        controller=declaration.controller.name,
        dated_on=declaration.site.last_changed or on,
        languages=declaration.languages,
        lead=(say(telling.say("intro", site=declaration.site.name)),),
        sections=tuple(_sections(telling)),
    )


def _sections(telling: Telling) -> Iterator[Section]:
    declaration = telling.declaration
    yield _glance(telling)
    yield _controller(telling)
    activities = tuple(activity_section(telling, a) for a in declaration.activities.values())
    if activities:
        yield Section("activities", telling.say("activities"), tuple(overall(telling)), activities)
    services = tuple(service_section(telling, use) for use in service_uses(declaration))
    if services:
        yield Section("services", telling.say("services"), tuple(_services_intro(telling)), services)
    yield _cookies(telling)
    if measures := telling.placing.sentences(placing.SECURITY):
        yield Section("security", telling.say("security"), (Bullets(measures),))
    yield _objection(telling)
    yield _rights(telling)
    yield Section("state", telling.say("state"), (say(telling.say("state-change")),))


def _services_intro(telling: Telling) -> Iterator[Paragraph]:
    yield say(telling.say("services-text"))
    if outside_eea([of_use(use) for use in service_uses(telling.declaration)], telling.on):
        yield say(say_copy(telling.language, telling.asked_at))


def _glance(telling: Telling) -> Section:
    controller = telling.declaration.controller
    who = say(telling.say("glance-who-text", name=controller.name, city=controller.address.city))
    told = tuple(_glimpse(telling, a) for a in telling.declaration.activities.values())
    ask = "officer" if telling.declaration.officer else "controller"
    asked = say(telling.say(f"glance-ask-{ask}"), link(telling.asked_at, f"mailto:{telling.asked_at}"), ".")
    own = (
        pointed(telling, "glance-rights-text", "#objection"),
        pointed(telling, "glance-rights-all", "#rights"),
    )
    items = [
        Definition(telling.say("glance-who"), (who,)),
        *([Definition(telling.say("glance-what"), (Bullets(told),))] if told else []),
        Definition(telling.say("glance-rights"), own),
        Definition(telling.say("glance-ask"), (asked,)),
    ]
    return Section("glance", telling.say("glance"), (Definitions(tuple(items)),))


def _glimpse(telling: Telling, activity: Activity) -> Paragraph:
    language, key = telling.language, f"{activity.kind}.glance"
    own_words = activity.purpose and texts.choose(activity.purpose, language)
    told = texts.message(key, language) if texts.has(key, language) and not own_words else ""
    told = told or wording.purpose(activity, language)
    title = Run(wording.title(activity, language), f"#a-{activity.name}", strong=True)
    return say(title, f": {sentence(told)}" if told else "")


def _controller(telling: Telling) -> Section:
    declaration, language = telling.declaration, telling.language
    parts: list[Section] = []
    if declaration.officer:
        blocks: tuple[Block, ...] = (
            say(telling.say("officer-text")),
            officer_lines(declaration.officer, language),
        )
        parts.append(Section("officer", telling.say("officer"), blocks))
    elif declaration.no_officer:
        why = sentence(texts.choose(declaration.no_officer, language))
        parts.append(Section("officer", telling.say("officer"), (say(telling.say("no-officer", why=why)),)))
    if declaration.representative:
        blocks = (
            say(telling.say("representative-text")),
            representative_lines(declaration.representative, language),
        )
        parts.append(Section("representative", telling.say("representative"), blocks))
    if declaration.joint_controllers:
        parts.append(Section("joint", telling.say("joint"), tuple(_joint(telling))))
    lines = (say(telling.say("controller-text")), controller_lines(declaration.controller, language))
    return Section("controller", telling.say("controller"), lines, tuple(parts))


def _joint(telling: Telling) -> Iterator[Block]:
    yield say(telling.say("joint-text"))
    for other in telling.declaration.joint_controllers:
        yield of_recipient(other, "", telling.language).say(telling.language)
        if other.essence:
            essence = sentence(texts.choose(other.essence, telling.language))
            yield say(telling.say("joint-essence", essence=essence))
    yield say(telling.say("joint-any"))


def _cookies(telling: Telling) -> Section:
    found = entries(telling.declaration)
    if not found:
        return Section("cookies", telling.say("cookies"), (say(telling.say("cookies-none")),))
    words = link(telling.say("cookies-link"), f"page:cookies.{telling.language}")
    text = say(telling.say("cookies-text"), words, ".")
    own = [entry for entry in found if not entry.service]
    more = (cookie_table(own, telling.language, telling.say("cookies")),) if own else ()
    return Section("cookies", telling.say("cookies"), (text, *more))


def _objection(telling: Telling) -> Section:
    """On its own and set apart: clearly and separately from any other information (Art. 21(4))."""
    said = telling.placing.sentences(placing.RIGHT, "objection")
    words = said or tuple(say(telling.say(f"objection-{name}")) for name in ("interest", "stop", "marketing"))
    where = say(telling.say("objection-where"), link(telling.asked_at, f"mailto:{telling.asked_at}"), ".")
    activities = [a for a in telling.declaration.activities.values() if may_object(a)]
    listed = Bullets(tuple(say(link(wording.title(a, telling.language), f"#a-{a.name}")) for a in activities))
    concerned = (say(telling.say("objection-list")), listed) if activities else ()
    callout = Callout(telling.say("objection-title"), (*words, where, *concerned))
    return Section("objection", telling.say("objection"), (callout,))


def _rights(telling: Telling) -> Section:
    how = telling.placing.sentences(placing.RIGHT)
    ask = say(telling.say("rights-ask"), link(telling.asked_at, f"mailto:{telling.asked_at}"), ".")
    intro: tuple[Block, ...] = (Bullets(how),) if how else (say(telling.say("rights-text")), ask)
    parts = tuple(_right(telling, right) for right in rights() if right.key not in _INFORMATION)
    return Section("rights", telling.say("rights"), intro, parts)


_INFORMATION = ("information", "information_other_sources")
"""Art. 13 and 14 are fulfilled by the notice itself."""


def _right(telling: Telling, right: Right) -> Section:
    language = telling.language
    title = telling.say("right-title", title=right.title(language), cite=cite(f"Art. {right.article} GDPR", language))
    blocks = tuple(_right_blocks(telling, right))
    return Section(f"right-{right.key.replace('_', '-')}", title, blocks)


def _right_blocks(telling: Telling, right: Right) -> Iterator[Block]:
    if right.key == "objection":
        yield pointed(telling, "objection-pointer", "#objection")
        return
    said = telling.placing.sentences(placing.RIGHT, right.key)
    yield from gathered(said or (say(sentence(right.summary(telling.language))),))
    if right.key == "automated_decision" and not is_automated(telling.declaration):
        yield say(telling.say("automated-site"))
    authority = competent_authority(telling.declaration)
    if right.key == "complaint" and authority:
        yield say(telling.say("authority-text"))
        yield authority_lines(authority, telling.language)
