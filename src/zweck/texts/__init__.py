"""The one store of sentences: Fluent messages in German and English, for notices, forms, mails and the desk.

A key is ``namespace.id`` (or ``namespace.id.attribute``): the namespace is a file ``<namespace>.<language>.ftl``
beside this module, or the ``texts.<language>.ftl`` of an activity kind that registered its folder. Files are
read when first asked for and each message is parsed when it is first said: a short command pays for what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zweck.texts.lazy import LazyBundle

LANGUAGES = ("de", "en")
"""Languages that Zweck speaks itself; an installation adds one by adding files."""

_HERE = Path(__file__).parent
_registered: dict[str, Path] = {}


class MissingText(LookupError):
    """No such message in this language: a programming error, found by the tests."""


def register(namespace: str, folder: Path) -> None:
    """Let ``namespace`` be read from ``folder/texts.<language>.ftl`` (an activity kind's own texts)."""
    if _registered.get(namespace) != folder:
        _registered[namespace] = folder
        bundle.cache_clear()
        _fixed.cache_clear()


def path_of(namespace: str, language: str) -> Path:
    """The Fluent file that holds a namespace."""
    folder = _registered.get(namespace)
    return folder / f"texts.{language}.ftl" if folder else _HERE / f"{namespace}.{language}.ftl"


@lru_cache(maxsize=256)
def bundle(namespace: str, language: str) -> LazyBundle:
    """The parsed messages of one namespace; raises ``MissingText`` when there is no such file."""
    from zweck.texts.lazy import LazyBundle

    path = path_of(namespace, language)
    if not path.is_file():
        raise MissingText(f"no texts for {namespace!r} in {language!r} ({path})")
    return LazyBundle(language, path.read_text("utf-8"))


def has(key: str, language: str) -> bool:
    """Whether ``key`` can be said in ``language``."""
    namespace, _, name = key.partition(".")
    name, _, attribute = name.partition(".")
    try:
        known = bundle(namespace, language)
    except MissingText:
        return False
    if not known.has_message(name):
        return False
    found = known.get_message(name)
    return attribute in found.attributes if attribute else found.value is not None


def message(key: str, language: str, /, **arguments: Any) -> str:
    """The sentence ``key`` in ``language``; raises ``MissingText`` for an unknown key or a missing argument."""
    return _message(key, language, arguments) if arguments else _fixed(key, language)


@lru_cache(maxsize=4096)
def _fixed(key: str, language: str) -> str:
    """A sentence without arguments never changes; a notice says many of them for every activity."""
    return _message(key, language, {})


def _message(key: str, language: str, arguments: dict[str, Any]) -> str:
    namespace, _, name = key.partition(".")
    name, _, attribute = name.partition(".")
    known = bundle(namespace, language)
    if not known.has_message(name):
        raise MissingText(f"no message {key!r} in {language!r}")
    found = known.get_message(name)
    pattern = found.attributes.get(attribute) if attribute else found.value
    if pattern is None:
        raise MissingText(f"no message {key!r} in {language!r}")
    text, errors = known.format_pattern(pattern, arguments)
    if errors:
        raise MissingText(f"message {key!r} in {language!r}: {errors[0]}")
    return str(text)


def choose(value: str | Mapping[Any, str], language: str) -> str:
    """A declared text in ``language``: itself when it is one string, else the language's entry or the first."""
    if isinstance(value, str):
        return value
    return value.get(language) or next(iter(value.values()), "")


def listed(items: list[str], language: str) -> str:
    """``a, b und c`` / ``a, b, and c`` as the language writes lists."""
    from babel.lists import format_list

    return format_list(items, locale=language)


def day(value: Any, language: str) -> str:
    """A date as the language writes it in running text (``22. November 2026``)."""
    from babel.dates import format_date

    return format_date(value, "long", locale=language)


@lru_cache(maxsize=1024)
def country(code: str, language: str) -> str:
    """The name of a country (ISO 3166-1 alpha-2) in ``language``; the code itself when unknown."""
    from babel import Locale

    return str(Locale.parse(language).territories.get(code.upper(), code))
