"""The list of processors: everyone once, with the day of the contract or the word that it is missing."""

from datetime import date

import pytest

from zweck.write import compose
from zweck.write.document import Table, paragraphs

ON = date(2026, 11, 22)
MORE = """
recipients:
  signed: {name: Eins GmbH, role: processor, contract: 2026-01-08, address: "Gasse 1, 10115 Berlin"}
  unsigned: {name: Zwei Inc., country: US, role: processor, safeguard: SCC, safeguard_checked: 2026-10-01}
  twin: {name: Drei AG, role: joint, essence: {de: Wir beantworten alles, en: We answer all}}
  office: {name: das Finanzamt, role: authority}
  carrier: {name: Vier SE, role: controller}
services: {youtube: {gate: consent, safeguard: SCC, for: embeds}}
activities:
  contact: {recipients: [signed, unsigned]}
  orders: {recipients: [office, carrier, twin]}
  embeds:
"""


def _rows(document, anchor):
    section = next(s for s in document.sections if s.anchor == anchor)
    return [
        [c.text if hasattr(c, "text") else [i.text for i in c.items] for c in row]
        for b in section.blocks
        if isinstance(b, Table)
        for row in b.rows
    ]


def test_contract_state_is_said_plainly(minimal):
    document = compose("processors", minimal(MORE), "de", ON)
    signed, unsigned = _rows(document, "r-processor")
    assert signed[0] == "Eins GmbH" and signed[3] == "Vertrag vom 8. Januar 2026"
    assert "Europäischen Wirtschaftsraum" in signed[4] and signed[2] == "Kontaktformular"
    assert unsigned[3] == "Ein Vertrag ist nicht angegeben."
    assert "Standardvertragsklauseln" in unsigned[4] and "1. Oktober 2026" in unsigned[4]


def test_joint_controllers_recipients_authorities_and_services_stand_in_their_own_lists(minimal):
    document = compose("processors", minimal(MORE), "en", ON)
    assert [s.anchor for s in document.sections] == ["r-processor", "r-joint", "r-controller", "r-authority"]
    assert _rows(document, "r-joint")[0][3] == "We answer all."
    names = [row[0] for row in _rows(document, "r-controller")]
    assert names[0] == "Vier SE" and names[1].startswith("YouTube (Google")
    assert "Google LLC (United States)" in _rows(document, "r-controller")[1][4]


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_site_without_partners_says_so(minimal, language):
    document = compose("processors", minimal(), language, ON)
    assert document.sections == () and any("niemand" in p.text or "Nobody" in p.text for p in paragraphs(document))
