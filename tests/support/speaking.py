"""What a party says of an appeal, in few words."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules import speak_of_appeal
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.plans import DOCTOR


def next_sending(case: Proceeding) -> Id:
    return Id(f"{UUID(int=0x5E0000 + case.version)}")


def withdraw(case: Proceeding, appeal: Id, *, on: date, party: Id | None = None) -> Fact:
    """Return that an appeal was withdrawn; ``party`` None: an official entered it."""
    return speak_of_appeal.withdraw_appeal(
        case.appeals, appeal, party=party, sending=next_sending(case), by=DOCTOR, on=on
    )


def answer_rest(
    case: Proceeding, appeal: Id, *, maintained: bool, on: date, party: Id | None = None
) -> Fact:
    return speak_of_appeal.answer_rest(
        case.appeals,
        appeal,
        maintained=maintained,
        party=party,
        sending=next_sending(case),
        by=DOCTOR,
        on=on,
    )
