"""Our own words are plain in every text file: nothing vague, no nominal chains, nothing conditional or outdated.

The vague terms are those that the guidelines on transparency (WP 260, nos. 12 and 13) and supervisory authorities
name: they promise nothing, because they can mean anything.
"""

import re
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src/zweck"
FILES = sorted(SRC.rglob("*.ftl"))
VAGUE = {
    "retention": r"so ?lange (?:wie|dies|es) (?:erforderlich|nötig|notwendig)|as long as (?:necessary|needed|required)|"
    r"until the purpose ceases|bis der Zweck entfällt|no longer (?:needed|necessary|required)|nicht mehr (?:benötigt|"
    r"erforderlich)|for a reasonable (?:time|period)|angemessene[nr]? Zeit",
    "purpose": r"improve our (?:services|offer|website)|(?:Optimierung|Verbesserung) unsere[sr]|business purposes|"
    r"zu Marketingzwecken|marketing purposes|research purposes|Nutzererlebnis|user experience",
    "recipients": r"\bthird part(?:y|ies)\b|\b(?:an|durch|mit|von) Dritten?\b|\bour partners\b|"
    r"\bunsere Partner\b|\bservice providers?\b|"
    r"\bDienstleistern?\b|\bKooperationspartnern?\b|\baffiliates\b",
    "basis": r"legitimate interests? pursuant to Art|gemäß Art\. 6(?! Abs)|berechtigte Interessen gemäß",
    "doubt": r"\bggf\.|\bgegebenenfalls\b|unter Umständen|\bpossibly\b|\bmight\b|\bmöglicherweise\b|\beventuell\b|"
    r"\bmay be (?:shared|disclosed|transferred|used)\b|soweit gesetzlich zulässig|"
    r"where permitted by law|\bfrom time to time\b|\bvon Zeit zu Zeit\b",
    "outdated": r"Privacy Shield|\bTTDSG\b|\bTMG\b|OS-Plattform|Safe Harbou?r",
}
ALL = re.compile("|".join(VAGUE.values()), re.IGNORECASE)
_QUOTED = re.compile(r"„[^“]*“|“[^”]*”|`[^`]*`|\"[^\"]*\"|‘[^’]*’")


def _said(text: str) -> str:
    """What the file says itself: no comments, no names of messages, nothing that it only quotes."""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    values = (re.sub(r"^[A-Za-z][\w-]*\s*=\s*", "", line) for line in lines)
    return _QUOTED.sub("", "\n".join(values))


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_no_vague_word(path):
    found = [match.group() for match in ALL.finditer(_said(path.read_text("utf-8")))]
    assert found == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir speichern sie, solange es erforderlich ist.",
        "We keep it as long as necessary.",
        "zur Optimierung unseres Angebots",
        "Data goes to third parties.",
        "Wir geben Daten ggf. an Dienstleister.",
        "Your data may be shared.",
        "zu Marketingzwecken",
    ],
)
def test_the_list_knows_a_vague_word_when_it_sees_one(sentence):
    assert ALL.search(_said(f"a = {sentence}"))


def test_what_is_quoted_or_commented_is_not_said():
    assert not ALL.search(
        _said('# as long as necessary\na = Write no „solange es erforderlich ist“ and no "third parties"\n')
    )
