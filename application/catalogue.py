"""The learning goals in force, with where they stand in the law and how well that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.catalogue.catalogue import Catalogue
from domain.catalogue.levels import level_of
from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    code: str
    title: Text
    theme: Text
    level: str | None
    first_day: date
    last_day: date | None
    basis: Citation
    confidence: Confidence


def goals_on(catalogue: Catalogue, day: date) -> tuple[GoalView, ...]:
    """Return the goals in force on the day, in the order of the annex."""
    return tuple(
        GoalView(
            code=goal.code,
            title=goal.title,
            theme=goal.theme,
            level=level_of(goal.code),
            first_day=goal.first_day,
            last_day=goal.last_day,
            basis=goal.basis,
            confidence=goal.confidence_on(day),
        )
        for goal in catalogue.in_force(day)
    )
