"""The acts beside an appeal, on top of the story of a proceeding."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Filing
from domain.law.aside import SuperiorGround
from domain.law.book import IN_FORCE, LawBook
from domain.law.remedies import DecisionKind, Instance
from domain.law.reversal_places import ReversalGround
from domain.proceedings.aside import Claim, Deferral, Until
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules import costs, defer, lawsuit, superior
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.shared.ids import Id
from tests.support.aside_samples import CLAIM, DEFERRAL
from tests.support.plans import DOCTOR, text
from tests.support.proceedings import BOARD_MEMBER, CASE_HANDLER, DECIDED_ON, Story

DIRECTORATE, BOARD = Instance.DIRECTORATE, Instance.PERSONNEL_BOARD
NEW_RULING = date(2026, 5, 4)


class AsideStory(Story):
    """A story in which more is tried than decisions and appeals."""

    def __init__(self, law: LawBook = IN_FORCE) -> None:
        super().__init__(law)
        self.case: Proceeding

    def claimed(
        self,
        received: date,
        *,
        amount: int | None = 42_000,
        ruling: int = 0,
        claim: Id = CLAIM,
        claimant: Id = DOCTOR,
        channel: Channel = Channel.DIGITAL,
        sent: date | None = None,
    ) -> AsideStory:
        self.told(
            costs.claim_costs(
                self.case,
                claim,
                Filing(channel=channel, sent=sent, received=received),
                ruling=ruling,
                claimant=claimant,
                sent_by=claimant,
                amount=amount,
                grounds=text("Advokat."),
                by=claimant,
                law=self.law,
            )
        )
        return self

    def decided_costs(
        self,
        on: date,
        outcome: Decided = Decided.GRANTED,
        amount: int = 42_000,
        *,
        body: Instance = DIRECTORATE,
        ground: LateGround | None = None,
        claim: Id = CLAIM,
    ) -> AsideStory:
        self.told(
            costs.decide_costs(
                self.case,
                claim,
                outcome,
                amount=amount,
                because=text(),
                late_ground=ground,
                body=body,
                by=CASE_HANDLER if body is DIRECTORATE else BOARD_MEMBER,
                on=on,
                law=self.law,
            )
        )
        return self

    def asked_to_defer(
        self, received: date, *, ruling: int = 0, deferral: Id = DEFERRAL
    ) -> AsideStory:
        self.told(
            defer.request_deferral(
                self.case,
                deferral,
                ruling=ruling,
                until=None,
                grounds=None,
                sent_by=DOCTOR,
                received_on=received,
                by=DOCTOR,
            )
        )
        return self

    def deferred(
        self,
        on: date,
        until: Until | None = Until.APPEAL_DECIDED,
        *,
        body: Instance = DIRECTORATE,
        deferral: Id = DEFERRAL,
        **told: Any,
    ) -> AsideStory:
        """Defer until something, or refuse where that is None."""
        nothing = {"conditions": None, "because": None, "irreversible": False, "exception": None}
        fact = defer.decide_deferral(
            self.case,
            deferral,
            deferred=until is not None,
            until=until,
            body=body,
            by=CASE_HANDLER if body is DIRECTORATE else BOARD_MEMBER,
            on=on,
            law=self.law,
            **nothing | told,
        )
        self.told(fact)
        return self

    def conditioned(self, on: date = DECIDED_ON, *, ruling: int = 0) -> AsideStory:
        self.told(
            lawsuit.set_condition(self.case, ruling=ruling, by=CASE_HANDLER, on=on, law=self.law)
        )
        return self

    def announced(self, on: date, *, body: Instance = BOARD, by: Id = BOARD_MEMBER) -> AsideStory:
        self.told(superior.announce_review(self.case, body=body, by=by, on=on, law=self.law))
        return self

    def reversed_above(
        self,
        ground: SuperiorGround,
        outcome: Decided,
        on: date,
        *,
        body: Instance = BOARD,
        by: Id = BOARD_MEMBER,
    ) -> AsideStory:
        self.told(
            superior.reverse_above(
                self.case,
                ground,
                outcome,
                text=text("Omgjort."),
                body=body,
                by=by,
                on=on,
                law=self.law,
            )
        )
        return self

    @property
    def claim(self) -> Claim:
        return self.case.aside.claim(CLAIM)

    @property
    def deferral(self) -> Deferral:
        return self.case.aside.deferral(DEFERRAL)

    def days(self) -> dict[str, date | None]:
        """Return the days beside the time to appeal, by their names."""
        found = lawsuit.days_beside(self.case, self.law)
        return {one.name: one.deadline.last_day for one in found}


def begun(
    outcome: Decided = Decided.REFUSED,
    *,
    law: LawBook = IN_FORCE,
    on: date = DECIDED_ON,
    kind: DecisionKind = DecisionKind.SPECIALIST_APPROVAL,
) -> AsideStory:
    """Return the story of an application decided on a day; its notice is not sent yet."""
    story = AsideStory(law)
    story.opened(kind).decided(outcome, on=on)
    return story


def told(
    outcome: Decided = Decided.REFUSED, *, law: LawBook = IN_FORCE, on: date = DECIDED_ON
) -> AsideStory:
    """Return the same story, notified the day it was decided."""
    story = begun(outcome, law=law, on=on)
    story.notified(on)
    return story


def changed_in_favour() -> AsideStory:
    """Return the story of a refusal changed by the body itself, told of on 4 May 2026."""
    story = told()
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, Decided.GRANTED, on=NEW_RULING)
    story.notified(NEW_RULING)
    return story


def forwarded() -> AsideStory:
    """Return the story of a refusal appealed in time, maintained, and sent to the board."""
    story = told()
    story.filed(date(2026, 4, 21)).reviewed(date(2026, 6, 15)).forwarded(date(2026, 6, 15))
    return story
