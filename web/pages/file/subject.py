"""What an act in a doctor's file is about: stands beside the form, and where it is read over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from application.actors import Actor, Role
from application.plans.asking import Asked
from application.plans.words import STAGES
from domain.shared.findings import Finding
from domain.shared.texts import Text
from web.pages.fields import Path
from web.pages.visit import services
from web.pages.words import codes

Fact = tuple[Text, Any]
DAY, GOALS = Text(nb="Dag", en="Day"), Text(nb="Læringsmål", en="Learning goals")


def subject(path: Path, by: Actor) -> dict[str, Any]:
    """Return the facts of what is named in the path, and what it lacks."""
    facts = list(_facts(path, by))
    return {"facts": facts, "lacks": _lacks(path, by)}


def _facts(path: Path, by: Actor) -> Iterator[Fact]:
    asked = Asked(plan=path["plan"])
    if by.acting_as not in (Role.DOCTOR, Role.COLLEAGUE, Role.INVITED):
        doctor = services().plans.card(asked, by).doctor
        names = services().people.names([doctor])
        yield Text(nb="Lege", en="Doctor"), names.get(doctor, "")
    for name, told in (
        ("session", _session),
        ("activity", _activity),
        ("goal", _goal),
        ("period", _service),
        ("reassessment", _reassessment),
    ):
        if name in path:
            yield from told(asked, path[name], by)


def _session(asked: Asked, session: str, by: Actor) -> Iterator[Fact]:
    for one in services().plans.sessions(asked, by):
        if one.session == session:
            names = services().people.names([one.supervisor])
            yield Text(nb="Holdt", en="Held on"), one.held_on
            yield Text(nb="Veileder", en="Supervisor"), names.get(one.supervisor, "")
            yield Text(nb="Minutter", en="Minutes"), one.duration_minutes
            yield GOALS, ", ".join(one.goals)
            yield Text(nb="Referat", en="Minutes written"), one.has_minutes


def _activity(asked: Asked, activity: str, by: Actor) -> Iterator[Fact]:
    for one in services().plans.activities(asked, by):
        if one.activity == activity:
            yield DAY, one.done_on
            yield Text(nb="Aktivitet", en="Activity"), codes.word("ActivityKind", one.kind)
            yield GOALS, ", ".join(one.goals)


def _goal(asked: Asked, code: str, by: Actor) -> Iterator[Fact]:
    for one in services().plans.goals(asked, by):
        if one.code == code:
            title = Text(nb=f"{code} {one.title.nb}", en=f"{code} {one.title.en}")
            yield Text(nb="Læringsmål", en="Learning goal"), title
            yield Text(nb="Status", en="Status"), STAGES[one.stage]


def _service(asked: Asked, period: str, by: Actor) -> Iterator[Fact]:
    for one in services().plans.service(asked, by):
        if one.period == period:
            yield Text(nb="Arbeidsgiver", en="Employer"), one.employer
            yield Text(nb="Slag", en="Kind"), codes.word("ServiceKind", one.kind)
            yield Text(nb="Fra", en="From"), one.first_day
            yield Text(nb="Til", en="To"), one.last_day
            yield Text(nb="Prosent", en="Per cent"), one.percentage


def _reassessment(asked: Asked, reassessment: str, by: Actor) -> Iterator[Fact]:
    for one in services().plans.reassessments(asked, by):
        if one.reassessment == reassessment:
            yield Text(nb="Læringsmål", en="Learning goal"), one.goal
            yield Text(nb="Bedt om", en="Requested"), one.requested_on


def _lacks(path: Path, by: Actor) -> Sequence[Finding]:
    if "goal" not in path:
        return ()
    return services().plans.gaps(Asked(plan=path["plan"]), path["goal"], by).missing
