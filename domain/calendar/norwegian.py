"""Norwegian holidays and working days, by formula from the list in the law book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from msgspec.structs import replace

from domain.law.book import LawBook
from domain.law.courts import EasterDay, FixedDay, HolidaysRule, Weekday
from domain.shared.citation import Citation
from domain.shared.dated import Dated
from domain.shared.texts import Text

SATURDAY = 6
_SATURDAY = Text(nb="lørdag", en="a Saturday")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A day on which no period ends, what it is called, and where that is said."""

    day: date
    name: Text
    basis: Citation


@cache
def easter(year: int) -> date:
    """Return the first day of Easter in the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    fourth, short = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * fourth - epact - short) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int, law: LawBook) -> tuple[DayOff, ...]:
    """Return every holiday of the year with its name, Sundays too, in their order."""
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1))
    return tuple(off for day in days for off in holidays_on(day, law))


def holidays_on(day: date, law: LawBook) -> tuple[DayOff, ...]:
    """Return what makes the day a holiday, or equal to one; several things can."""
    return (*_on(day, law.holidays), *_on(day, law.equal_to_holidays))


def days_off_on(day: date, law: LawBook) -> tuple[DayOff, ...]:
    """Return why no period ends on the day; empty for a working day."""
    rule = law.end_of_period.on(day)
    found = holidays_on(day, law) if rule.value.holidays else ()
    if rule.value.saturdays and day.isoweekday() == SATURDAY:
        return (DayOff(day=day, name=_SATURDAY, basis=rule.citation), *found)
    return found


def is_working_day(day: date, law: LawBook) -> bool:
    """Return whether a period may end on the day."""
    return not days_off_on(day, law)


def next_working_day(day: date, law: LawBook) -> date:
    """Return the day itself, or the nearest working day after it."""
    while not is_working_day(day, law):
        day += timedelta(days=1)
    return day


def _on(day: date, rule: Dated[HolidaysRule]) -> tuple[DayOff, ...]:
    version = rule.on(day)
    value, from_easter = version.value, (day - easter(day.year)).days
    found: list[FixedDay | EasterDay | Weekday] = [
        *(one for one in value.fixed if (one.month, one.day) == (day.month, day.day)),
        *(one for one in value.from_easter if one.days_after == from_easter),
        *(one for one in value.weekly if one.weekday == day.isoweekday()),
    ]
    return tuple(
        DayOff(day=day, name=one.name, basis=replace(version.citation, letter=one.letter))
        for one in found
    )
