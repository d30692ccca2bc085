"""Who held which office on which days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.calendar.appointments import Appointment, Appointments
from domain.calendar.spans import Span
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from tests.support.plans import DEPUTY, LEADER

FIRST, LAST = date(2026, 2, 1), date(2026, 7, 31)
ONE_DAY = timedelta(days=1)


def held(person: Id, office: str, span: Span) -> Appointment:
    return Appointment(person=person, office=office, span=span, version=1)


def appointments() -> Appointments:
    return Appointments(
        [
            held(LEADER, "leader", Span(FIRST, LAST)),
            held(DEPUTY, "deputy", Span(FIRST, LAST)),
            held(LEADER, "leader", Span(LAST + 30 * ONE_DAY)),
        ]
    )


def test_an_office_is_held_from_the_first_day_to_the_last() -> None:
    all_of_them = appointments()
    days = (FIRST - ONE_DAY, FIRST, LAST, LAST + ONE_DAY)
    assert [all_of_them.held(LEADER, "leader", day) for day in days] == [False, True, True, False]
    assert not all_of_them.held(LEADER, "deputy", FIRST)


def test_those_holding_an_office_are_told_by_day() -> None:
    assert [one.person for one in appointments().holding("deputy", LAST)] == [DEPUTY]
    assert list(appointments().holding("deputy", LAST + ONE_DAY)) == []


def test_the_days_in_several_offices_are_gathered_by_person() -> None:
    assert appointments().spans("leader", "deputy") == {
        LEADER: (Span(FIRST, LAST), Span(LAST + 30 * ONE_DAY)),
        DEPUTY: (Span(FIRST, LAST),),
    }
    assert appointments().spans("administrator") == {}


def test_ending_an_appointment_shortens_the_one_that_contains_the_day() -> None:
    ended = appointments()
    ended.end(LEADER, "leader", LAST + 60 * ONE_DAY)
    assert [one.span for one in ended.of(LEADER, "leader")] == [
        Span(FIRST, LAST),
        Span(LAST + 30 * ONE_DAY, LAST + 60 * ONE_DAY),
    ]


def test_ending_what_nobody_holds_changes_nothing() -> None:
    ended = appointments()
    ended.end(LEADER, "leader", LAST + ONE_DAY)
    assert ended == appointments()


def test_an_overlap_is_refused_for_the_same_person_and_office_only() -> None:
    all_of_them = appointments()
    all_of_them.refuse_overlap(DEPUTY, "leader", Span(FIRST, LAST))
    all_of_them.refuse_overlap(LEADER, "deputy", Span(FIRST, LAST))
    all_of_them.refuse_overlap(LEADER, "leader", Span(LAST + ONE_DAY, LAST + 29 * ONE_DAY))
    with pytest.raises(NotAllowed, match="already appointed"):
        all_of_them.refuse_overlap(LEADER, "leader", Span(LAST, LAST))


def test_what_is_not_held_is_refused() -> None:
    appointments().refuse_release(LEADER, "leader", LAST - ONE_DAY)
    with pytest.raises(NotAllowed, match=f"not appointed on {LAST + ONE_DAY}"):
        appointments().refuse_release(LEADER, "leader", LAST + ONE_DAY)


def test_a_release_that_changes_nothing_is_refused() -> None:
    with pytest.raises(NotAllowed, match="already the last day"):
        appointments().refuse_release(LEADER, "leader", LAST)
