"""Days and lengths of time as people say them, in Norwegian and English."""

from __future__ import annotations

from datetime import date

from domain.law.timers import Unit
from domain.shared.texts import Text

_WEEKDAYS_NB = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_NB = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_UNITS = {
    Unit.DAYS: (Text(nb="dag", en="day"), Text(nb="dager", en="days")),
    Unit.WEEKS: (Text(nb="uke", en="week"), Text(nb="uker", en="weeks")),
    Unit.MONTHS: (Text(nb="måned", en="month"), Text(nb="måneder", en="months")),
    Unit.YEARS: (Text(nb="år", en="year"), Text(nb="år", en="years")),
}
_NUMBERS = {
    1: Text(nb="én", en="one"),
    2: Text(nb="to", en="two"),
    3: Text(nb="tre", en="three"),
    4: Text(nb="fire", en="four"),
    6: Text(nb="seks", en="six"),
}


def day_in_words(day: date) -> Text:
    """Return a day with its weekday, such as fredag 10. april 2026."""
    return Text(
        nb=f"{_WEEKDAYS_NB[day.weekday()]} {day.day}. {_MONTHS_NB[day.month - 1]} {day.year}",
        en=f"{_WEEKDAYS_EN[day.weekday()]} {day.day} {_MONTHS_EN[day.month - 1]} {day.year}",
    )


def length_in_words(length: int, unit: Unit) -> Text:
    """Return how long a period is, such as tre uker; Norwegian says ett år and én måned."""
    name = _UNITS[unit][0 if length == 1 else 1]
    number = _NUMBERS.get(length, Text(nb=str(length), en=str(length)))
    nb = "ett" if (length, unit) == (1, Unit.YEARS) else number.nb
    return Text(nb=f"{nb} {name.nb}", en=f"{number.en} {name.en}")


def capital(text: str) -> str:
    """Return the text with a capital first letter, and the rest as it is."""
    return text[:1].upper() + text[1:]
