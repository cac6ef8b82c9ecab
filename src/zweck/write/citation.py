"""How provisions, bases and periods are cited in a language: article in words, with spaces that never break.

``6(1)(f)`` becomes ``Art. 6 Abs. 1 Buchst. f DSGVO`` or ``Art. 6(1)(f) GDPR``; ``HGB 257(4)`` becomes
``§ 257 Abs. 4 HGB`` or ``§ 257(4) HGB``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zweck import texts

_LAWS = "AGG|AO|ArbGG|BDSG|BGB|DDG|GewO|GwG|HGB|HinSchG|MStV|OWiG|TDDDG|UStG|UWG|VSBG|ZPO|EinwV|SGB|AktG|GmbHG|KUG"
_BEFORE = re.compile(rf"\b({_LAWS}) (\d+[a-z]?(?:\([0-9a-z]+\))*(?: no\. ?\d+)?)")
_STEPS = re.compile(r"(?<=\d)([a-z]?)((?:\([0-9a-z]+\))+)")
_LOOSE = re.compile(r"(?<=, )\((\d+[a-z]?)\)")
_FIRM = re.compile(r"(§§?|\bArt\.|\bAbs\.|\bNr\.|\bno\.|\bBuchst\.|\bSatz) (?=[\da-z])")

_NAMED = re.compile(rf"(?<=[\da-z\)]) (?=(?:DSGVO|GDPR|{_LAWS})\b)")


@lru_cache(maxsize=8192)
def typeset(text: str) -> str:
    """The text with no-break spaces after §, Art., Abs., Nr. and before the name of the law."""
    if " " not in text:
        return text
    text = _FIRM.sub("\\1\u00a0", text)
    return _NAMED.sub("\u00a0", text)


def cite(law: str, language: str) -> str:
    """A provision, as a declaration or a rule names it, in the words of ``language``."""
    text = _BEFORE.sub(r"§ \2 \1", law)
    if language != "de":
        return text.replace("DSGVO", "GDPR")
    text = _STEPS.sub(lambda m: m[1] + _german(m[2]), text.replace("Regulation (EC) No ", "Verordnung (EG) Nr. "))
    text = _LOOSE.sub(r"Abs. \1", text)
    return text.replace("no. ", "Nr. ").replace("GDPR", "DSGVO")


def _german(steps: str) -> str:
    found = re.findall(r"\(([0-9a-z]+)\)", steps)
    return "".join(f" Abs. {s}" if s[0].isdigit() else f" Buchst. {s}" for s in found)


def cite_basis(basis: str, language: str) -> str:
    """A legal basis of the declaration (``6(1)(f)``, ``BDSG 26(1)``) as its provision."""
    return cite(basis if basis.startswith("BDSG") else f"Art. {basis} GDPR", language)


def say_basis(basis: str, language: str, *, law: str = "", interest: str = "", device: str = "") -> str:
    """One legal basis in a sentence that ends with its provision (Art. 13(1)(c) and (d)).

    ``law`` is the statute behind 6(1)(c), ``interest`` the one pursued under 6(1)(f), ``device`` the provision on
    access to the device that the same consent covers.
    """
    cited = ", ".join(part for part in (cite_basis(basis, language), device) if part)
    name = f"write_notice.basis-{slug(basis)}"
    if not texts.has(name, language):
        name = "write_notice.basis-statute"
    said = texts.message(name, language, cite=cited)
    more = law if basis == "6(1)(c)" else interest if basis == "6(1)(f)" else ""
    return sentence(f"{said}: {cite(more, language)}" if more else said)


def say_device_basis(basis: str, language: str) -> str:
    """On what ground the visitor's device is accessed (§ 25 TDDDG)."""
    cited = cite(f"TDDDG {basis}", language)
    return sentence(texts.message(f"write_notice.device-{slug(basis)}", language, cite=cited))


def say_lifetime(lifetime: str, language: str) -> str:
    """How long a cookie lives: ``6 months`` in words; a word such as ``session`` from the vocabulary; else as it is."""
    match = re.fullmatch(r"(?:at most )?(\d+) (second|minute|hour|day|week|month|year)s?", lifetime.strip().lower())
    if match:
        from babel.units import format_unit

        number, unit = int(match[1]), match[2]
        return format_unit(number, f"duration-{unit}", "long", locale=language)
    name = f"write_cookies.lifetime-{slug(lifetime)}"
    return texts.message(name, language) if texts.has(name, language) else lifetime


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end, unless it has an end of its own."""
    text = text.strip()
    if not text:
        return ""
    text = capitalised(text)
    return text if text[-1] in ".!?:…" or text.endswith((".“", ".”")) else text + "."


def capitalised(text: str) -> str:
    """The text with a capital at its start; a name such as eRecht24 keeps its own spelling."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def slug(text: str) -> str:
    """Letters, digits and hyphens only: for message names and anchors."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
