"""What becomes of a column when its row is anonymised, as SQL: one expression per method, for the whole set of rows.

``changed`` gives the new value, ``remains`` the rows on which there is still something to do, so that a second run
changes nothing (recital 26 GDPR: what is left must not tell who it was).
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from zweck.declaration.mapping import Method

HASHED = "anon-"
"""How a keyed hash begins: tells a hash from what was there before."""
HASH_DIGITS = 40
_NO_IP = "0.0.0.0"  # noqa: S104
_IPV4 = r"^[0-9]{1,3}(\.[0-9]{1,3}){3}$"
_IPV6 = r"^[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}$"


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a table, or a value inside its JSON."""

    column: sa.Column[Any]
    path: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return ".".join((self.column.name, *self.path))

    @property
    def value(self) -> sa.ColumnElement[Any]:
        """The value as an expression."""
        if not self.path:
            return self.column
        made: sa.ColumnElement[Any] = sa.type_coerce(self.column, sa.JSON)[self.path].as_string()
        return made


def changed(place: Place, method: Method, kind: str, secret: bytes) -> sa.ColumnElement[Any]:
    """The new value of ``place.column``; raises ``ValueError`` where the database's dialect has no way to say it."""
    if place.path:
        return _without(place, kind)
    return _METHODS[method.word](place.column, method, kind, _key(secret, place))


def remains(place: Place, method: Method, kind: str) -> sa.ColumnElement[bool]:
    """The rows whose value is still to be changed."""
    column = place.value
    match method.word:
        case "null":
            return column.is_not(None)
        case "constant":
            return sa.or_(column.is_(None), column != method.value)
        case "hash":
            return column.not_like(f"{HASHED}%")
        case "first":
            return sa.and_(sa.func.length(column) > method.value)
        case "round":
            return sa.and_(column % method.value != 0)
    return sa.and_(column.is_not(None), column != changed(place, method, kind, b""))


def fits(place: Place, method: Method) -> str:
    """Why a method cannot be used on a column at all; empty when it can."""
    kind = place.column.type
    if place.path:
        return "" if method.word == "null" else "inside JSON only null is possible"
    wanted = {"hash": sa.String, "first": sa.String, "round": sa.Numeric | sa.Integer}.get(method.word)
    if wanted is not None and not isinstance(kind, wanted):
        return f"{method.word} does not fit its type"
    if method.word == "year" and not isinstance(kind, sa.Date | sa.DateTime | sa.String):
        return "year does not fit its type"
    length = getattr(kind, "length", None)
    if method.word == "hash" and length and length < len(HASHED) + 11:
        return "it is too short for a hash"
    if method.word == "constant" and length and len(str(method.value)) > length:
        return "it is too short for the constant"
    return ""


def _null(column: sa.Column[Any], method: Method, kind: str, key: str) -> sa.ColumnElement[Any]:
    return sa.null()


def _constant(column: sa.Column[Any], method: Method, kind: str, key: str) -> sa.ColumnElement[Any]:
    return sa.literal(method.value, column.type)


def _hash(column: sa.Column[Any], method: Method, kind: str, key: str) -> sa.ColumnElement[Any]:
    length = getattr(column.type, "length", None) or 1000
    digits = min(HASH_DIGITS, length - len(HASHED))
    text = sa.func.concat(key, column)
    if kind == "postgresql":
        whole = sa.func.encode(sa.func.sha256(sa.func.convert_to(text, "UTF8")), "hex")
    elif kind == "mysql":
        whole = sa.func.sha2(text, 256)
    elif kind == "sqlite":
        whole = sa.func.zweck_hash(key, column)
    else:
        raise ValueError(f"hash is not possible on {kind}")
    made = sa.func.concat(HASHED, sa.func.substr(whole, 1, digits)) if kind != "sqlite" else HASHED + whole
    if kind == "sqlite":
        made = sa.func.substr(sa.literal(HASHED).concat(whole), 1, len(HASHED) + digits)
    # a value that is none stays none, one that is hashed stays hashed
    return sa.case((column.is_(None), sa.null()), (column.like(f"{HASHED}%"), column), else_=made)


def _ip(column: sa.Column[Any], method: Method, kind: str, key: str) -> sa.ColumnElement[Any]:
    text = sa.cast(column, sa.Text)
    known: tuple[tuple[Any, Any], ...]
    if kind == "postgresql":
        if not isinstance(column.type, sa.String):  # inet, cidr
            bits = sa.case((sa.func.family(column) == 4, 24), else_=48)
            return sa.cast(sa.func.network(sa.func.set_masklen(column, bits)), column.type)
        six = sa.func.host(sa.func.network(sa.func.set_masklen(sa.cast(column, _Inet()), 48)))
        four = sa.func.regexp_replace(text, r"\.[0-9]+$", ".0")
        known = ((text.op("~")(_IPV4), four), (text.op("~")(_IPV6), six))
    elif kind == "mysql":
        four = sa.func.concat(sa.func.substring_index(column, ".", 3), ".0")
        six = sa.func.inet6_ntoa(
            sa.func.rpad(sa.func.left(sa.func.inet6_aton(column), 6), 16, sa.literal_column("0x00"))
        )
        known = ((column.op("RLIKE")(_IPV4), four), (sa.func.is_ipv6(column) == 1, six))
    elif kind == "sqlite":
        return sa.func.zweck_ip(column)
    else:
        raise ValueError(f"truncated ip is not possible on {kind}")
    return sa.case((column.is_(None), sa.null()), *known, else_=_NO_IP)


def _year(column: sa.Column[Any], method: Method, kind: str, key: str) -> sa.ColumnElement[Any]:
    if isinstance(column.type, sa.String):
        return sa.func.substr(column, 1, 4)
    if kind == "postgresql":
        return sa.cast(sa.func.date_trunc("year", column), column.type)
    if kind == "mysql":
        return sa.cast(sa.func.makedate(sa.func.year(column), 1), column.type)
    if kind == "sqlite":
        rest = " 00:00:00.000000" if isinstance(column.type, sa.DateTime) else ""
        return sa.func.strftime(f"%Y-01-01{rest}", column, type_=sa.String())
    raise ValueError(f"year is not possible on {kind}")


def _first(column: sa.Column[Any], method: Method, kind: str, key: str) -> sa.ColumnElement[Any]:
    return sa.func.substr(column, 1, method.value)


def _round(column: sa.Column[Any], method: Method, kind: str, key: str) -> sa.ColumnElement[Any]:
    rounded: sa.ColumnElement[Any] = column - column % method.value
    return rounded


_METHODS: dict[str, Callable[[sa.Column[Any], Method, str, str], sa.ColumnElement[Any]]] = {
    "null": _null,
    "constant": _constant,
    "hash": _hash,
    "ip": _ip,
    "year": _year,
    "first": _first,
    "round": _round,
}


class _Inet(sa.types.UserDefinedType[str]):
    """PostgreSQL's own type of addresses."""

    cache_ok = True

    def get_col_spec(self, **options: Any) -> str:
        return "inet"


def _without(place: Place, kind: str) -> sa.ColumnElement[Any]:
    """The JSON document without one value."""
    path = "$" + "".join(f'."{step}"' for step in place.path)
    if kind == "postgresql":
        from sqlalchemy.dialects.postgresql import ARRAY, JSONB

        steps = sa.cast(sa.literal(list(place.path), ARRAY(sa.Text)), ARRAY(sa.Text))
        cut = sa.cast(place.column, JSONB).op("#-", return_type=JSONB())(steps)
        return sa.cast(cut, place.column.type)
    if kind in ("mysql", "sqlite"):
        return sa.func.json_remove(place.column, path, type_=sa.Text())
    raise ValueError(f"values inside JSON cannot be erased on {kind}")


def _key(secret: bytes, place: Place) -> str:
    name = f"{place.column.table.name}.{place.column.name}".encode()
    return hmac.new(secret, name, hashlib.sha256).hexdigest()


def _shortened(value: object) -> str | None:
    if value is None:
        return None
    try:
        found = ipaddress.ip_address(str(value))
    except ValueError:
        return _NO_IP
    net = ipaddress.ip_network((found, 24 if found.version == 4 else 48), strict=False)
    return str(net.network_address)


def sqlite_functions() -> dict[str, Callable[..., str | None]]:
    """What SQLite lacks."""
    return {
        "zweck_hash": lambda key, value: hashlib.sha256(f"{key}{value}".encode()).hexdigest(),
        "zweck_ip": _shortened,
    }
