"""The notice and what vouches for it: rights and authority, a basis for everything, measures reviewed (Art. 13, 32)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from tests.promises.world import HEAD, declared, findings
from zweck.cli import main
from zweck.errors import DeclarationError
from zweck.promises import Status
from zweck.write import DocumentError, compose, to_html

ON = date(2026, 11, 25)
FIVE = """
authority: NW
activities:
  imprint: {}
  contact: {basis: 6(1)(f)}
  newsletter: {basis: 6(1)(a)}
  server_logs: {basis: 6(1)(f)}
  rights: {basis: 6(1)(c)}
"""


def plain(page: str) -> str:
    """With ordinary spaces."""
    return page.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.promise("notice.rights_section")
def test_the_notice_names_every_right_and_the_authority(tmp_path):
    notice = compose("notice", declared(FIVE), "de", ON)
    page = plain(to_html(notice))
    section = page[page.index('<section id="rights">') :]
    for article in ("Art. 7 Abs. 3", *(f"Art. {n}" for n in range(15, 23)), "Art. 77"):
        assert re.search(rf"<h3>[^<]*{re.escape(article)} DSGVO", section), article
    assert "Kavalleriestraße 2-4, 40213 Düsseldorf" in section
    assert 'href="#rights"' in page

    site = tmp_path / "zweck.yaml"
    site.write_text(HEAD + FIVE, "utf-8")
    verb = ["write", str(tmp_path), "-o", str(tmp_path / "out"), "--now", "2026-11-25"]
    assert CliRunner().invoke(main, verb).exit_code == 0
    site.write_text(HEAD.replace(", state: NW", "") + FIVE.replace("authority: NW\n", ""), "utf-8")
    refused = CliRunner().invoke(main, verb)
    assert refused.exit_code == 1
    assert "GDPR-13-2d-complaint" in refused.output
    assert "supervisory authority" in refused.output

    parts = tuple(replace(s, anchor="einspruch") if s.anchor == "objection" else s for s in notice.sections)
    with pytest.raises(DocumentError, match="#objection"):
        replace(notice, sections=parts)


@pytest.mark.promise("notice.legal_basis")
def test_every_activity_states_its_legal_basis():
    page = plain(to_html(compose("notice", declared(FIVE), "de", ON)))
    names = ("imprint", "contact", "newsletter", "server_logs", "rights")
    assert findings(FIVE, "2026-11-25") == []
    for name in names:
        section = page[page.index(f'id="a-{name}"') :].partition("</section>")[0]
        assert re.search(r"Art\. 6 Abs\. 1 Buchst\. [a-f] DSGVO", section), name
    without = findings(FIVE.replace("contact: {basis: 6(1)(f)}", "contact: {basis: []}"), "2026-11-25")
    assert [(f.rule, f.path[1]) for f in without] == [("GDPR-06-1-basis", "contact")]
    with pytest.raises(DeclarationError) as refused:
        declared(FIVE.replace("contact: {basis: 6(1)(f)}", "contact: {basis: 6(9)(z)}"))
    assert [f.path[:3] for f in refused.value.findings] == [("activities", "contact", "basis")]


MEASURES = ("security.tls", "security.no_third_party_read", "security.confidentiality", "security.tom_review")


@pytest.mark.promise("security.tom_review")
def test_measures_are_vouched_for_and_reviewed(begin):
    vouched = "".join(f"  {m}: {{by: officer, on: 2025-11-25, review: 12 months}}\n" for m in MEASURES)
    body = f"\nactivities: {{security: {{}}}}\nattestations:\n{vouched}"
    world = begin(body, "2026-11-25 00:00")
    for when in ("2026-11-25 00:00", "2026-11-25 23:59:59"):
        world.at(when)
        assert [world.status(m) for m in MEASURES] == [Status.ATTESTED] * 4
    world.at("2026-11-26 00:00")
    overdue = [p for p in world.prove().promises if p.promise in MEASURES]
    assert [p.status for p in overdue] == [Status.AT_RISK] * 4
    assert all("2026-11-26" in p.why or "2026-11-25" in p.why for p in overdue)
    lost = begin(body.replace(f"  {MEASURES[2]}:", "  dpia:"), "2026-11-25 12:00")
    states = {p.promise: (p.status, p.why) for p in lost.prove().promises if p.promise in MEASURES}
    assert states[MEASURES[2]] == (Status.AT_RISK, "nobody has attested it yet")
    assert [states[m][0] for m in MEASURES if m != MEASURES[2]] == [Status.ATTESTED] * 3
