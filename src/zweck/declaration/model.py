"""What a declaration can say: the site, its controller, activities, services, systems and attestations.

Unknown keys are errors from day one. A value that a kind assumes is filled in when the declaration loads and is
marked as assumed (``Activity.assumed``), so everything behind the loader sees complete activities (Art. 5(2) GDPR).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from zweck.declaration.mapping import MappingError, read_then, read_tie
from zweck.declaration.source import Source

Language = Literal["de", "en"]
Text = str | dict[Language, str]
"""A text for people: one string, or one per language."""


def _problem(code: str, message: str, mend: str) -> PydanticCustomError:
    return PydanticCustomError(code, message.replace("{", "{{").replace("}", "}}"), {"mend": mend})


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) or value is None else [value]


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]

_BASIS = re.compile(r"^(?:6\(1\)\([a-f]\)|9\(2\)\([a-j]\)|49\(1\)\([a-g]\)|BDSG \d+[a-z]?(?:\(\d+\))?)$")
_DEVICE = re.compile(r"^25\((?:1|2)\)(?: no\. ?[12])?$")
_COUNTRY = re.compile(r"^[A-Z]{2}$")
_SLUG = re.compile(r"^[a-z][a-z0-9_-]{0,62}$")
_HOST = re.compile(r"^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$")


def _basis(value: str) -> str:
    text = re.sub(r"^(?:GDPR|DSGVO|Art\.?)\s*", "", value.strip())
    text = re.sub(r"^(6|9|49)\s*\(?(\d)\)?\s*\(?([a-j])\)?$", r"\1(\2)(\3)", text)
    if not _BASIS.match(text):
        raise _problem("basis", f"{value!r} is no legal basis", "write 6(1)(a) … 6(1)(f), 9(2)(a) … or BDSG 26(1)")
    return text


def _device_basis(value: str) -> str:
    text = re.sub(r"^TDDDG\s*", "", value.strip())
    if not _DEVICE.match(text):
        raise _problem("device-basis", f"{value!r} is no basis for access to a device", "write 25(1) or 25(2) no. 2")
    return text


def _country(value: str) -> str:
    if not _COUNTRY.match(value):
        raise _problem("country", f"{value!r} is no country code", "two capital letters (ISO 3166): DE, FR, US")
    return value


def _slug(value: str) -> str:
    if not _SLUG.match(value):
        raise _problem("name", f"{value!r} cannot be a name here", "lower-case letters, digits, - and _, at most 63")
    return value


def _host(value: str) -> str:
    host = value.strip().lower()
    if not _HOST.match(host):
        raise _problem("host", f"{value!r} is no host name", "only the name, without https:// and path")
    return host


def _email(value: str) -> str:
    if not re.match(r"^[^@\s<>\"]{1,64}@[^@\s<>\"]+\.[^@\s<>\".]+$", value):
        raise _problem("email", f"{value!r} is no e-mail address", "write name@host.example")
    return value


Basis = Annotated[str, AfterValidator(_basis)]
Bases = Annotated[tuple[Basis, ...], BeforeValidator(_listed)]
DeviceBasis = Annotated[str, AfterValidator(_device_basis)]
Country = Annotated[str, AfterValidator(_country)]
Slug = Annotated[str, AfterValidator(_slug)]
Host = Annotated[str, AfterValidator(_host)]
Email = Annotated[str, AfterValidator(_email)]


class Model(BaseModel):
    """The common ground: unknown keys refused, immutable, numbers accepted where a text is meant."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, coerce_numbers_to_str=True, populate_by_name=True, defer_build=True
    )


class Address(Model):
    """A postal address that mail reaches (§ 5(1) no. 1 DDG)."""

    street: str
    postcode: str
    city: str
    country: Country = "DE"
    state: str | None = Field(None, description="German state as ISO 3166-2 without DE-, e.g. NI")

    def lines(self) -> tuple[str, str, str]:
        return self.street, f"{self.postcode} {self.city}", self.country


class Register(Model):
    """The public register that the company is entered in (§ 5(1) no. 4 DDG)."""

    court: str
    number: str


class Profession(Model):
    """A regulated profession (§ 5(1) no. 5 DDG)."""

    title: Text
    state: Text
    chamber: str
    rules: Text
    rules_url: str


class Controller(Model):
    """Who decides on purposes and means (Art. 4(7)), with what an imprint must say (§ 5 DDG, § 18(2) MStV)."""

    name: str
    legal_form: str | None = None
    address: Address
    represented_by: Words = ()
    register_: Register | None = Field(None, alias="register")
    vat_id: str | None = None
    business_id: str | None = Field(None, description="Wirtschafts-Identifikationsnummer (§ 139c AO)")
    phone: str | None = None
    email: Email
    licensed: bool = Field(False, description="the trade needs a licence (§ 5(1) no. 3 DDG)")
    supervised_by: str | None = Field(None, description="authority that licenses the trade (§ 5(1) no. 3 DDG)")
    profession: Profession | None = None
    capital: str | None = None
    in_liquidation: bool = False
    editor: str | None = Field(
        None, description="name and address of who answers for journalistic content, § 18(2) MStV"
    )
    employees: int | None = None
    consumer_arbitration: Literal["unwilling", "willing", "obliged"] | None = None
    arbitration_body: str | None = None


class Officer(Model):
    """The data protection officer (Art. 37–39)."""

    name: str | None = None
    company: str | None = None
    address: Address | None = None
    email: Email | None = None
    phone: str | None = None


class Representative(Model):
    """Representative in the Union of a controller outside it (Art. 27)."""

    name: str
    address: Address
    email: Email | None = None


class Site(Model):
    """One website: its name, hosts and languages; the first language is the reference."""

    name: str
    domains: Annotated[tuple[Host, ...], BeforeValidator(_listed), Field(min_length=1)]
    languages: Annotated[tuple[Language, ...], BeforeValidator(_listed), Field(min_length=1)] = ("de", "en")
    url: str | None = None
    audience: Literal["consumers", "businesses", "both"] = "both"
    for_children: bool = False
    editorial: bool = Field(False, description="journalistic content: blog, news (§ 18(2) MStV)")
    subscriptions: bool = Field(False, description="consumers can order contracts that run on (§ 312k BGB)")
    cancellation_url: str | None = Field(None, description="page with the cancellation button (§ 312k BGB)")
    withdrawal_url: str | None = Field(None, description="page with the withdrawal button (§ 356a BGB)")
    pages: str | None = Field(None, description="folder of static pages that `zweck serve` shows, gated")
    last_changed: datetime.date | None = None
    audiovisual: bool = Field(False, description="videos on demand or a channel (§ 5(1) no. 8 DDG)")


class Provider(Model):
    """The company behind a service or recipient."""

    name: str
    country: Country
    address: str | None = None
    privacy_url: str | None = None


class Certificate(Model):
    """A company's entry on the list of the Data Privacy Framework, as read on a day (Dec. (EU) 2023/1795)."""

    participant: str = Field(description="number of the participant on the list")
    entity: str = Field(description="the legal entity that is certified, as the list names it")
    covers: Words = Field((), description="the data that the certification covers, e.g. HR, non-HR")
    status: Literal["active", "inactive"] = "active"
    checked: datetime.date = Field(description="day the list was read; counts for 90 days")

    def fault(self, companies: Iterable[str], on: datetime.date) -> Literal["", "inactive", "entity", "old"]:
        """Why the certificate carries no transfer to one of ``companies`` that day; empty when it does."""
        if self.status != "active":
            return "inactive"
        if self.entity.strip().casefold() not in {name.strip().casefold() for name in companies}:
            return "entity"
        is_fresh = datetime.timedelta(0) <= on - self.checked <= _LIST_READ_WITHIN
        return "" if is_fresh else "old"


_LIST_READ_WITHIN = datetime.timedelta(days=90)


class Recipient(Model):
    """Someone personal data is disclosed to (Art. 4(9)); ``role`` decides what the notice and the contract need."""

    name: Text
    country: Country = "DE"
    role: Literal["processor", "controller", "joint", "authority"] = "controller"
    safeguard: str | None = None
    safeguard_checked: datetime.date | None = None
    dpf: Certificate | None = None
    contract: datetime.date | None = Field(None, description="day the Art. 28 contract was signed")
    essence: Text | None = Field(None, description="essence of the Art. 26 arrangement")
    address: str | None = None
    privacy_url: str | None = None


class Cookie(Model):
    """One cookie or storage entry: who sets it, why, and for how long (EDPB, CJEU C-673/17)."""

    name: str
    purpose: Text
    lifetime: str = "session"
    provider: str | None = None
    storage: Literal["cookie", "local", "session", "indexeddb", "cache"] = "cookie"
    necessary: bool = False


class ServiceUse(Model):
    """A third party that the site embeds or uses; what the catalogue knows need not be said again."""

    name: str | None = None
    provider: Provider | None = None
    role: Literal["processor", "controller", "joint"] | None = None
    gate: Literal["consent", "necessary", "none"] | None = None
    used_for: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field((), alias="for")
    category: str | None = None
    purpose: Text | None = None
    data: Words = ()
    basis: Bases = ()
    device_basis: DeviceBasis | None = None
    interest: Text | None = None
    safeguard: str | None = Field(None, description="DPF, SCC, BCR, adequacy, 49(1)(a) …")
    safeguard_checked: datetime.date | None = None
    dpf: Certificate | None = None
    contract: datetime.date | None = None
    essence: Text | None = None
    domains: Words = ()
    cookies: tuple[Cookie, ...] = ()
    opt_out: str | None = None
    server_side: bool = Field(False, description="called by our servers only; never seen by the visitor's browser")
    keep: str | None = None
    provider_keeps: str | None = None


def _understood(read: Callable[[Any], Any], value: Any) -> None:
    try:
        read(value)
    except MappingError as error:
        raise _problem("mapping", str(error), error.mend) from None


def _tie(value: str) -> str:
    _understood(read_tie, value)
    return value


def _then(value: Any) -> Any:
    _understood(read_then, value)
    return value


def _categories(value: Any) -> Any:
    return {str(name): "" for name in _listed(value)} if isinstance(value, str | list | tuple) else value


Ties = Annotated[tuple[Annotated[str, AfterValidator(_tie)], ...], BeforeValidator(_listed)]


class Table(Model):
    """How one table of a connected database holds personal data, and what erasing does to it."""

    subject: dict[str, Words] | None = Field(None, description="identity columns: email: [email, alt_email]")
    same_person: bool = Field(False, description="all identity columns of a row are one and the same person's")
    folded: bool = Field(False, description="identity columns hold lower case only: an ordinary index serves")
    through: Ties = Field((), description="path to the person: customer_id, or orders.address_id when that refers here")
    key: Words = Field((), description="columns that tell rows apart, where the database knows no key")
    data: Annotated[dict[str, str], BeforeValidator(_categories)] = Field(
        default_factory=dict, description="columns with personal data: a list, or column: category"
    )
    shared: Words = Field((), description="columns that everybody may see in a row that several people share")
    activity: str | None = Field(None, description="whose data it is, if `rule` does not tell")
    rule: str | None = None
    then: Annotated[dict[str, Any] | str | None, AfterValidator(_then)] = None
    events: dict[str, str] = Field(default_factory=dict, description="closed: closed_at, or invoiced: invoices.issued")
    restrict: str | None = Field(None, description="column that marks a restricted row (a time, or yes and no)")
    read_only: bool = False


class SystemUse(Model):
    """Where personal data lies outside the built-in store: a database, mailbox, log files, an HTTP API."""

    url: str = Field("", repr=False, description="${SHOP_DATABASE_URL}: from the environment")
    url_file: str | None = Field(None, description="file that holds the url, instead")
    database_schema: str | None = Field(None, alias="schema")
    plus_tags: Literal["own", "same"] = Field("own", description="is name+tag@host the same person as name@host?")
    tables: dict[str, Table] = Field(default_factory=dict)
    activities: Words = ()
    backups: str | None = Field(None, description="how long its backups live, e.g. 30 days (Art. 17, 32)")

    @model_validator(mode="after")
    def _reachable(self) -> SystemUse:
        if bool(self.url) == bool(self.url_file):
            raise _problem("url", "a system needs a url", "url: ${SHOP_DATABASE_URL}, or url_file: /run/secrets/shop")
        return self


class Attestation(Model):
    """A named role vouches for an organisational promise on a day; the review interval makes it lapse."""

    by: str
    on: datetime.date
    review: str = "12 months"
    note: Text | None = None


class Declaration(Model):
    """One site, whole. ``activities`` holds instances of each kind's own options model."""

    zweck: Literal[1]
    law: datetime.date | None = Field(None, description="state of the law this was checked against")
    site: Site
    controller: Controller
    joint_controllers: tuple[Recipient, ...] = ()
    officer: Officer | None = None
    no_officer: Text | None = Field(None, description="why none is needed (Art. 37, § 38 BDSG)")
    representative: Representative | None = None
    authority: str | None = Field(None, description="key of the competent authority, if not that of the seat")
    recipients: dict[Slug, Recipient] = Field(default_factory=dict)
    activities: dict[Slug, Any] = Field(default_factory=dict)
    services: dict[Slug, ServiceUse | None] = Field(default_factory=dict)
    systems: dict[Slug, SystemUse] = Field(default_factory=dict)
    attestations: dict[str, Attestation] = Field(default_factory=dict)
    views: dict[str, str] = Field(
        default_factory=dict, description="which view is followed where authorities and courts differ"
    )
    accepted: dict[str, Text] = Field(
        default_factory=dict, description="check rules set aside, each with the reason why"
    )

    _source: Source = PrivateAttr()

    @property
    def source(self) -> Source:
        """The file behind the declaration: text and places."""
        return self._source

    @property
    def id(self) -> str:
        """The site's stable name in the store: its first domain."""
        return self.site.domains[0]

    @property
    def languages(self) -> tuple[str, ...]:
        return self.site.languages

    @property
    def reference(self) -> str:
        """The language whose version counts."""
        return self.site.languages[0]

    def of_kind(self, *kinds: str) -> list[Any]:
        """The activities of these kinds, in the order of the file."""
        return [a for a in self.activities.values() if a.kind in kinds]
