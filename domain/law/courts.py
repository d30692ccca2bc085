"""How periods are counted (domstolloven §§ 148-149), and which days are holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.texts import Text

COURTS_ACT = "domstolloven"
HOLIDAYS_ACT = "helligdagsloven (LOV-1995-02-24-12)"
MAY_ACT = "lov om 1. og 17. mai (LOV-1947-04-26-1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRule:
    """Whether the day a period starts is counted with it.

    If not, weeks, months and years end on the day that has the name or number of the day they
    start, or on the last day of a month that is shorter.
    """

    start_day_counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOfPeriodRule:
    """On which days no period ends; it goes on to the next working day. The start never moves."""

    saturdays: bool
    holidays: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A holiday every week; Monday is the first day and Sunday the seventh."""

    weekday: int
    name: Text
    letter: str | None = None

    def __str__(self) -> str:
        return f"{self.name.nb} ({self.name.en})"


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedDay:
    """A holiday on the same day every year."""

    month: int
    day: int
    name: Text
    letter: str | None = None

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02} {self.name.nb} ({self.name.en})"


@dataclass(frozen=True, slots=True, kw_only=True)
class EasterDay:
    """A holiday so many days after the first day of Easter."""

    days_after: int
    name: Text
    letter: str | None = None

    def __str__(self) -> str:
        return f"{self.days_after:+d} {self.name.nb} ({self.name.en})"


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidaysRule:
    """Which days are holidays: of the week, of the year, and counted from Easter."""

    weekly: tuple[Weekday, ...] = ()
    fixed: tuple[FixedDay, ...] = ()
    from_easter: tuple[EasterDay, ...] = ()


COUNTING = Dated(
    "counting of periods",
    Version(
        in_force_from=date(1927, 7, 1),
        value=CountingRule(start_day_counts=False),
        citation=Citation(act=COURTS_ACT, section="148"),
    ),
)

COUNTED_IN_DAYS = Citation(act=COURTS_ACT, section="148", paragraph=1, sentence=1)
COUNTED_BY_NAME = Citation(act=COURTS_ACT, section="148", paragraph=2, sentence=1)
COUNTED_IN_SHORT_MONTH = Citation(act=COURTS_ACT, section="148", paragraph=2, sentence=2)
STATED_AS_A_DAY = Citation(act=COURTS_ACT, section="148", paragraph=3)

# Saturdays were put in by the act of 1979; no period so old is asked about.
END_OF_PERIOD = Dated(
    "end of periods",
    Version(
        in_force_from=date(1979, 6, 1),
        value=EndOfPeriodRule(saturdays=True, holidays=True),
        citation=Citation(
            act=COURTS_ACT, section="149", paragraph=1, amended_by="LOV-1979-06-01-24"
        ),
    ),
)

# From the day of the act itself; the eves of Christmas, New Year, Easter and Whitsun are not here.
HOLIDAYS = Dated(
    "holidays",
    Version(
        in_force_from=date(1995, 2, 24),
        value=HolidaysRule(
            weekly=(Weekday(weekday=7, name=Text(nb="søndag", en="Sunday"), letter="a"),),
            fixed=(
                FixedDay(
                    month=1,
                    day=1,
                    name=Text(nb="første nyttårsdag", en="New Year's Day"),
                    letter="b",
                ),
                FixedDay(
                    month=12,
                    day=25,
                    name=Text(nb="første juledag", en="Christmas Day"),
                    letter="j",
                ),
                FixedDay(
                    month=12, day=26, name=Text(nb="andre juledag", en="Boxing Day"), letter="k"
                ),
            ),
            from_easter=(
                EasterDay(
                    days_after=-3, name=Text(nb="skjærtorsdag", en="Maundy Thursday"), letter="c"
                ),
                EasterDay(days_after=-2, name=Text(nb="langfredag", en="Good Friday"), letter="d"),
                EasterDay(
                    days_after=0, name=Text(nb="første påskedag", en="Easter Sunday"), letter="e"
                ),
                EasterDay(
                    days_after=1, name=Text(nb="andre påskedag", en="Easter Monday"), letter="f"
                ),
                EasterDay(
                    days_after=39,
                    name=Text(nb="Kristi himmelfartsdag", en="Ascension Day"),
                    letter="g",
                ),
                EasterDay(
                    days_after=49, name=Text(nb="første pinsedag", en="Whit Sunday"), letter="h"
                ),
                EasterDay(
                    days_after=50, name=Text(nb="andre pinsedag", en="Whit Monday"), letter="i"
                ),
            ),
        ),
        citation=Citation(act=HOLIDAYS_ACT, section="2"),
    ),
)

EQUAL_TO_HOLIDAYS = Dated(
    "days equal to holidays",
    Version(
        in_force_from=date(1947, 4, 26),
        value=HolidaysRule(
            fixed=(
                FixedDay(month=5, day=1, name=Text(nb="1. mai", en="1 May")),
                FixedDay(month=5, day=17, name=Text(nb="17. mai", en="17 May")),
            )
        ),
        citation=Citation(act=MAY_ACT, section="1"),
    ),
)
