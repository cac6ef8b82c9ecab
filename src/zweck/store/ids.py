"""Ids: 48 bits of time and 80 random bits in 26 letters, so that rows sort by creation and ids cannot be guessed."""

from __future__ import annotations

import os
import secrets
import threading
from datetime import datetime

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_lock = threading.Lock()
_last = (0, 0)


def new_id(now: datetime) -> str:
    """A fresh id made at ``now``; within one process and millisecond a later id sorts after an earlier one."""
    global _last
    moment = int(now.timestamp() * 1000)
    with _lock:
        if moment == _last[0]:
            chance = _last[1] + 1 + secrets.randbits(40)
        else:
            chance = int.from_bytes(os.urandom(10), "big") >> 1  # room for the ids that follow
        _last = (moment, chance)
    number = moment << 80 | chance
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
