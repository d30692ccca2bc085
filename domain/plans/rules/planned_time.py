"""Whether the rotations of a plan fill its days, and come to the time the training takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate, pairwise

from domain.calendar.spans import Span
from domain.law.specialist_training import INDIVIDUAL_PLAN
from domain.plans.programme import Rotation
from domain.plans.rules.drawing import Drawing
from domain.shared.days import day_after, day_before
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.texts import Text

FULL_TIME = 100
CLEARLY = Decimal("0.5")
"""Years by which a plan may miss the time of the training without anybody being told."""
_YEAR = Decimal("365.25")
_TENTH = Decimal("0.1")


def rotations_leave_no_gap(asked: Drawing) -> Finding | None:
    """A plan covers all of its days, and may still be drawn up before every arena is settled."""
    gap = next(_gaps(asked), None)
    if gap is None:
        return None
    return Finding(
        rule="R-PLN-01",
        force=Force.INFO,
        basis=(INDIVIDUAL_PLAN,),
        says=Text(
            nb=f"Ingen rotasjon dekker {gap.first_day} - {gap.last_day}.",
            en=f"No rotation covers {gap.first_day} - {gap.last_day}.",
        ),
    )


def _gaps(asked: Drawing) -> Iterator[Span]:
    free_from = asked.first_day
    for rotation in sorted(asked.rotations, key=lambda found: found.first_day):
        if rotation.first_day > free_from:
            yield Span(free_from, day_before(rotation.first_day))
        free_from = max(free_from, day_after(rotation.last_day))
    if free_from <= asked.last_day:
        yield Span(free_from, asked.last_day)


def no_day_is_more_than_full_time(asked: Drawing) -> Finding | None:
    over = (day for day, percentage in _percentages(asked.rotations) if percentage > FULL_TIME)
    first = next(over, None)
    if first is None:
        return None
    return Finding(
        rule="R-SVC-01",
        force=Force.INFO,
        confidence=Confidence.C,
        says=Text(
            nb=f"Fra {first} er det planlagt mer enn full stilling.",
            en=f"From {first} more than full time is planned.",
        ),
    )


def time_is_what_the_training_takes(asked: Drawing) -> Finding | None:
    """A shorter contract has a shorter plan; it is told, and hinders nothing (R-PLN-01)."""
    law = asked.law.service.on(asked.first_day)
    planned = full_time_years(asked.planned())
    if abs(planned - law.value.years) <= CLEARLY:
        return None
    short, years = planned < law.value.years, planned.quantize(_TENTH)
    return Finding(
        rule="R-SVC-01",
        force=Force.INFO,
        basis=(law.citation, asked.law.part_time.on(asked.first_day).citation),
        # The years are law; how far from them is clearly so, is ours.
        confidence=Confidence.C,
        says=_too_short(years, law.value.years) if short else _too_long(years, law.value.years),
    )


def _too_short(years: Decimal, needed: int) -> Text:
    return Text(
        nb=f"Rotasjonene svarer til {_comma(years)} år i full stilling, og utdanningen tar "
        f"{needed}. Deltid forlenger den tilsvarende; er avtalen kortere, eller er noe av tiden "
        "tjenestegjort før planen, er det som det skal være.",
        en=f"The rotations come to {years} years of full time, and the training takes {needed}. "
        "Part time makes it correspondingly longer; if the contract is shorter, or some of the "
        "time was served before the plan, all is well.",
    )


def _too_long(years: Decimal, needed: int) -> Text:
    return Text(
        nb=f"Rotasjonene svarer til {_comma(years)} år i full stilling, og utdanningen tar "
        f"{needed}.",
        en=f"The rotations come to {years} years of full time, and the training takes {needed}.",
    )


def _comma(number: Decimal) -> str:
    return str(number).replace(".", ",")


def full_time_years(rotations: tuple[Rotation, ...]) -> Decimal:
    """Return the years of full time the rotations come to; no day counts for more than one."""
    percent_days = sum(
        min(FULL_TIME, percentage) * ((until - first) // timedelta(days=1))
        for (first, percentage), (until, _) in pairwise(_percentages(rotations))
    )
    return Decimal(percent_days) / FULL_TIME / _YEAR


def _percentages(rotations: tuple[Rotation, ...]) -> Iterator[tuple[date, int]]:
    """Yield each day from which another percentage is planned, and which, the first first."""
    changes: Counter[date] = Counter()
    for rotation in rotations:
        changes[rotation.first_day] += rotation.percentage
        changes[day_after(rotation.last_day)] -= rotation.percentage
    days = sorted(changes)
    return zip(days, accumulate(changes[day] for day in days), strict=True)
