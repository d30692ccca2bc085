"""A proceeding (sak): one decision, how it came about, its notice, and the appeals against it."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from enum import StrEnum
from typing import Any

from domain.calendar.appeal_question import AppealQuestion, Channel
from domain.calendar.deadlines import Deadline
from domain.law.book import LawBook
from domain.law.notices import NoticeContent
from domain.law.remedies import DecisionKind, Instance, Remedy
from domain.proceedings import refusals
from domain.proceedings.appeal_facts import AppealFiled, ProceedingClosed
from domain.proceedings.appeals import Appeals
from domain.proceedings.facts import (
    AppealDeadlineComputed,
    DecisionMade,
    DecisionReversed,
    NoticeSent,
    ProceedingDeadlineLapsed,
    ProceedingFactCorrected,
    ProceedingOpened,
    ProceedingPersonMerged,
    ProceedingReminderSent,
)
from domain.proceedings.leaning import leans
from domain.proceedings.notice import Because, Notice
from domain.proceedings.preparation import Preparation
from domain.proceedings.remedies import Route, route
from domain.shared.case import Case, Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.enforced import Lapsed, Noticed, Reminded
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id


class Decided(StrEnum):
    """What the party got of what was asked for."""

    GRANTED = "granted"
    PARTLY_GRANTED = "partly-granted"
    REFUSED = "refused"


class Proceeding(Case):
    """One proceeding, folded from its facts."""

    def begin(self) -> None:
        self.opened: ProceedingOpened | None = None
        self.decided: DecisionMade | None = None
        self.decided_at = 0
        self.reversals: list[DecisionReversed] = []
        self.closed: ProceedingClosed | None = None
        self.preparation = Preparation()
        self.notice = Notice()
        self.appeals = Appeals()
        self.enforced = Noticed()

    # acts

    def open(
        self,
        kind: DecisionKind,
        *,
        party: Id,
        organisation: Id,
        plan: Id | None,
        about: str,
        received_on: date | None,
        by: Id,
        on: date,
        law: LawBook,
    ) -> ProceedingOpened:
        """Open a case of a kind; who decides it follows from the law (L-SPF-35)."""
        if self.opened:
            raise refusals.opened_already()
        way = route(kind, law, on)
        return ProceedingOpened(
            kind=kind,
            party=party,
            organisation=organisation,
            plan=plan,
            about=about,
            decided_by=way.decided_by or Instance.ESTABLISHMENT,
            received_on=received_on,
            opened_by=by,
            opened_on=on,
        )

    def decide(
        self,
        outcome: Decided,
        *,
        text: Confidential,
        conditions: Confidential | None,
        consulted: tuple[Id, ...],
        seen: tuple[Seen, ...],
        basis: tuple[Citation, ...],
        findings: tuple[Finding, ...],
        by: Id,
        on: date,
        law: LawBook,
    ) -> DecisionMade:
        """Decide, and keep what was seen as it was; a later change never alters it."""
        opened = self.be_open()
        if self.decided:
            raise refusals.decided_already(self.decided.decided_on)
        refusals.refuse_before(
            on, opened.received_on or opened.opened_on, field="decidedOn", rule="L-FVL-15"
        )
        self.preparation.refuse_to_decide(outcome, applied=bool(opened.received_on), by=by, on=on)
        way = route(self.kind, law, on)
        return DecisionMade(
            outcome=outcome,
            decided_by=by,
            decided_on=on,
            text=text,
            conditions=conditions,
            consulted=consulted,
            seen=seen,
            law=law.version,
            basis=(*basis, *((way.rule.citation,) if way.rule else ())),
            findings=findings,
            remedy=way.remedy,
            heard_by=way.heard_by,
        )

    def send_notice(
        self,
        channel: Channel,
        says: tuple[NoticeContent, ...],
        *,
        left_out_because: Confidential | None,
        by: Id,
        on: date,
        law: LawBook,
    ) -> NoticeSent:
        decided = self.be_decided()
        return self.notice.send(
            channel,
            says,
            remedy=Remedy(decided.remedy),
            decided_on=decided.decided_on,
            left_out_because=left_out_because,
            by=by,
            on=on,
            law=law,
        )

    def notice_arrived(
        self, asked: AppealQuestion, *, by: Id, on: date, law: LawBook
    ) -> tuple[Fact, ...]:
        """Enter the arrival; the time to appeal follows, where there is one."""
        self.be_decided()
        if not self.notice.sent:
            raise refusals.not_sent()
        arrived = self.notice.arrive(asked, by=by, on=on)
        return self._with_deadline(arrived, Because.ARRIVAL, on=on, law=law)

    def demand_reasons(self, demanded_on: date, *, by: Id, law: LawBook) -> tuple[Fact, ...]:
        self.be_decided()
        fact = self.notice.demand_reasons(demanded_on, by=by)
        return self._with_deadline(fact, Because.REASONS_DEMANDED, on=demanded_on, law=law)

    def give_reasons(
        self, text: Confidential, *, arrived_on: date, by: Id, law: LawBook
    ) -> tuple[Fact, ...]:
        self.be_decided()
        fact = self.notice.give_reasons(text, arrived_on=arrived_on, by=by)
        return self._with_deadline(fact, Because.REASONS_GIVEN, on=arrived_on, law=law)

    def extend(
        self, until: date, *, because: Confidential, by: Id, on: date, law: LawBook
    ) -> tuple[Fact, ...]:
        """Extend the time to appeal; raises NotAllowed once it is over (L-FVL-04)."""
        self.be_decided()
        fact = self.notice.extend(until, by=by, on=on, because=because)
        return self._with_deadline(fact, Because.EXTENSION, on=on, law=law)

    def compute_anew(self, *, on: date, law: LawBook) -> AppealDeadlineComputed | None:
        """Return what the law now makes of a time still running, None if it is the same."""
        last_day = self.notice.last_day
        if self.decided is None or last_day is None or last_day < on:
            return None
        found = self.notice.compute(self.decided.decided_on, Because.LAW, on=on, law=law)
        return None if found.last_day == last_day else found

    def close(self, *, by: Id, on: date) -> ProceedingClosed:
        """Close the case; raises RuleBroken while an appeal is running (R-APP-05)."""
        if not self.preparation.withdrawn:
            self.be_decided()
        if self.closed:
            raise refusals.closed_already(self.closed.closed_on)
        if running := self.appeals.running:
            stages = ", ".join(sorted({one.stage for one in running}))
            raise refusals.broken(
                "R-APP-05",
                nb=f"Saken kan ikke avsluttes mens en klage er underveis ({stages}); "
                "opprettholdes vedtaket, skal klagen sendes klageinstansen.",
                en=f"The case cannot be closed while an appeal is under way ({stages}); if the "
                "decision is maintained the appeal is forwarded to the appeal body.",
            )
        return ProceedingClosed(closed_by=by, closed_on=on)

    def _with_deadline(
        self, fact: Any, because: Because, *, on: date, law: LawBook
    ) -> tuple[Fact, ...]:
        """Return the fact and what it makes of the time to appeal, where there is one."""
        decided = self.be_decided()
        if decided.remedy != Remedy.APPEAL:
            return (fact,)
        # Computed as it will be once the fact is told.
        after = deepcopy(self.notice)
        after.effects()[type(fact)](fact, 0)
        return (fact, after.compute(decided.decided_on, because, on=on, law=law))

    # questions

    @property
    def outcome(self) -> str:
        """Return what the party has got, as the last of the decisions of the body leaves it."""
        return self.reversals[-1].outcome if self.reversals else self.be_decided().outcome

    @property
    def kind(self) -> DecisionKind:
        return DecisionKind(self.be_open().kind)

    def be_open(self) -> ProceedingOpened:
        """Return how it began; raises NotFound."""
        if self.opened is None:
            raise refusals.unknown_proceeding()
        return self.opened

    def be_decided(self) -> DecisionMade:
        """Return the decision; raises NotFound or NotAllowed."""
        self.be_open()
        if self.decided is None:
            raise refusals.not_decided()
        return self.decided

    def way(self, law: LawBook) -> Route:
        return route(self.kind, law, self.be_decided().decided_on)

    def deadline(self, law: LawBook) -> Deadline | None:
        """Return until when it can be appealed; None where no time runs."""
        decided = self.be_decided()
        if decided.remedy != Remedy.APPEAL:
            return None
        return self.notice.deadline(decided.decided_on, law)

    @property
    def first_instance(self) -> tuple[Id, ...]:
        """Return who made the decision, who cannot decide the appeal against it."""
        reversed_by = (one.reversed_by for one in self.reversals)
        return (self.decided.decided_by, *reversed_by) if self.decided else ()

    def correctable(self, version: int) -> Fact:
        """Return the fact that may be corrected; raises Invalid or NotAllowed."""
        fact = super().correctable(version)
        if isinstance(fact, Lapsed | Reminded):
            raise refusals.noticed_by_the_clock()
        return fact

    # effects

    def effects(self) -> Effects:
        return {
            ProceedingOpened: self._opened,
            DecisionMade: self._decided,
            DecisionReversed: lambda fact, _: self.reversals.append(fact),
            ProceedingClosed: lambda fact, _: setattr(self, "closed", fact),
            ProceedingDeadlineLapsed: self.enforced.note_lapsed,
            ProceedingReminderSent: self.enforced.note_reminded,
            ProceedingFactCorrected: self.strike,
            ProceedingPersonMerged: self.merge,
            **self.preparation.effects(),
            **self.notice.effects(),
            **self.appeals.effects(),
            AppealFiled: self._appealed,
        }

    def leans(self, later: Fact, earlier: Fact) -> bool:
        return leans(later, earlier)

    def _opened(self, fact: ProceedingOpened, _: int) -> None:
        self.opened = fact

    def _decided(self, fact: DecisionMade, at: int) -> None:
        self.decided, self.decided_at = fact, at

    def _appealed(self, fact: AppealFiled, at: int) -> None:
        """Take the appeal in; a case that was closed is open again."""
        self.closed = None
        self.appeals.effects()[AppealFiled](fact, at)
