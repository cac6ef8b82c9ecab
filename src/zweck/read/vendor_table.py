"""Vendors in tables: the column that a header calls provider, recipient, processor, company, partner or service.

A row of a cookie table names its vendor beside the cookie; a row of recipients names it first. Categories of
recipients (“tax advisers”) are no vendors.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re

from zweck.read.cookie_row import names_in
from zweck.read.cookie_table import cells_of
from zweck.read.vendor import Named, is_vendor_name, plain

_VENDOR = re.compile(
    r"anbieter|empfänger|auftragsverarbeit|dienstleister|provider|vendor|recipient|processor|company|unternehmen|\bfirma|partner(?: name)?|supplier|drittanbieter"
    r"|third party|entity|publisher|herausgeber|gesetzt von|set by",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"^(?:\w+ )?(?:name|dienst|service|tool|software|system|produkt|product|plugin|plattform|platform|tracker|lösung)(?: name)?$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"datenschutz|privacy|adresse|address|sitz|location|land|country|zweck|purpose|role|rolle|typ", re.IGNORECASE
)
_OWN = re.compile(
    r"^(?:eigen\w*|own|self|first[- ]party|erstanbieter|diese website|this website|website\w*|wir|we|us|uns|selbst|intern\w*|internal|betreiber\w*|owner|n/?a|-|–|keine?r?|none|alle|all|global|various|diverse|ja|nein|yes|no"
    r"|eigentümer.*|local|lokal|session|persistent|https?.*|[\w.-]+\.[a-z]{2,6})$",
    re.IGNORECASE,
)


def columns_of(text: str) -> tuple[int | None, int | None]:
    """The columns of product and vendor in a header; both ``None`` when the row is no such header."""
    cells = cells_of(text)
    if len(cells) < 2 or any(len(c) > 45 for c in cells):
        return None, None
    vendor = next((i for i, c in enumerate(cells) if _VENDOR.search(c) and not _OTHER.search(c)), None)
    product = next((i for i, c in enumerate(cells) if _PRODUCT.match(c.strip("*"))), None)
    return (None, None) if vendor is None and product is None else (product, vendor)


def cell_at(text: str, column: int | None) -> tuple[str, int]:
    """A cell and where it begins in the row; empty when there is none."""
    if column is None:
        return "", 0
    cells = cells_of(text)
    cell = cells[column] if column < len(cells) else ""
    return cell, max(text.find(cell), 0) if cell else 0


def vendor_in(cell: str, start: int) -> Named | None:
    """The vendor that a cell names, or ``None`` for a category, the site itself or a cookie."""
    name = plain(re.split(r"\s[–—/-]\s|[(;:]|, (?=[A-ZÄÖÜ\d])", cell.strip("*_\\ "), maxsplit=1)[0]).strip("*_\\ ")
    if (
        _OWN.match(name)
        or not name[:1].isalnum()
        or not is_vendor_name(name)
        or (names_in(name) == [name] and "_" in name)
    ):
        return None
    return Named(name, cell.strip(), start, start + len(name), 0.65) if name[0].isupper() or name[0].isdigit() else None
