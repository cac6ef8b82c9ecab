"""The rule catalogue in the docs is what the rule base and the rules say today."""

from tests.rules.document import TARGET, catalogue


def test_catalogue_is_current() -> None:
    assert TARGET.read_text("utf-8") == catalogue(), "run: python -m tests.rules.document"
