"""What the facts of a proceeding come to in the history of whom it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from msgspec.structs import replace

from domain.organisations import decisions as o
from domain.plans.decisions import (
    AppealConcludedTold,
    AppealPeriodTold,
    AppealTold,
    DecisionTold,
    ForwardingTold,
    WithdrawalTold,
)
from domain.proceedings import appeal_facts as a
from domain.proceedings.appeal import Outcome, Review, Stage
from domain.proceedings.facts import AppealDeadlineComputed, DecisionMade, DecisionReversed
from domain.proceedings.preparation_facts import ApplicationWithdrawn
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import SET_ASIDE
from domain.shared.case import Case, Correction
from domain.shared.facts import Fact
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The facts by which a history tells of the decisions about its own."""

    decision: type[Any]
    period: type[Any]
    appeal: type[Any]
    forwarding: type[Any]
    concluded: type[Any]
    withdrawal: type[Any]
    # What a decision is told with besides; an establishment is also told that it was set aside.
    more: Callable[[Proceeding], dict[str, Any]] = lambda _: {}
    tells_set_aside: bool = False


IN_PLAN = Telling(
    decision=DecisionTold,
    period=AppealPeriodTold,
    appeal=AppealTold,
    forwarding=ForwardingTold,
    concluded=AppealConcludedTold,
    withdrawal=WithdrawalTold,
)
IN_ORGANISATION = Telling(
    decision=o.OrganisationDecisionTold,
    period=o.OrganisationPeriodTold,
    appeal=o.OrganisationAppealTold,
    forwarding=o.OrganisationForwardingTold,
    concluded=o.OrganisationAppealConcludedTold,
    withdrawal=o.OrganisationWithdrawalTold,
    # Its registration follows from what is told, day by day: domain/organisations/register.py.
    more=lambda case: {"applied_on": case.be_open().received_on},
    tells_set_aside=True,
)
Tells = Callable[[Id, Sequence[Fact], Sequence[Fact]], Sequence[Fact]]
"""What facts that come after others of a proceeding are told as."""
TOLD_AS_DECISIONS = (DecisionMade, DecisionReversed, a.AppealReviewed, a.AppealDecided)


def told(
    where: Telling, proceeding: Id, before: Sequence[Fact], facts: Sequence[Fact]
) -> tuple[Fact, ...]:
    """Return what is told there of facts that come after others of a proceeding."""
    after = Proceeding()
    after.fold(before)
    found: list[Fact] = []
    for fact in facts:
        after.fold((fact,))
        found += _of_appeal(where, proceeding, after, fact)
        found += _decision(where, proceeding, after, fact)
    return tuple(found)


def retold(
    telling: Tells, own: Case, proceeding: Id, facts: Sequence[Fact], marks: Sequence[Correction]
) -> list[int]:
    """Return where a history tells of what is marked in a proceeding, as it was told there."""
    found: list[int] = []
    for mark in marks:
        before, fact = facts[: mark.corrects - 1], facts[mark.corrects - 1]
        for told_of in reversed(telling(proceeding, before, (fact,))):
            for version in range(own.version, 0, -1):
                taken = version in own.struck or version in found
                if not taken and _is_told(own.facts[version - 1], told_of):
                    found.append(version)
                    break
    return found


def _is_told(stored: Fact, told_of: Fact) -> bool:
    """Return whether this is what was told, also before the day of the application was told."""
    if isinstance(told_of, o.OrganisationDecisionTold):
        return stored in (told_of, replace(told_of, applied_on=None))
    return stored == told_of


def _decision(where: Telling, proceeding: Id, after: Proceeding, fact: Fact) -> Iterator[Fact]:
    """Yield what the party has now, where a ruling changed it or said it for the first time."""
    ruling = after.rulings.by_version.get(after.version)
    if not isinstance(fact, TOLD_AS_DECISIONS) or ruling is None:
        return
    upheld = isinstance(fact, a.AppealDecided) and fact.outcome == Outcome.UPHELD
    unsaid = ruling.outcome == SET_ASIDE and not where.tells_set_aside
    if ruling.outcome is None or unsaid or upheld:
        return
    yield where.decision(
        proceeding=proceeding,
        kind=after.kind,
        outcome=ruling.outcome,
        remedy=ruling.remedy,
        decided_on=ruling.decided_on,
        **where.more(after),
    )


def _of_appeal(where: Telling, proceeding: Id, after: Proceeding, fact: Fact) -> Iterator[Fact]:
    match fact:
        case AppealDeadlineComputed(last_day=last_day, computed_on=on) if not _of_costs(
            after, fact
        ):
            yield where.period(proceeding=proceeding, last_day=last_day, computed_on=on)
        case a.AppealFiled(appeal=appeal) | a.TimelinessJudged(appeal=appeal):
            yield where.appeal(
                proceeding=proceeding,
                appeal=appeal,
                received_on=after.appeals.appeal(appeal).filed.received_on,
                verdict=fact.verdict,
            )
        case ApplicationWithdrawn(ends=True):
            yield where.withdrawal(
                proceeding=proceeding, kind=after.kind, withdrawn_on=fact.received_on
            )
        case a.AppealForwarded():
            yield where.forwarding(
                proceeding=proceeding,
                appeal=fact.appeal,
                to=fact.to,
                forwarded_on=fact.forwarded_on,
            )
    if ended := _ended(fact):
        appeal, outcome, on = ended
        yield where.concluded(
            proceeding=proceeding, appeal=appeal, outcome=outcome, concluded_on=on
        )


def _of_costs(after: Proceeding, fact: AppealDeadlineComputed) -> bool:
    """Return whether a time to appeal is that over costs, not over what was decided."""
    ruling = after.rulings.by_version.get(fact.ruling)
    return ruling is not None and ruling.of_costs


def _ended(fact: Fact) -> tuple[Id, str, date] | None:
    """Return the appeal that a fact ended, how, and when."""
    match fact:
        case a.AppealDismissed():
            return fact.appeal, Stage.DISMISSED, fact.dismissed_on
        case a.AppealWithdrawn():
            return fact.appeal, Stage.WITHDRAWN, fact.withdrawn_on
        case a.AppealReviewed(outcome=Review.CHANGED):
            return fact.appeal, Stage.CHANGED, fact.reviewed_on
        case a.RestAnswered(maintained=False):
            return fact.appeal, Stage.CHANGED, fact.answered_on
        case a.AppealDecided():
            return fact.appeal, fact.outcome, fact.decided_on
    return None
