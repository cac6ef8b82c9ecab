"""Small declarations for tests."""

from __future__ import annotations

from zweck.declaration import Declaration, loads

HEAD = """
zweck: 1
site: {name: Site, domains: [www.site.example], languages: [de, en]}
controller:
  name: Site GmbH
  address: {street: Weg 1, postcode: "37073", city: Ort, country: DE, state: NI}
  email: info@site.example
"""

ALL_KINDS = "contact: , newsletter: , server_logs: {keep: 7 days after collected}, consent: , rights: , applications: "


def declare(activities: str = ALL_KINDS, more: str = "") -> Declaration:
    """A declaration with these activities (YAML flow) and further top-level lines."""
    return loads(f"{HEAD}activities: {{{activities}}}\n{more}")
