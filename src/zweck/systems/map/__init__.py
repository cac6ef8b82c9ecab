"""Discovering where a database holds personal data: a proposal for the mapping of a declaration (Art. 30 GDPR).

``read_schema`` asks a database for its schema (and samples, if allowed), ``propose`` judges it, ``write_mapping``
says the result as YAML, ``draw`` as a picture; ``drift`` holds a declared mapping against the present schema.
"""

from zweck.systems.map.draft import write_mapping
from zweck.systems.map.drift import drift
from zweck.systems.map.picture import draw
from zweck.systems.map.propose import propose
from zweck.systems.map.reflect import read_schema
from zweck.systems.map.report import put, report_of, show_report
from zweck.systems.map.watch import drifted

__all__ = ["draw", "drift", "drifted", "propose", "put", "read_schema", "report_of", "show_report", "write_mapping"]
