"""Every example, whole: all promises said once, short sentences, nothing left over, nothing vague."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.write.test_notice import VAGUE, _sentences, _text
from zweck.declaration import load
from zweck.promises import compile_promises
from zweck.write import compose, to_html, to_json, to_markdown

ON = date(2026, 11, 22)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/zweck.yaml"))
LEFTOVER = re.compile(r"\{|\}|\bNone\b|\(\)|  | \.(?!\w)| ,|\.\.|subject-|recipient-|write_")
pytestmark = pytest.mark.skipif(not EXAMPLES, reason="no examples yet")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
@pytest.mark.parametrize(("language", "limit"), [("de", 15), ("en", 17)])
def test_example(path, language, limit):
    declaration = load(path, environ={})
    notice = compose("notice", declaration, language, ON)
    promises = compile_promises(declaration)
    assert sorted(p.anchor for p in notice.promises()) == sorted(p.anchor for p in promises)
    lengths = [len(s.split()) for s in _sentences(notice)]
    assert sum(lengths) / len(lengths) <= limit
    for kind in ("notice", "imprint", "cookies", "record"):
        document = compose(kind, declaration, language, ON)
        text = _text(document)
        assert not LEFTOVER.search(text), LEFTOVER.search(text)
        assert not VAGUE.search(text), VAGUE.search(text)
        assert to_html(document) and to_markdown(document) and to_json(document)
