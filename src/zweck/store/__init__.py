"""The store: the only SQL of our own. Tables, queries, migrations, encryption; SQLite or PostgreSQL.

``open_store(settings, clock)`` gives a ``Store``; ``with store.begin(site) as tx:`` is one durable transaction.
"""

from zweck.store.mail import Mail
from zweck.store.opened import Store, open_store
from zweck.store.people import Person
from zweck.store.records import Record
from zweck.store.requests import Request, Step
from zweck.store.transaction import Tx

__all__ = ["Mail", "Person", "Record", "Request", "Step", "Store", "Tx", "open_store"]
