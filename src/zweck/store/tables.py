"""All tables about people: subjects, records, files, mails, consents, requests, holds, the desk's people.

Sealed columns hold ciphertext under the subject's own key; blind columns hold a keyed hash of a normalised value
(Art. 32(1)(a) GDPR). ``ledger`` holds the tables of evidence and work.
"""

from __future__ import annotations

import sqlalchemy as sa

from zweck.store.columns import Moment, key, metadata, personal, plain, site

subject = sa.Table(
    "subject",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    plain("wrapped_key", sa.LargeBinary),
    plain("created_at", Moment),
    sqlite_with_rowid=False,
)

identifier = sa.Table(
    "identifier",
    metadata,
    site(primary_key=True),
    key("subject_id", primary_key=True),
    plain("name", sa.String(40), primary_key=True),
    personal("blind", sa.LargeBinary(32), purpose="finding a person", category="contact", primary_key=True),
    personal("sealed", sa.LargeBinary, purpose="answering a person", category="contact"),
    sa.ForeignKeyConstraint(["site_id", "subject_id"], ["subject.site_id", "subject.id"]),
    sa.Index(None, "site_id", "name", "blind"),
    sqlite_with_rowid=False,
)

record = sa.Table(
    "record",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    plain("activity", sa.String(63)),
    plain("record_class", sa.String(63)),
    key("subject_id", nullable=True),
    personal("sealed", sa.LargeBinary, purpose="the activity's", category="declared fields", nullable=True),
    plain("plain", sa.JSON),
    plain("version", sa.String(80)),
    plain("status", sa.String(12)),
    plain("restricted_until", Moment, nullable=True),
    plain("restriction_ground", sa.String(80)),
    plain("created_at", Moment),
    sa.ForeignKeyConstraint(["site_id", "subject_id"], ["subject.site_id", "subject.id"]),
    sa.Index(None, "site_id", "activity", "id"),
    sa.Index(None, "site_id", "subject_id"),
    sa.Index(
        None,
        "site_id",
        "restricted_until",
        "id",
        sqlite_where=sa.text("restricted_until IS NOT NULL"),
        postgresql_where=sa.text("restricted_until IS NOT NULL"),
    ),
)

event = sa.Table(
    "event",
    metadata,
    site(primary_key=True),
    key("record_id", primary_key=True),
    plain("name", sa.String(60), primary_key=True),
    plain("at", Moment),
    sa.ForeignKeyConstraint(["site_id", "record_id"], ["record.site_id", "record.id"], ondelete="CASCADE"),
    sa.Index(None, "site_id", "name", "at", "record_id"),
    sqlite_with_rowid=False,
)

file = sa.Table(
    "file",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    key("record_id"),
    personal("sealed_name", sa.LargeBinary, purpose="the activity's", category="file name"),
    plain("media_type", sa.String(100)),
    plain("size", sa.BigInteger),
    personal("sealed_content", sa.LargeBinary, purpose="the activity's", category="documents"),
    plain("added_at", Moment),
    sa.ForeignKeyConstraint(["site_id", "record_id"], ["record.site_id", "record.id"], ondelete="CASCADE"),
    sa.Index(None, "site_id", "record_id"),
)

token = sa.Table(
    "token",
    metadata,
    site(primary_key=True),
    plain("hash", sa.LargeBinary(32), primary_key=True),
    plain("purpose", sa.String(60)),
    key("record_id"),
    plain("expires_at", Moment),
    plain("used_at", Moment, nullable=True),
    sa.ForeignKeyConstraint(["site_id", "record_id"], ["record.site_id", "record.id"], ondelete="CASCADE"),
    sa.Index(None, "site_id", "record_id"),
    sa.Index(None, "expires_at"),
)

mail = sa.Table(
    "mail",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    key("subject_id", nullable=True),
    key("record_id", nullable=True),
    plain("template", sa.String(80)),
    plain("key", sa.LargeBinary(32)),
    plain("status", sa.String(12)),
    personal("sealed", sa.LargeBinary, purpose="writing to a person", category="correspondence", nullable=True),
    plain("attempts", sa.Integer),
    plain("failure", sa.String(80)),
    plain("queued_at", Moment),
    plain("sent_at", Moment, nullable=True),
    sa.UniqueConstraint("site_id", "key"),
    sa.ForeignKeyConstraint(["site_id", "subject_id"], ["subject.site_id", "subject.id"]),
    sa.Index(None, "site_id", "status", "id"),
    sa.Index(None, "site_id", "subject_id"),
    sa.Index(None, "site_id", "record_id"),
)

suppression = sa.Table(
    "suppression",
    metadata,
    site(primary_key=True),
    personal(
        "blind",
        sa.LargeBinary(32),
        purpose="not writing to a person again",
        category="contact",
        primary_key=True,
    ),
    plain("reason", sa.String(60)),
    plain("added_at", Moment),
)

consent = sa.Table(
    "consent",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    personal("blind", sa.LargeBinary(32), purpose="proof of consent", category="online identifier"),
    plain("seq", sa.Integer),
    personal("choices", sa.JSON, purpose="proof of consent", category="choice"),
    plain("action", sa.String(40)),
    plain("method", sa.String(40)),
    plain("language", sa.String(8)),
    plain("shown", sa.String(80)),
    plain("gpc", sa.Boolean),
    plain("recorded_at", Moment),
    sa.UniqueConstraint("site_id", "blind", "seq"),
    sa.Index(None, "site_id", "recorded_at", "id"),
)

hold = sa.Table(
    "hold",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    plain("reason", sa.String(60)),
    personal("opened_by", sa.String(63), purpose="accountability", category="desk account"),
    plain("opened_at", Moment),
    plain("until", Moment, nullable=True),
    plain("review_at", Moment, nullable=True),
    plain("alerted_at", Moment, nullable=True),
    plain("closed_at", Moment, nullable=True),
)

held = sa.Table(
    "held",
    metadata,
    site(primary_key=True),
    key("record_id", primary_key=True),
    key("hold_id", primary_key=True),
    sa.ForeignKeyConstraint(["site_id", "record_id"], ["record.site_id", "record.id"], ondelete="CASCADE"),
    sa.ForeignKeyConstraint(["site_id", "hold_id"], ["hold.site_id", "hold.id"], ondelete="CASCADE"),
    sa.Index(None, "site_id", "hold_id"),
)

request = sa.Table(
    "request",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    plain("reference", sa.String(26)),
    plain("right", sa.String(20)),
    plain("channel", sa.String(40)),
    plain("language", sa.String(8)),
    plain("state", sa.String(8)),
    plain("status", sa.String(40)),
    plain("decision", sa.String(80)),
    plain("received_at", Moment),
    plain("due_at", Moment, nullable=True),
    plain("extended_until", Moment, nullable=True),
    plain("confirmed_at", Moment, nullable=True),
    plain("closed_at", Moment, nullable=True),
    sa.UniqueConstraint("site_id", "reference"),
    sa.ForeignKeyConstraint(["site_id", "id"], ["record.site_id", "record.id"], ondelete="CASCADE"),
    sa.Index(None, "site_id", "closed_at", "due_at"),
)

request_step = sa.Table(
    "request_step",
    metadata,
    site(primary_key=True),
    key("request_id", primary_key=True),
    plain("system", sa.String(63), primary_key=True),
    plain("status", sa.String(40)),
    plain("detail", sa.String(400)),
    plain("at", Moment),
    sa.ForeignKeyConstraint(["site_id", "request_id"], ["request.site_id", "request.id"], ondelete="CASCADE"),
)

person = sa.Table(
    "person",
    metadata,
    site(primary_key=True),
    key(primary_key=True),
    personal("blind", sa.LargeBinary(32), purpose="login to the desk", category="desk account"),
    personal("sealed", sa.LargeBinary, purpose="login to the desk", category="desk account"),
    personal("password_hash", sa.String(255), purpose="login to the desk", category="credential"),
    personal("sealed_factor", sa.LargeBinary, purpose="login to the desk", category="credential", nullable=True),
    plain("role", sa.String(20)),
    plain("created_at", Moment),
    plain("seen_at", Moment, nullable=True),
    sa.UniqueConstraint("site_id", "blind"),
)

session = sa.Table(
    "session",
    metadata,
    site(primary_key=True),
    plain("hash", sa.LargeBinary(32), primary_key=True),
    key("person_id"),
    plain("opened_at", Moment),
    plain("seen_at", Moment),
    plain("expires_at", Moment),
    sa.ForeignKeyConstraint(["site_id", "person_id"], ["person.site_id", "person.id"], ondelete="CASCADE"),
    sa.Index(None, "expires_at"),
)

limit = sa.Table(
    "limit_hit",
    metadata,
    site(primary_key=True),
    personal(
        "blind",
        sa.LargeBinary(32),
        purpose="protection from abuse",
        category="online identifier",
        primary_key=True,
    ),
    plain("hits", sa.Integer),
    plain("ends_at", Moment),
    sa.Index(None, "ends_at"),
)
