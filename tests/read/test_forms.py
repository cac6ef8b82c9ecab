"""The forms that notices come in: encodings, glued words, page debris, Markdown, whole pages, tables, PDF."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from zweck.errors import UnreadableError
from zweck.read import read_notice
from zweck.read.encoding import decode
from zweck.read.genre import refusal
from zweck.read.line import clean, columns
from zweck.read.markdown import markdown_lines
from zweck.read.markup import html_lines
from zweck.read.source import read_text

NOTICES = Path(__file__).parent / "notices"
TEXT = (NOTICES / "tierpraxis.txt").read_text("utf-8")
UMLAUTS = "Für die Löschung persönlicher Daten genügt ein „Größenwunsch“ – übermütig und schön. "


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "mac_roman"],
)
def test_text_survives_every_encoding(encoding: str):
    assert decode((UMLAUTS * 20).encode(encoding), "n") == UMLAUTS * 20


def test_a_page_of_dos_reads_right():
    plain = "Für die Löschung persönlicher Daten genügt eine schöne Bitte über Straße und Größe. " * 10
    assert decode(plain.encode("cp850"), "n") == plain


def test_valid_utf8_beats_a_wrong_label_and_a_true_label_beats_a_guess():
    wrong = '<meta charset="iso-8859-1">' + UMLAUTS
    assert decode(wrong.encode(), "n") == wrong
    assert decode(wrong.encode(), "n", "windows-1252") == wrong
    czech = '<meta charset="windows-1250">Vaše údaje zpracováváme šetrně a řádně'
    assert decode(czech.encode("cp1250"), "n") == czech
    assert decode(UMLAUTS.encode("cp1252"), "n", "utf-8") == UMLAUTS
    assert decode("Žluťoučký kůň úpěl ďábelské ódy".encode("iso8859-2"), "n", "ISO-8859-2").startswith("Žluťoučký")


@pytest.mark.parametrize("label", ["rot13", "base64", "zip", "no-such-thing", "utf-7\x00", "idna"])
def test_a_label_that_is_no_encoding_of_text_is_ignored(label: str):
    assert decode(UMLAUTS.encode("cp1252"), "n", label) == UMLAUTS


def test_a_few_stray_bytes_spoil_nothing_and_double_encoding_is_undone():
    mixed = (UMLAUTS * 5).encode() + "Gr\xf6\xdfe".encode("latin-1") + (UMLAUTS * 5).encode()
    assert decode(mixed, "n") == UMLAUTS * 5 + "Größe" + UMLAUTS * 5
    twice = (UMLAUTS * 3).encode().decode("cp1252", "ignore")
    assert "Löschung persönlicher Daten genügt" in decode(twice.encode(), "n")
    assert decode("Â£ 3 und Ã sind selten".encode(), "n") == "Â£ 3 und Ã sind selten"


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("Daten werden gelöscht.Die Frist beträgt", "Daten werden gelöscht. Die Frist beträgt"),
        ("Art.6Abs.1lit.fDSGVO", "Art. 6 Abs. 1 lit. f DSGVO"),
        ("Google AnalyticsWir nutzen diesen Dienst", "Google Analytics Wir nutzen diesen Dienst"),
        ("Siehe www.Beispiel.De Daten", "Siehe www.Beispiel.De Daten"),
        ("LinkedIn, AddThis und KaDeWe sind Namen", "LinkedIn, AddThis und KaDeWe sind Namen"),
        ("Konto bei Handel.Com Waren", "Konto bei Handel.Com Waren"),
    ],
)
def test_glued_words_part_and_names_stay_whole(glued: str, parted: str):
    assert clean(glued) == parted


def test_columns_lead_back_to_the_file():
    for raw, word in (
        ("ge\u00adlö\u00adscht nach\u00a0sieben Tagen", "sieben"),
        ("a\tb\tsieben", "sieben"),
        ("a\u0308rgerlich sieben", "sieben"),
        ("eﬀektive sieben Tage", "sieben"),
        ("gelöscht.Die sieben Tage", "sieben"),
    ):
        plain = clean(raw)
        at = plain.index(word)
        back = columns(raw, plain)
        assert raw[back[at] : back[at + len(word) - 1] + 1] == word
        assert len(back) == len(plain) + 1


def test_reported_columns_are_those_of_the_file():
    soft = TEXT.replace("sechs Monate", "sechs\u00a0Mo\u00adna\u00adte").replace("Matomo", "**Matomo**")
    d = read_notice(soft, "n.md")
    lines = soft.split("\n")
    for service in d.service_details:
        for at in service.at:
            assert lines[at.line - 1][at.column - 1 : at.end_column - 1] in service.written
    for kept in d.retention:
        assert kept.at.end_column <= len(lines[kept.at.line - 1]) + 1


def test_lines_are_counted_as_editors_count_them():
    text = TEXT.replace("\n", "\r\n").replace("3. Server-Logfiles", "\f3. Server-Logfiles", 1)
    assert read_notice(text, "n.txt").activities[0].lines == read_notice(TEXT, "n.txt").activities[0].lines


def test_page_numbers_on_lines_of_their_own_vanish_and_sentences_go_on():
    sentence = "Wir speichern personenbezogene Daten so lange, wie es für Ihre Anfrage und\n"
    page = sentence + "\nSeite {} von 3\n\nfür den Abschluss nötig ist, und löschen sie nach 6 Monaten wieder, und\n"
    text = "".join(page.format(n) for n in (1, 2, 3)) + "das war die Datenschutzerklärung mit Einwilligung.\n"
    made = read_text(text, "n.txt")
    assert made.debris == {3, 8, 13}
    from zweck.read.block import blocks_of

    assert any("Anfrage und für den Abschluss" in b.text for b in blocks_of(made))


def test_a_lone_number_is_no_page_number():
    made = read_text(TEXT + "\n3 von 4\n", "n.txt")
    assert made.lines[-1] == "3 von 4"


def test_two_languages_on_one_page_are_both_named():
    english = (NOTICES / "bikes.md").read_text("utf-8")
    d = read_notice(TEXT + "\n\n" + english, "both.md")
    assert sorted(d.languages) == ["de", "en"]
    assert read_notice(TEXT, "n.txt").languages == ["de"]


def test_markdown_loses_its_signs_and_keeps_the_names_of_cookies():
    lines, levels = markdown_lines(
        [
            "---",
            "title: Datenschutz",
            "---",
            "## Cookies ##",
            "Wir *setzen* __nur__ `_ga_X` und _gat_gtag und \\_pk.",
            "",
            "Siehe [hier](https://a.example/b_c_d) <mail@a.example><br>",
            "Titel",
            "-----",
            "* Punkt",
            "| a | b |",
            "|---|:-:|",
        ]
    )
    assert lines == [
        *("", "Datenschutz", "", "Cookies", "Wir setzen nur _ga_X und _gat_gtag und _pk.", ""),
        *("Siehe hier (https://a.example/b_c_d) mail@a.example ", "Titel", "", "• Punkt", "| a | b |", ""),
    ]
    assert levels == {2: 1, 4: 2, 8: 2}


def page(body: str) -> list[str]:
    return [line for line in html_lines(f"<!doctype html><html><body>{body}</body></html>").lines if line]


def test_cells_keep_their_columns_also_empty_and_spanning_ones():
    assert page(
        "<table><tr><th>Name<th>Zweck<th>Dauer</tr><tr><td>_a<td><td>1 Tag</tr>"
        "<tr><td rowspan=2>Firma<td>_b<td><p>2</p><p>Tage</p></tr><tr><td>_c<td>3 Tage</tr>"
        "<tr><td colspan=2>_d<td>4 Tage</tr><tr><td></td><td>_e</td></tr></table>"
    ) == [
        *("Name | Zweck | Dauer", "_a | | 1 Tag".replace("| |", "|  |"), "Firma | _b | 2 Tage", "Firma | _c | 3 Tage"),
        *("_d |  | 4 Tage", " | _e"),
    ]


def test_a_table_that_lays_out_the_page_is_read_like_the_page():
    lines = page(
        "<table><tr><td><h2>Cookies</h2><p>Erster Satz.</p><p>Zweiter Satz.</p></td><td>Rand</td></tr></table>"
    )
    assert lines == ["Cookies", "Erster Satz.", "Zweiter Satz.", "Rand"]


def test_menus_banners_and_buttons_go_and_accordions_stay():
    made = html_lines(
        "<body><div class='main-menu'><a href=/>Start</a> <a href=/x>Produkte</a></div>"
        "<div id='CybotCookiebotDialog'><p>Wir nutzen Facebook</p><button>Zulassen</button></div>"
        "<form><h2><button class='accordion-button'>Kontaktformular</button></h2><p>Ihre Anfrage</p></form>"
        "<div role=heading aria-level=3>Newsletter</div><button>Senden</button><nav>Mehr</nav>"
        "<button aria-expanded=false>Bewerbungen</button><details><summary>Rechte</summary>Auskunft</details>"
    )
    assert [line for line in made.lines if line] == [
        *("Kontaktformular", "Ihre Anfrage", "Newsletter", "Bewerbungen", "Rechte", "Auskunft"),
    ]
    assert sorted(made.levels.values()) == [2, 3, 4, 4]


def test_links_give_what_their_words_hide():
    assert page("<p>Mehr <a href='https://x.example/optout'>hier</a>.</p>") == ["Mehr hier (https://x.example/optout)."]
    assert page("<p><a href='mailto:a@x.example?subject=s'>Schreiben</a></p>") == ["Schreiben (a@x.example)"]
    assert page("<p><a class=__cf_email__ data-cfemail='4223022f6c27'>[geschützt]</a></p>") == ["[geschützt] a@m.e"]
    assert page("<p><a data-cfemail='4'>x</a></p>") == ["x"]


def test_lines_of_a_page_know_the_line_of_the_file():
    made = html_lines("<!doctype html>\n<body>\n<h1>Daten</h1>\n\n<p>Erster <b>Absatz</b></p>\n<p>Zweiter Absatz</p>")
    assert [(t, n) for t, n in zip(made.lines, made.file_lines, strict=True) if t] == [
        *(("Daten", 3), ("Erster Absatz", 5), ("Zweiter Absatz", 6)),
    ]


GERMAN = "Wir verarbeiten personenbezogene Daten nach der DSGVO. Sie haben ein Recht auf Auskunft und Löschung. " * 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("個人情報の取り扱いについて。Google Analytics, GDPR, Cookie privacy policy " * 30, "another"),
        (
            "個人情報の取り扱いについて、当社はお客様の個人情報を保護します。(GDPR, privacy policy) " * 30,
            "another script",
        ),
        ("Мы обрабатываем персональные данные (GDPR, privacy policy, cookies, consent). " * 10, "another script"),
        (
            "Nous traitons vos données personnelles pour les finalités de ce site (GDPR, cookies, consent, privacy), "
            "et vous avez les droits que la loi vous donne sur vos données dans une demande. " * 6,
            "another language",
        ),
        (
            "Wij verwerken uw persoonsgegevens voor een bestelling (GDPR, privacy policy, cookies, consent) en het "
            "worden van niet meer gegevens dan nodig voor uw vraag van een dag. " * 6,
            "another language",
        ),
        (
            "Unsere Fahrräder sind schnell. Heute nur 3 Euro. " * 30 + "Datenschutz | Impressum | Cookies",
            "no privacy notice",
        ),
        ("Datenschutz", "no privacy notice"),
    ],
)
def test_what_is_no_notice_of_ours_is_told_apart(text: str, words: str):
    assert words in refusal((text,))
    assert refusal((GERMAN,)) == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04" + b"x" * 900, "Word"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 900, "Word"),
        (b"{\\rtf1 personenbezogene Daten}" * 20, "RTF"),
        (bytes(range(256)) * 40, "binary"),
        (bytes(n for n in range(1, 32)) * 200, "binary"),
        ("x" * 200_001 + GERMAN, "line 1 has"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes | str, words: str):
    with pytest.raises(UnreadableError, match=words):
        read_text(data, "n.txt")


BOMBS = {
    "divs": "<!doctype html><body>" + "<div>" * 100_000 + GERMAN,
    "own tags": "<!doctype html><body>" + "<x-y>" * 100_000 + GERMAN + "</x-y>" * 100_000,
    "tables": "<!doctype html><body>" + "<table><tr><td>" * 900 + GERMAN,
    "banners": "<!doctype html><body>" + "<div class=klaro><h2>a</h2>" * 900 + GERMAN * 2_000,
    "spans": "<!doctype html><body><table>" + "<tr><td rowspan=99999 colspan=99999>a" * 500 + "</table>" + GERMAN,
    "open tag": "<!doctype html><body><p " + "a=" * 500_000 + ">" + GERMAN,
    "comments": "<!doctype html><body>" + "<!--" * 100_000 + GERMAN,
    "misses": "<!doctype html><body>" + "<p>&Auml;bc &amp; d" * 30_000 + GERMAN,
    "stars": "#\n#\n#\n" + GERMAN + "*_" * 90_000,
    "brackets": "#\n#\n#\n" + GERMAN + "[a](" * 40_000,
    "glue": GERMAN + "ab.Cd " * 30_000,
    "twice": GERMAN + "Ã¤" * 90_000,
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_no_page_costs_more_than_its_size(name: str):
    begin = time.process_time()
    try:
        assert read_text(BOMBS[name].encode(), "n").lines
    except UnreadableError as error:
        assert str(error).startswith("n: ")
    assert time.process_time() - begin < 4


def test_scripts_of_a_bomb_are_no_words():
    bomb = (
        "<!doctype html><body>"
        + "<div>" * 2_000
        + "<script>var a = 'Facebook'</script><p>a<b>b</b> &auml;</p>"
        + GERMAN
    )
    assert read_text(bomb, "n").lines[0].startswith("ab ä")
    assert "Facebook" not in "".join(read_text(bomb, "n").lines)


def test_a_processing_instruction_has_no_name_and_is_passed_over() -> None:
    from zweck.read.markup import html_lines

    text = "<p>Wir verarbeiten personenbezogene Daten.</p><?DIV <div><?DIV><p>Sie haben Rechte.</p>"
    assert any("personenbezogene" in line for line in html_lines(text, "page").lines)
