"""An arena as an establishment offers it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.calendar.spans import Span
from domain.catalogue.arenas import Arena


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedArena:
    """One arena of the establishment and the days it is open."""

    arena: Arena
    span: Span
