"""The kinds of cases that have days to come: how each tells its own, and of what was noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from domain.exemptions.deadlines import exemption_deadlines
from domain.exemptions.exemption import Exemption
from domain.exemptions.notice import (
    AppealDeadlineLapsed,
    ExemptionDeadline,
    ExemptionReminderSent,
)
from domain.law.book import LawBook
from domain.plans.enforced import DeadlineLapsed, ReminderSent
from domain.plans.plan import TrainingPlan
from domain.plans.rules.deadlines import PlanDeadline, plan_deadlines
from domain.proceedings.deadlines import ProceedingDeadline, proceeding_deadlines
from domain.proceedings.facts import ProceedingDeadlineLapsed, ProceedingReminderSent
from domain.proceedings.proceeding import Proceeding
from domain.shared.case import Case
from domain.shared.enforced import Due, Lapsed, Noticed, Reminded
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One kind of case. ``left_out``: who is not reminded as a leader, for it is about them."""

    case: type[Case]
    dues: Callable[[Any, LawBook], Iterator[Due]]
    noticed: Callable[[Any], Noticed]
    lapsed: type[Lapsed]
    reminded: type[Reminded]
    left_out: Callable[[Any], Id | None]
    leaders: bool = True
    """Whether the leaders of the establishment are reminded besides those it concerns."""

    def due(self, case: Case, law: LawBook, kind: str, subject: str) -> Iterator[Due]:
        """Yield what is due of a kind about a subject, as the facts have it now."""
        found = self.dues(case, law)
        return (due for due in found if (due.kind, due.subject) == (kind, subject))


PLAN = Source(
    case=TrainingPlan,
    dues=plan_deadlines,
    noticed=lambda plan: plan.enforced,
    lapsed=DeadlineLapsed,
    reminded=ReminderSent,
    left_out=lambda plan: plan.doctor,
)
EXEMPTION = Source(
    case=Exemption,
    dues=lambda exemption, _: exemption_deadlines(exemption),
    noticed=lambda exemption: exemption.notice,
    lapsed=AppealDeadlineLapsed,
    reminded=ExemptionReminderSent,
    left_out=lambda _: None,
)
PROCEEDING = Source(
    case=Proceeding,
    dues=lambda proceeding, _: proceeding_deadlines(proceeding),
    noticed=lambda proceeding: proceeding.enforced,
    lapsed=ProceedingDeadlineLapsed,
    reminded=ProceedingReminderSent,
    left_out=lambda _: None,
    # What a doctor appeals is the doctor's own matter.
    leaders=False,
)
SOURCES: Mapping[str, Source] = {
    **dict.fromkeys(map(str, PlanDeadline), PLAN),
    **dict.fromkeys(map(str, ExemptionDeadline), EXEMPTION),
    **dict.fromkeys(map(str, ProceedingDeadline), PROCEEDING),
}
"""By the kind of a deadline, the kind of case it is found in."""
