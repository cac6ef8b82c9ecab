"""What is refused, and that hostile input costs bounded time and never a traceback."""

from __future__ import annotations

import contextlib
import random
import time
from pathlib import Path

import pytest

from zweck.declaration import loads
from zweck.errors import UnreadableError, ZweckError
from zweck.read import read_notice, read_sources, write_site
from zweck.read.draft import draft
from zweck.read.source import clean, read_text

NOTICES = Path(__file__).parent / "notices"
TEXT = (NOTICES / "tierpraxis.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"   \n\n ", "empty"),
        (b"PK\x03\x04" + b"x" * 900, "binary"),
        (b"\x7fELF" + b"\x00" * 500, "binary"),
        (b"Eine Geschichte von zwei Katzen. " * 40, "no privacy notice"),
        (("個人情報の取り扱いについて。" * 80).encode(), "no privacy notice"),
        (b"%PDF-1.7 broken", "PDF"),
    ],
)
def test_what_is_no_notice_is_refused_in_words(data: bytes, word: str):
    with pytest.raises(UnreadableError, match=word) as caught:
        read_notice(data, "given.txt")
    assert str(caught.value).startswith("given.txt:")


def test_a_file_above_twenty_megabytes_is_refused():
    with pytest.raises(UnreadableError, match="too large"):
        read_notice(b"a" * 20_000_001, "big.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_read_alike(encoding: str):
    d = read_notice(TEXT.encode(encoding), "n.txt")
    assert d.controller.city == "Leipzig"
    assert d.controller.represented_by == ["Marta Quandt"]


def test_soft_hyphens_and_odd_spaces_do_not_matter():
    text = TEXT.replace("gelöscht", "ge\u00adlöscht").replace("Art. 6 Abs. 1", "Art.\u00a06\u00a0Abs.\u202f1")
    assert read_notice(text, "n.txt").legal_bases == read_notice(TEXT, "n.txt").legal_bases
    assert clean("a\u00adb\u00a0c") == "ab c"


def test_wrapped_lines_are_joined_and_keep_their_places():
    words, lines, line = TEXT.split("3. Server-Logfiles")[1].split("4. Hosting")[0].split(), [], ""
    for word in words:
        if len(line) + len(word) > 70:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    filler = [
        x
        for i in range(6)
        for x in (
            "Wir verarbeiten personenbezogene Daten nur, soweit das nötig ist, und",
            "geben sie nicht weiter, es sei denn, das Gesetz verlangt es von uns.",
            "",
        )
    ]
    made = read_notice("\n".join([*filler, "Server-Logfiles", "", *lines, line]), "w.txt")
    assert ("server_logs", "P14D") in {(r.what, r.duration) for r in made.retention}


HOSTILE = {
    "nested": "<html><body>" + "<div>" * 60_000 + "personal data " * 40,
    "endless": "personal data privacy " + "Art. 6 " * 60_000,
    "digits": "personal data privacy policy " * 10 + "1" * 150_000,
    "brackets": "privacy policy personal data " * 10 + "(" * 100_000,
    "spaces": "privacy policy personal data " * 10 + " " * 150_000 + "x",
    "names": "privacy policy personal data " * 10 + "Google Analytics, " * 8_000,
    "upper": "PERSONAL DATA PRIVACY " + "A" * 120_000,
    "mails": "privacy policy personal data " * 10 + "a@" * 50_000,
    "lines": "personal data\n" * 20_000,
    "dashes": "personal data privacy " * 10 + "-.:" * 40_000,
    "words": "personal data privacy " * 10 + "und " * 40_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_input_costs_bounded_time(name: str):
    begin = time.process_time()
    with contextlib.suppress(UnreadableError):
        loads(draft(read_notice(HOSTILE[name], f"{name}.txt")))
    assert time.process_time() - begin < 8


def test_mutated_notices_never_break():
    random_ = random.Random(20261122)
    data = bytearray(TEXT.encode())
    for _ in range(25):
        broken = bytearray(data)
        for _ in range(random_.randint(1, 60)):
            i = random_.randrange(len(broken))
            broken[i : i + random_.randint(0, 9)] = bytes(
                random_.randrange(1, 256) for _ in range(random_.randint(0, 6))
            )
        try:
            loads(draft(read_notice(bytes(broken), "broken.txt")))
        except UnreadableError:
            continue


def test_a_folder_is_read_file_by_file(tmp_path: Path):
    report = read_sources([NOTICES])
    assert [Path(d.name).name for d in report.documents] == [
        "bikes.md",
        "goldschmiede.html",
        "tierpraxis.txt",
    ]
    written = write_site(report, tmp_path / "out")
    assert [p.parent.name for p in written] == ["bikes", "goldschmiede", "tierpraxis"]
    assert report.model_dump(mode="json")["schema"] == 1


def test_a_declaration_is_never_overwritten(tmp_path: Path):
    report = read_sources([NOTICES / "bikes.md"])
    (target,) = write_site(report, tmp_path)
    target.write_text("mine", "utf-8")
    with pytest.raises(ZweckError, match="exists already"):
        write_site(report, tmp_path)
    assert target.read_text("utf-8") == "mine"


def test_missing_files_and_addresses_are_named(tmp_path: Path):
    for path in (tmp_path / "none.txt", "https://example.com/privacy", tmp_path):
        with pytest.raises(UnreadableError, match=str(path).replace("\\", ".")[:30]):
            read_sources([path])


def test_page_numbers_inside_sentences_vanish():
    text = "personal data privacy " * 12 + "\nan efficient 4 / 17 provision of\nyou can revoke a 5 / 17 given consent"
    assert "/ 17" not in "\n".join(read_text(text, "p.txt").lines)
