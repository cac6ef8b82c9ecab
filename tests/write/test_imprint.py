"""The imprint says what applies, and only that (§ 5 DDG, § 18(2) MStV, § 36 VSBG)."""

from datetime import date

from zweck.declaration import loads
from zweck.write import compose
from zweck.write.document import paragraphs

ON = date(2026, 11, 22)

FULL = """\
zweck: 1
site: {name: Voll, domains: [voll.example], languages: [de, en], audience: %s}
controller:
  name: Volle Sache GmbH
  address: {street: Weg 1, postcode: "20095", city: Hamburg, country: %s, state: HH}
  represented_by: [Ada Eins, Bea Zwei]
  register: {court: Amtsgericht Hamburg, number: HRB 12}
  vat_id: DE111111111
  business_id: DE111111111-00001
  phone: +49 40 1
  email: post@voll.example
  licensed: true
  supervised_by: Bezirksamt Mitte, Hamburg
  capital: 25.000 EUR
  in_liquidation: true
  editor: Ada Eins, Weg 1, 20095 Hamburg
  consumer_arbitration: obliged
  arbitration_body: Schlichtungsstelle e. V., Platz 1, 10115 Berlin
  profession:
    title: {de: Rechtsanwalt, en: lawyer}
    state: Deutschland
    chamber: Kammer Hamburg
    rules: {de: Berufsordnung, en: professional rules}
    rules_url: https://kammer.example/regeln
activities:
  imprint: {credits: {de: "Bilder: Carl Drei", en: "Pictures: Carl Drei"}}
"""


def _text(document) -> str:
    titles = [s.title for s in document.sections]
    return "\n".join([*titles, *(p.text for p in paragraphs(document))]).replace("\u00a0", " ")


def test_everything_that_applies():
    text = _text(compose("imprint", loads(FULL % ("consumers", "DE")), "de", ON))
    for part in (
        "§ 5 DDG", "Volle Sache GmbH", "20095 Hamburg", "Bea Zwei", "Amtsgericht Hamburg, HRB 12", "§ 27a UStG",
        "DE111111111-00001", "Bezirksamt Mitte", "25.000 EUR", "in Liquidation", "§ 18 Abs. 2 MStV", "§ 36 VSBG",
        "Schlichtungsstelle e. V.", "Rechtsanwalt", "Kammer Hamburg", "Berufsordnung", "Bilder: Carl Drei.",
    ):  # fmt: skip
        assert part in text, part


def test_only_what_applies(minimal):
    document = compose("imprint", minimal(), "de", ON)
    assert [s.anchor for s in document.sections] == ["provider", "contact"]
    assert "VSBG" not in _text(document) and "Telefon" not in _text(document)


def test_businesses_among_themselves_need_no_word_on_arbitration():
    assert "VSBG" not in _text(compose("imprint", loads(FULL % ("businesses", "DE")), "de", ON))


def test_german_law_is_cited_for_a_german_seat_only():
    text = _text(compose("imprint", loads(FULL % ("consumers", "AT")), "en", ON))
    assert "§ 5 DDG" not in text and "Austria" in text
