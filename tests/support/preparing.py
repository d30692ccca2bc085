"""What comes before a decision, told fact by fact."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.law.access_places import AccessGround
from domain.law.administration import Regime
from domain.law.advance_notice_places import LeftOut
from domain.law.book import IN_FORCE
from domain.law.impartial_places import Partiality
from domain.law.remedies import Instance
from domain.proceedings.access import AccessRequests
from domain.proceedings.impartiality import Impartiality
from domain.proceedings.proceeding import Proceeding
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.plans import DOCTOR, text

OFFICIAL = Id(f"{UUID(int=0xCA5E)}")
SUPERIOR = Id(f"{UUID(int=0xCA60)}")
SUBSTITUTE = Id(f"{UUID(int=0xCA61)}")
REQUEST, QUESTION = Id(f"{UUID(int=0xACCE)}"), Id(f"{UUID(int=0x0BE5)}")
ON, COMMENT_BY = date(2026, 9, 7), date(2026, 9, 21)
OLD = Regime.ACT_OF_1967


def raised(
    of: Impartiality,
    question: Id = QUESTION,
    official: Id | None = OFFICIAL,
    *,
    demands_superior: bool = False,
    by: Id = DOCTOR,
    on: date = ON,
) -> Fact:
    return of.raise_question(
        question,
        official,
        text(),
        instance=Instance.DIRECTORATE,
        by_party=by == DOCTOR,
        demands_superior=demands_superior,
        by=by,
        on=on,
    )


def answered(
    of: Impartiality,
    question: Id = QUESTION,
    *,
    disqualified: bool = True,
    by: Id = SUPERIOR,
    official: Id | None = None,
    no_time: bool = False,
    collegial: bool = False,
    subordinates: tuple[Id, ...] = (),
    on: date = ON,
    regime: Regime = OLD,
    ground: Partiality = Partiality.RELATED,
) -> Fact:
    return of.decide(
        question,
        official=official,
        disqualified=disqualified,
        ground=ground if disqualified else None,
        because=text(),
        no_time_because=text() if no_time else None,
        collegial=collegial,
        subordinates=subordinates,
        by=by,
        on=on,
        regime=regime,
    )


def refused(
    of: AccessRequests,
    ground: AccessGround = AccessGround.ANOTHERS_HEALTH,
    *,
    request: Id = REQUEST,
    by: Id = OFFICIAL,
    on: date = ON,
    regime: Regime = OLD,
) -> Fact:
    return of.refuse(request, ground, in_part=True, because=text(), by=by, on=on, regime=regime)


def preparation_story() -> tuple[Fact, ...]:
    """Return facts in which everything there is before a decision occurs."""
    case = Proceeding()
    before, access = case.preparation, case.preparation.access
    partial = before.impartiality

    def told(fact: Fact) -> None:
        case.fold((fact,))

    receipt = before.receive(
        "2026-0000CA5E", received_on=ON, seen=(), findings=(), by=DOCTOR, on=ON, law=IN_FORCE
    )
    told(receipt)
    reply = before.reply(
        date(2026, 12, 1),
        because=text(),
        applied=True,
        decided_on=None,
        by=OFFICIAL,
        on=ON,
        law=IN_FORCE,
    )
    told(reply)
    ground = LeftOut.KNOWS_ALREADY
    told(before.leave_notice_out(ground, text(), decided_on=None, by=OFFICIAL, on=ON, law=IN_FORCE))
    told(before.give_notice(text(), COMMENT_BY, decided_on=None, by=OFFICIAL, on=ON, law=IN_FORCE))
    told(before.comment(text(), received_on=COMMENT_BY, decided_on=None, by=DOCTOR))
    told(access.ask(REQUEST, text(), received_on=ON, by=DOCTOR))
    told(refused(access))
    told(access.appeal(REQUEST, text(), received_on=ON, by=DOCTOR))
    own = Instance.ESTABLISHMENT
    told(access.forward(REQUEST, decided_by=own, by=OFFICIAL, on=ON, regime=OLD))
    told(access.enter_answer(REQUEST, access=False, by=OFFICIAL, on=ON, regime=OLD))
    told(access.give(REQUEST, by=OFFICIAL, on=ON, regime=OLD))
    told(raised(partial))
    told(answered(partial))
    told(partial.appoint(QUESTION, SUBSTITUTE, party=DOCTOR, by=SUPERIOR, on=ON, regime=OLD))
    told(partial.state_urgency(text(), by=OFFICIAL, on=ON, regime=OLD))
    told(before.withdraw(text(), applied=True, decided_on=None, received_on=ON, by=DOCTOR, on=ON))
    return tuple(case.facts)
