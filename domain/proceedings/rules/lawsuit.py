"""When a lawsuit can be brought: a condition set beside the decision, and the days (§ 27 b)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.calendar.deadlines import Deadline
from domain.calendar.periods import period
from domain.law.book import LawBook
from domain.law.notices import NoticeContent
from domain.law.remedies import Instance, Remedy
from domain.proceedings import aside_refusals as refusals
from domain.proceedings.appeal import Stage
from domain.proceedings.arrival import from_arrival
from domain.proceedings.aside import is_in_favour
from domain.proceedings.aside_facts import LawsuitConditionSet
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.costs import claim_deadline
from domain.proceedings.rules.superior import reversal_deadline, review_deadline
from domain.proceedings.rulings import Ruling, Source
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day beside the time to appeal: the name of its period, and what it is of."""

    name: str
    ruling: int
    appeal: Id | None
    deadline: Deadline


def set_condition(
    proceeding: Proceeding, *, ruling: int, by: Id, on: date, law: LawBook
) -> LawsuitConditionSet:
    """Have a lawsuit wait for the appeal; raises NotAllowed once the notice was sent without it."""
    proceeding.be_running()
    found = proceeding.be_ruled(ruling)
    rule = law.lawsuit_condition.on(found.decided_on)
    if found.remedy is not Remedy.APPEAL:
        raise refusals.no_appeal_to_wait_for(rule.citation)
    if found.notice.sent and rule.value.only_if_told:
        raise refusals.told_already(found.notice.sent[-1].dispatched_on, rule.citation)
    return LawsuitConditionSet(ruling=found.at, set_by=by, set_on=on, basis=(rule.citation,))


def days_beside(proceeding: Proceeding, law: LawBook) -> tuple[NamedDay, ...]:
    """Return every day beside the time to appeal that can be told from what is known."""
    found: list[NamedDay] = []
    for ruling in proceeding.rulings:
        found += _despite_appeal(proceeding, ruling, law)
        found += _after_board(ruling, law)
        if is_in_favour(ruling) and (claimed_by := claim_deadline(ruling, law)):
            found.append(_day("cost_claim", ruling, claimed_by))
        if any(one.ruling == ruling.at for one in proceeding.aside.announced):
            found += _of_superior(ruling, law)
    return tuple(found)


def _despite_appeal(proceeding: Proceeding, ruling: Ruling, law: LawBook) -> Iterator[NamedDay]:
    """Yield from when a lawsuit can be brought though the appeal it waits for is not decided."""
    if not waits_for_appeal(ruling):
        return
    over = [
        one
        for one in proceeding.appeals.by_id.values()
        if proceeding.ruling_against(one) is ruling and one.stage is not Stage.DECIDED
    ]
    for appellant in dict.fromkeys(one.filed.appellant for one in over):
        first = min(
            (one for one in over if one.filed.appellant == appellant),
            key=lambda one: one.first_received_on,
        )
        day = period(
            "lawsuit_despite_appeal", first.first_received_on, law, governed_on=ruling.decided_on
        )
        yield _day("lawsuit_despite_appeal", ruling, day, appeal=first.filed.appeal)


def waits_for_appeal(ruling: Ruling) -> bool:
    """Return whether a lawsuit waits: the condition was set, and the notice told of it."""
    told = any(NoticeContent.LAWSUIT in sent.says for sent in ruling.notice.sent)
    return ruling.lawsuit_waits and told


def _after_board(ruling: Ruling, law: LawBook) -> Iterator[NamedDay]:
    """Yield the last day to sue after a decision of the personnel board; of others none is known.

    Told of in no notice, the time does not run against the party (section 27).
    """
    of_board = ruling.source is Source.HEARD and ruling.body == Instance.PERSONNEL_BOARD
    told = any(NoticeContent.LAWSUIT in sent.says for sent in ruling.notice.sent)
    found = from_arrival("lawsuit_after_board", ruling, law) if of_board and told else None
    if found:
        yield _day("lawsuit_after_board", ruling, found, appeal=ruling.appeal)


def _of_superior(ruling: Ruling, law: LawBook) -> Iterator[NamedDay]:
    if told := review_deadline(ruling, law):
        yield _day("superior_review_notice", ruling, told)
    if reversed_by := reversal_deadline(ruling, law):
        name = "superior_reversal_notice"
        if ruling.source is Source.HEARD:
            name = "superior_reversal_of_appeal"
        yield _day(name, ruling, reversed_by)


def _day(name: str, ruling: Ruling, deadline: Deadline, appeal: Id | None = None) -> NamedDay:
    return NamedDay(name=name, ruling=ruling.at, appeal=appeal, deadline=deadline)
