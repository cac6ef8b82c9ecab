"""The first schema: people's data sealed per subject, evidence, erasures and work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from zweck.store.columns import Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_consent()
    _create_erasure()
    _create_evidence()
    _create_evidence_checkpoint()
    _create_evidence_head()
    _create_hold()
    _create_job()
    _create_limit_hit()
    _create_periodic()
    _create_person()
    _create_subject()
    _create_suppression()
    _create_identifier()
    _create_mail()
    _create_record()
    _create_session()
    _create_event()
    _create_file()
    _create_held()
    _create_request()
    _create_token()
    _create_request_step()


def _create_consent() -> None:
    op.create_table(
        "consent",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("blind", sa.LargeBinary(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("shown", sa.String(length=80), nullable=False),
        sa.Column("gpc", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_consent")),
        sa.UniqueConstraint("site_id", "blind", "seq", name=op.f("uq_consent_site_id_blind_seq")),
    )
    op.create_index(
        op.f("ix_consent_site_id_recorded_at_id"), "consent", ["site_id", "recorded_at", "id"], unique=False
    )


def _create_erasure() -> None:
    op.create_table(
        "erasure",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("erased_ids", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("is_noted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_erasure")),
    )
    op.create_index(op.f("ix_erasure_is_noted"), "erasure", ["is_noted"], unique=False)


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("event", sa.String(length=80), nullable=False),
        sa.Column("activity", sa.String(length=63), nullable=False),
        sa.Column("promises", sa.Text(), nullable=False),
        sa.Column("record", sa.String(length=200), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("breach", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("site_id", "seq", name=op.f("pk_evidence")),
    )


def _create_evidence_checkpoint() -> None:
    op.create_table(
        "evidence_checkpoint",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("previous", sa.String(length=128), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("site_id", "number", name=op.f("pk_evidence_checkpoint")),
    )


def _create_evidence_head() -> None:
    op.create_table(
        "evidence_head",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("site_id", name=op.f("pk_evidence_head")),
    )


def _create_hold() -> None:
    op.create_table(
        "hold",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("opened_by", sa.String(length=63), nullable=False),
        sa.Column("opened_at", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.Column("review_at", Moment(), nullable=True),
        sa.Column("alerted_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_hold")),
    )


def _create_job() -> None:
    op.create_table(
        "job",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("arguments", sa.JSON(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=True),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("run_at", Moment(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("max_attempts", sa.Integer(), nullable=False),
        sa.Column("lease_holder", sa.String(length=40), nullable=False),
        sa.Column("lease_until", Moment(), nullable=True),
        sa.Column("failure", sa.String(length=200), nullable=False),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_job")),
        sa.UniqueConstraint("site_id", "key", name=op.f("uq_job_site_id_key")),
    )
    op.create_index(op.f("ix_job_status_run_at"), "job", ["status", "run_at"], unique=False)


def _create_limit_hit() -> None:
    op.create_table(
        "limit_hit",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("blind", sa.LargeBinary(length=32), nullable=False),
        sa.Column("hits", sa.Integer(), nullable=False),
        sa.Column("ends_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("site_id", "blind", name=op.f("pk_limit_hit")),
    )
    op.create_index(op.f("ix_limit_hit_ends_at"), "limit_hit", ["ends_at"], unique=False)


def _create_periodic() -> None:
    op.create_table(
        "periodic",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("next_at", Moment(), nullable=False),
        sa.Column("last_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("site_id", "name", name=op.f("pk_periodic")),
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("blind", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("password_hash", sa.String(length=255), nullable=False),
        sa.Column("sealed_factor", sa.LargeBinary(), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_person")),
        sa.UniqueConstraint("site_id", "blind", name=op.f("uq_person_site_id_blind")),
    )


def _create_subject() -> None:
    op.create_table(
        "subject",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_subject")),
        sqlite_with_rowid=False,
    )


def _create_suppression() -> None:
    op.create_table(
        "suppression",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("blind", sa.LargeBinary(length=32), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("added_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("site_id", "blind", name=op.f("pk_suppression")),
    )


def _create_identifier() -> None:
    op.create_table(
        "identifier",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("subject_id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("blind", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id", "subject_id"],
            ["subject.site_id", "subject.id"],
            name=op.f("fk_identifier_site_id_subject_id_subject"),
        ),
        sa.PrimaryKeyConstraint("site_id", "subject_id", "name", "blind", name=op.f("pk_identifier")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_identifier_site_id_name_blind"), "identifier", ["site_id", "name", "blind"], unique=False)


def _create_mail() -> None:
    op.create_table(
        "mail",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("subject_id", sa.String(length=26), nullable=True),
        sa.Column("record_id", sa.String(length=26), nullable=True),
        sa.Column("template", sa.String(length=80), nullable=False),
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failure", sa.String(length=80), nullable=False),
        sa.Column("queued_at", Moment(), nullable=False),
        sa.Column("sent_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["site_id", "subject_id"],
            ["subject.site_id", "subject.id"],
            name=op.f("fk_mail_site_id_subject_id_subject"),
        ),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_mail")),
        sa.UniqueConstraint("site_id", "key", name=op.f("uq_mail_site_id_key")),
    )
    op.create_index(op.f("ix_mail_site_id_record_id"), "mail", ["site_id", "record_id"], unique=False)
    op.create_index(op.f("ix_mail_site_id_status_id"), "mail", ["site_id", "status", "id"], unique=False)
    op.create_index(op.f("ix_mail_site_id_subject_id"), "mail", ["site_id", "subject_id"], unique=False)


def _create_record() -> None:
    op.create_table(
        "record",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("activity", sa.String(length=63), nullable=False),
        sa.Column("record_class", sa.String(length=63), nullable=False),
        sa.Column("subject_id", sa.String(length=26), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("plain", sa.JSON(), nullable=False),
        sa.Column("version", sa.String(length=80), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("restricted_until", Moment(), nullable=True),
        sa.Column("restriction_ground", sa.String(length=80), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id", "subject_id"],
            ["subject.site_id", "subject.id"],
            name=op.f("fk_record_site_id_subject_id_subject"),
        ),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_record")),
    )
    op.create_index(op.f("ix_record_site_id_activity_id"), "record", ["site_id", "activity", "id"], unique=False)
    op.create_index(op.f("ix_record_site_id_subject_id"), "record", ["site_id", "subject_id"], unique=False)
    op.create_index(
        op.f("ix_record_site_id_restricted_until_id"),
        "record",
        ["site_id", "restricted_until", "id"],
        unique=False,
        sqlite_where=sa.text("restricted_until IS NOT NULL"),
        postgresql_where=sa.text("restricted_until IS NOT NULL"),
    )


def _create_session() -> None:
    op.create_table(
        "session",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=26), nullable=False),
        sa.Column("opened_at", Moment(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id", "person_id"],
            ["person.site_id", "person.id"],
            name=op.f("fk_session_site_id_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site_id", "hash", name=op.f("pk_session")),
    )
    op.create_index(op.f("ix_session_expires_at"), "session", ["expires_at"], unique=False)


def _create_event() -> None:
    op.create_table(
        "event",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("record_id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id", "record_id"],
            ["record.site_id", "record.id"],
            name=op.f("fk_event_site_id_record_id_record"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site_id", "record_id", "name", name=op.f("pk_event")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_event_site_id_name_at_record_id"), "event", ["site_id", "name", "at", "record_id"], unique=False
    )


def _create_file() -> None:
    op.create_table(
        "file",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("record_id", sa.String(length=26), nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sealed_content", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id", "record_id"],
            ["record.site_id", "record.id"],
            name=op.f("fk_file_site_id_record_id_record"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_file")),
    )
    op.create_index(op.f("ix_file_site_id_record_id"), "file", ["site_id", "record_id"], unique=False)


def _create_held() -> None:
    op.create_table(
        "held",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("record_id", sa.String(length=26), nullable=False),
        sa.Column("hold_id", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id", "hold_id"],
            ["hold.site_id", "hold.id"],
            name=op.f("fk_held_site_id_hold_id_hold"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["site_id", "record_id"],
            ["record.site_id", "record.id"],
            name=op.f("fk_held_site_id_record_id_record"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site_id", "record_id", "hold_id", name=op.f("pk_held")),
    )
    op.create_index(op.f("ix_held_site_id_hold_id"), "held", ["site_id", "hold_id"], unique=False)


def _create_request() -> None:
    op.create_table(
        "request",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("reference", sa.String(length=26), nullable=False),
        sa.Column("right", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("decision", sa.String(length=80), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=True),
        sa.Column("extended_until", Moment(), nullable=True),
        sa.Column("confirmed_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["site_id", "id"],
            ["record.site_id", "record.id"],
            name=op.f("fk_request_site_id_id_record"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_request")),
        sa.UniqueConstraint("site_id", "reference", name=op.f("uq_request_site_id_reference")),
    )
    op.create_index(
        op.f("ix_request_site_id_closed_at_due_at"), "request", ["site_id", "closed_at", "due_at"], unique=False
    )


def _create_token() -> None:
    op.create_table(
        "token",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=60), nullable=False),
        sa.Column("record_id", sa.String(length=26), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("used_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["site_id", "record_id"],
            ["record.site_id", "record.id"],
            name=op.f("fk_token_site_id_record_id_record"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site_id", "hash", name=op.f("pk_token")),
    )
    op.create_index(op.f("ix_token_expires_at"), "token", ["expires_at"], unique=False)
    op.create_index(op.f("ix_token_site_id_record_id"), "token", ["site_id", "record_id"], unique=False)


def _create_request_step() -> None:
    op.create_table(
        "request_step",
        sa.Column("site_id", sa.String(length=253), nullable=False),
        sa.Column("request_id", sa.String(length=26), nullable=False),
        sa.Column("system", sa.String(length=63), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.String(length=400), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id", "request_id"],
            ["request.site_id", "request.id"],
            name=op.f("fk_request_step_site_id_request_id_request"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("site_id", "request_id", "system", name=op.f("pk_request_step")),
    )
