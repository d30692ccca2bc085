"""A proceeding acted out step by step, in few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.timeliness import Filing
from domain.law.book import IN_FORCE, LawBook
from domain.law.notices import ALWAYS, NoticeContent
from domain.law.remedies import DecisionKind, Instance
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Appeal, Defect, Outcome, Review
from domain.proceedings.notice import Notice
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules import appeal_body, first_instance, notify
from domain.proceedings.rules.correct import correct
from domain.proceedings.rules.file_appeal import file_appeal
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rules.reversal import reverse
from domain.proceedings.rulings import Decided
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support import speaking
from tests.support.plans import DOCTOR, ORGANISATION, text

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
        reasons_later: bool = False,
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
                reasons_later=reasons_later,
            )
        )

    @property
    def notice(self) -> Notice:
        """Return the notice of the last ruling."""
        return self.case.be_ruled().notice

    @property
    def last_day(self) -> date | None:
        return self.notice.last_day

    def reversed(
        self, ground: ReversalGround, outcome: Decided, *, on: date, by: Id = CASE_HANDLER
    ) -> Story:
        fact = reverse(self.case, ground, outcome, text=text(), by=by, on=on, law=self.law)
        return self.told(fact)

    def sent(self, *, on: date = DECIDED_ON, ruling: int = 0, **changed: Any) -> Story:
        asked: dict[str, Any] = {"says": ALWAYS, "left_out_because": None} | changed
        says = tuple(asked.pop("says"))
        return self.told(
            notify.send_notice(
                self.case,
                Channel.DIGITAL,
                says,
                ruling=ruling,
                by=CASE_HANDLER,
                on=on,
                law=self.law,
                **asked,
            )
        )

    def arrived(self, *, on: date = DECIDED_ON, ruling: int = 0, **question: Any) -> Story:
        told: dict[str, Any] = {"arrived": on, "arrival_basis": ArrivalBasis.RECEIPT} | question
        return self._entered(AppealQuestion(**told), on, ruling)

    def made_available(self, on: date = DECIDED_ON, *, ruling: int = 0) -> Story:
        asked = AppealQuestion(channel=Channel.DIGITAL, available=on, alerted=on)
        return self._entered(asked, on, ruling)

    def notified(self, on: date, *, ruling: int = 0) -> Story:
        """Have the notice of a ruling say all there is, and reach the party the same day."""
        return self.sent(on=on, ruling=ruling, says=NoticeContent).made_available(on, ruling=ruling)

    def _entered(self, asked: AppealQuestion, on: date, ruling: int) -> Story:
        return self.done(notify.enter_arrival, asked, ruling=ruling, because=text(), on=on)

    def repeated(self, on: date) -> Story:
        return self.done(notify.repeat_notice, on, ruling=0)

    def demanded_reasons(self, on: date) -> Story:
        return self.done(notify.demand_reasons, on, ruling=0, by=DOCTOR, on=on)

    def gave_reasons(self, on: date) -> Story:
        return self.done(notify.give_reasons, text(), ruling=0, arrived_on=on, on=on)

    def extended(self, until: date, *, on: date) -> Story:
        return self.done(notify.extend, until, ruling=0, because=text(), on=on)

    def filed(
        self,
        received: date,
        *defects: Defect,
        appeal: Id = APPEAL,
        appellant: Id = DOCTOR,
        sent: date | None = None,
        reached: date | None = None,
        channel: Channel = Channel.DIGITAL,
        knew_on: date | None = None,
        ruling: int = 0,
    ) -> Story:
        return self.told(
            file_appeal(
                self.case,
                appeal,
                Filing(channel=channel, sent=sent, received=received, reached=reached),
                appellant=appellant,
                sent_by=ADVISER if Defect.AUTHORITY in defects else appellant,
                received_by=Instance.DIRECTORATE,
                defects=defects,
                grounds=text("Jeg er uenig."),
                knew_on=knew_on,
                ruling=ruling,
                by=CASE_HANDLER,
                law=self.law,
            )
        )

    def demanded(self, on: date, *, days: int | None = None, appeal: Id = APPEAL) -> Story:
        return self.done(first_instance.demand, appeal, days=days, on=on)

    def mended(self, on: date, *defects: Defect, appeal: Id = APPEAL) -> Story:
        return self.told(self.case.appeals.mend(appeal, defects, received_on=on, by=CASE_HANDLER))

    def accepted(
        self, on: date, ground: LateGround = LateGround.NOT_TO_BLAME, *, appeal: Id = APPEAL
    ) -> Story:
        return self.done(first_instance.accept_late, appeal, ground, because=text(), on=on)

    def dismissed(self, on: date, *, appeal: Id = APPEAL) -> Story:
        return self.done(first_instance.dismiss, appeal, because=text(), on=on)

    def reviewed(
        self,
        on: date,
        outcome: Review = Review.MAINTAINED,
        *,
        appeal: Id = APPEAL,
        by: Id = CASE_HANDLER,
        result: Decided | None = None,
    ) -> Story:
        return self.told(
            first_instance.review(
                self.case,
                appeal,
                outcome,
                result=result,
                because=text(),
                seen=(),
                by=by,
                on=on,
                law=self.law,
            )
        )

    def rest(self, on: date, *, maintained: bool, appeal: Id = APPEAL) -> Story:
        return self.told(speaking.answer_rest(self.case, appeal, maintained=maintained, on=on))

    def forwarded(
        self, on: date, to: Instance = Instance.PERSONNEL_BOARD, *, appeal: Id = APPEAL
    ) -> Story:
        return self.done(first_instance.forward, appeal, to, on=on)

    def warned(self, on: date, *, appeal: Id = APPEAL) -> Story:
        return self.done(appeal_body.notify_detriment, appeal, by=BOARD_MEMBER, on=on)

    def heard(
        self,
        on: date,
        outcome: Outcome = Outcome.UPHELD,
        *,
        to_detriment: bool | None = None,
        result: Decided | None = None,
        appeal: Id = APPEAL,
        by: Id = BOARD_MEMBER,
    ) -> Story:
        return self.told(
            appeal_body.decide(
                self.case,
                appeal,
                outcome,
                to_detriment=to_detriment,
                result=result,
                text=text("Klagen tas ikke til følge."),
                seen=(),
                by=by,
                on=on,
                law=self.law,
            )
        )

    def withdrawn(self, on: date, *, appeal: Id = APPEAL) -> Story:
        return self.told(speaking.withdraw(self.case, appeal, on=on))

    def closed(self, on: date) -> Story:
        return self.told(self.case.close(by=CASE_HANDLER, on=on))

    def struck(self, version: int, on: date = date(2027, 1, 4)) -> Story:
        return self.done(correct, version, on=on, reason=text())

    def done(self, act: Callable[..., Any], *args: Any, **more: Any) -> Story:
        """Have the case handler do something, where nobody else is named."""
        return self.told(act(self.case, *args, **({"by": CASE_HANDLER, "law": self.law} | more)))

    def appeal(self, appeal: Id = APPEAL) -> Appeal:
        return self.case.appeals.appeal(appeal)


def refused(law: LawBook = IN_FORCE) -> Story:
    """Return the story of an approval refused on Tuesday 31 March 2026, and notified that day."""
    return Story(law).opened().decided().sent().made_available()


def partly_granted(law: LawBook = IN_FORCE) -> Story:
    """Return the same story, of an approval given in part."""
    return Story(law).opened().decided(Decided.PARTLY_GRANTED).sent().made_available()
