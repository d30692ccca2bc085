"""What in a plan comments and files may be about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Protocol

from domain.catalogue.catalogue import Catalogue
from domain.plans.plan import TrainingPlan
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


class AboutKind(StrEnum):
    """The kinds of things somebody can say something about."""

    GOAL = "goal"
    SESSION = "session"
    ACTIVITY = "activity"
    COURSE = "course"
    VISIT = "visit"
    SERVICE = "service"
    PLAN = "plan"


class About(Protocol):
    """A question about something in a plan; ``case_id`` is the plan's own id."""

    @property
    def plan(self) -> TrainingPlan: ...
    @property
    def case_id(self) -> Id: ...
    @property
    def about_kind(self) -> AboutKind: ...
    @property
    def about(self) -> str: ...
    @property
    def catalogue(self) -> Catalogue: ...


THERE: Mapping[AboutKind, Callable[[About], bool]] = {
    AboutKind.GOAL: lambda asked: any(g.code == asked.about for g in asked.catalogue.goals),
    AboutKind.SESSION: lambda asked: asked.about in asked.plan.guidance.sessions,
    AboutKind.ACTIVITY: lambda asked: asked.about in asked.plan.activities.by_id,
    AboutKind.COURSE: lambda asked: asked.about in asked.plan.courses.by_id,
    AboutKind.VISIT: lambda asked: asked.about in asked.plan.visits.by_id,
    AboutKind.SERVICE: lambda asked: asked.about in asked.plan.service.by_id,
    AboutKind.PLAN: lambda asked: asked.about == asked.case_id,
}
"""Whether there is such a thing in the plan, a line a kind."""

NAMED: Mapping[AboutKind, Text] = {
    AboutKind.GOAL: Text(nb="læringsmål", en="learning goal"),
    AboutKind.SESSION: Text(nb="veiledningssamtale", en="guidance session"),
    AboutKind.ACTIVITY: Text(nb="læringsaktivitet", en="learning activity"),
    AboutKind.COURSE: Text(nb="kurs", en="course"),
    AboutKind.VISIT: Text(nb="praksisbesøk", en="practice visit"),
    AboutKind.SERVICE: Text(nb="tjeneste", en="service"),
    AboutKind.PLAN: Text(nb="plan", en="plan"),
}


def is_about_something_there(asked: About) -> Finding | None:
    if THERE[asked.about_kind](asked):
        return None
    kind = NAMED[asked.about_kind]
    return Finding(
        rule="R-KP-03",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb=f"Planen har ikke dette ({kind.nb}); oppgi i «about» noe som står i planen.",
            en=f"The plan has no such {kind.en}; name in 'about' something that is in the plan.",
        ),
    )
