"""What a guidance group says no to, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from domain.calendar.spans import asked_span
from domain.catalogue.group_years import NAMES, GroupYear
from domain.groups.facts import GatheringHeld, GroupYearPlanned
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound

LONGEST_YEAR = timedelta(days=550)
"""A group year of more than eighteen months is a typing error."""
LONGEST = 600
"""More minutes than a working day of talking is a typing error."""
MOST_GATHERINGS = 60


def unknown_group() -> NotFound:
    return NotFound(
        "unknown-group",
        nb="Det finnes ingen slik veiledningsgruppe.",
        en="There is no such guidance group.",
        field="group",
    )


def unknown_year(year: GroupYear) -> NotFound:
    return NotFound(
        "unknown-group-year",
        nb=f"Gruppens {NAMES[year].nb} er ikke planlagt; planlegg det først.",
        en=f"The group's {NAMES[year].en} is not planned; plan it first.",
        rule="R-GRP-01",
        field="year",
    )


def not_a_member(on: date, *, field: str) -> NotAllowed:
    """Return the refusal, of one doctor, or of one among those who were present."""
    several = field == "present"
    one_nb = "En av legene som er oppgitt," if several else "Legen"
    one_en = "One of the doctors stated" if several else "The doctor"
    return NotAllowed(
        "not-a-member",
        nb=f"{one_nb} var ikke med i gruppen den {on}; ta inn legen i gruppen først.",
        en=f"{one_en} was not a member of the group on {on}; admit the doctor first.",
        rule="R-GRP-01",
        field=field,
    )


def not_in_second_year() -> NotAllowed:
    return NotAllowed(
        "not-in-second-year",
        nb="Legen er ikke tatt inn i gruppens andre år; kursbeviset utstedes for begge årene.",
        en="The doctor is not admitted to the group's second year; the diploma is for both years.",
        rule="R-GRP-01",
        field="doctor",
    )


def before_second_year(first_day: date) -> NotAllowed:
    return NotAllowed(
        "before-second-year",
        nb=f"Legens andre gruppeår begynner {first_day}; kursbeviset kan ikke være utstedt før.",
        en=f"The doctor's second group year begins on {first_day}; no diploma can precede it.",
        rule="R-GRP-01",
        field="issuedOn",
    )


def refuse_impossible_year(first_day: date, last_day: date, gatherings: int) -> None:
    """Raise Invalid for a year that ends before it begins, never ends, or has no gatherings."""
    asked_span(first_day, last_day)
    if last_day - first_day > LONGEST_YEAR:
        raise Invalid(
            "year-too-long",
            nb=f"Et gruppeår varer høyst {LONGEST_YEAR.days} dager; se på dagene en gang til.",
            en=f"A group year lasts {LONGEST_YEAR.days} days at most; look at its days again.",
            rule="R-GRP-01",
            field="lastDay",
        )
    if not 0 < gatherings <= MOST_GATHERINGS:
        raise Invalid(
            "gatherings-out-of-range",
            nb=f"Et gruppeår har fra 1 til {MOST_GATHERINGS} samlinger.",
            en=f"A group year has from 1 to {MOST_GATHERINGS} gatherings.",
            rule="R-GRP-01",
            field="gatherings",
        )


def refuse_second_before_first(first: GroupYearPlanned | None, first_day: date) -> None:
    """Raise NotAllowed unless the first year is over when the second begins."""
    if first is None:
        raise NotAllowed(
            "second-before-first",
            nb="Planlegg gruppens første år før det andre.",
            en="Plan the group's first year before its second.",
            rule="R-GRP-01",
            field="year",
        )
    if first_day <= first.last_day:
        raise NotAllowed(
            "group-years-overlap",
            nb=f"Det første gruppeåret varer til {first.last_day}; det andre begynner etter det.",
            en=f"The first group year lasts until {first.last_day}; the second begins after it.",
            rule="R-GRP-01",
            field="firstDay",
        )


def refuse_outside(year: GroupYearPlanned, day: date, *, field: str) -> None:
    """Raise NotAllowed for a day that is not in the group year."""
    if not year.first_day <= day <= year.last_day:
        named = NAMES[GroupYear(year.year)]
        raise NotAllowed(
            "outside-the-group-year",
            nb=f"{day} er utenfor gruppens {named.nb}, {year.first_day} til {year.last_day}.",
            en=f"{day} is outside the group's {named.en}, {year.first_day} to {year.last_day}.",
            rule="R-GRP-01",
            field=field,
        )


def refuse_impossible_gathering(duration_minutes: int, present: tuple[Id, ...]) -> None:
    """Raise Invalid for a gathering of no length, of more than a day, or of nobody."""
    refuse_impossible_length(duration_minutes)
    if not present:
        raise Invalid(
            "nobody-present",
            nb="Oppgi hvem som var til stede; en samling uten deltakere føres ikke.",
            en="State who was present; a gathering of nobody is not recorded.",
            rule="R-GRP-01",
            field="present",
        )


def refuse_impossible_length(duration_minutes: int) -> None:
    """Raise Invalid for no length, or more than a day."""
    if not 0 < duration_minutes <= LONGEST:
        raise Invalid(
            "duration-out-of-range",
            nb=f"Varigheten må være mellom 1 og {LONGEST} minutter.",
            en=f"The duration must be between 1 and {LONGEST} minutes.",
            field="durationMinutes",
        )


def refuse_repeated(gathering: Id, held_on: date, earlier: Iterable[GatheringHeld]) -> None:
    """Raise NotAllowed for a gathering that is there already; the group meets once a day."""
    for held in earlier:
        if held.gathering == gathering or held.held_on == held_on:
            raise NotAllowed(
                "gathering-exists",
                nb=f"En samling den {held.held_on} er allerede ført.",
                en=f"A gathering on {held.held_on} is already recorded.",
                rule="R-GRP-01",
                field="heldOn",
            )
