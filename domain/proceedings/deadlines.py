"""The days to come of a proceeding: until when to appeal, and to mend an appeal."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Decided, Ruling
from domain.shared.enforced import Due


class ProceedingDeadline(StrEnum):
    """What can be due in a proceeding."""

    APPEAL = "decision-appeal"
    CORRECTION = "appeal-correction"


def proceeding_deadlines(proceeding: Proceeding) -> Iterator[Due]:
    """Yield what is to come, or past and not yet noticed; the time to appeal runs on if closed."""
    for ruling in proceeding.rulings.in_force:
        due = _time_to_appeal(proceeding, ruling)
        if due and not proceeding.enforced.has_lapsed(due):
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


def _time_to_appeal(proceeding: Proceeding, ruling: Ruling) -> Due | None:
    """Return until when the party can appeal; None where none runs, or they have."""
    party, last_day = proceeding.be_open().party, ruling.notice.last_day
    appealed = any(proceeding.ruling_against(one) is ruling for one in proceeding.appeals.of(party))
    settled = ruling.outcome == Decided.GRANTED or appealed or not ruling.concerns(party)
    if last_day is None or settled:
        return None
    first = proceeding.rulings.first is ruling
    return Due(
        kind=ProceedingDeadline.APPEAL,
        subject="" if first else str(ruling.at),
        due_on=last_day,
        concerns=(party,),
        lapses=True,
    )
