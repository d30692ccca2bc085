"""Where the plans tell what a group's fact told them, so that both are corrected together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from application.groups.acting import Read
from application.ports import Loaded
from domain.groups.facts import DiplomaIssued, GatheringHeld, MemberAdmitted, MemberLeft
from domain.groups.group import Group
from domain.plans.groups import DiplomaReceived, GatheringAttended, GroupJoined, GroupLeft
from domain.plans.plan import TrainingPlan
from domain.shared.facts import Fact
from domain.shared.ids import Id

Is = Callable[[Fact], bool]


def retold(
    fact: Fact, group: Id, case: Group, read: Read
) -> Iterator[tuple[Loaded[TrainingPlan], int]]:
    """Yield each plan that tells of the group's fact, with the version where it does."""
    plans, is_it = _told(fact, group, case)
    for plan in read(plans):
        # From the last, for one may leave and come back; what was corrected already is no more.
        for version in range(plan.version, 0, -1):
            if version not in plan.case.struck and is_it(plan.case.facts[version - 1]):
                yield plan, version
                break


def _told(fact: Fact, group: Id, case: Group) -> tuple[list[Id], Is]:
    """Return the plans a fact concerns, and how it is known there."""
    match fact:
        case MemberAdmitted():
            return (
                [fact.plan],
                lambda told: (
                    isinstance(told, GroupJoined)
                    and (told.group, told.year, told.joined_on)
                    == (group, fact.year, fact.first_day)
                ),
            )
        case MemberLeft():
            return [case.member(fact.year, fact.doctor, fact.last_day, field="version").plan], (
                lambda told: (
                    isinstance(told, GroupLeft)
                    and (told.group, told.year, told.last_day) == (group, fact.year, fact.last_day)
                )
            )
        case GatheringHeld():
            members = (
                case.member(fact.year, d, fact.held_on, field="version") for d in fact.present
            )
            return [
                member.plan for member in members
            ], lambda told: isinstance(told, GatheringAttended) and told.gathering == fact.gathering
        case DiplomaIssued():
            return [
                m.plan for m in case.memberships if m.doctor == fact.doctor
            ], lambda told: isinstance(told, DiplomaReceived) and told.group == group
    return [], lambda _: False
