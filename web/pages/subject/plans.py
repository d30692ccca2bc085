"""What an act in a doctor's file is about: whose file it is, and what of it is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from application.access import TABLE, Act
from application.actors import Actor, Role
from application.plans.asking import Asked
from application.plans.words import STAGES
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.fields import Path
from web.pages.subject import records
from web.pages.subject.facts import (
    DAY,
    DOCTOR,
    FROM,
    GOALS,
    KIND,
    PER_CENT,
    STANDS,
    SUPERVISOR,
    TO,
    Fact,
)
from web.pages.visit import services
from web.pages.words import codes


def told(path: Path, by: Actor) -> Iterator[Fact]:
    """Yield whose file it is, to others than the doctor, and what is named in the path."""
    asked = Asked(plan=path["plan"])
    doctor = _doctor(asked, by)
    if doctor and by.acting_as is not Role.DOCTOR:
        yield DOCTOR, services().people.names([doctor]).get(doctor)
    for name, tells in PARTS.items():
        if name in path:
            yield from tells(asked, path[name], by)


def _doctor(asked: Asked, by: Actor) -> Id | None:
    """Return whose the plan is, as it is known to one who sees it, took part or is invited."""
    if by.acting_as in TABLE[Act.SEE_PLAN]:
        return services().plans.card(asked, by).doctor
    if by.acting_as is Role.COLLEAGUE:
        return services().plans.visiting(asked, by)
    if by.acting_as is Role.INVITED:
        invited = services().waiting.invitations(by)
        return next((one.doctor for one in invited if one.case_id == asked.plan), None)
    return services().waiting.doctors([asked.plan]).get(asked.plan)


def lacks(path: Path, by: Actor) -> Sequence[Finding]:
    if "goal" not in path:
        return ()
    return services().plans.gaps(Asked(plan=path["plan"]), path["goal"], by).missing


def _session(asked: Asked, session: str, by: Actor) -> Iterator[Fact]:
    for one in services().plans.sessions(asked, by):
        if one.session == session:
            names = services().people.names([one.supervisor])
            yield Text(nb="Holdt", en="Held on"), one.held_on
            yield SUPERVISOR, names.get(one.supervisor)
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
            yield STANDS, STAGES[one.stage]


def _service(asked: Asked, period: str, by: Actor) -> Iterator[Fact]:
    for one in services().plans.service(asked, by):
        if one.period == period:
            yield Text(nb="Arbeidsgiver", en="Employer"), one.employer
            yield KIND, codes.word("ServiceKind", one.kind)
            yield FROM, one.first_day
            yield TO, one.last_day
            yield PER_CENT, one.percentage


def _reassessment(asked: Asked, reassessment: str, by: Actor) -> Iterator[Fact]:
    for one in services().plans.reassessments(asked, by):
        if one.reassessment == reassessment:
            yield Text(nb="Læringsmål", en="Learning goal"), one.goal
            yield Text(nb="Bedt om", en="Requested"), one.requested_on
            yield Text(nb="Finner sted", en="Takes place"), one.takes_place_on
            yield Text(nb="Sted", en="Place"), one.place


def _version(asked: Asked, version: int, by: Actor) -> Iterator[Fact]:
    """Yield a fact as the history tells it, to those who may read the history."""
    if by.acting_as not in TABLE[Act.SEE_HISTORY]:
        return
    history = services().plans.timeline(asked, by)
    if 0 < version <= len(history):
        one = history[version - 1]
        yield Text(nb="Hendelse", en="Fact"), one.says
        yield Text(nb="Skjedde", en="Happened"), one.happened_on
        yield Text(nb="Registrert", en="Recorded"), one.recorded_at


PARTS: Mapping[str, Callable[[Asked, Any, Actor], Iterator[Fact]]] = {
    "session": _session,
    "activity": _activity,
    "goal": _goal,
    "period": _service,
    "reassessment": _reassessment,
    "version": _version,
    **records.PARTS,
}


READ: Mapping[str, tuple[Act, Text]] = {
    "session": (Act.READ_MINUTES, Text(nb="Les referatet", en="Read the minutes")),
    "activity": (Act.READ_ACTIVITY, Text(nb="Les beskrivelsen", en="Read the description")),
    "goal": (
        Act.READ_GROUNDS,
        Text(nb="Les det som er skrevet om målet", en="Read what is written of the goal"),
    ),
}
"""What is opened, and noted as opened, before one signs or advises."""


def reads(path: Path, by: Actor) -> Iterator[tuple[Text, str]]:
    """Yield where the texts of what the form is about are opened, for one who may."""
    for name, (act, says) in READ.items():
        if name in path and by.acting_as in TABLE[act]:
            yield says, f"/{by.acting_as}/{path['plan']}/words/{name}/{path[name]}"
