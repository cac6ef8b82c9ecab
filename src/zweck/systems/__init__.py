"""Systems: where personal data lies, behind one interface (design, section 7).

``connect(declaration, store)`` gives those that a declaration names and this version supports.
"""

from zweck.systems.connect import connect, system_of, systems_of
from zweck.systems.logs import LogsSystem
from zweck.systems.store import StoreSystem
from zweck.systems.system import Cause, Done, Holding, Item, System, Who

__all__ = [
    "Cause",
    "Done",
    "Holding",
    "Item",
    "LogsSystem",
    "StoreSystem",
    "System",
    "Who",
    "connect",
    "system_of",
    "systems_of",
]
