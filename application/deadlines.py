"""Until when can it be appealed? A function of what is known and a law book; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.law.named import law_named
from domain.calendar.ambiguities import Ambiguity
from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.appeals import appeal_deadline
from domain.calendar.deadlines import Deadline, Step
from domain.calendar.periods import REGISTER, period
from domain.calendar.words import day_in_words
from domain.law.book import IN_FORCE, LawBook
from domain.shared.citation import Citation
from domain.shared.texts import Text

CHANNELS = tuple(map(str, Channel))
ARRIVAL_BASES = tuple(map(str, ArrivalBasis))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAppealDeadline(AppealQuestion):
    """The question with the law it is asked of: which book, as announced by which day."""

    law: str = IN_FORCE.name
    known_at: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOffView:
    """A day the period could not end on."""

    day: date
    name: Text
    basis: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class CapView:
    """After which day a late appeal cannot be treated; between the two a person decides."""

    raw_day: date
    rolled_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView:
    """A deadline as it is told: its last day, and every step that leads there.

    ``settled``: whether being late by it may be acted on without a person.
    """

    law: str
    started_on: date
    raw_day: date | None
    last_day: date | None
    last_day_in_words: Text | None
    settled: bool
    days_off: tuple[DayOffView, ...]
    late_appeals_until: CapView | None
    steps: tuple[Step, ...]
    citations: tuple[Citation, ...]
    ambiguities: tuple[Ambiguity, ...]


def ask_appeal_deadline(asked: AskAppealDeadline) -> DeadlineView:
    """Return until when a decision can be appealed, by the law book named."""
    return appeal_deadline_by(asked, law_named(asked.law, known_at=asked.known_at))


def appeal_deadline_by(asked: AppealQuestion, law: LawBook) -> DeadlineView:
    """Return until when a decision can be appealed, by a law book."""
    return _view(appeal_deadline(asked, law), law)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPeriod:
    """Until when, or from when, something that starts on a day; ``decided`` chooses the act."""

    start: date
    decided: date | None = None
    law: str = IN_FORCE.name
    known_at: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodLine:
    """One row of the register: a period with what starts it, whom it binds, where it is said."""

    period: str
    rule: str
    length: int
    unit: str
    starts: str
    ends: str
    rolls: str
    nature: str
    citation: Citation
    confidence: str


def register(law: LawBook, day: date) -> tuple[PeriodLine, ...]:
    """Return the periods that are law, promise or plan on a day."""
    found = ((row, law.rules()[row.name].find(day)) for row in REGISTER.values())
    return tuple(
        PeriodLine(
            period=row.name,
            rule=row.rule,
            length=version.value.length,
            unit=version.value.unit,
            starts=version.value.starts,
            ends=version.value.ends,
            rolls=version.value.rolls,
            nature=version.value.nature,
            citation=version.citation,
            confidence=version.confidence,
        )
        for row, version in found
        if version
    )


def ask_period(name: str, asked: AskPeriod) -> DeadlineView:
    """Return when a period of the register is over, by the law book named."""
    return period_by(name, asked, law_named(asked.law, known_at=asked.known_at))


def period_by(name: str, asked: AskPeriod, law: LawBook) -> DeadlineView:
    """Return when a period of the register is over, by a law book; raises Invalid."""
    return _view(period(name, asked.start, law, governed_on=asked.decided), law)


def _view(found: Deadline, law: LawBook) -> DeadlineView:
    cap = found.cap
    return DeadlineView(
        law=law.version,
        started_on=found.started_on,
        raw_day=found.raw_day,
        last_day=found.last_day,
        last_day_in_words=day_in_words(found.last_day) if found.last_day else None,
        settled=found.settled,
        days_off=tuple(
            DayOffView(day=off.day, name=off.name, basis=off.basis) for off in found.met
        ),
        late_appeals_until=CapView(raw_day=cap.raw_day, rolled_day=cap.rolled_day) if cap else None,
        steps=found.steps,
        citations=found.citations,
        ambiguities=found.ambiguities,
    )
