"""A deadline is a value: where it starts, how it is counted, step by step, and its last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from domain.calendar.ambiguities import Ambiguity
from domain.calendar.months import months_after
from domain.calendar.norwegian import DayOff, days_off_on, next_working_day
from domain.calendar.words import capital, day_in_words, length_in_words
from domain.law.book import LawBook
from domain.law.courts import COUNTED_BY_NAME, COUNTED_IN_DAYS, COUNTED_IN_SHORT_MONTH
from domain.law.timers import Ends, Nature, Rolls, TimerRule, Unit
from domain.shared.citation import Citation
from domain.shared.dated import Version
from domain.shared.findings import Confidence
from domain.shared.texts import Text

MONTHS_A_YEAR = 12


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the counting, told to people with where it is said."""

    rule: str
    says: Text
    basis: tuple[Citation, ...] = ()
    confidence: Confidence = Confidence.A


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Where a period ends: by the counting alone, and where it goes on to a working day."""

    raw_day: date
    rolled_day: date
    met: tuple[DayOff, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """The last day a late appeal can be treated, as counted and as moved to a working day."""

    decided_on: date
    raw_day: date
    rolled_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """From which day to which last day, and why; a deadline lasts to the end of its day in Oslo.

    ``last_day`` is None while the period is interrupted, and the earliest where the rule asks for
    time to pass. ``raw_day``: before days off were met.
    ``governed_on``: the day by which the act was chosen. ``settled``: whether being late by it
    may be acted on without a person.
    """

    started_on: date
    governed_on: date
    raw_day: date | None
    last_day: date | None
    met: tuple[DayOff, ...]
    steps: tuple[Step, ...]
    ambiguities: tuple[Ambiguity, ...] = ()
    settled: bool = True
    cap: Cap | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return every place in the law that a step rests on, each once."""
        return tuple(dict.fromkeys(cited for step in self.steps for cited in step.basis))


def deadline(
    started_on: date,
    timer: Version[TimerRule],
    law: LawBook,
    *,
    rule: str,
    ambiguities: tuple[Ambiguity, ...] = (),
) -> Deadline:
    """Return when a period that started on the day is over."""
    value = timer.value
    first = Step(
        rule=rule,
        says=_said(value, started_on),
        basis=(timer.citation,),
        confidence=timer.confidence,
    )
    counted = count(started_on, value, law)
    stays = value.rolls is Rolls.NO
    return Deadline(
        started_on=started_on,
        governed_on=started_on,
        raw_day=counted.raw_day,
        last_day=counted.raw_day if stays else counted.rolled_day,
        met=() if stays else counted.met,
        steps=(first, *counted.steps, *map(as_step, ambiguities)),
        ambiguities=ambiguities,
        settled=value.rolls is not Rolls.UNSETTLED or not counted.met,
    )


def as_step(odd: Ambiguity) -> Step:
    """Return a choice as a step of the counting, under its own id."""
    says = Text(nb=f"{odd.says.nb} {odd.choice.nb}", en=f"{odd.says.en} {odd.choice.en}")
    return Step(rule=odd.id, says=says, confidence=Confidence.C)


def _said(timer: TimerRule, started_on: date) -> Text:
    """Return what a period asks for: a last day, an earliest one, or only a promise."""
    length, start = length_in_words(timer.length, timer.unit), day_in_words(started_on)
    if timer.ends is Ends.EARLIEST_DAY:
        return Text(
            nb=f"Det må gå {length.nb} fra {start.nb}.",
            en=f"{capital(length.en)} must pass from {start.en}.",
        )
    if timer.nature is Nature.SERVICE_TARGET:
        return Text(
            nb=f"Målet er {length.nb} fra {start.nb}; det er ingen frist i loven.",
            en=f"The target is {length.en} from {start.en}; it is no deadline at law.",
        )
    return Text(
        nb=f"Fristen er {length.nb} og løper fra {start.nb}.",
        en=f"The period is {length.en} and runs from {start.en}.",
    )


def count(started_on: date, timer: TimerRule, law: LawBook) -> Counted:
    """Count a period by domstolloven §§ 148 and 149."""
    raw_day, basis = _raw(started_on, timer, law)
    told = day_in_words(raw_day)
    length = length_in_words(timer.length, timer.unit)
    counting = Step(
        rule="L-DL-01",
        says=Text(
            nb=f"{capital(length.nb)} etter {day_in_words(started_on).nb} er {told.nb}.",
            en=f"{capital(length.en)} after {day_in_words(started_on).en} is {told.en}.",
        ),
        basis=(basis,),
    )
    if timer.rolls is Rolls.NO:
        return Counted(raw_day=raw_day, rolled_day=raw_day, met=(), steps=(counting, _stays(told)))
    rolled, met, step = roll(raw_day, law)
    return Counted(raw_day=raw_day, rolled_day=rolled, met=met, steps=(counting, step))


def roll(raw_day: date, law: LawBook) -> tuple[date, tuple[DayOff, ...], Step]:
    """Return the working day a period goes on to, the days off it met, and that as a step."""
    rolled = next_working_day(raw_day, law)
    days = [raw_day + timedelta(days=n) for n in range((rolled - raw_day).days)]
    met = tuple(off for day in days for off in days_off_on(day, law))
    end = law.end_of_period.on(raw_day)
    last = day_in_words(rolled)
    if not met:
        says = Text(
            nb=f"{capital(last.nb)} er en virkedag, og fristen ender der.",
            en=f"{last.en} is a working day, and the period ends there.",
        )
        return rolled, met, Step(rule="L-DL-02", says=says, basis=(end.citation,))
    nb, en = _names(days, met, "nb"), _names(days, met, "en")
    says = Text(
        nb=f"Fristen ender ikke på en fridag: {nb}. Den forlenges til {last.nb}.",
        en=f"The period does not end on a day off: {en}. It goes on to {last.en}.",
    )
    basis = tuple(dict.fromkeys((end.citation, *(off.basis for off in met))))
    return rolled, met, Step(rule="L-DL-02", says=says, basis=basis)


def _raw(started_on: date, timer: TimerRule, law: LawBook) -> tuple[date, Citation]:
    """Return the day the counting ends on, whatever day that is, and where that is said."""
    too_far = timedelta(days=1 if law.counting.on(started_on).value.start_day_counts else 0)
    if timer.unit is Unit.DAYS:
        return started_on + timedelta(days=timer.length) - too_far, COUNTED_IN_DAYS
    if timer.unit is Unit.WEEKS:
        return started_on + timedelta(weeks=timer.length) - too_far, COUNTED_BY_NAME
    months = timer.length * (MONTHS_A_YEAR if timer.unit is Unit.YEARS else 1)
    found = months_after(started_on, months)
    basis = COUNTED_BY_NAME if found.day == started_on.day else COUNTED_IN_SHORT_MONTH
    return found - too_far, basis


def _stays(day: Text) -> Step:
    return Step(
        rule="L-DL-02",
        says=Text(
            nb=f"Dagen forlenges ikke til en virkedag; den er {day.nb}.",
            en=f"The day does not go on to a working day; it is {day.en}.",
        ),
    )


def _names(days: list[date], met: tuple[DayOff, ...], language: str) -> str:
    """Return each day with its names, such as fredag 1. mai 2026 (1. mai)."""
    told = []
    for day in days:
        names = [str(getattr(off.name, language)) for off in met if off.day == day]
        told.append(f"{getattr(day_in_words(day), language)} ({', '.join(names)})")
    return ", ".join(told)
