"""What of the time before the decision, and of access, waits on the docket."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.proceedings.access import AccessStage
from domain.proceedings.proceeding import Proceeding
from domain.shared.ids import Id


class WaitsBefore(StrEnum):
    """What is waited for beside, or instead of, the decision itself."""

    COMMENTS = "comments"
    CLOSE = "close"
    ANSWER_ACCESS = "answer-access"
    ANSWER_ACCESS_APPEAL = "answer-access-appeal"
    ENTER_ACCESS_ANSWER = "enter-access-answer"
    ANSWER_IMPARTIALITY = "answer-impartiality"


OF_STAGE = {
    AccessStage.ASKED: WaitsBefore.ANSWER_ACCESS,
    AccessStage.APPEALED: WaitsBefore.ANSWER_ACCESS_APPEAL,
    AccessStage.FORWARDED: WaitsBefore.ENTER_ACCESS_ANSWER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits at an instance; comments wait until the day, and no longer."""

    waits_for: StrEnum
    since: date
    instance: str
    appeal: Id | None = None
    legal_by: date | None = None
    target_on: date | None = None


def waiting_before(proceeding: Proceeding) -> Iterator[Waiting]:
    """Yield what waits; the party's access to the documents outlives the case."""
    before, decides = proceeding.preparation, proceeding.be_open().decided_by
    for request in before.access.waiting:
        assert request.waits_since
        yield Waiting(
            waits_for=OF_STAGE[request.stage], since=request.waits_since, instance=decides
        )
    if proceeding.closed:
        return
    for question in before.impartiality.waiting:
        yield Waiting(
            waits_for=WaitsBefore.ANSWER_IMPARTIALITY,
            since=question.raised.raised_on,
            instance=question.raised.instance,
        )
    if before.withdrawn:
        since = before.withdrawn.received_on
        yield Waiting(waits_for=WaitsBefore.CLOSE, since=since, instance=decides)
    elif proceeding.is_to_be_decided and before.comment_by:
        yield Waiting(
            waits_for=WaitsBefore.COMMENTS,
            since=before.notices[-1].given_on,
            instance=decides,
            legal_by=before.comment_by,
        )
