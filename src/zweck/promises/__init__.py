"""Promises: compiled from the declaration, said in the notice, kept by the engine, verified by the proof."""

from zweck.promises.compile import compile_promises
from zweck.promises.model import (
    Anonymises,
    Answers,
    Attests,
    Collects,
    Confirms,
    Discloses,
    Gates,
    Keeps,
    Offers,
    Promise,
    Records,
    Sentence,
    State,
    Status,
)
from zweck.promises.world import Facts, Reach, Vouched, World

__all__ = [
    "Anonymises",
    "Answers",
    "Attests",
    "Collects",
    "Confirms",
    "Discloses",
    "Facts",
    "Gates",
    "Keeps",
    "Offers",
    "Promise",
    "Reach",
    "Records",
    "Sentence",
    "State",
    "Status",
    "Vouched",
    "World",
    "compile_promises",
]
