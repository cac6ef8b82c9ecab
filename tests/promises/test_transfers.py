"""Transfers to third countries: a safeguard that holds that day, for that country and that company (Art. 44–49)."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from tests.promises.world import HEAD, declared, findings
from zweck.check import check
from zweck.cli import main
from zweck.errors import Severity
from zweck.write import compose, to_html

ON = date(2026, 11, 25)
_SERVICE = (
    "  {id}: {{name: {name}, provider: {{name: {provider}, country: {country}}}, contract: 2026-01-02, gate: none, "
    "data: [contact], purpose: {{de: beantwortet Fragen zu Ihrem Vertrag, en: answers questions about your contract}}, "
    "provider_keeps: 3 months, {said}}}\n"
)
SITE = "\nactivities: {imprint: {}, contact: {}, rights: {}}\nservices:\n"


def service(id_: str, name: str, provider: str, country: str, said: str) -> str:
    return _SERVICE.format(id=id_, name=name, provider=provider, country=country, said=f"basis: 6(1)(b), {said}")


@pytest.mark.promise("transfers.safeguard_required")
def test_no_recipient_abroad_without_a_safeguard_for_its_country(tmp_path):
    clauses = "safeguard_checked: 2026-10-01, safeguard: SCC for Singapore"

    def body(us: str, sg: str, tw: str) -> str:
        return (
            SITE
            + service("alpha", "Alpha", "Alpha Inc.", "US", us)
            + service("beta", "Beta", "Beta Pte. Ltd.", "SG", sg)
            + service("gamma", "Gamma", "Gamma Co. Ltd.", "TW", tw)
        )

    def publish(text: str) -> tuple[int, str]:
        (tmp_path / "zweck.yaml").write_text(HEAD + text, "utf-8")
        verb = ["write", str(tmp_path), "-o", str(tmp_path / "out"), "--now", "2026-11-25"]
        made = CliRunner().invoke(main, verb)
        return made.exit_code, made.output

    bad = body("safeguard: Privacy Shield", "safeguard: none", clauses)
    found = findings(bad, "2026-11-25")
    assert [f.path[1] for f in found] == ["alpha", "beta", "gamma"]
    for finding, name, country in zip(
        found, ("Alpha", "Beta", "Gamma"), ("United States", "Singapore", "Taiwan"), strict=True
    ):
        assert name in finding.message
        assert country in finding.message
    code, output = publish(bad)
    assert code == 1
    assert "draft" in output

    valid = "safeguard_checked: 2026-10-01, safeguard: SCC"
    good = body(valid, clauses, valid)
    assert findings(good, "2026-11-25") == []
    assert publish(good)[0] == 0


@pytest.mark.promise("transfers.adequacy")
def test_the_cited_decision_is_that_of_the_country_and_in_force():
    def body(uk: str) -> str:
        zealand = "safeguard: adequacy decision of 2012-12-19"
        return (
            SITE
            + service("kiwi", "Kiwi", "Kiwi Ltd", "NZ", zealand)
            + service("thames", "Thames", "Thames Ltd", "GB", f"safeguard_checked: 2026-10-01, safeguard: {uk}")
        )

    def judged(text: str, on: date) -> list[tuple[str, Severity, str]]:
        found = check(declared(text), on)
        return [(f.rule, f.severity, f.path[1]) for f in found if f.path[:1] == ("services",) and len(f.path) > 1]

    wrong, right = body("adequacy decision of 2012-12-19"), body("adequacy decision (EU) 2021/1772 of 2021-06-28")
    rule = "GDPR-45-adequacy"
    assert judged(wrong, ON) == [(rule, Severity.ERROR, "thames")]
    message = findings(wrong, "2026-11-25")[0]
    assert "United Kingdom" in message.message
    assert "2021/1772" in message.mend
    assert judged(right, ON) == []
    assert judged(right, date(2031, 9, 27)) == []
    assert judged(right, date(2031, 9, 28)) == [(rule, Severity.WARN, "thames")]
    assert judged(right, date(2031, 12, 27)) == [(rule, Severity.WARN, "thames")]
    assert judged(right, date(2031, 12, 28)) == [(rule, Severity.ERROR, "thames")]
    page = to_html(compose("notice", declared(right), "en", ON))
    assert "2013/65/EU" in page.replace("\u00a0", " ")
    assert "2021/1772" in page.replace("\u00a0", " ")


@pytest.mark.promise("transfers.blanket_condition")
@pytest.mark.parametrize(
    "sentence",
    [
        "We send data to third countries only for orders, by legal duty or with your consent.",
        "In Drittländer gelangen Daten nur für Aufträge, aus gesetzlicher Pflicht oder mit Ihrer Einwilligung.",
    ],
)
def test_a_general_sentence_holds_for_every_service(sentence):
    def body(said: str) -> str:
        service_ = _SERVICE.format(
            id="stats", name="Stats", provider="Stats Inc.", country="US", said=f"safeguard: SCC, {said}"
        )
        note = f'{{de: "{sentence}", en: "{sentence}"}}'
        return (
            f"\nactivities: {{imprint: {{}}, consent: {{}}, rights: {{}}, transfers: {{note: {note}}}}}\nservices:\n"
            + (service_.replace("gate: none, ", "").replace("}\n", ", safeguard_checked: 2026-10-01}\n"))
        )

    interest = "basis: 6(1)(f), gate: none, interest: {de: die Website zu verbessern, en: improving the site}"
    contradiction = [f for f in check(declared(body(interest)), ON) if "fair-transparent" in f.rule]
    assert contradiction
    assert {f.path[:2] for f in contradiction} == {("services", "stats")}
    assert "“Stats”" in contradiction[0].message
    assert sentence.rstrip(".") in contradiction[0].message
    assert contradiction[0].severity.fails
    assert findings(body("basis: 6(1)(a), device_basis: 25(1), gate: consent"), "2026-11-25") == []


@pytest.mark.promise("transfers.dpf")
def test_a_certificate_is_of_the_company_active_and_read_lately():
    def body(status: str = "active", entity: str = "Desk Inc.") -> str:
        listed = f"{{participant: 5666, entity: {entity}, covers: [non-HR], status: {status}, checked: 2026-08-27}}"
        said = f"safeguard: DPF and SCC, safeguard_checked: 2026-08-27, dpf: {listed}"
        return SITE + service("desk", "Desk", "Desk Inc.", "US", said)

    def told(text: str, on: date) -> tuple[bool, bool]:
        page = to_html(compose("notice", declared(text), "en", on)).replace("\u00a0", " ")
        section = page[page.index('id="s-desk"') :].partition("</section>")[0]
        return "Data Privacy Framework" in section, "standard contractual clauses" in section

    next_day = date(2026, 11, 26)
    assert findings(body(), "2026-11-25") == []
    assert told(body(), ON) == (True, True)
    for text, on, words in (
        (body(), next_day, "90 days"),
        (body(status="inactive"), ON, "not active"),
        (body(entity="Desk Europe GmbH"), ON, "Desk Europe GmbH"),
    ):
        (finding,) = findings(text, on.isoformat())
        assert finding.rule == "GDPR-45-us-dpf"
        assert finding.path == ("services", "desk", "dpf")
        assert "5666" in finding.message
        assert words in finding.message
        assert told(text, on) == (False, True)
