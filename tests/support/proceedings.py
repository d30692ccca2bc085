"""A proceeding acted out step by step, in few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.timeliness import Filing
from domain.law.book import IN_FORCE, LawBook
from domain.law.notices import ALWAYS
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings.appeal import Appeal, Defect, Outcome, Review
from domain.proceedings.facts import (
    DecisionReversed,
    ProceedingDeadlineLapsed,
    ProceedingFactCorrected,
    ProceedingPersonMerged,
    ProceedingReminderSent,
)
from domain.proceedings.proceeding import Decided, Proceeding
from domain.proceedings.rules import appeal_body, first_instance
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rules.reversal import ReversalGround, reverse
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.plans import DOCTOR, ORGANISATION, text
from tests.support.preparing import preparation_story

CASE_HANDLER = Id(f"{UUID(int=0xCA5E)}")
COLLEAGUE = Id(f"{UUID(int=0xCA5F)}")
BOARD_MEMBER = Id(f"{UUID(int=0xB0A2D)}")
ADVISER = Id(f"{UUID(int=0xAD7)}")
OTHER_PARTY = Id(f"{UUID(int=0x07E2)}")
APPEAL = Id(f"{UUID(int=0xA99)}")
OTHER_APPEAL = Id(f"{UUID(int=0xA9A)}")

DECIDED_ON = date(2026, 3, 31)


class Story:
    """One proceeding and the acts on it; an act that is refused leaves it as it was."""

    def __init__(self, law: LawBook = IN_FORCE) -> None:
        self.case = Proceeding()
        self.law = law

    def told(self, facts: Fact | tuple[Fact, ...]) -> Story:
        self.case.fold(facts if isinstance(facts, tuple) else (facts,))
        return self

    def opened(
        self,
        kind: DecisionKind = DecisionKind.SPECIALIST_APPROVAL,
        *,
        on: date = date(2026, 1, 12),
        applied: bool = True,
    ) -> Story:
        return self.told(
            self.case.open(
                kind,
                party=DOCTOR,
                organisation=ORGANISATION,
                plan=None,
                about="",
                received_on=on if applied else None,
                by=CASE_HANDLER,
                on=on,
                law=self.law,
            )
        )

    def decided(
        self,
        outcome: Decided = Decided.REFUSED,
        *,
        on: date = DECIDED_ON,
        by: Id = CASE_HANDLER,
    ) -> Story:
        return self.told(
            self.case.decide(
                outcome,
                text=text("Vedtak."),
                conditions=None,
                consulted=(),
                seen=(),
                basis=(),
                findings=(),
                by=by,
                on=on,
                law=self.law,
            )
        )

    def reversed(self, ground: ReversalGround, outcome: Decided, *, on: date) -> Story:
        fact = reverse(
            self.case, ground, outcome, text=text(), by=CASE_HANDLER, on=on, law=self.law
        )
        return self.told(fact)

    def sent(self, *, on: date = DECIDED_ON, **changed: Any) -> Story:
        asked: dict[str, Any] = {"says": ALWAYS, "left_out_because": None} | changed
        says = tuple(asked.pop("says"))
        return self.told(
            self.case.send_notice(
                Channel.DIGITAL, says, by=CASE_HANDLER, on=on, law=self.law, **asked
            )
        )

    def arrived(self, *, on: date = DECIDED_ON, **question: Any) -> Story:
        told: dict[str, Any] = {"arrived": on, "arrival_basis": ArrivalBasis.RECEIPT} | question
        asked = AppealQuestion(**told)
        return self.told(self.case.notice_arrived(asked, by=CASE_HANDLER, on=on, law=self.law))

    def made_available(self, on: date = DECIDED_ON) -> Story:
        asked = AppealQuestion(channel=Channel.DIGITAL, available=on, alerted=on)
        return self.told(self.case.notice_arrived(asked, by=CASE_HANDLER, on=on, law=self.law))

    def filed(
        self,
        received: date,
        *defects: Defect,
        appeal: Id = APPEAL,
        appellant: Id = DOCTOR,
        sent: date | None = None,
        channel: Channel = Channel.DIGITAL,
    ) -> Story:
        return self.told(
            self.case.appeals.file(
                appeal,
                Filing(channel=channel, sent=sent, received=received),
                appellant=appellant,
                sent_by=ADVISER if Defect.AUTHORITY in defects else appellant,
                received_by=Instance.DIRECTORATE,
                defects=defects,
                grounds=text("Jeg er uenig."),
                deadline=self.case.deadline(self.law),
                by=CASE_HANDLER,
                law=self.law,
            )
        )

    def demanded(self, on: date, *, days: int | None = None, appeal: Id = APPEAL) -> Story:
        return self.first(first_instance.demand, appeal, days=days, on=on, law=self.law)

    def mended(self, on: date, *defects: Defect, appeal: Id = APPEAL) -> Story:
        return self.told(self.case.appeals.mend(appeal, defects, received_on=on, by=CASE_HANDLER))

    def accepted(
        self, on: date, ground: LateGround = LateGround.NOT_TO_BLAME, *, appeal: Id = APPEAL
    ) -> Story:
        return self.first(
            first_instance.accept_late,
            appeal,
            ground,
            because=text(),
            deadline=self.case.deadline(self.law),
            on=on,
            law=self.law,
        )

    def dismissed(self, on: date, *, appeal: Id = APPEAL) -> Story:
        return self.first(first_instance.dismiss, appeal, because=text(), on=on)

    def reviewed(
        self,
        on: date,
        outcome: Review = Review.MAINTAINED,
        *,
        appeal: Id = APPEAL,
        by: Id = CASE_HANDLER,
    ) -> Story:
        return self.first(
            first_instance.review,
            appeal,
            outcome,
            because=text(),
            seen=(),
            on=on,
            law=self.law,
            by=by,
        )

    def rest(self, on: date, *, maintained: bool, appeal: Id = APPEAL) -> Story:
        return self.told(
            self.case.appeals.answer_rest(appeal, maintained=maintained, by=DOCTOR, on=on)
        )

    def forwarded(
        self, on: date, to: Instance = Instance.PERSONNEL_BOARD, *, appeal: Id = APPEAL
    ) -> Story:
        way = self.case.way(self.law)
        return self.first(first_instance.forward, appeal, to, way=way, on=on)

    def warned(self, on: date, *, appeal: Id = APPEAL) -> Story:
        appeals = self.case.appeals
        return self.told(appeal_body.notify_detriment(appeals, appeal, by=BOARD_MEMBER, on=on))

    def heard(
        self,
        on: date,
        outcome: Outcome = Outcome.UPHELD,
        *,
        to_detriment: bool = False,
        appeal: Id = APPEAL,
        by: Id = BOARD_MEMBER,
    ) -> Story:
        return self.told(
            appeal_body.decide(
                self.case.appeals,
                appeal,
                outcome,
                to_detriment=to_detriment,
                text=text("Klagen tas ikke til følge."),
                first_instance=self.case.first_instance,
                seen=(),
                by=by,
                on=on,
                law=self.law,
            )
        )

    def withdrawn(self, on: date, *, appeal: Id = APPEAL) -> Story:
        return self.told(self.case.appeals.withdraw(appeal, by=DOCTOR, on=on))

    def closed(self, on: date) -> Story:
        return self.told(self.case.close(by=CASE_HANDLER, on=on))

    def first(self, act: Callable[..., Fact], *args: Any, **more: Any) -> Story:
        return self.told(act(self.case.appeals, *args, **({"by": CASE_HANDLER} | more)))

    def appeal(self, appeal: Id = APPEAL) -> Appeal:
        return self.case.appeals.appeal(appeal)


def refused(law: LawBook = IN_FORCE) -> Story:
    """Return the story of an approval refused on Tuesday 31 March 2026, and notified that day."""
    return Story(law).opened().decided().sent().made_available()


def proceeding_story() -> tuple[Fact, ...]:
    """Return one life of a proceeding in which every fact there is occurs."""
    story = Story().opened().decided().sent().made_available()
    law, by, case = story.law, CASE_HANDLER, story.case
    story.told(case.notice.repeat(date(2026, 4, 7), by=by, law=law))
    story.told(case.demand_reasons(date(2026, 4, 8), by=by, law=law))
    story.told(case.give_reasons(text(), arrived_on=date(2026, 4, 10), by=by, law=law))
    story.told(case.extend(date(2026, 5, 11), because=text(), by=by, on=date(2026, 4, 13), law=law))
    story.filed(date(2026, 4, 14), Defect.SIGNATURE).filed(date(2026, 4, 15))
    story.demanded(date(2026, 4, 16)).mended(date(2026, 4, 20), Defect.SIGNATURE)
    story.reviewed(date(2026, 5, 4), Review.PARTLY_CHANGED)
    story.rest(date(2026, 5, 6), maintained=True).forwarded(date(2026, 5, 8))
    story.warned(date(2026, 6, 1)).heard(date(2026, 9, 1))
    others = [Id(f"{UUID(int=0xA00 + place)}") for place in range(2)]
    for place, appeal in enumerate(others):
        story.filed(date(2026, 6, 1), appeal=appeal, appellant=Id(f"{UUID(int=0xB00 + place)}"))
    story.accepted(date(2026, 6, 2), appeal=others[0]).withdrawn(date(2026, 6, 3), appeal=others[0])
    story.dismissed(date(2026, 6, 2), appeal=others[1]).closed(date(2026, 9, 2))
    merged = ProceedingPersonMerged(
        double=OTHER_PARTY, into=ADVISER, merged_by=by, merged_on=date(2026, 9, 3)
    )
    corrected = case.mark(
        ProceedingFactCorrected, case.version, by=by, on=date(2026, 9, 4), reason=text()
    )
    lapsed = ProceedingDeadlineLapsed(
        kind="decision-appeal",
        subject="",
        last_day=date(2026, 5, 11),
        lapsed_on=date(2026, 5, 12),
        noticed_on=date(2026, 5, 12),
    )
    reminded = ProceedingReminderSent(
        kind="decision-appeal",
        subject="",
        due_on=date(2026, 5, 11),
        days_before=7,
        to=(DOCTOR,),
        reminded_on=date(2026, 5, 4),
    )
    # Never in one life; what is folded is not judged.
    changed = DecisionReversed(
        ground="invalid",
        outcome="granted",
        text=text(),
        reversed_by=by,
        reversed_on=date(2026, 9, 3),
        law=law.version,
        basis=(),
    )
    return (*case.facts, changed, reminded, lapsed, corrected, merged, *preparation_story())
