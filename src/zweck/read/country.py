"""Countries outside the Union and the EEA, by their names in both languages.

A name is read as a country only where it is one: not in “UK GDPR”, not in a company's name, not in a list of the
countries that count like the Union (Art. 44 GDPR asks where data goes, not which law is spoken of).
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re

from zweck.words import Table, Words

_COUNTRIES = {
    "US": r"USA|U\.S\.A?\.?(?=\W)|US(?=-Server|-amerik)|Vereinigten? Staaten(?: von Amerika)?|(?<=in )Amerika\b|(?<=[Tt]he )US\b(?!-)|(?<=in )US\b|(?<=: )US\b"
        r"|United States(?: of America)?",
    "GB": r"Vereinigte[ns]? Königreich|United Kingdom|Großbritannien|Great Britain|\bUK\b",
    "CH": r"(?<!Neuseeland )Schweiz\b|Switzerland", "CN": r"China|People’s Republic of China", "IN": r"Indien|India\b",
    "RU": r"Russland|Russia|Russische Föderation", "JP": r"Japan\b", "CA": r"Kanada|Canada\b", "IL": r"Israel\b",
    "NZ": r"Neuseeland|New Zealand", "AU": r"Australien|Australia\b", "SG": r"Singapu?r|Singapore", "BR": r"Brasilien|Brazil",
    "TW": r"Taiwan", "CL": r"Chile\b", "KR": r"Südkorea|South Korea|Republik Korea", "TR": r"Türkei|Turkey|Türkiye",
    "UA": r"Ukraine", "PH": r"Philippinen|Philippines", "MX": r"Mexiko|Mexico", "ZA": r"Südafrika|South Africa",
    "TH": r"Thailand", "VN": r"Vietnam", "ID": r"Indonesi(?:en|a)\b", "MY": r"Malaysia", "UY": r"Uruguay", "PK": r"Pakistan\b",
    "AE": r"Vereinigten? Arabischen? Emiraten?|United Arab Emirates|Dubai", "EG": r"Ägypten|Egypt\b", "MA": r"Marokko|Morocco",
    "TN": r"Tunesien|Tunisia", "CO": r"Kolumbien|Colombia\b", "BD": r"Banglades(?:ch|h)", "LK": r"Sri Lanka", "KE": r"Kenia|Kenya",
    "MK": r"Nordmazedonien|North Macedonia", "AL": r"Albani(?:en|a)\b", "BA": r"Bosnien|Bosnia", "ME": r"Montenegro",
    "MD": r"Moldau\b|Moldova|Moldawien", "BY": r"Belarus", "KZ": r"Kasachstan|Kazakhstan", "AD": r"Andorra", "NG": r"Nigeria\b",
    "AR": r"Argentinien|Argentina", "HK": r"Hongkong|Hong Kong", "RS": r"Serbien|Serbia",
}  # fmt: skip
_SHORT = {
    "US": ("usa", "u.s", "us-", "staaten", "states", "amerika", " us"),
    "GB": ("königreich", "kingdom", "britan", "uk", "britain"),
}
_COUNTRY = Table(
    (code, Words(rf"\b(?:{words})", exact=True, stems=_SHORT.get(code, ()))) for code, words in _COUNTRIES.items()
)
ADEQUATE = frozenset(("GB", "CH", "JP", "CA", "IL", "NZ", "KR", "AR", "UY", "AD"))
"""Countries with an adequacy decision of their own; safeguards that are said of others do not concern them."""
_NO_PLACE = re.compile(
    r"\s?-?\s?(?:(?:und|and|/) (?:der |the )?(?:Schweiz-|Swiss|Switzerland ext)|extension|erweiterung|addend\w*|zusatz|GDPR|DSGVO|Limited\b|Ltd\b|plc\b|law\b|tax\b|rules\b|legislation|data protection"
    r"|terms|information commissioner|based|citizens|residents|recht\b|DPA\b|act\b|\(data protection\)|IDTA)",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"(?:\bEU|EEA|EWR|EU-\w+|European Union|Union|Wirtschaftsraums?|Economic Area|Vereinigte[ns]? Königreichs?|\bUK|Norwegen|Norway|Iceland|Island|Liechtenstein)"
    r"\)?[“”\"]?[\s,/]{0,3}(?:(?:und|and|or|oder|sowie|bzw\.|,|/|the|der|die|des|dem|den|in)[\s,/]{0,2}){1,4}$|(?:\bEU|EEA|EWR|EU27|UK)\s?/\s?$",
)


def countries_in(text: str) -> list[tuple[str, int, int]]:
    """Third countries named in the text, with offsets."""
    return [(code, m.start(), m.end()) for code, m in _COUNTRY.found(text)]


def places_in(text: str) -> list[tuple[str, int, int]]:
    """Third countries that the text speaks of as places: each once, at the first mention that is no other use."""
    found = []
    for code, words in _COUNTRY.candidates(text):
        for m in words.finditer(text):
            if not _is_other_use(code, text, m.start(), m.end()):
                found.append((code, m.start(), m.end()))
                break
    return found


def _is_other_use(code: str, text: str, start: int, end: int) -> bool:
    if code == "US":
        return bool(re.search(r"(?:EU|Swiss|UK|Schweiz)\s?[-–]\s?$", text[max(0, start - 10) : start]))
    if _NO_PLACE.match(text, end) and code in ("GB", "CH"):
        return True
    return code in ("GB", "CH") and bool(_INSIDE.search(text[max(0, start - 60) : start]))
