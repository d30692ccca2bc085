"""The days to come of a proceeding: until when to appeal, and to mend an appeal."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from domain.proceedings.proceeding import Decided, Proceeding
from domain.shared.enforced import Due


class ProceedingDeadline(StrEnum):
    """What can be due in a proceeding."""

    APPEAL = "decision-appeal"
    CORRECTION = "appeal-correction"


def proceeding_deadlines(proceeding: Proceeding) -> Iterator[Due]:
    """Yield what is to come, or past and not yet noticed; the time to appeal runs on if closed."""
    opened, decided = proceeding.opened, proceeding.decided
    if opened is None or decided is None:
        return
    last_day = proceeding.notice.last_day
    if (
        last_day
        and proceeding.outcome != Decided.GRANTED
        and not proceeding.appeals.of(opened.party)
    ):
        due = Due(
            kind=ProceedingDeadline.APPEAL,
            subject="",
            due_on=last_day,
            concerns=(opened.party,),
            lapses=True,
        )
        if not proceeding.enforced.has_lapsed(due):
            yield due
    for appeal in proceeding.appeals.running:
        if appeal.answer_by:
            yield Due(
                kind=ProceedingDeadline.CORRECTION,
                subject=appeal.filed.appeal,
                due_on=appeal.answer_by,
                concerns=(appeal.filed.appellant,),
                lapses=False,
            )
