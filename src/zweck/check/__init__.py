"""``zweck check``: a declaration against the law of a day (Art. 5(2), 24(1) GDPR).

``check`` gives findings with place, message and mend; ``explained`` shows what kinds assumed; ``overview`` lists every
rule with where it is handled. Pure: no database, network, clock or environment. The rules live in one module per
subject and are imported when ``check`` runs.
"""

from zweck.check.run import check

__all__ = ["check"]
