"""Who is reminded: those it concerns and those who lead, nobody twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from application.enforcement.remind import whom
from domain.organisations.organisation import Organisation
from domain.shared.enforced import Due
from domain.shared.ids import Id
from tests.support.plans import DEPUTY, DOCTOR, LEADER, SUPERVISOR
from tests.support.training import establishment, leading

DAY = date(2026, 10, 2)
DUE = Due(kind="review", subject="", due_on=DAY, concerns=(DOCTOR, SUPERVISOR), lapses=False)


def led_by(*people: Id) -> Organisation:
    first, *others = people
    organisation = Organisation()
    organisation.fold((*establishment(first), *(leading(one, first_day=DAY) for one in others)))
    return organisation


def test_those_it_concerns_and_the_leaders_are_reminded() -> None:
    told = list(whom(DUE, led_by(LEADER, DEPUTY), DOCTOR, DAY))
    assert told == [DOCTOR, SUPERVISOR, LEADER, DEPUTY]


def test_one_who_leads_and_whom_it_concerns_is_reminded_once() -> None:
    told = list(whom(DUE, led_by(SUPERVISOR, DOCTOR), DOCTOR, DAY))
    assert told == [DOCTOR, SUPERVISOR]


def test_a_doctor_is_not_reminded_as_a_leader_of_what_is_about_the_doctor() -> None:
    about = replace(DUE, concerns=(SUPERVISOR,))
    assert list(whom(about, led_by(LEADER, DOCTOR), DOCTOR, DAY)) == [SUPERVISOR, LEADER]


def test_a_leader_not_in_office_on_the_day_is_not_reminded() -> None:
    before = date(2026, 10, 1)
    assert list(whom(DUE, led_by(LEADER, DEPUTY), DOCTOR, before)) == [DOCTOR, SUPERVISOR, LEADER]
