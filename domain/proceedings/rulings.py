"""The rulings of a proceeding: what each came to, its notice, and what can be done against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from domain.calendar.deadlines import Deadline
from domain.law.book import LawBook
from domain.law.remedies import Remedy
from domain.proceedings import refusals
from domain.proceedings.facts import (
    AppealDeadlineComputed,
    NoticeArrived,
    NoticeRepeated,
    NoticeSent,
    PeriodExtended,
    ReasonsDemanded,
    ReasonsGiven,
)
from domain.proceedings.notice import Notice
from domain.shared.case import Effects
from domain.shared.ids import Id


class Decided(StrEnum):
    """What the party got of what was asked for; set aside, it is to be decided anew."""

    GRANTED = "granted"
    PARTLY_GRANTED = "partly-granted"
    REFUSED = "refused"


SET_ASIDE = "set-aside"
BETTER = (SET_ASIDE, Decided.REFUSED, Decided.PARTLY_GRANTED, Decided.GRANTED)
"""What a party may have, the least first."""


class Source(StrEnum):
    """Which act a ruling was."""

    DECIDED = "decided"
    REVERSED = "reversed"
    REVIEWED = "reviewed"
    DISMISSED = "dismissed"
    HEARD = "heard"
    COSTS = "costs"


@dataclass(slots=True, kw_only=True)
class Ruling:
    """One ruling; ``outcome`` is None where what the party had stays as it was."""

    at: int
    source: Source
    outcome: str | None
    decided_on: date
    decided_by: Id
    remedy: Remedy
    heard_by: str | None
    # Whose it is: of the one that decided, or of the one that hears appeals.
    body: str
    appeal: Id | None = None
    # The only one it concerns; None: everybody.
    appellant: Id | None = None
    favours: bool = False
    # It is about costs alone, and so changes nothing of what was asked for.
    of_costs: bool = False
    # A dismissal that was itself set aside.
    lifted: bool = False
    # A lawsuit about it waits for the appeal, if its notice says so.
    lawsuit_waits: bool = False
    notice: Notice = field(default_factory=Notice)

    def concerns(self, person: Id) -> bool:
        return self.appellant in (None, person)

    def deadline(self, law: LawBook) -> Deadline | None:
        """Return until when it can be appealed; None where no time runs, or none yet."""
        if self.remedy is not Remedy.APPEAL:
            return None
        return self.notice.deadline(self.decided_on, law)


@dataclass(slots=True)
class Rulings:
    """Every ruling so far, by the version it was told at."""

    by_version: dict[int, Ruling] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Ruling]:
        return iter(self.by_version.values())

    def add(self, ruling: Ruling) -> None:
        self.by_version[ruling.at] = ruling

    # questions

    @property
    def last(self) -> Ruling | None:
        return next(reversed(self.by_version.values()), None)

    @property
    def first(self) -> Ruling | None:
        return next(iter(self), None)

    @property
    def standing(self) -> Ruling | None:
        """Return the ruling that says what the party has now; None before there is one."""
        return next(
            (one for one in reversed(self.by_version.values()) if one.outcome is not None), None
        )

    @property
    def outcome(self) -> str | None:
        standing = self.standing
        return standing.outcome if standing else None

    def of(self, version: int) -> Ruling:
        """Return the ruling told at a version, the last for 0; raises NotAllowed or Invalid."""
        found = self.by_version.get(version) if version else self.last
        if found is None:
            raise refusals.unknown_ruling(version, tuple(self.by_version))
        return found

    def named(self, version: int) -> Ruling | None:
        """Return the ruling that a fact of a notice names, 0 the last; None where it is struck."""
        return self.by_version.get(version) if version else self.last

    def against(self, appellant: Id) -> Ruling | None:
        """Return the ruling that somebody who appeals now appeals against."""
        concerning = [one for one in self if one.concerns(appellant) and _can_be_meant(one)]
        return concerning[-1] if concerning else None

    @property
    def in_force(self) -> tuple[Ruling, ...]:
        """Return the one that says what the party has, and those after it that left it so."""
        standing = self.standing
        return tuple(
            one for one in self if standing is None or one.at >= standing.at or one.of_costs
        )

    @property
    def to_be_told(self) -> tuple[Ruling, ...]:
        """Return those whose notice somebody is to have, also where another ruling came since.

        What the appeal body decided is told by it, and what concerned one appellant alone, such as
        the dismissal of their appeal, is told them.
        """
        holds = self.in_force
        return tuple(one for one in self if one in holds or _is_told_whatever_came(one))

    # effects

    def effects(self) -> Effects:
        kinds = (
            NoticeSent,
            NoticeArrived,
            NoticeRepeated,
            ReasonsDemanded,
            ReasonsGiven,
            PeriodExtended,
            AppealDeadlineComputed,
        )
        return dict.fromkeys(kinds, self._of_notice)

    def _of_notice(self, fact: Any, at: int) -> None:
        # What a party demanded before anything was decided is kept, and counts for nothing.
        if ruling := self.named(fact.ruling):
            ruling.notice.effects()[type(fact)](fact, at)


def _is_told_whatever_came(ruling: Ruling) -> bool:
    alone = ruling.appellant is not None and not ruling.lifted
    return alone or ruling.source is Source.HEARD


def _can_be_meant(ruling: Ruling) -> bool:
    """Return whether an appeal that does not say otherwise is over this ruling."""
    return not ruling.of_costs


def is_worse(outcome: str, before: str | None) -> bool:
    """Return whether a party has less by an outcome than before."""
    return before is not None and BETTER.index(outcome) < BETTER.index(before)
