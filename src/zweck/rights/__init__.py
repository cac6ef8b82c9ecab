"""Rights: a person asks, the controller decides, every system is searched, changed and answered from (Art. 12–22 GDPR).

The engine knows requests and systems; the portal and the desk are faces of it.
"""

from zweck.rights.engine import (
    CONFIRM,
    FOLLOW,
    PROMISE,
    approve,
    ask_identity,
    confirm,
    extend,
    follow,
    key_of,
    open_request,
    refuse,
    requestable,
    tidy,
    withdraw,
)
from zweck.rights.execute import Told, package_file, preview, recipients, run, tell
from zweck.rights.package import Package, as_csv, as_html, as_json, as_zip, build_package, missing_items

__all__ = [
    "CONFIRM",
    "FOLLOW",
    "PROMISE",
    "Package",
    "Told",
    "approve",
    "as_csv",
    "as_html",
    "as_json",
    "as_zip",
    "ask_identity",
    "build_package",
    "confirm",
    "extend",
    "follow",
    "key_of",
    "missing_items",
    "open_request",
    "package_file",
    "preview",
    "recipients",
    "refuse",
    "requestable",
    "run",
    "tell",
    "tidy",
    "withdraw",
]
