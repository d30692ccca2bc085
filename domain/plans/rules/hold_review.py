"""May this half-yearly review be entered, and were the three present?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.plan import TrainingPlan
from domain.plans.reviews import FULFILS, Attending, Present, ReviewHeld
from domain.plans.roles import Capacity
from domain.plans.setting import Setting
from domain.shared.conditions import ask
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

NEEDED = (Attending.DOCTOR, Attending.LEADER, Attending.SUPERVISOR)
_NB = {Attending.DOCTOR: "legen", Attending.LEADER: "leder", Attending.SUPERVISOR: "veileder"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """May this review be entered?"""

    plan: TrainingPlan
    review: Id
    held_on: date
    people: tuple[Id, ...]
    minutes: Confidential
    measures: Confidential | None
    by: Id
    on: date
    setting: Setting

    @property
    def present(self) -> tuple[Present, ...]:
        return tuple(
            Present(person=person, capacities=tuple(self._capacities(person)))
            for person in dict.fromkeys(self.people)
        )

    def _capacities(self, person: Id) -> list[Attending]:
        """Return every capacity the person had on the day of the review."""
        if person == self.plan.doctor:
            return [Attending.DOCTOR]
        held = {
            Attending.LEADER: self.setting.leader_on(person, self.held_on),
            Attending.SUPERVISOR: self.plan.roles.holds(person, Capacity.SUPERVISOR, self.held_on),
            Attending.CLINICAL_SUPERVISOR: self.plan.roles.holds(
                person, Capacity.CLINICAL_SUPERVISOR, self.held_on
            ),
        }
        return [capacity for capacity, has in held.items() if has] or [Attending.OTHER]


def the_three_were_present(asked: Review) -> Finding | None:
    """A meeting without one of them was held, but fulfils nothing (local rule)."""
    there = {capacity for one in asked.present for capacity in one.capacities}
    missing = [capacity for capacity in NEEDED if capacity not in there]
    if not missing:
        return None
    return Finding(
        rule=FULFILS,
        force=Force.SOFT,
        confidence=Confidence.C,
        says=Text(
            nb=f"Halvårsmøtet er ikke oppfylt: {', '.join(_NB[one] for one in missing)} var ikke "
            "til stede.",
            en=f"The half-yearly review is not fulfilled: {', '.join(missing)} not present.",
        ),
    )


def leader_is_not_supervisor(asked: Review) -> Finding | None:
    both = {Attending.LEADER, Attending.SUPERVISOR}
    if not any(both <= set(one.capacities) for one in asked.present):
        return None
    return Finding(
        rule="AMB-24",
        force=Force.SOFT,
        confidence=Confidence.C,
        says=Text(
            nb="Leder og veileder var samme person.",
            en="The leader and the supervisor were the same person.",
        ),
    )


CONDITIONS = (the_three_were_present, leader_is_not_supervisor)


def hold_review(asked: Review) -> ReviewHeld:
    """Enter the review with what was found; raises Invalid or NotAllowed, never for the missing."""
    asked.plan.opening.refuse_before_start(asked.held_on, field="heldOn")
    if not asked.people:
        raise Invalid(
            "nobody-present",
            nb="Oppgi hvem som var til stede.",
            en="State who was present.",
            rule="R-MTG-01",
            field="present",
        )
    return asked.plan.reviews.hold(
        asked.review,
        held_on=asked.held_on,
        present=asked.present,
        minutes=asked.minutes,
        measures=asked.measures,
        by=asked.by,
        on=asked.on,
        findings=ask(CONDITIONS, asked),
    )
