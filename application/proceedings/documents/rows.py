"""What a party sent that nobody has seen to waits with the instance that has it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from application.proceedings.before.rows import Waiting
from domain.proceedings.appeal_facts import AppealDecided, AppealDismissed, AppealReviewed
from domain.proceedings.documents import Document
from domain.proceedings.facts import DecisionMade, DecisionReversed
from domain.proceedings.proceeding import Proceeding

SAW_ALL = (DecisionMade, DecisionReversed)
SAW_ITS_OWN = (AppealReviewed, AppealDismissed, AppealDecided)


class WaitsToBeSeen(StrEnum):
    """What is to be done with what came in, also in a closed case."""

    SEE_DOCUMENT = "see-document"
    SEE_SENDING = "see-sending"


def waiting_documents(proceeding: Proceeding) -> Iterator[Waiting]:
    """Yield a party's documents until somebody notes them, or decides with them before them."""
    for one in proceeding.documents.by_id.values():
        attached = one.attached
        if attached.own or one.noted or one.withdrawn or _was_before_who_decided(proceeding, one):
            continue
        yield Waiting(
            waits_for=WaitsToBeSeen.SEE_DOCUMENT,
            since=attached.received_on,
            instance=proceeding.instance_with(attached.appeal),
            appeal=attached.appeal,
        )


def waiting_sendings(proceeding: Proceeding) -> Iterator[Waiting]:
    """Yield what a party sent without effect until somebody notes that it was seen."""
    for one in proceeding.appeals.without_effect.waiting:
        yield Waiting(
            waits_for=WaitsToBeSeen.SEE_SENDING,
            since=one.sent.received_on,
            instance=proceeding.instance_with(one.appeal),
            appeal=one.appeal,
        )


def _was_before_who_decided(proceeding: Proceeding, one: Document) -> bool:
    appeal = one.attached.appeal
    return any(version > one.at for version, _ in proceeding.told(*SAW_ALL)) or any(
        version > one.at and appeal in (None, fact.appeal)
        for version, fact in proceeding.told(*SAW_ITS_OWN)
    )
