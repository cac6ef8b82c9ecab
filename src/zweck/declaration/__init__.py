"""The declaration: what a site says it does with personal data, loaded with places and complete (design, section 5).

``load`` and ``loads`` give a ``Declaration`` or a ``DeclarationError`` that carries every problem at once.
"""

from zweck.declaration.activity import Activity, FormField, Keeping
from zweck.declaration.kind import Assumption, Kind, kind, kind_names, kinds
from zweck.declaration.load import FILE_NAME, find_file, load, loads
from zweck.declaration.model import Declaration

__all__ = [
    "FILE_NAME",
    "Activity",
    "Assumption",
    "Declaration",
    "FormField",
    "Keeping",
    "Kind",
    "find_file",
    "kind",
    "kind_names",
    "kinds",
    "load",
    "loads",
]
