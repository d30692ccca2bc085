"""The county governor: the new assessments that wait, arranged and recorded (section 26)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.actors import Actor, Role
from application.plans.asking import Asked
from application.plans.reassessment_views import ReassessmentLine
from application.plans.tasks.room import TaskKind, TaskRow
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.api.plans.paths import REASSESSMENT
from web.pages.areas import as_oneself
from web.pages.casework.giving import DECISION, WEIGHTY, give
from web.pages.casework.looking import at, by, form_at, let_in, names_of, page, shows
from web.pages.fields import Path
from web.pages.visit import services
from web.pages.words.codes import table

GOVERNOR = (Role.COUNTY_GOVERNOR_OFFICER,)
FORM_OF = {
    TaskKind.CONFIRM_ACTIVITIES: "activities",
    TaskKind.ARRANGE_REASSESSMENT: "arrange",
    TaskKind.RECORD_REASSESSMENT: "outcome",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """A new assessment, since when it waits, and the form by which it goes on."""

    line: ReassessmentLine
    plan: Id
    since: date
    lead: tuple[str, Text] | None


@page(GOVERNOR, "")
def governor(role: Role) -> str:
    """List the new assessments that wait for the county governor, then those still to be held."""
    looks, use = by(role), services()
    let_in(looks)
    found = list(_lines(use.waiting.tasks(as_oneself()), looks))
    coming = use.waiting.coming(as_oneself(), TaskKind.RECORD_REASSESSMENT)
    to_be_held = list(_lines(coming, looks))
    doctors = use.waiting.doctors({one.plan for one in (*found, *to_be_held)})
    return shows(
        "governor.html",
        waiting=found,
        to_be_held=to_be_held,
        doctors=doctors,
        names=names_of(doctors.values()),
        today=use.clock.today(),
    )


@page(GOVERNOR, "/<uuid:plan>/reviews")
def reassessments(role: Role, plan: Id) -> str:
    """Show the new assessments of a doctor, those before too."""
    lines = services().plans.reassessments(Asked(plan=plan), by(role))
    doctors = services().waiting.doctors([plan])
    return shows("reassessments.html", **_shown(plan, lines, doctors.get(plan)))


def _shown(plan: Id, lines: Iterable[ReassessmentLine], doctor: Id | None) -> dict[str, Any]:
    found = list(lines)
    named = {one for line in found for one in (*line.assessors, *line.assessed_by)}
    named |= {one for line in found for one in line.assessed_before}
    return {
        "plan": plan,
        "lines": found,
        "leads": {one.reassessment: _lead(plan, one) for one in found},
        "doctor": doctor,
        "names": names_of(named | ({doctor} if doctor else set())),
        "stages": table("ReassessmentStage"),
        "outcomes": table("Reassessed"),
    }


def _lead(plan: Id, line: ReassessmentLine) -> tuple[str, Text] | None:
    """Return the form by which it goes on, if it does."""
    name = {"requested": "arrange", "arranged": "outcome"}.get(line.stage)
    if line.waits_for_confirmation:
        name = "activities"
    return form_at(name, plan=plan, reassessment=line.reassessment) if name else None


def _lines(tasks: Iterable[TaskRow], looks: Actor) -> Iterator[Waits]:
    use = services()
    for task in tasks:
        name = FORM_OF.get(TaskKind(task.kind))
        if name is None:
            continue
        for line in use.plans.reassessments(Asked(plan=task.case_id), looks):
            if line.reassessment == task.subject:
                path = {"plan": task.case_id, "reassessment": line.reassessment}
                lead = form_at(name, **path)
                yield Waits(line=line, plan=task.case_id, since=task.since, lead=lead)


def _beside(path: Path, looks: Actor) -> Mapping[str, Any]:
    lines = services().plans.reassessments(Asked(plan=path["plan"]), looks)
    ours = (one for one in lines if one.reassessment == path["reassessment"])
    return _shown(path["plan"], ours, services().waiting.doctors([path["plan"]]).get(path["plan"]))


def _back(_: Path) -> str:
    return at("governor")


ONE: dict[str, Any] = {
    "back": _back,
    "beside": ("casework/reassessment_beside.html", _beside),
}
give(GOVERNOR, "activities", REASSESSMENT + "/activities", **WEIGHTY, **ONE)
give(GOVERNOR, "arrange", REASSESSMENT + "/arrange", **WEIGHTY, **ONE)
give(GOVERNOR, "outcome", REASSESSMENT + "/outcome", **DECISION, **ONE)
