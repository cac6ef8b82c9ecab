"""SQL databases as systems: found, exported, corrected, erased, swept by a declared mapping (Art. 15–18, 20 GDPR).

SQLAlchemy Core with reflection: from mapping, foreign keys and declared paths one set-based statement per table. Each
database is changed in one transaction; a row that another person is tied to as well is never erased or shown whole.
"""

from zweck.systems.sql.system import SqlSystem

__all__ = ["SqlSystem"]
