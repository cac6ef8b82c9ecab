"""Server logs: what a web server writes down about a request, why, and for how long.

``record`` names the fields, and nothing else may stand in a line (Art. 5(1)(c)). Lines needed to clear up
an attack are held apart from the rest, with a cap (Art. 32, Art. 17(3)(e)). Delivering a page reads
nothing from the device beyond what every request brings, so § 25 TDDDG does not apply.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from zweck.activities.definition import define, pledge, pledge_keeping, rule_for
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Words
from zweck.promises import wording
from zweck.promises.model import Anonymises, Attests, Collects, Promise


class ServerLogs(Activity):
    """``record``: the fields of a line; ``shorten_ip``: addresses are cut to /24 and /48 before writing."""

    record: Words = ("time", "request", "status", "bytes", "referrer", "user_agent", "ip")
    shorten_ip: bool = False


def promises(declaration: Declaration, activity: ServerLogs) -> Sequence[Promise]:
    """Only the named fields, only for operation and security, gone after their period."""
    made: list[Promise] = [
        pledge(
            Collects,
            activity,
            "logs.fields",
            arguments={"fields": partial(wording.listed_data, tuple(f"log-{name}" for name in activity.record))},
            fields=activity.record,
        ),
        pledge(Attests, activity, "logs.purpose"),
        pledge(Attests, activity, "logs.no_identify"),
    ]
    if activity.shorten_ip:
        made.append(pledge(Anonymises, activity, "logs.ip_shortened", fields=("ip",)))
    if rule := rule_for(activity, ""):
        made.append(pledge_keeping(activity, "retention.logs_period", rule))
    return made


KIND = define(
    __file__,
    options=ServerLogs,
    promises=promises,
    kept=True,
    group="site",
    assumes={
        "basis": (["6(1)(f)"], "operation and security of the site are a legitimate interest (recital 49)"),
        "data": (["usage", "online_identifiers", "device"], "the fields of a log line"),
        "subjects": (["visitors"], "every request is logged"),
        "provision": ("automatic", "the browser sends these data with every request"),
        "keep": ("7 days after collected", "seven days are settled practice; no statute names a period"),
        "hold": (
            "for misuse_incident until incident_closed at most 5 years after collected review every 3 months",
            "lines that show an attack are evidence (Art. 17(3)(e) GDPR); the cap keeps that an exception",
        ),
        "copies": ("backups", "a rule that spares the backups is none (Art. 17 GDPR)"),
    },
)
