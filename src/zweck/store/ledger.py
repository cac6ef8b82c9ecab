"""The tables of evidence, erasures and work: none of them holds personal data.

``erasure`` remembers which ids were erased, so that a restored backup can lose them again (Art. 17 GDPR).
"""

from __future__ import annotations

import sqlalchemy as sa

from zweck.store.columns import Moment, key, metadata, plain, site

evidence = sa.Table(
    "evidence",
    metadata,
    site(primary_key=True),
    plain("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    plain("at", sa.String(27)),
    plain("event", sa.String(80)),
    plain("activity", sa.String(63)),
    plain("promises", sa.Text),
    plain("record", sa.String(200)),
    plain("detail", sa.Text),
    plain("breach", sa.Integer),
    plain("previous", sa.String(64)),
    plain("hash", sa.String(64)),
)

evidence_head = sa.Table(
    "evidence_head",
    metadata,
    site(primary_key=True),
    plain("seq", sa.BigInteger),
    plain("hash", sa.String(64)),
)

checkpoint = sa.Table(
    "evidence_checkpoint",
    metadata,
    site(primary_key=True),
    plain("number", sa.Integer, primary_key=True, autoincrement=False),
    plain("seq", sa.BigInteger),
    plain("at", sa.String(27)),
    plain("hash", sa.String(64)),
    plain("previous", sa.String(128)),
    plain("key", sa.String(64)),
    plain("signature", sa.String(128)),
)

erasure = sa.Table(
    "erasure",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    plain("kind", sa.String(12)),
    plain("erased_ids", sa.Text),
    plain("at", Moment),
    plain("is_noted", sa.Boolean),
    sa.Index(None, "is_noted"),
)

job = sa.Table(
    "job",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    plain("name", sa.String(80)),
    plain("arguments", sa.JSON),
    plain("key", sa.String(200), nullable=True),
    plain("status", sa.String(12)),
    plain("run_at", Moment),
    plain("attempts", sa.Integer),
    plain("max_attempts", sa.Integer),
    plain("lease_holder", sa.String(40)),
    plain("lease_until", Moment, nullable=True),
    plain("failure", sa.String(200)),
    plain("finished_at", Moment, nullable=True),
    sa.UniqueConstraint("site_id", "key"),
    sa.Index(None, "status", "run_at"),
)

periodic = sa.Table(
    "periodic",
    metadata,
    site(primary_key=True),
    plain("name", sa.String(80), primary_key=True),
    plain("next_at", Moment),
    plain("last_at", Moment, nullable=True),
)
