"""One case of the demo through its instances: decided, told, appealed, reviewed and sent on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from application.actors import Role
from application.demo.book import Book
from application.demo.world import World
from application.proceedings.telling import Telling, told
from domain.calendar.appeal_question import AppealQuestion, Channel
from domain.calendar.timeliness import Filing
from domain.law.book import LawBook
from domain.law.establishments import rests_on
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings.appeal import Review, Stage
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules import first_instance, notify
from domain.proceedings.rules.file_appeal import file_appeal
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id, derived_id

Acting = tuple[Id, Role]
"""Somebody, and the capacity in which they act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casework:
    """A case, what it comes to in the history of its party, and what a decision of it leans on."""

    world: World
    book: Book[Proceeding]
    party: Id
    law: LawBook
    telling: Telling
    tell: Callable[[Fact, datetime, Acting], None]
    seen: Callable[[datetime], tuple[Seen, ...]]

    @classmethod
    def begin(
        cls,
        world: World,
        proceeding: Id,
        *,
        party: Id,
        law: LawBook,
        telling: Telling,
        tell: Callable[[Fact, datetime, Acting], None],
        seen: Callable[[datetime], tuple[Seen, ...]],
    ) -> Casework:
        book = Book(proceeding, Proceeding(), world.scribe, subject=party)
        world.proceedings[proceeding] = book
        return cls(
            world=world, book=book, party=party, law=law, telling=telling, tell=tell, seen=seen
        )

    @property
    def appeal(self) -> Id:
        return derived_id(self.book.case_id, "appeal")

    @property
    def last_day(self) -> date:
        """Return the last day to appeal over the last ruling."""
        assert self.book.case.rulings.last
        last_day = self.book.case.rulings.last.notice.last_day
        assert last_day
        return last_day

    def record(self, *facts: Fact, at: datetime, by: Acting) -> None:
        """Record facts of the case, and in the history of its party what they come to there."""
        more = told(self.telling, self.book.case_id, self.book.case.facts, facts)
        self.book.record(*facts, at=at, by=by[0], acting_as=by[1])
        for fact in more:
            self.tell(fact, at, by)

    def open(
        self, kind: DecisionKind, *, plan: Id | None, about: str, at: datetime, by: Acting
    ) -> None:
        opened = self.book.case.open(
            kind,
            party=self.party,
            organisation=self.world.organisation.case_id,
            plan=plan,
            about=about,
            received_on=at.date(),
            by=by[0],
            on=at.date(),
            law=self.law,
        )
        self.record(opened, at=at, by=by)

    def refuse(
        self,
        text: str,
        *,
        findings: tuple[Finding, ...] = (),
        at: datetime,
        by: Acting,
    ) -> None:
        """Refuse what was applied for, for what was found."""
        rests = rests_on(self.book.case.kind, at.date(), self.law)
        found = (cited for one in findings for cited in one.basis)
        made = self.book.case.decide(
            Decided.REFUSED,
            text=Confidential(text),
            conditions=None,
            consulted=(),
            seen=self.seen(at),
            basis=tuple(dict.fromkeys((*rests, *found))),
            findings=findings,
            by=by[0],
            on=at.date(),
            law=self.law,
        )
        self.record(made, at=at, by=by)

    def notify(self, *, at: datetime, by: Acting) -> None:
        """Send the notice of the last ruling digitally; it arrives the same day."""
        case, on = self.book.case, at.date()
        sent = notify.send_notice(
            case,
            Channel.DIGITAL,
            notify.demanded_of(case.be_ruled(), self.law),
            ruling=0,
            left_out_because=None,
            by=by[0],
            on=on,
            law=self.law,
        )
        self.record(sent, at=at, by=by)
        asked = AppealQuestion(channel=Channel.DIGITAL, available=on, alerted=on)
        arrived = notify.enter_arrival(case, asked, ruling=0, by=by[0], on=on, law=self.law)
        self.record(*arrived, at=at, by=by)

    def file(self, grounds: str, *, to: Instance, at: datetime, by: Acting) -> None:
        """Appeal to who decided."""
        filed = file_appeal(
            self.book.case,
            self.appeal,
            Filing(channel=Channel.DIGITAL, received=at.date()),
            appellant=self.party,
            sent_by=by[0],
            received_by=to,
            defects=(),
            grounds=Confidential(grounds),
            by=by[0],
            law=self.law,
        )
        self.record(filed, at=at, by=by)

    def send_on(
        self,
        text: str,
        *,
        to: Instance,
        late: tuple[LateGround, str],
        at: datetime,
        by: Acting,
    ) -> None:
        """Maintain the decision and send the appeal on; ``late`` is for one not in time."""
        case, on = self.book.case, at.date()
        if case.appeals.appeal(self.appeal).stage is Stage.ADMISSIBILITY:
            ground, because = late
            accepted = first_instance.accept_late(
                case,
                self.appeal,
                ground,
                because=Confidential(because),
                by=by[0],
                on=on,
                law=self.law,
            )
            self.record(accepted, at=at, by=by)
        reviewed = first_instance.review(
            case,
            self.appeal,
            Review.MAINTAINED,
            result=None,
            because=Confidential(text),
            seen=self.seen(at),
            by=by[0],
            on=on,
            law=self.law,
        )
        self.record(reviewed, at=at, by=by)
        sent = first_instance.forward(case, self.appeal, to, by=by[0], on=on, law=self.law)
        self.record(sent, at=at, by=by)
