"""Job applications: files, few readers, a short life, and a talent pool only on a consent of its own.

Record events: ``received``, ``procedure_ended``; for the data class ``pool``: ``consent_given``,
``consent_withdrawn``. ``readers`` are the desk logins that may open applications (Art. 32); § 26 BDSG
alone is no safe basis since CJEU C-34/21, so Art. 6(1)(b) stands, and Art. 6(1)(f) for the months after a
refusal (§ 15(4) AGG).
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from zweck.activities.definition import define, part_rules, pledge, pledge_keeping
from zweck.declaration.activity import Activity, Keeping
from zweck.declaration.keeping import Rule
from zweck.declaration.model import Declaration, Text, Words
from zweck.promises.model import Attests, Confirms, Discloses, Offers, Promise


class Applications(Activity):
    """Open positions, who may read, what may be attached, and the talent pool (off unless declared)."""

    vacancies: dict[str, Text] = Field(default_factory=dict)
    readers: Words = ()
    files: Words = ("pdf", "odt", "docx", "jpg", "png")
    max_file_mb: int = 10
    pool: Keeping | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The procedure's rule, then the pool's."""
        return (*super().rules, *part_rules(pool=self.pool))


def promises(declaration: Declaration, activity: Applications) -> Sequence[Promise]:
    """One purpose, restricted readers, an end; the pool only on consent."""
    made: list[Promise] = [
        pledge(Offers, activity, "applications.purpose"),
        pledge(Discloses, activity, "applications.access", recipient="staff"),
        pledge(Offers, activity, "applications.withdraw"),
        pledge(Offers, activity, "applications.objection"),
        pledge(Attests, activity, "applications.hired"),
    ]
    if activity.pool:
        made.append(pledge(Confirms, activity, "applications.pool"))
        made.append(pledge(Offers, activity, "retention.pool_withdrawal"))
        made += [
            pledge_keeping(activity, "retention.pool_period", rule) for rule in activity.rules if rule.for_ == "pool"
        ]
    return made


KIND = define(
    __file__,
    options=Applications,
    promises=promises,
    kept=True,
    group="people",
    assumes={
        "basis": (
            ["6(1)(b)", "6(1)(f)"],
            "deciding is a step before a contract; after a refusal the interest is defence (§ 15 AGG)",
        ),
        "fields": (
            ["first_name", "last_name", "email", "phone?", "vacancy?", "cover_letter?", "documents?"],
            "name and address are needed for an answer; the rest is up to the applicant",
        ),
        "data": (["name", "contact", "application"], "what an application holds"),
        "subjects": (["applicants"], "people who apply"),
        "recipients": (["hr_and_hiring_team"], "only those involved in the procedure"),
        "provision": ("contract", "without these details the application cannot be decided on"),
        "keep": (
            "at most 6 months after procedure_ended",
            "claims lapse two months after the refusal, suits three months later (§ 15(4) AGG, § 61b ArbGG)",
        ),
        "hold": ("for dispute until dispute_ended review every 6 months", "a pending dispute needs the file"),
        "copies": ("paper, mailboxes, exports", "the period holds for every copy"),
    },
)
