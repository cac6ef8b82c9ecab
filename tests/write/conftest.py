"""One complete declaration, and its documents in both languages."""

from datetime import date
from pathlib import Path

import pytest

from zweck.declaration import Declaration, load, loads
from zweck.write import compose

HERE = Path(__file__).parent
ON = date(2026, 11, 22)

MINIMAL = """\
zweck: 1
site: {name: Klein, domains: [klein.example], languages: [de, en]}
controller:
  name: Klein GmbH
  address: {street: Weg 1, postcode: "10115", city: Berlin, country: DE, state: BE}
  email: post@klein.example
"""


@pytest.fixture(scope="session")
def declaration() -> Declaration:
    return load(HERE / "site.yaml", environ={})


@pytest.fixture(scope="session")
def documents(declaration):
    kinds = ("notice", "imprint", "cookies", "record")
    return {(k, lang): compose(k, declaration, lang, ON) for k in kinds for lang in ("de", "en")}


@pytest.fixture
def minimal():
    """A declaration with what must stand, and ``more`` YAML lines."""
    return lambda more="": loads(MINIMAL + more, environ={})


@pytest.fixture
def section():
    """The section with an anchor, wherever it stands in a document."""
    from zweck.write.document import sections

    return lambda document, anchor: next(s for s in sections(document) if s.anchor == anchor)
