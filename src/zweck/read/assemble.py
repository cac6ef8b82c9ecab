"""From what was read to the report: plain values in front, lines and confidence behind them."""

from __future__ import annotations

from collections.abc import Iterable

from zweck.read import report as r
from zweck.read.block import Place
from zweck.read.contact import Found
from zweck.read.cookie import CookieRow
from zweck.read.document import Activity, BasisSaid, Document, Kept, domains_of, language_of
from zweck.read.party import Officer, Party
from zweck.read.right import RightGranted
from zweck.read.topic import GENERAL
from zweck.read.unlisted import Unlisted
from zweck.read.using import InUse


def span(place: Place) -> r.Span:
    """A place as the report writes it."""
    return r.Span(line=place.line, column=max(1, place.column), end_column=max(1, place.end))


def spans(places: Iterable[Place]) -> list[r.Span]:
    """Places in the order of the text, each once."""
    return [span(p) for p in sorted(set(places), key=lambda p: (p.line, p.column))]


def report_document(document: Document, findings: list[r.FindingRead]) -> r.DocumentRead:
    """One document in the shape of the JSON contract."""
    used = list(document.services.used.values())
    return r.DocumentRead(
        name=document.name,
        language=document.language,
        languages=_languages(document),
        form=document.text.form,
        controller=_controller(document.controller),
        officer=_officer(document.officer),
        authority=_value(document.authority),
        services=[*(u.service.name for u in used), *(u.name for u in document.services.unlisted)],
        legal_bases=sorted({b.cited.basis for b in document.bases}),
        retention=_once(document.kept),
        cookies=[_cookie(c) for c in document.cookies],
        rights=[right.article for right in document.rights],
        activities=[_activity(a) for a in document.activities],
        transfers=[
            r.TransferRead(
                country=t.country,
                safeguards=t.safeguards,
                lines=sorted({p.line for p in t.places}),
                services=t.services,
                kinds=t.kinds,
                at=spans(t.places),
            )
            for t in document.transfers
        ],
        findings=findings,
        service_details=[*(_service(u, document) for u in used), *map(_unlisted, document.services.unlisted)],
        legal_basis_details=[_basis(b) for b in document.bases],
        right_details=[_right(right) for right in document.rights],
        denied_services=sorted(document.services.denied),
        domains=domains_of(document),
        sections=[
            r.SectionRead(title=s.title, kind=s.kind, facet=s.facet, lines=(s.first_line, s.last_line))
            for s in document.sections
        ],
    )


def _value(found: Found | None) -> r.Value | None:
    return r.Value(value=found.value, at=span(found.place)) if found else None


def _text(found: Found | None) -> str | None:
    return found.value if found else None


def _controller(party: Party) -> r.ControllerRead:
    parts = {
        "name": party.name, "email": party.email, "phone": party.phone, "street": party.street,
        "postcode": party.postcode, "city": party.city, "country": party.country, "vat_id": party.vat,
        "register_number": party.register, "register_court": party.court,
    }  # fmt: skip
    lines = {name: found.place.line for name, found in parts.items() if found}
    if party.street:
        lines["address"] = party.street.place.line
    if party.represented_by:
        lines["represented_by"] = party.represented_by[0].place.line
    return r.ControllerRead(
        **{name: _text(found) for name, found in parts.items()},
        address=party.address,
        represented_by=[found.value for found in party.represented_by],
        lines=lines,
        at={name: span(found.place) for name, found in parts.items() if found},
    )


def _officer(officer: Officer) -> r.OfficerRead:
    return r.OfficerRead(
        present=officer.present,
        email=_text(officer.email),
        name=_text(officer.name),
        phone=_text(officer.phone),
        stated_none=officer.stated_none,
        lines=sorted({place.line for place in officer.places}),
        at=spans(p for p in (*officer.places, *(f.place for f in (officer.email, officer.name, officer.phone) if f))),
    )


def _kept(kept: Kept) -> r.RetentionRead:
    return r.RetentionRead(
        what=kept.what,
        duration=kept.duration,
        trigger=kept.trigger,
        at=span(kept.place),
        low=kept.low,
        words=kept.words,
        confidence=kept.confidence,
    )


def _once(kept: list[Kept]) -> list[r.RetentionRead]:
    seen: dict[tuple[str, str | None, str | None], r.RetentionRead] = {}
    for item in kept:
        seen.setdefault((item.what, item.duration, item.trigger), _kept(item))
    return list(seen.values())


def _cookie(row: CookieRow) -> r.CookieRead:
    return r.CookieRead(
        name=row.name,
        duration=row.duration,
        provider=row.provider,
        purpose=row.purpose,
        written=row.written,
        service=row.service,
        at=span(row.place),
    )


def _activity(activity: Activity) -> r.ActivityRead:
    return r.ActivityRead(
        kind=activity.kind,
        lines=activity.lines,
        legal_bases=activity.bases,
        retention=_once(activity.kept),
        services=list(dict.fromkeys(activity.services)),
        title=activity.title,
        confidence=activity.confidence,
    )


def _service(used: InUse, document: Document) -> r.ServiceRead:
    own = [s for s in used.sections if used.service in s.services] or used.sections
    topics = {s.topic for s in own}
    bases = [b.cited.basis for b in document.bases if b.section.topic in topics]
    transfers = [t for t in document.transfers if used.service.id in t.services]
    kind = next((s.kind for s in own if s.kind not in (GENERAL, "rights")), used.service.kind)
    return r.ServiceRead(
        id=used.service.id,
        name=used.service.name,
        written=used.written,
        provider=used.service.provider.name,
        country=used.service.provider.country,
        kind=kind,
        lines=sorted({p.line for p in used.places}),
        legal_bases=list(dict.fromkeys(bases)),
        countries=[t.country for t in transfers],
        safeguards=list(dict.fromkeys(s for t in transfers for s in t.by_service.get(used.service.id, ()))),
        confidence=used.confidence,
        at=spans(used.places),
    )


def _unlisted(vendor: Unlisted) -> r.ServiceRead:
    """A vendor that the catalogue does not know; its country is not read from its name."""
    return r.ServiceRead(
        id=vendor.id,
        name=vendor.name,
        written=[vendor.company],
        provider=vendor.company,
        country="",
        kind=vendor.kind,
        lines=sorted({p.line for p in vendor.places}),
        confidence=vendor.confidence,
        at=spans(vendor.places),
    )


def _basis(said: BasisSaid) -> r.BasisRead:
    c = said.cited
    return r.BasisRead(basis=c.basis, written=c.written, at=span(said.place), kind=said.kind, confidence=c.confidence)


def _right(right: RightGranted) -> r.Value:
    return r.Value(value=right.article, at=span(right.place))


def _languages(document: Document) -> list[str]:
    """The languages that the notice is written in, the main one first: the second counts from a fifth of the text."""
    count = {"de": 0, "en": 0}
    for block in document.blocks:
        if len(block.text) > 60:
            count[language_of((block.text,))] += len(block.text)
    total = sum(count.values())
    others = [name for name, size in count.items() if name != document.language and size > 0.2 * total]
    return [document.language, *others]
