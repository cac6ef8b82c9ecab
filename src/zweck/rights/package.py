"""The package a person gets: what is held about them with every item of Art. 15(1) and (2), or data to take along.

Access is for people (HTML) and machines (JSON, CSV); portability (Art. 20) holds only what the person gave under
consent or contract. A package with an empty item is not complete and is not sent (``missing_items``).
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from zweck import texts
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.law.authorities import authority_for
from zweck.law.rights import access_items, rights
from zweck.promises import wording
from zweck.promises.uses import Use, service_uses
from zweck.systems import Item
from zweck.texts.keeping import say_rule

if TYPE_CHECKING:
    from jinja2 import Template

PORTABLE_BASES = ("6(1)(a)", "6(1)(b)", "9(2)(a)")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HeldRecord(_Strict):
    """One record as the system holds it."""

    system: str
    record_class: str
    data: dict[str, Any]
    events: dict[str, str]
    files: tuple[str, ...] = ()
    is_shared: bool = False
    """Other people are tied to it too: only what is this person's is shown (Art. 15(4))."""


class ActivityPart(_Strict):
    """One activity that holds data of the person: the items of Art. 15(1) and the data itself."""

    activity: str
    title: str
    purposes: str
    bases: str
    categories: str
    recipients: str
    storage: str
    source: str
    automated: str
    transfers: str
    records: tuple[HeldRecord, ...]


class Package(_Strict):
    """What is handed over. ``searched`` names the systems asked, so that *nothing found* says where was searched."""

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True, populate_by_name=True)

    schema_: Literal[1] = Field(1, alias="schema")
    kind: Literal["access", "portability"]
    reference: str
    language: str
    made_at: datetime
    controller: str
    contact: str
    complaint: str
    rights: tuple[str, ...]
    searched: tuple[str, ...]
    parts: tuple[ActivityPart, ...]

    @property
    def count(self) -> int:
        return sum(len(part.records) for part in self.parts)


def build_package(
    declaration: Declaration,
    items: Iterable[Item],
    *,
    kind: Literal["access", "portability"],
    reference: str,
    language: str,
    now: datetime,
    searched: tuple[str, ...],
    files: Mapping[str, tuple[str, ...]] | None = None,
) -> Package:
    """The package for what the systems exported about one person."""
    grouped: dict[str, list[HeldRecord]] = {}
    for item in items:
        activity = declaration.activities.get(item.activity)
        if kind == "portability" and not (activity and is_portable(activity)):
            continue
        grouped.setdefault(item.activity, []).append(_held(item, files or {}))
    return Package(
        kind=kind,
        reference=reference,
        language=language,
        made_at=now,
        controller=_controller(declaration),
        contact=(declaration.officer and declaration.officer.email) or declaration.controller.email,
        complaint=_complaint(declaration),
        rights=tuple(f"{r.title(language)} (Art. {r.article})" for r in rights()),
        searched=searched,
        parts=tuple(_part(declaration, name, records, now.date(), language) for name, records in grouped.items()),
    )


def is_portable(activity: Activity) -> bool:
    """Art. 20(1)(a): only what rests on consent or a contract."""
    return any(basis in PORTABLE_BASES for basis in activity.basis)


def missing_items(package: Package) -> list[str]:
    """The items of Art. 15(1) that a part leaves empty, as ``activity: item``; such a package is not sent."""
    wanted = ("purposes", "categories", "recipients", "storage", "source", "automated", "transfers")
    found = [f"{part.activity}: {_item(name)}" for part in package.parts for name in wanted if not getattr(part, name)]
    return found + ([] if package.complaint else ["complaint"]) + ([] if package.rights else ["rights"])


def _item(name: str) -> str:
    return "transfers, Art. 15(2)" if name == "transfers" else name


def _held(item: Item, files: Mapping[str, tuple[str, ...]]) -> HeldRecord:
    return HeldRecord(
        system=item.system,
        record_class=item.record_class,
        data={k: v for k, v in item.data.items() if v not in (None, "")},
        events={k: v.isoformat() for k, v in item.events.items()},
        files=files.get(getattr(item, "id", ""), ()),
        is_shared=item.status == "shared",
    )


def _part(declaration: Declaration, name: str, records: list[HeldRecord], on: date, language: str) -> ActivityPart:
    activity = declaration.activities.get(name)
    if activity is None:
        return ActivityPart(
            activity=name, title=name, purposes="", bases="", categories="", recipients="", storage="", source="",
            automated="", transfers="", records=tuple(records),
        )  # fmt: skip
    uses = [u for u in service_uses(declaration) if name in u.declared.used_for]
    return ActivityPart(
        activity=name,
        title=wording.title(activity, language),
        purposes=wording.purpose(activity, language),
        bases=", ".join(f"Art. {b}" for b in activity.basis),
        categories=texts.listed(wording.data_names(activity.data, language), language),
        recipients=_recipients(declaration, activity, uses, language),
        storage="; ".join(say_rule(rule, language) for rule in activity.rules),
        source=_source(activity, language),
        automated=_automated(activity, language),
        transfers=_transfers(uses, declaration, activity, on, language),
        records=tuple(records),
    )


def _controller(declaration: Declaration) -> str:
    controller = declaration.controller
    return ", ".join((controller.name, *controller.address.lines()[:2]))


def _complaint(declaration: Declaration) -> str:
    address = declaration.controller.address
    found = authority_for(address.country, address.state)
    return ", ".join(str(part) for part in (found.name, getattr(found, "address", ""), found.website) if part)


def _recipients(declaration: Declaration, activity: Activity, uses: list[Use], language: str) -> str:
    names = [wording.recipient_name(declaration, r, language) for r in (*activity.recipients, *activity.disclose)]
    names += [f"{u.name} ({u.provider})" if u.provider else u.name for u in uses]
    return texts.listed(list(dict.fromkeys(names)), language) or texts.message("rights.no-recipients", language)


def _source(activity: Activity, language: str) -> str:
    if activity.obtained_from:
        return texts.choose(activity.obtained_from, language)
    return texts.message("rights.source-yourself", language)


def _automated(activity: Activity, language: str) -> str:
    if isinstance(activity.automated, bool):
        return texts.message("rights.automated-yes" if activity.automated else "rights.automated-no", language)
    return texts.choose(activity.automated, language)


def _transfers(uses: list[Use], declaration: Declaration, activity: Activity, on: date, language: str) -> str:
    from zweck.law.adequacy import is_eea

    said = [(u.name, u.country, u.safeguard or "") for u in uses]
    for name in (*activity.recipients, *activity.disclose):
        if recipient := declaration.recipients.get(name):
            said.append((texts.choose(recipient.name, language), recipient.country, recipient.safeguard or ""))
    abroad = [(n, c, s or _adequacy(c, on)) for n, c, s in said if c and not is_eea(c, on)]
    if not all(safeguard for _, _, safeguard in abroad):
        return ""  # Art. 15(2): a transfer that nothing covers cannot be explained
    told = [f"{name}: {texts.country(country, language)}, {safeguard}" for name, country, safeguard in abroad]
    return "; ".join(told) or texts.message("rights.no-transfer", language)


def _adequacy(country: str, on: date) -> str:
    """The decision that covers a country as a whole, where there is one."""
    from zweck.law.adequacy import TransferGround, adequacy_of, transfer_ground

    decision = adequacy_of(country, on) if transfer_ground(country, on) is TransferGround.ADEQUACY else None
    return decision.decision if decision else ""


def as_json(package: Package) -> bytes:
    """The package for machines (Art. 20(1): structured, commonly used, machine-readable)."""
    return package.model_dump_json(indent=2).encode()


def as_html(package: Package) -> bytes:
    """The package for people: one page that prints well and needs nothing else."""

    def say(key: str, **arguments: object) -> str:
        return texts.message(f"rights.{key}", package.language, **arguments)

    titles = {i.key: i.title(package.language) for i in access_items()}
    day = texts.day(package.made_at.date(), package.language)
    heading = say("record", number="#")  # said once: a person can have very many records
    return _template().render(package=package, say=say, titles=titles, day=day, heading=heading).encode()


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader

    env = Environment(loader=PackageLoader("zweck.rights"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return env.get_template("package.html")


def as_csv(part: ActivityPart) -> bytes:
    """One activity's records as a table (RFC 4180), cells that a spreadsheet would run as a formula made harmless."""
    columns = list(dict.fromkeys(k for record in part.records for k in record.data))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["system", "class", *columns])
    for record in part.records:
        writer.writerow([record.system, record.record_class, *(_cell(record.data.get(c)) for c in columns)])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text


def as_zip(package: Package, attachments: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Everything in one archive: the page, the JSON, a table per activity, and the files that were uploaded."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", as_html(package))
        archive.writestr("data.json", as_json(package))
        for part in package.parts:
            archive.writestr(f"{part.activity}.csv", as_csv(part))
        taken: set[str] = set()
        for number, (name, content) in enumerate(attachments, 1):
            safe = "".join(c if c.isalnum() or c in "._- " else "_" for c in name)[-120:] or "file"
            safe = f"{number}-{safe}" if safe in taken else safe
            taken.add(safe)
            archive.writestr(f"files/{safe}", content)
    return out.getvalue()
