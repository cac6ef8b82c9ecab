"""Forms: the notice beside them, only what is declared, nothing stored of what is refused (Art. 5(1)(c), 13 GDPR)."""

from __future__ import annotations

import re

import pytest

from tests.promises.world import HEAD

EVA = "eva@example.org"


@pytest.mark.promise("contact.notice_at_form")
def test_forms_show_the_notice_and_keep_what_was_agreed_to(begin):
    """The version is a digest of exactly what stood beside the form; the third text of it is the one that counts."""
    body = "\nactivities: {{contact: {{}}, newsletter: {{contents: {{de: {text}, en: tips}}}}}}\n"
    versions = set()
    for text in ("Angebote zu Technik", "Tipps und Angebote", "Tipps zur Technik"):
        world = begin(body.format(text=text), "2026-11-25 09:00")
        visitor = world.visitor()
        for form in ("contact", "newsletter"):
            page = visitor.get(f"/privacy/{form}?lang=de").text
            (link,) = set(re.findall(rf'href="(/privacy/de#a-{form})"', page))
            assert f'id="a-{form}"' in visitor.get(link.partition("#")[0]).text
        box = re.search(r'<input[^>]*name="consent"[^>]*>', visitor.get("/privacy/newsletter").text)[0]
        assert "checked" not in box
        assert visitor.post("/privacy/newsletter", data={"email": EVA}).status_code == 422
        assert world.records("newsletter", None) == []
        with world.read() as tx:
            assert tx.subjects.find({"email": EVA}) == []
        assert visitor.post("/privacy/newsletter", data={"email": EVA, "consent": "on"}).status_code == 303
        (stored,) = world.records("newsletter", "unconfirmed")
        assert stored.plain["wording"] in visitor.get("/privacy/newsletter?lang=de").text
        assert text in stored.plain["wording"]
        versions.add(stored.version)
        sent = visitor.post("/privacy/contact", data={"email": EVA, "message": "Guten Tag"})
        assert sent.status_code == 303
        assert world.records("contact")[0].version.startswith("t")
    assert len(versions) == 3


@pytest.mark.promise("accounts.mandatory_fields")
def test_only_mandatory_fields_block(begin):
    """Marks and checks come from the declaration, the same for every form; this one is the contact form."""
    world = begin(
        """
activities:
  contact:
    fields:
      - {name: name, required: true}
      - {name: language, label: {de: Sprache, en: Language}}
      - {name: job_title, label: {de: Beruf, en: Job title}}
""",
        "2026-11-25 09:00",
    )
    visitor = world.visitor()
    page = visitor.get("/privacy/contact?lang=de").text
    assert set(re.findall(r'<input[^>]*name="(\w+)"[^>]*\brequired', page)) == {"name"}
    marked = [f for f in ("name", "language", "job_title") if "freiwillig" not in _label(page, f)]
    assert marked == ["name"]
    refused = visitor.post("/privacy/contact", data={"language": "de", "job_title": "Ingenieurin"})
    assert refused.status_code == 422
    assert world.records("contact") == []
    assert world.entries("contact.received") == []
    assert visitor.post("/privacy/contact", data={"name": "Eva"}).status_code == 303
    assert [r.data for r in world.records("contact")] == [{"name": "Eva"}]


def _label(page: str, name: str) -> str:
    return re.search(rf'<label[^>]*for="f-{name.replace("_", "-")}"[^>]*>(.*?)</label>', page, re.S)[1]


EMBEDS = """
activities:
  server_logs: {record: [time, request, status]}
  consent: {}
services:
  film: {name: Film, gate: consent, category: video, purpose: shows films,
    provider: {name: Film SARL, country: FR}, domains: [film.example]}
"""


@pytest.mark.promise("embeds.no_ip_stored")
def test_no_address_is_kept_for_showing_embedded_content(begin):
    world = begin(EMBEDS, "2026-11-25 09:00", head=HEAD.replace("languages:", "pages: pages, languages:"))
    (world.folder / "pages").mkdir()
    for number in range(5):
        (world.folder / "pages" / f"{number}.html").write_text(
            "<!doctype html><html lang='de'><head><title>Film</title></head><body><h1>Film</h1>"
            "<iframe src='https://film.example/embed/1' title='Film'></iframe></body></html>",
            "utf-8",
        )
    for address in ("203.0.113.77", "2001:db8::77"):
        visitor = world.visitor(**{"X-Forwarded-For": address})
        assert visitor.post("/privacy/consent", data={"action": "accept"}).status_code == 303
        for number in range(5):
            shown = visitor.get(f"/{number}.html")
            assert shown.status_code == 200
            assert "film.example/embed/1" in shown.text
            framed = visitor.get("/privacy/consent/frame?src=https://film.example/embed/1")
            assert framed.status_code == 200
    world.store.engine.dispose()
    files = [f for f in world.settings.data.rglob("*") if f.is_file()]
    lines = [f for f in files if f.suffix == ".log" and b"/4.html" in f.read_bytes()]
    assert lines, "the log of the embeds must be there to be searched"
    for file in files:
        content = file.read_bytes()
        assert b"203.0.113" not in content, file
        assert b"2001:db8" not in content, file
