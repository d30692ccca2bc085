"""Marking what was recorded of a proceeding as an error, and what that makes of what followed.

What was computed or judged is never an error by itself: it falls with what it stood on, and what
is known then is computed and judged anew, in the same append.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date

from domain.law.aside_places import regime_of
from domain.law.book import LawBook
from domain.law.reversal_places import REVERSAL
from domain.proceedings.appeal_facts import AppealFiled, AppealSupplemented, TimelinessJudged
from domain.proceedings.facts import (
    AppealDeadlineComputed,
    NoticeArrived,
    PeriodExtended,
    ProceedingFactCorrected,
    ReasonsDemanded,
    ReasonsGiven,
)
from domain.proceedings.leaning import COMPUTED
from domain.proceedings.notice import Because
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules import notify
from domain.proceedings.rulings import Ruling
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, tag_of
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed

STARTS_TIME = (NoticeArrived, ReasonsDemanded, ReasonsGiven, PeriodExtended)
"""What a time to appeal is computed from."""
SENDS = (AppealFiled, AppealSupplemented)
"""What an appeal is judged by."""


def correct(
    proceeding: Proceeding, version: int, *, by: Id, on: date, reason: Confidential, law: LawBook
) -> tuple[Fact, ...]:
    """Return the marks of a fact and of what was computed from it, and what is computed anew.

    Raises Invalid, and NotAllowed for what is not corrected so.
    """
    fact = proceeding.correctable(version)
    if isinstance(fact, COMPUTED):
        raise _computed()
    if ruling := _reached_the_party(proceeding, version):
        raise _reverse_instead(REVERSAL[regime_of(law, ruling.decided_on)])
    marks = tuple(
        ProceedingFactCorrected(
            corrects=at,
            corrected_fact=tag_of(proceeding.facts[at - 1]),
            corrected_by=by,
            corrected_on=on,
            reason=reason,
        )
        for at in (*_computed_from(proceeding, version, fact), version)
    )
    after = deepcopy(proceeding)
    after.fold(marks)
    return (*marks, *_anew(proceeding, after, version, fact, on=on, law=law))


def _computed_from(proceeding: Proceeding, version: int, fact: Fact) -> Iterator[int]:
    """Yield the versions of what was computed or judged from a fact, the last first."""
    ruling = _ruling_of(proceeding, fact)
    for at in range(proceeding.version, version, -1):
        later = proceeding.facts[at - 1]
        if at in proceeding.struck:
            continue
        if isinstance(later, AppealDeadlineComputed) and ruling:
            if _ruling_of(proceeding, later) is ruling:
                yield at
        elif isinstance(later, TimelinessJudged):
            appeal = proceeding.appeals.appeal(later.appeal)
            own = isinstance(fact, SENDS) and fact.appeal == later.appeal
            if own or (ruling and proceeding.ruling_against(appeal) is ruling):
                yield at


def _anew(
    before: Proceeding, after: Proceeding, version: int, fact: Fact, *, on: date, law: LawBook
) -> tuple[Fact, ...]:
    """Return what is computed and judged of what still stands, where it comes to another."""
    ruling, appeal = _ruling_of(before, fact), getattr(fact, "appeal", None)
    if appeal in before.appeals.by_id:
        # It may run again, and be of other days than it was judged by.
        ruling = before.ruling_against(before.appeals.appeal(appeal))
    left = after.rulings.by_version.get(ruling.at) if ruling else None
    if left is None or left.at == version:
        return ()
    return notify.as_known(after, left, Because.CORRECTION, on=on, law=law)


def _ruling_of(proceeding: Proceeding, fact: Fact) -> Ruling | None:
    if not isinstance(fact, (*STARTS_TIME, AppealDeadlineComputed)):
        return None
    return proceeding.rulings.named(fact.ruling)


def _reached_the_party(proceeding: Proceeding, version: int) -> Ruling | None:
    """Return a ruling on the matter whose notice was ever said to have arrived."""
    ruling = proceeding.rulings.by_version.get(version)
    if ruling is None or ruling.outcome is None:
        return None
    arrived = (
        isinstance(told, NoticeArrived) and proceeding.rulings.named(told.ruling) is ruling
        for told in proceeding.facts[version:]
    )
    return ruling if any(arrived) else None


def _computed() -> NotAllowed:
    return NotAllowed(
        "computed",
        nb="Dette er regnet ut av det som er ført; rett det som er feil der, så regnes det på nytt "
        "av seg selv.",
        en="This was computed from what is recorded; correct what is wrong there, and it is "
        "computed anew by itself.",
        field="version",
    )


def _reverse_instead(basis: Citation) -> NotAllowed:
    return NotAllowed(
        "reached-the-party",
        nb="Underretning om avgjørelsen er ført som kommet fram; den strykes ikke, den omgjøres.",
        en="Notice of the ruling is recorded as arrived; it is not struck, it is reversed.",
        rule="L-FVL-10",
        basis=(basis,),
        field="version",
    )
