"""Discovering where a database holds personal data: a proposal for the mapping of a declaration (Art. 30 GDPR).

``read_schema`` asks a database for its schema (and samples, if allowed), ``propose`` judges it, ``write_mapping`` says the
result as YAML, ``draw`` as a picture; ``drift`` holds a declared mapping against the present schema.
"""
