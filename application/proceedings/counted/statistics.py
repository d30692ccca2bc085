"""How decisions fare: numbers by kind, rule and establishment, each with the cases behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Role
from application.permitting import permit_in_office
from application.ports import Clock, Histories, Views
from application.proceedings.acting import INSTANCE_OF
from application.proceedings.counted.rows import VIEW, CameTo, MadeRow
from application.standing import roles_held
from domain.law.remedies import Instance
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

DECISIONS = "decisions"
MEASURES = (DECISIONS, *map(str, CameTo))
NO_RULE = "none"
"""Where decisions that rested on no finding stand by rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A decision that was counted: its proceeding, and the version it was made at."""

    proceeding: Id
    ruling: int
    kind: str
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """So many decisions, and which they are."""

    of: str
    number: int
    behind: tuple[Behind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The numbers of one kind, rule or establishment."""

    key: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealStatistics:
    """What became of the decisions made in a span of days that the asker may open.

    Every decision is counted once together, under its kind and under its establishment; under
    every rule whose finding it rested on, and under "none" if on none.
    """

    first_day: date | None
    last_day: date | None
    together: tuple[Number, ...]
    by_kind: tuple[Group, ...]
    by_rule: tuple[Group, ...]
    by_organisation: tuple[Group, ...]


class Statistics:
    """Counts the decisions somebody may open; nobody is told numbers of cases they may not see."""

    def __init__(self, histories: Histories, views: Views, clock: Clock) -> None:
        self._histories = histories
        self._views = views
        self._clock = clock

    def of(
        self, actor: Actor, *, first_day: date | None = None, last_day: date | None = None
    ) -> AppealStatistics:
        """Return the numbers for one in office; raises Invalid or NotPermitted."""
        held = roles_held(self._histories, actor, self._clock)
        permit_in_office(Act.SEE_STATISTICS, actor, held)
        return statistics(
            [row for row in self._rows() if _may_open(row, actor)], first_day, last_day
        )

    def unasked(
        self, *, first_day: date | None = None, last_day: date | None = None
    ) -> AppealStatistics:
        """Return the numbers of all there is, for the one who runs the machine."""
        return statistics(self._rows(), first_day, last_day)

    def _rows(self) -> Sequence[MadeRow]:
        return self._views.rows(VIEW)


def _may_open(row: MadeRow, actor: Actor) -> bool:
    """Return whether one in this office sees the case: it was decided here, or came here."""
    if actor.acting_as is Role.AUDITOR:
        return True
    instance = INSTANCE_OF[actor.acting_as]
    if instance is Instance.ESTABLISHMENT and row.party == actor.person:
        # Nobody is leader toward their own training (R-ROL-02).
        return False
    if instance in (Instance.ESTABLISHMENT, Instance.MUNICIPAL_APPEALS):
        here = row.organisation == actor.acting_for
        return here and instance in (row.instance, *row.hears)
    return instance in (row.instance, *row.hears)


def statistics(
    rows: Iterable[MadeRow], first_day: date | None, last_day: date | None
) -> AppealStatistics:
    """Return the numbers of those decided between two days, both included; raises Invalid."""
    if first_day and last_day and last_day < first_day:
        raise Invalid(
            "days-reversed",
            nb=f"Siste dag {last_day} er før første dag {first_day}; bytt dem om.",
            en=f"The last day {last_day} is before the first day {first_day}; swap them.",
            field="to",
        )
    first, last = first_day or date.min, last_day or date.max
    found = sorted(
        (row for row in rows if first <= row.decided_on <= last),
        key=lambda row: (row.decided_on, row.case_id, row.ruling),
    )
    return AppealStatistics(
        first_day=first_day,
        last_day=last_day,
        together=_numbers(found),
        by_kind=_by(found, lambda row: (row.kind,)),
        by_rule=_by(found, lambda row: row.rules or (NO_RULE,)),
        by_organisation=_by(found, lambda row: (row.organisation,)),
    )


def _by(rows: Sequence[MadeRow], keys: Callable[[MadeRow], Sequence[str]]) -> tuple[Group, ...]:
    grouped: dict[str, list[MadeRow]] = {}
    for row in rows:
        for key in keys(row):
            grouped.setdefault(key, []).append(row)
    return tuple(Group(key=key, numbers=_numbers(grouped[key])) for key in sorted(grouped))


def _numbers(rows: Sequence[MadeRow]) -> tuple[Number, ...]:
    return tuple(_number(of, _counted(rows, of)) for of in MEASURES)


def _counted(rows: Sequence[MadeRow], of: str) -> Iterator[MadeRow]:
    return (row for row in rows if of == DECISIONS or of in row.came_to)


def _number(of: str, rows: Iterable[MadeRow]) -> Number:
    behind = tuple(
        Behind(proceeding=row.case_id, ruling=row.ruling, kind=row.kind, decided_on=row.decided_on)
        for row in rows
    )
    return Number(of=of, number=len(behind), behind=behind)
