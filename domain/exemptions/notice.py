"""The notice of a refusal, and until when it can be appealed: computed, kept, computed anew.

The day the notice arrived may turn out to be another, and the law or its holidays may change.
Each time the deadline is computed anew by a new fact; what was believed before stays to be seen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.appeals import appeal_deadline
from domain.calendar.deadlines import Deadline, Step
from domain.exemptions import refusals
from domain.law.book import LawBook
from domain.shared.case import Effects
from domain.shared.enforced import Lapsed, Noticed, Reminded
from domain.shared.facts import Fact
from domain.shared.ids import Id


class Because(StrEnum):
    """Why a deadline was computed anew."""

    ARRIVAL = "arrival"
    LAW = "law"


class NoticeArrived(Fact, frozen=True, kw_only=True, tag="exemption.notice-arrived"):
    """The notice of the refusal arrived, so the time to appeal was known."""

    channel: str
    arrived_on: date | None
    available_on: date | None
    alerted_on: date | None
    arrival_basis: str | None
    entered_by: Id
    entered_on: date
    last_day: date
    steps: tuple[Step, ...]
    law: str


class AppealDeadlineComputed(Fact, frozen=True, kw_only=True, tag="exemption.deadline-computed"):
    """The time to appeal was computed anew, and had been believed to be another."""

    was: date
    last_day: date
    because: str
    computed_on: date
    steps: tuple[Step, ...]
    law: str


class AppealDeadlineLapsed(Lapsed, frozen=True, kw_only=True, tag="exemption.deadline-lapsed"):
    """The time to appeal the refusal had run out."""


class ExemptionReminderSent(Reminded, frozen=True, kw_only=True, tag="exemption.reminder-sent"):
    """People were reminded of a day of the exemption to come."""


NoticeFact = NoticeArrived | AppealDeadlineComputed | AppealDeadlineLapsed | ExemptionReminderSent


class ExemptionDeadline(StrEnum):
    """What can be due in an exemption."""

    APPEAL = "appeal"
    EXEMPTION_ENDS = "exemption-ends"


@dataclass(slots=True)
class Notice(Noticed):
    """The notice of a refusal, and what the clock noticed, as the facts so far leave them."""

    arrivals: list[NoticeArrived] = field(default_factory=list)
    computed: list[AppealDeadlineComputed] = field(default_factory=list)
    last_day: date | None = None

    # acts

    def arrive(
        self, asked: AppealQuestion, *, by: Id, on: date, law: LawBook
    ) -> tuple[NoticeArrived | AppealDeadlineComputed, ...]:
        """Enter when the notice arrived; entered before, it is corrected and computed anew."""
        found = appeal_deadline(asked, law)
        last_day = _known(found)
        arrived = NoticeArrived(
            channel=asked.channel,
            arrived_on=asked.arrived,
            available_on=asked.available,
            alerted_on=asked.alerted,
            arrival_basis=asked.arrival_basis,
            entered_by=by,
            entered_on=on,
            last_day=last_day,
            steps=found.steps,
            law=law.version,
        )
        if self.last_day is None:
            return (arrived,)
        return (arrived, self._computed(found, Because.ARRIVAL, on, law))

    def compute_anew(
        self, decided_on: date, *, on: date, law: LawBook
    ) -> AppealDeadlineComputed | None:
        """Return what the law now makes of a deadline still running, None if it is the same."""
        if self.last_day is None or self.last_day < on:
            return None
        found = appeal_deadline(self.question(decided_on), law)
        same = found.last_day == self.last_day
        return None if same else self._computed(found, Because.LAW, on, law)

    # questions

    def question(self, decided_on: date) -> AppealQuestion:
        """Return the question that the arrival entered last answers."""
        arrived = self.arrivals[-1]
        return AppealQuestion(
            arrived=arrived.arrived_on,
            channel=Channel(arrived.channel),
            arrival_basis=ArrivalBasis(arrived.arrival_basis) if arrived.arrival_basis else None,
            available=arrived.available_on,
            alerted=arrived.alerted_on,
            decided=decided_on,
        )

    def _computed(
        self, found: Deadline, because: Because, on: date, law: LawBook
    ) -> AppealDeadlineComputed:
        assert self.last_day is not None
        return AppealDeadlineComputed(
            was=self.last_day,
            last_day=_known(found),
            because=because,
            computed_on=on,
            steps=found.steps,
            law=law.version,
        )

    # effects

    def effects(self) -> Effects:
        return {
            NoticeArrived: self._arrived,
            AppealDeadlineComputed: self._computed_anew,
            AppealDeadlineLapsed: self.note_lapsed,
            ExemptionReminderSent: self.note_reminded,
        }

    def _arrived(self, fact: NoticeArrived, _: int) -> None:
        self.arrivals.append(fact)
        self.last_day = fact.last_day

    def _computed_anew(self, fact: AppealDeadlineComputed, _: int) -> None:
        self.computed.append(fact)
        self.last_day = fact.last_day


def _known(found: Deadline) -> date:
    """Return the last day; nothing interrupts what is asked here, so there is one."""
    if found.last_day is None:
        raise refusals.in_wrong_state("not-due")
    return found.last_day
