"""An activity: one processing of personal data (Art. 30(1)), with everything Art. 13 asks a controller to say of it.

A kind's options model extends ``Activity`` with what only that kind can say.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from zweck.declaration.keeping import CLAUSES, KeepingError, Rule, parse_rule
from zweck.declaration.model import Bases, DeviceBasis, Model, Text, Words
from zweck.errors import Position

_CLAUSE_FIELDS = {clause: ("for_" if clause == "for" else clause) for clause in CLAUSES}


class Keeping(Model):
    """A keeping rule in its clauses (DIN 66398: start, period, what then); see ``declaration.keeping``."""

    for_: str | None = Field(None, alias="for")
    keep: str | None = None
    then: str | None = None
    hold: str | None = None
    extend: str | None = None
    end: str | None = None
    use_ends: str | None = None
    requests: str | None = None
    copies: str | None = None
    device: str | None = None
    provider: str | None = None
    source: str | None = None
    review: str | None = None
    reason: str | None = None
    start: str | None = None

    _rule: Rule | None = PrivateAttr(None)

    @model_validator(mode="after")
    def _parse(self) -> Keeping:
        clauses = {name: v for name, f in _CLAUSE_FIELDS.items() if (v := getattr(self, f)) is not None}
        if not clauses:
            return self
        try:
            self._rule = parse_rule(clauses)
        except KeepingError as error:  # the loader asks again for the places of all faults
            raise PydanticCustomError("keeping", "{what}", {"what": str(error)}) from None
        return self

    @property
    def rule(self) -> Rule | None:
        """The parsed rule, or ``None`` where nothing is said."""
        return self._rule


class FormField(Model):
    """One field of a form: only declared fields are collected (Art. 5(1)(c))."""

    name: str
    type: Literal["text", "email", "tel", "textarea", "checkbox", "select", "file", "date", "url"] = "text"
    required: bool = False
    label: Text | None = None
    category: str | None = None
    why: Text | None = None
    choices: tuple[str, ...] = ()
    max_length: int = 4000


class Activity(Keeping):
    """What every kind of activity can say; what it leaves out, its kind assumes."""

    kind: str = ""
    title: Text | None = None
    purpose: Text | None = None
    basis: Bases = ()
    device_basis: DeviceBasis | None = None
    interest: Text | None = None
    law: str | None = Field(None, description="statute behind a basis 6(1)(c)")
    data: Words = ()
    subjects: Words = ()
    fields: tuple[FormField, ...] = ()
    recipients: Words = ()
    disclose: dict[str, Words] = Field(default_factory=dict)
    keeping: tuple[Keeping, ...] = ()
    provision: Literal["voluntary", "contract", "law", "automatic"] | None = None
    provision_effect: Text | None = None
    automated: bool | Text = False
    obtained_from: Text | None = None
    informed: str | None = Field(
        None, description="when people are told of data from others, e.g. 1 month (Art. 14(3))"
    )
    reuses: Words = Field((), description="activities whose data serve a further purpose here (Art. 6(4))")
    compatible: Text | None = Field(None, description="why that purpose is compatible with the first (Art. 6(4))")
    system: str = "store"
    note: Text | None = None

    _name: str = PrivateAttr("")
    _assumed: dict[str, str] = PrivateAttr(default_factory=dict)
    _at: Position = PrivateAttr(default_factory=lambda: Position(""))

    @model_validator(mode="before")
    @classmethod
    def _short_fields(cls, value: Any) -> Any:
        from zweck.declaration.fields import expand_fields

        if isinstance(value, dict) and isinstance(value.get("fields"), list):
            return {**value, "fields": expand_fields(value["fields"])}
        return value

    @property
    def name(self) -> str:
        """The activity's name in the declaration; the kind's own unless it says ``kind:``."""
        return self._name

    @property
    def at(self) -> Position:
        """Where the activity stands in the file."""
        return self._at

    @property
    def assumed(self) -> dict[str, str]:
        """Options that were not written but assumed by the kind, with the reason of each."""
        return self._assumed

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All keeping rules of the activity: its own first, then one per data class."""
        own = (self.rule,) if self.rule else ()
        return (*own, *(k.rule for k in self.keeping if k.rule))
