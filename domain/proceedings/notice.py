"""The notice of a decision, and the time to appeal that it starts: kept with its explanation.

Whatever changes what is known - an arrival corrected, reasons demanded, an extension, the law -
has the time computed anew by a fact of its own; what was believed before stays to be seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.appeals import appeal_deadline
from domain.calendar.deadlines import Deadline, Step
from domain.calendar.words import day_in_words
from domain.law.book import LawBook
from domain.law.notices import NoticeContent
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
from domain.proceedings.letter_refusals import arrival_known
from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from domain.shared.texts import Text

FIELDS = {
    "arrived": "arrivedOn",
    "available": "availableOn",
    "alerted": "alertedOn",
    "representative_arrived": "representativeArrivedOn",
}


class Because(StrEnum):
    """Why the time to appeal was computed."""

    ARRIVAL = "arrival"
    REASONS_DEMANDED = "reasons-demanded"
    REASONS_GIVEN = "reasons-given"
    EXTENSION = "extension"
    LAW = "law"
    CORRECTION = "correction"


@dataclass(slots=True)
class Notice:
    """What is known of the notice, as the facts so far leave it."""

    sent: list[NoticeSent] = field(default_factory=list)
    arrivals: list[NoticeArrived] = field(default_factory=list)
    repeated: list[NoticeRepeated] = field(default_factory=list)
    demands: list[ReasonsDemanded] = field(default_factory=list)
    reasons: list[ReasonsGiven] = field(default_factory=list)
    extensions: list[PeriodExtended] = field(default_factory=list)
    computed: list[AppealDeadlineComputed] = field(default_factory=list)
    # Only where they were left out does a demand for reasons interrupt anything.
    reasons_later: bool = False

    # acts

    def send(
        self,
        channel: Channel,
        says: Sequence[NoticeContent],
        *,
        demanded: Sequence[NoticeContent],
        ruling: int,
        decided_on: date,
        left_out_because: Confidential | None,
        letter: Id | None,
        by: Id,
        on: date,
        law: LawBook,
    ) -> NoticeSent:
        """Send the notice; raises RuleBroken for one that does not say what is demanded."""
        refusals.refuse_before(on, decided_on, field="dispatchedOn", rule="L-FVL-12")
        rule = law.notice_content.on(decided_on)
        excused = rule.value.unless_reasons if left_out_because else ()
        lacking = [one for one in demanded if one not in says and one not in excused]
        refusals.refuse_incomplete(lacking, rule)
        return NoticeSent(
            letter=letter,
            ruling=ruling,
            channel=channel,
            says=tuple(dict.fromkeys(says)),
            left_out_because=left_out_because,
            sent_by=by,
            dispatched_on=on,
            basis=(rule.citation,),
        )

    def arrive(
        self,
        asked: AppealQuestion,
        *,
        ruling: int,
        because: Confidential | None = None,
        by: Id,
        on: date,
    ) -> NoticeArrived:
        """Enter when the notice arrived; entered before, this is a correction, with its reason."""
        if not self.sent:
            raise refusals.not_sent()
        if self.arrivals and because is None:
            raise arrival_known(_day_of(self.arrivals[-1]))
        dispatched = min(sent.dispatched_on for sent in self.sent)
        for name in ("arrived", "available", "alerted", "representative_arrived"):
            day: date | None = getattr(asked, name)
            if day:
                field_name = FIELDS[name]
                refusals.refuse_before(day, dispatched, field=field_name, rule="L-FVL-01")
        return NoticeArrived(
            ruling=ruling,
            channel=asked.channel,
            arrived_on=asked.arrived,
            available_on=asked.available,
            alerted_on=asked.alerted,
            representative_arrived_on=asked.representative_arrived,
            arrival_basis=asked.arrival_basis,
            entered_by=by,
            entered_on=on,
            because=because,
        )

    def repeat(self, alerted_on: date, *, ruling: int, by: Id, law: LawBook) -> NoticeRepeated:
        """Alert once more of a digital decision that was not opened (L-EFV-01)."""
        first = self.arrivals[-1].alerted_on if self.arrivals else None
        if first is None:
            raise refusals.not_alerted()
        refusals.refuse_before(alerted_on, first, field="alertedOn", rule="L-EFV-01")
        basis = (law.second_alert.on(first).citation,)
        return NoticeRepeated(ruling=ruling, alerted_on=alerted_on, entered_by=by, basis=basis)

    def give_reasons(
        self, text: Confidential, *, ruling: int, arrived_on: date, by: Id
    ) -> ReasonsGiven:
        if len(self.reasons) >= len(self.demands):
            raise refusals.no_reasons_waited_for()
        demanded = self.demands[len(self.reasons)].demanded_on
        refusals.refuse_before(arrived_on, demanded, field="arrivedOn", rule="L-FVL-03")
        return ReasonsGiven(ruling=ruling, arrived_on=arrived_on, text=text, given_by=by)

    def extend(
        self, until: date, *, ruling: int, by: Id, on: date, because: Confidential
    ) -> PeriodExtended:
        """Extend the time to appeal; raises NotAllowed once it is over (L-FVL-04)."""
        if not self.arrivals:
            raise refusals.not_arrived()
        if self.last_day and on > self.last_day:
            raise refusals.over_already(self.last_day, on)
        if self.last_day and until <= self.last_day:
            raise refusals.too_short(self.last_day)
        return PeriodExtended(
            ruling=ruling, until=until, extended_by=by, extended_on=on, because=because
        )

    def compute(
        self, decided_on: date, because: Because, *, ruling: int, on: date, law: LawBook
    ) -> AppealDeadlineComputed:
        """Return the time to appeal by what is known; raises Invalid and NotAllowed."""
        found = appeal_deadline(self.question(decided_on, law), law)
        return AppealDeadlineComputed(
            ruling=ruling,
            was=self.last_day,
            last_day=found.last_day,
            settled=found.settled,
            because=because,
            computed_on=on,
            steps=(*found.steps, *self._premature(decided_on, law)),
            law=law.version,
        )

    def _premature(self, decided_on: date, law: LawBook) -> Iterator[Step]:
        """Tell of demands for reasons from before the decision: there was nothing to explain."""
        basis = (law.interruption.on(decided_on).citation,)
        for demand in self.demands if self.reasons_later else ():
            if demand.demanded_on < decided_on:
                asked, made = day_in_words(demand.demanded_on), day_in_words(decided_on)
                says = Text(
                    nb=f"Begrunnelse ble krevd {asked.nb}, før vedtaket {made.nb}; det avbryter "
                    "ingen frist.",
                    en=f"Reasons were demanded on {asked.en}, before the decision on {made.en}; "
                    "that interrupts no period.",
                )
                yield Step(rule="L-FVL-03", says=says, basis=basis)

    # questions

    @property
    def is_waited_for(self) -> bool:
        """Return whether the party has not had it, as far as is entered."""
        return not self.arrivals

    @property
    def last_day(self) -> date | None:
        return self.computed[-1].last_day if self.computed else None

    def deadline(self, decided_on: date, law: LawBook) -> Deadline | None:
        """Return the deadline with its steps; None while no notice has arrived."""
        return appeal_deadline(self.question(decided_on, law), law) if self.arrivals else None

    def question(self, decided_on: date, law: LawBook) -> AppealQuestion:
        """Return the question that what is known so far answers; raises NotAllowed."""
        if not self.arrivals:
            raise refusals.not_arrived()
        arrived = self.arrivals[-1]
        asked = AppealQuestion(
            arrived=arrived.arrived_on,
            channel=Channel(arrived.channel),
            arrival_basis=ArrivalBasis(arrived.arrival_basis) if arrived.arrival_basis else None,
            available=arrived.available_on,
            alerted=arrived.alerted_on,
            representative_arrived=arrived.representative_arrived_on,
            decided=decided_on,
        )
        demanded = self._demand_that_counts(asked, law)
        if demanded:
            reasons = (one.arrived_on for one in self.reasons if one.arrived_on >= demanded)
            asked = replace(asked, reasons_demanded=demanded, reasons_arrived=next(reasons, None))
        return self._extended(asked, law)

    def _demand_that_counts(self, asked: AppealQuestion, law: LawBook) -> date | None:
        """Return the day of the first demand for reasons made before the time was over."""
        if not self.reasons_later:
            return None
        for demand in self.demands:
            day = demand.demanded_on
            if asked.decided and day < asked.decided:
                continue
            last = appeal_deadline(self._extended(asked, law, until=day), law).last_day
            if last is None or day <= last:
                return day
        return None

    def _extended(
        self, asked: AppealQuestion, law: LawBook, *, until: date = date.max
    ) -> AppealQuestion:
        """Return the question with what was decided until a day of extending the time.

        An extension that was given holds, whatever the arrival or the law turns out to be: it is
        left out where the time goes further by itself.
        """
        given = [one for one in self.extensions if one.extended_on <= until]
        if not given:
            return asked
        # Each came before the last was over: the time is one, from the first to the furthest.
        first, furthest = given[0].extended_on, max(one.until for one in given)
        last = appeal_deadline(asked, law).last_day
        if last and furthest <= last:
            return asked
        demanded = asked.reasons_demanded
        waits = demanded and demanded <= first and asked.reasons_arrived is None
        return replace(
            asked,
            extended_on=first if last is None or waits else min(first, last),
            extended_until=furthest,
        )

    # effects

    def effects(self) -> Effects:
        return {
            NoticeSent: lambda fact, _: self.sent.append(fact),
            NoticeArrived: lambda fact, _: self.arrivals.append(fact),
            NoticeRepeated: lambda fact, _: self.repeated.append(fact),
            ReasonsDemanded: lambda fact, _: self.demands.append(fact),
            ReasonsGiven: lambda fact, _: self.reasons.append(fact),
            PeriodExtended: lambda fact, _: self.extensions.append(fact),
            AppealDeadlineComputed: lambda fact, _: self.computed.append(fact),
        }


def _day_of(fact: NoticeArrived) -> date | None:
    return fact.arrived_on or fact.available_on
