"""What the clock brought about in a plan: deadlines that ran out, reminders that were sent."""

from __future__ import annotations

from dataclasses import dataclass

from domain.shared.case import Effects
from domain.shared.enforced import Lapsed, Noticed, Reminded


class DeadlineLapsed(Lapsed, frozen=True, kw_only=True, tag="plan.deadline-lapsed"):
    """A deadline of the plan ran out without what was due."""


class ReminderSent(Reminded, frozen=True, kw_only=True, tag="plan.reminder-sent"):
    """People around the doctor were reminded of a day to come."""


EnforcedFact = DeadlineLapsed | ReminderSent


@dataclass(slots=True)
class Enforced(Noticed):
    """What was noticed in the plan, as the facts so far leave it."""

    def effects(self) -> Effects:
        return {DeadlineLapsed: self.note_lapsed, ReminderSent: self.note_reminded}
