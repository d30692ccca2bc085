"""A row of a task, and the room a plan's tasks are given in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from domain.calendar.spans import Span
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.rules.hearing import those_who_signed
from domain.shared.ids import Id

EVER = Span(date.min)


class TaskKind(StrEnum):
    """What somebody is waited for to do."""

    WRITE_MINUTES = "write-minutes"
    FINALISE_SESSION = "finalise-session"
    SIGN_ACTIVITY = "sign-activity"
    MEND_ACTIVITY = "mend-activity"
    CERTIFY_COURSE = "certify-course"
    CONFIRM_VISIT = "confirm-visit"
    DOCUMENT_VISIT = "document-visit"
    RECOMMEND_GOAL = "recommend-goal"
    DECIDE_GOAL = "decide-goal"
    MEND_GOAL = "mend-goal"
    JOIN_GROUP = "join-group"
    ISSUE_DIPLOMA = "issue-diploma"
    DRAW_UP_PLAN = "draw-up-plan"
    AGREE_TO_PLAN = "agree-to-plan"
    ANSWER_INVITATION = "answer-invitation"
    APPOINT_INVITED = "appoint-invited"
    RECEIVE_MOVE = "receive-move"
    CHANGE_COMMON_GOALS = "change-common-goals"
    APPOINT_SUPERVISOR = "appoint-supervisor"
    CONFIRM_SERVICE = "confirm-service"
    NOTIFY_DIRECTORATE = "notify-directorate"
    ARRANGE_REASSESSMENT = "arrange-reassessment"
    RECORD_REASSESSMENT = "record-reassessment"
    CONFIRM_ACTIVITIES = "confirm-activities"
    HOLD_REVIEW = "hold-review"
    ANSWER_CONCERN = "answer-concern"
    FOLLOW_UP_CONCERN = "follow-up-concern"
    DECIDE_EXEMPTION = "decide-exemption"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task of a person since a day; it is theirs from a first day to a last day.

    ``subject`` is the goal's code, or the id of the session, activity, course, visit or period of
    service; for a diploma or a move to be received, of the doctor. ``due_on`` is the
    day it is to be done by, where there is one.
    """

    case_id: Id
    person: Id
    kind: str
    subject: str
    since: date
    first_day: date
    last_day: date
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A plan with the days its leaders and supervisors, and the county governor's officers, act."""

    case_id: Id
    plan: TrainingPlan
    leaders: Mapping[Id, tuple[Span, ...]]
    officers: Mapping[Id, tuple[Span, ...]] = field(default_factory=dict)

    def task(
        self, person: Id, kind: TaskKind, subject: object, since: date, span: Span = EVER
    ) -> TaskRow:
        return TaskRow(
            case_id=self.case_id,
            person=person,
            kind=kind,
            subject=str(subject),
            since=since,
            first_day=span.first_day,
            last_day=span.last_day,
        )

    def for_leaders(self, kind: TaskKind, subject: object, since: date) -> Iterator[TaskRow]:
        yield from self.for_those(self.leaders, kind, subject, since)

    def for_officers(self, kind: TaskKind, subject: object, since: date) -> Iterator[TaskRow]:
        yield from self.for_those(self.officers, kind, subject, since)

    @staticmethod
    def from_day(tasks: Iterable[TaskRow], day: date) -> Iterator[TaskRow]:
        """Yield the tasks from a day to come on, to those still in office then."""
        for task in tasks:
            if day <= task.last_day:
                yield replace(task, first_day=max(task.first_day, day))

    def for_those(
        self, leaders: Mapping[Id, tuple[Span, ...]], kind: TaskKind, subject: object, since: date
    ) -> Iterator[TaskRow]:
        """Yield a task to each leader but the doctor, for nobody leads their own training."""
        for person, spans in leaders.items():
            if person != self.plan.doctor:
                for span in spans:
                    yield self.task(person, kind, subject, since, span)

    def for_advisers(self, capacity: Capacity, subject: str, since: date) -> Iterator[TaskRow]:
        """Yield a task to each whose advice in the capacity would count."""
        for held in self.plan.roles.appointments.all:
            if held.office == capacity and self._is_asked(held.person, capacity):
                yield self.task(held.person, TaskKind.RECOMMEND_GOAL, subject, since, held.span)

    def _is_asked(self, person: Id, capacity: Capacity) -> bool:
        """Ask the clinical supervisors who signed something; all of them if nobody has."""
        appointed = self.plan.roles.appointments.spans(Capacity.CLINICAL_SUPERVISOR)
        took_part = appointed.keys() & those_who_signed(self.plan)
        return capacity is Capacity.SUPERVISOR or not took_part or person in took_part
