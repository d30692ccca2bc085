"""How often Python's garbage collector looks for cycles."""

from __future__ import annotations

import gc

NEW_OBJECTS = 50_000


def collect_rarely() -> None:
    """Let the collector look after every 50,000 new objects instead of every 700.

    Facts come by the thousand and form no cycles: looking through them again and again as they
    are read took a fourth of the time. For each process to call once, at its start.
    """
    gc.set_threshold(NEW_OBJECTS)
