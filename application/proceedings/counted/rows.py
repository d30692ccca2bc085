"""Rows of decisions made, with what became of each: for statistics of appeals and reversals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any

from domain.calendar.timeliness import BEST_FIRST, Verdict
from domain.proceedings.appeal import Appeal, Outcome, Review, Stage
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Ruling, Source
from domain.shared.ids import Id

VIEW = "decisions_made"


class CameTo(StrEnum):
    """What can become of a decision; more than one of these can be true of it.

    Of those appealed each was in time, late, or for a person to judge: by the best of its appeals.
    What was ruled of a dismissal, and not of the decision, is told apart.
    """

    APPEALED = "appealed"
    IN_TIME = "in-time"
    LATE = "late"
    FOR_A_PERSON = "a-person-decides"
    TAKEN_ON_LATE = "taken-on-late"
    WITHDRAWN = "withdrawn"
    UNDER_WAY = "under-way"
    CHANGED_AT_FIRST = "changed-by-first-instance"
    DISMISSED_AT_FIRST = "dismissed-by-first-instance"
    FORWARDED = "forwarded"
    CHANGED = "changed"
    UPHELD = "upheld"
    QUASHED = "quashed-and-returned"
    DISMISSED = "dismissed"
    REVERSED = "reversed-without-appeal"
    OVERTURNED = "overturned"
    DISMISSAL_APPEALED = "dismissal-appealed"
    DISMISSAL_SET_ASIDE = "dismissal-set-aside"


OF_VERDICT = {
    Verdict.IN_TIME: CameTo.IN_TIME,
    Verdict.LATE: CameTo.LATE,
    Verdict.A_PERSON_DECIDES: CameTo.FOR_A_PERSON,
}
OF_OUTCOME = {
    Outcome.CHANGED: CameTo.CHANGED,
    Outcome.UPHELD: CameTo.UPHELD,
    Outcome.QUASHED: CameTo.QUASHED,
    Outcome.DISMISSED: CameTo.DISMISSED,
}
OF_RULING = {Source.REVERSED: CameTo.REVERSED, Source.DISMISSED: CameTo.DISMISSED_AT_FIRST}
OVERTURNING = frozenset({CameTo.CHANGED_AT_FIRST, CameTo.CHANGED, CameTo.QUASHED, CameTo.REVERSED})
AGAINST_THE_DECISION = frozenset({Source.DECIDED, Source.REVERSED, Source.REVIEWED})
"""The rulings against which an appeal is one against the decision, as it was or as changed."""
CHANGING = (Review.CHANGED, Review.PARTLY_CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeRow:
    """A decision made: ``ruling`` is its version, ``rules`` those of the findings it rested on.

    One that was quashed and made anew is two. ``hears`` are the bodies it was forwarded to.
    """

    case_id: Id
    ruling: int
    kind: str
    instance: str
    organisation: Id
    party: Id
    decided_on: date
    outcome: str
    rules: tuple[str, ...]
    came_to: tuple[str, ...]
    hears: tuple[str, ...]


def made_rows(case_id: Id, proceeding: Proceeding, _: Mapping[Id, Any]) -> Iterator[MadeRow]:
    opened, ruled = proceeding.opened, proceeding.ruled
    if opened is None:
        return
    hears = {one.forwarded.to for one in proceeding.appeals.by_id.values() if one.forwarded}
    ends = [*ruled.made_at, proceeding.version + 1]
    for (at, following), made in zip(pairwise(ends), ruled.made, strict=True):
        yield MadeRow(
            case_id=case_id,
            ruling=at,
            kind=opened.kind,
            instance=opened.decided_by,
            organisation=opened.organisation,
            party=opened.party,
            decided_on=made.decided_on,
            outcome=made.outcome,
            rules=tuple(sorted({finding.rule for finding in made.findings})),
            came_to=tuple(sorted(_came_to(proceeding, at, following))),
            hears=tuple(sorted(hears)),
        )


def _came_to(proceeding: Proceeding, at: int, following: int) -> set[CameTo]:
    """Return what became of the decision made at a version, until the following one."""
    rulings = [one for one in proceeding.rulings if at <= one.at < following]
    found = {OF_RULING[one.source] for one in rulings if one.source in OF_RULING}
    verdicts = []
    for appeal in proceeding.appeals.by_id.values():
        against = proceeding.ruling_against(appeal)
        if against is None or not at <= against.at < following:
            continue
        found |= _of_appeal(appeal, against)
        if against.source in AGAINST_THE_DECISION:
            verdicts.append(appeal.verdict)
    if verdicts:
        found |= {CameTo.APPEALED, OF_VERDICT[min(verdicts, key=BEST_FIRST.index)]}
    return found | ({CameTo.OVERTURNED} if found & OVERTURNING else set())


def _of_appeal(appeal: Appeal, against: Ruling) -> set[CameTo]:
    outcome = Outcome(appeal.decided.outcome) if appeal.decided else None
    changed = appeal.reviewed is not None and appeal.reviewed.outcome in CHANGING
    if against.source is Source.DISMISSED:
        aside = changed or outcome in (Outcome.CHANGED, Outcome.QUASHED)
        return {CameTo.DISMISSAL_APPEALED} | ({CameTo.DISMISSAL_SET_ASIDE} if aside else set())
    if against.source not in AGAINST_THE_DECISION:
        return set()
    told = {
        CameTo.CHANGED_AT_FIRST: changed,
        CameTo.TAKEN_ON_LATE: appeal.accepted is not None,
        CameTo.WITHDRAWN: appeal.stage is Stage.WITHDRAWN,
        CameTo.UNDER_WAY: appeal.running,
        CameTo.FORWARDED: appeal.forwarded is not None,
    }
    found = {one for one, holds in told.items() if holds}
    return found | ({OF_OUTCOME[outcome]} if outcome else set())
