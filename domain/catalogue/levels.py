"""How well a goal is to be mastered, as the annex words it (L-LG-03). Shown, never decided on."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """The three levels of the annex, each with the skill that goes with the knowledge."""

    AWARE = "aware"
    KNOWS = "knows"
    INDEPENDENT = "independent"


_AWARE = frozenset({"ALM-020", "ALM-022", "FKM-006"})
_KNOWS = frozenset(
    {
        *("ALM-005", "ALM-053", "ALM-056", "ALM-079", "ALM-080", "ALM-081"),
        *("ALM-086", "ALM-087", "ALM-088", "FKM-010"),
    }
)
# The annex describes what these are about and names no level.
_UNSTATED = frozenset(
    {
        *("ALM-007", "ALM-042", "ALM-048", "ALM-055"),
        *("ALM-059", "ALM-064", "ALM-078", "ALM-085"),
    }
)
_READ = ("ALM-", "FKM-")


def level_of(code: str) -> Level | None:
    """Return the highest level the annex names for a goal of today, None if it names none."""
    if code in _UNSTATED or not code.startswith(_READ):
        return None
    if code in _AWARE:
        return Level.AWARE
    return Level.KNOWS if code in _KNOWS else Level.INDEPENDENT
