"""Whose row it is by identity: an address in every form it may be stored in, and the test that decides.

The database is asked broadly (case, Unicode, plus-tags by choice), the answer is judged here by the normalised form, so
that a generous collation never turns a stranger into the person (Art. 5(1)(d) and (f) GDPR).
"""

from __future__ import annotations

import unicodedata
from typing import Any

import sqlalchemy as sa

from zweck.store.normal import normalise
from zweck.systems.sql.method import Place
from zweck.systems.system import Who


class Person:
    """The one who asks, by identifiers."""

    def __init__(self, who: Who, *, same_tags: bool) -> None:
        self._same_tags = same_tags
        self._given = {n: [v] if isinstance(v, str) else [str(each) for each in v] for n, v in who.items()}
        self._known = {n: {self._form(n, v) for v in values if v} for n, values in self._given.items()}

    def is_known_by(self, name: str) -> bool:
        """Whether the person has an identifier of this name at all."""
        return bool(self._known.get(name))

    def owns(self, name: str, value: Any) -> bool:
        """Whether an identity column's value is the person's."""
        return value is not None and self._form(name, str(value)) in self._known.get(name, ())

    def parameters(self, name: str, column: sa.Column[Any], number: int = 0) -> dict[str, Any]:
        """What ``condition`` binds: the forms that may be stored, and the patterns of tagged ones."""
        forms = sorted({f for value in self._given.get(name, ()) if value for f in self._forms(name, value)})
        if isinstance(column.type, sa.Integer):
            return {f"who_{name}_{number}": [int(f) for f in forms if f.isascii() and f.isdigit() and len(f) < 19]}
        made: dict[str, Any] = {f"who_{name}_{number}": forms}
        if self._same_tags and name == "email":
            patterns = [_pattern(form) for form in sorted(self._known.get(name, ()))]
            made["tagged_email"] = patterns[0] if patterns else ""
        return made

    def _form(self, name: str, value: str) -> str:
        if name not in ("email", "phone"):
            return value.strip()
        form = normalise(name, value)
        return _untagged(form) if name == "email" and self._same_tags else form

    def _forms(self, name: str, value: str) -> set[str]:
        form = self._form(name, value)
        made = {value.strip(), form}
        if name == "email":
            local, _, domain = form.rpartition("@")
            made |= {normalise(name, value), f"{local}@{_unicode(domain)}"}
            made |= {each.lower() for each in made}
            made |= {unicodedata.normalize(f, each) for f in ("NFC", "NFD") for each in list(made)}
        if name == "phone" and form.startswith("+"):
            made |= {"00" + form[1:], *(("0" + form[3:],) if form.startswith("+49") else ())}
        return made


def condition(
    place: Place, name: str, kind: str, *, folded: bool, same_tags: bool, number: int = 0
) -> sa.ColumnElement[bool]:
    """Rows whose identity column may hold the person's identifier; ``Person.owns`` decides."""
    column = _searchable(place, name, kind, folded)
    found = among((column,), f"who_{name}_{number}", kind)
    if same_tags and name == "email":
        return sa.or_(found, column.like(sa.bindparam("tagged_email", type_=sa.String()), escape="\\"))
    return found


def among(columns: tuple[sa.ColumnElement[Any], ...], name: str, kind: str) -> sa.ColumnElement[bool]:
    """The columns are among the bound values (``bound`` gives their parameters); the statement's text never changes."""
    if kind == "postgresql":
        from sqlalchemy.dialects.postgresql import ARRAY

        binds = [sa.bindparam(f"{name}{_nth(i, columns)}", type_=ARRAY(c.type)) for i, c in enumerate(columns)]
        if len(columns) == 1:
            return columns[0] == sa.any_(binds[0])
        return sa.tuple_(*columns).in_(sa.select(*(sa.func.unnest(b) for b in binds)))
    bind: sa.BindParameter[Any] = sa.bindparam(name, expanding=True)
    return columns[0].in_(bind) if len(columns) == 1 else sa.tuple_(*columns).in_(bind)


def bound(name: str, values: list[tuple[Any, ...]], width: int, kind: str) -> dict[str, Any]:
    """The parameters of ``among``."""
    if width == 1:
        return {name: [v[0] for v in values]}
    if kind == "postgresql":
        return {f"{name}_{i}": [v[i] for v in values] for i in range(width)}
    return {name: values}


def _nth(number: int, columns: tuple[Any, ...]) -> str:
    return f"_{number}" if len(columns) > 1 else ""


def _searchable(place: Place, name: str, kind: str, folded: bool) -> sa.ColumnElement[Any]:
    value = place.value
    if folded or not isinstance(value.type, sa.String) or name not in ("email", "phone"):
        return value
    if kind == "sqlite":
        made: sa.ColumnElement[Any] = getattr(sa.func, f"zweck_{name}")(value, type_=sa.String())
        return made
    if name == "phone":
        return sa.func.regexp_replace(
            value, "[^0-9+]", "", *(("g",) if kind == "postgresql" else ()), type_=sa.String()
        )
    if kind == "mysql" and str(getattr(value.type, "collation", "") or "").endswith("_ci"):
        return value  # its own comparison folds, and an index serves
    return sa.func.lower(value, type_=sa.String())


def _unicode(domain: str) -> str:
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain


def _untagged(address: str) -> str:
    local, at, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}{at}{domain}"


def _pattern(address: str) -> str:
    local, _, domain = address.rpartition("@")
    plain = [part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for part in (local, domain)]
    return f"{plain[0]}+%@{plain[1]}"
