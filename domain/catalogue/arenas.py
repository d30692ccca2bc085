"""Where training takes place (læringsarena), and which goals each place can offer.

What an arena offers is offered wholly or in part: a matrix suggests, it never blocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from domain.catalogue.goals import is_clinical
from domain.shared.texts import Text

AllInForce = Literal["all"]


class ArenaKind(StrEnum):
    """The sort of place it is."""

    OPEN_UNSELECTED_PRACTICE = "open-unselected-practice"
    NURSING_HOME = "nursing-home"
    MUNICIPAL_ACUTE_UNIT = "municipal-acute-unit"
    CHILD_HEALTH_AND_SCHOOL = "child-health-and-school"
    REFUGEE_HEALTH = "refugee-health"
    SPECIALIST_HEALTH_SERVICE = "specialist-health-service"
    EMERGENCY_PRIMARY_CARE = "emergency-primary-care"
    OTHER = "other"


class Presence(StrEnum):
    """How clinical supervision reaches the trainee."""

    ON_SITE = "on-site"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arena:
    """One place to learn. What the establishment printed is kept as printed beside our reading.

    ``common_goals`` is "all" for every common goal in force on the day asked about, which is
    another set before March 2026 than after.
    """

    code: str
    name: Text
    kind: ArenaKind
    location: str
    external: bool
    goals: tuple[str, ...]
    printed: str = ""
    common_goals: AllInForce | tuple[str, ...]
    printed_common: str = ""
    supervision: tuple[Presence, ...]


def offered(arena: Arena, catalogue_codes: frozenset[str]) -> frozenset[str]:
    """Return which of the given goals the arena can offer."""
    if arena.common_goals == "all":
        common = frozenset(code for code in catalogue_codes if not is_clinical(code))
    else:
        common = frozenset(arena.common_goals)
    return catalogue_codes & (common | frozenset(arena.goals))


def uncovered(arenas: tuple[Arena, ...], catalogue_codes: frozenset[str]) -> tuple[str, ...]:
    """Return the goals that none of the arenas can offer, sorted."""
    return tuple(sorted(catalogue_codes.difference(*(offered(a, catalogue_codes) for a in arenas))))
