"""The notice of a decision, and the time to appeal that it starts: kept with its explanation.

Whatever changes what is known - an arrival corrected, reasons demanded, an extension, the law -
has the time computed anew by a fact of its own; what was believed before stays to be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.appeals import appeal_deadline
from domain.calendar.deadlines import Deadline
from domain.law.book import LawBook
from domain.law.notices import NoticeContent
from domain.law.remedies import Remedy
from domain.proceedings import refusals
from domain.proceedings.facts import (
    AppealDeadlineComputed,
    NoticeArrived,
    NoticeRepeated,
    NoticeSent,
    PeriodExtended,
    ReasonsDemanded,
    ReasonsGiven,
)
from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.ids import Id


class Because(StrEnum):
    """Why the time to appeal was computed."""

    ARRIVAL = "arrival"
    REASONS_DEMANDED = "reasons-demanded"
    REASONS_GIVEN = "reasons-given"
    EXTENSION = "extension"
    LAW = "law"


@dataclass(slots=True)
class Notice:
    """What is known of the notice, as the facts so far leave it."""

    sent: list[NoticeSent] = field(default_factory=list)
    arrivals: list[NoticeArrived] = field(default_factory=list)
    repeated: list[NoticeRepeated] = field(default_factory=list)
    demanded: ReasonsDemanded | None = None
    reasons: ReasonsGiven | None = None
    extended: PeriodExtended | None = None
    computed: list[AppealDeadlineComputed] = field(default_factory=list)

    # acts

    def send(
        self,
        channel: Channel,
        says: Sequence[NoticeContent],
        *,
        remedy: Remedy,
        decided_on: date,
        left_out_because: Confidential | None,
        by: Id,
        on: date,
        law: LawBook,
    ) -> NoticeSent:
        """Send the notice; raises RuleBroken for one that does not say what it must."""
        refusals.refuse_before(on, decided_on, field="dispatchedOn", rule="L-FVL-12")
        rule = law.notice_content.on(decided_on)
        if remedy is Remedy.APPEAL:
            excused = rule.value.unless_reasons if left_out_because else ()
            lacking = [one for one in rule.value.required if one not in says and one not in excused]
            refusals.refuse_incomplete(lacking, rule)
        return NoticeSent(
            channel=channel,
            says=tuple(dict.fromkeys(says)),
            left_out_because=left_out_because,
            sent_by=by,
            dispatched_on=on,
            basis=(rule.citation,),
        )

    def arrive(self, asked: AppealQuestion, *, by: Id, on: date) -> NoticeArrived:
        """Enter when the notice arrived; entered before, this is a correction of it."""
        return NoticeArrived(
            channel=asked.channel,
            arrived_on=asked.arrived,
            available_on=asked.available,
            alerted_on=asked.alerted,
            representative_arrived_on=asked.representative_arrived,
            arrival_basis=asked.arrival_basis,
            entered_by=by,
            entered_on=on,
        )

    def repeat(self, alerted_on: date, *, by: Id, law: LawBook) -> NoticeRepeated:
        """Alert once more of a digital decision that was not opened (L-EFV-01)."""
        first = self.arrivals[-1].alerted_on if self.arrivals else None
        if first is None:
            raise refusals.not_alerted()
        refusals.refuse_before(alerted_on, first, field="alertedOn", rule="L-EFV-01")
        basis = (law.second_alert.on(first).citation,)
        return NoticeRepeated(alerted_on=alerted_on, entered_by=by, basis=basis)

    def demand_reasons(self, on: date, *, by: Id) -> ReasonsDemanded:
        if self.demanded:
            raise refusals.reasons_demanded(self.demanded.demanded_on)
        return ReasonsDemanded(demanded_on=on, entered_by=by)

    def give_reasons(self, text: Confidential, *, arrived_on: date, by: Id) -> ReasonsGiven:
        if self.demanded is None or self.reasons:
            raise refusals.no_reasons_waited_for()
        return ReasonsGiven(arrived_on=arrived_on, text=text, given_by=by)

    def extend(self, until: date, *, by: Id, on: date, because: Confidential) -> PeriodExtended:
        return PeriodExtended(until=until, extended_by=by, extended_on=on, because=because)

    def compute(
        self, decided_on: date, because: Because, *, on: date, law: LawBook
    ) -> AppealDeadlineComputed:
        """Return the time to appeal by what is known; raises Invalid and NotAllowed."""
        found = appeal_deadline(self.question(decided_on), law)
        return AppealDeadlineComputed(
            was=self.last_day,
            last_day=found.last_day,
            settled=found.settled,
            because=because,
            computed_on=on,
            steps=found.steps,
            law=law.version,
        )

    # questions

    @property
    def last_day(self) -> date | None:
        return self.computed[-1].last_day if self.computed else None

    def deadline(self, decided_on: date, law: LawBook) -> Deadline | None:
        """Return the deadline with its steps; None while no notice has arrived."""
        return appeal_deadline(self.question(decided_on), law) if self.arrivals else None

    def question(self, decided_on: date) -> AppealQuestion:
        """Return the question that what is known so far answers; raises NotAllowed."""
        if not self.arrivals:
            raise refusals.not_arrived()
        arrived = self.arrivals[-1]
        return AppealQuestion(
            arrived=arrived.arrived_on,
            channel=Channel(arrived.channel),
            arrival_basis=ArrivalBasis(arrived.arrival_basis) if arrived.arrival_basis else None,
            available=arrived.available_on,
            alerted=arrived.alerted_on,
            representative_arrived=arrived.representative_arrived_on,
            decided=decided_on,
            reasons_demanded=self.demanded.demanded_on if self.demanded else None,
            reasons_arrived=self.reasons.arrived_on if self.reasons else None,
            extended_on=self.extended.extended_on if self.extended else None,
            extended_until=self.extended.until if self.extended else None,
        )

    # effects

    def effects(self) -> Effects:
        return {
            NoticeSent: lambda fact, _: self.sent.append(fact),
            NoticeArrived: lambda fact, _: self.arrivals.append(fact),
            NoticeRepeated: lambda fact, _: self.repeated.append(fact),
            ReasonsDemanded: self._demanded,
            ReasonsGiven: self._given,
            PeriodExtended: self._extended,
            AppealDeadlineComputed: lambda fact, _: self.computed.append(fact),
        }

    def _demanded(self, fact: ReasonsDemanded, _: int) -> None:
        self.demanded = fact

    def _given(self, fact: ReasonsGiven, _: int) -> None:
        self.reasons = fact

    def _extended(self, fact: PeriodExtended, _: int) -> None:
        self.extended = fact
