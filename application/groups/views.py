"""What can be seen of a guidance group: its years, members, gatherings and diplomas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.access import Act
from application.actors import Actor
from application.groups.rows import GroupRow
from application.on_behalf import for_the_machine
from application.permitting import permit_in_office
from application.plans.tasks.room import TaskKind, TaskRow
from application.ports import Clock, Histories, Views
from application.standing import roles_held
from domain.catalogue.group_years import GroupYear
from domain.groups.facts import GatheringHeld
from domain.groups.group import Group, Membership
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupYearCard:
    year: str
    first_day: date
    last_day: date
    gatherings_planned: int
    gatherings_held: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """A doctor in a year of the group, with what was attended in it."""

    year: str
    doctor: Id
    plan: Id
    first_day: date
    last_day: date
    gatherings: int
    minutes: int
    diploma: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """A group as it stands: all that its organiser keeps of it."""

    group: Id
    name: str
    formed_on: date
    years: tuple[GroupYearCard, ...]
    members: tuple[MemberLine, ...]
    gatherings: tuple[GatheringHeld, ...]
    version: int


def group_card(group_id: Id, group: Group) -> GroupCard:
    """Return the card; gatherings in the order they were held."""
    formed = group.be_formed()
    held = sorted(group.gatherings.values(), key=lambda gathering: gathering.held_on)
    return GroupCard(
        group=group_id,
        name=formed.name,
        formed_on=formed.formed_on,
        years=tuple(
            GroupYearCard(
                year=year.year,
                first_day=year.first_day,
                last_day=year.last_day,
                gatherings_planned=year.gatherings,
                gatherings_held=sum(gathering.year == year.year for gathering in held),
            )
            for year in group.years.values()
        ),
        members=tuple(_member(group, member, held) for member in group.memberships),
        gatherings=tuple(held),
        version=group.version,
    )


def _member(group: Group, member: Membership, held: Sequence[GatheringHeld]) -> MemberLine:
    attended = [
        gathering.duration_minutes
        for gathering in held
        if gathering.year == member.year
        and gathering.held_on in member.span
        and member.doctor in gathering.present
    ]
    diploma = group.diplomas.get(member.doctor)
    return MemberLine(
        year=member.year,
        doctor=member.doctor,
        plan=member.plan,
        first_day=member.span.first_day,
        last_day=member.span.last_day,
        gatherings=len(attended),
        minutes=sum(attended),
        diploma=diploma.diploma if diploma else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenYears:
    """A doctor who has a first year in a group and no second one, with the last day of it."""

    doctor: Id
    plan: Id
    group: Id
    name: str
    last_day: date


class GroupReading:
    """Every view of groups, for their organiser and the audit."""

    def __init__(self, histories: Histories, views: Views, clock: Clock) -> None:
        self._histories = histories
        self._views = views
        self._clock = clock

    def groups(self, actor: Actor) -> Sequence[GroupRow]:
        """Return every group, the latest formed first."""
        permit_in_office(Act.SEE_GROUP, actor, roles_held(self._histories, actor, self._clock))
        found = self._views.rows("guidance_groups")
        return sorted(found, key=lambda row: (row.formed_on, row.name), reverse=True)

    def without_group(self, actor: Actor) -> Sequence[TaskRow]:
        """Return those who wait to join a group, the longest first; ``person`` is the doctor."""
        permit_in_office(Act.RUN_GROUP, actor, roles_held(self._histories, actor, self._clock))
        with for_the_machine():
            found = self._views.rows("tasks", kind=str(TaskKind.JOIN_GROUP))
        return sorted(found, key=lambda task: (task.since, task.case_id))

    def between_years(self, actor: Actor) -> Sequence[BetweenYears]:
        """Return those in training who have a first group year and no second, by its last day."""
        permit_in_office(Act.RUN_GROUP, actor, roles_held(self._histories, actor, self._clock))
        rows = self._views.rows("guidance_groups")
        groups = self._histories.load({row.case_id: Group for row in rows})
        done: set[Id] = set()
        latest: dict[Id, BetweenYears] = {}
        for case_id, loaded in groups.items():
            group: Group = loaded.case
            done |= group.diplomas.keys()
            done |= {one.doctor for one in group.memberships if one.year == GroupYear.SECOND}
            for one in group.memberships:
                known = latest.get(one.doctor)
                if known is None or known.last_day < one.span.last_day:
                    latest[one.doctor] = BetweenYears(
                        doctor=one.doctor,
                        plan=one.plan,
                        group=case_id,
                        name=group.be_formed().name,
                        last_day=one.span.last_day,
                    )
        found = [one for doctor, one in latest.items() if doctor not in done]
        return sorted(self._in_training(found), key=lambda one: (one.last_day, one.plan))

    def _in_training(self, found: Sequence[BetweenYears]) -> list[BetweenYears]:
        """Leave out those whose training is over, where they are known by that plan."""
        plans = self._histories.load(dict.fromkeys((one.plan for one in found), TrainingPlan))
        return [one for one in found if plans[one.plan].case.path.ended_on is None]

    def group(self, group: Id, actor: Actor, *, known_at: datetime | None = None) -> GroupCard:
        permit_in_office(Act.SEE_GROUP, actor, roles_held(self._histories, actor, self._clock))
        upto = self._histories.position_at(known_at) if known_at else None
        case: Group = self._histories.load({group: Group}, upto=upto)[group].case
        return group_card(group, case)
