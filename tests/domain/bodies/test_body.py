"""A public body and the officers who act for it."""

from __future__ import annotations

from datetime import date, timedelta

from domain.bodies.body import OFFICER, Body, BodyKind, body_id
from domain.bodies.facts import BodyEstablished, BodyOfficerAppointed, BodyOfficerReleased
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed
from tests.support.history import Given, folded
from tests.support.stories import FIRST_DAY
from tests.support.stories import OFFICER as PERSON

LAST_DAY = date(2026, 6, 30)
DAY_AFTER = LAST_DAY + timedelta(days=1)
ESTABLISHED = BodyEstablished(kind=BodyKind.DIRECTORATE, name="Helsedirektoratet")
APPOINTED = BodyOfficerAppointed(person=PERSON, first_day=FIRST_DAY, last_day=None)
RELEASED = BodyOfficerReleased(person=PERSON, last_day=LAST_DAY)


def given(*facts: Fact) -> Given[Body]:
    return folded(Body, body_id(BodyKind.DIRECTORATE), *facts)


def test_a_body_is_established_once() -> None:
    first = given().when(lambda b: b.establish(BodyKind.DIRECTORATE, name="Helsedirektoratet"))
    first.then(ESTABLISHED)
    again = given(ESTABLISHED).when(lambda b: b.establish(BodyKind.AUDIT, name="Revisjonen"))
    again.then_refused(NotAllowed, saying="Helsedirektoratet already exists")


def test_there_is_one_case_for_each_kind_of_body() -> None:
    assert len({body_id(kind) for kind in BodyKind}) == len(BodyKind)
    assert given(ESTABLISHED).case.kind is BodyKind.DIRECTORATE


def test_an_officer_is_appointed_for_given_days() -> None:
    then = given(ESTABLISHED).when(lambda b: b.appoint(PERSON, first_day=FIRST_DAY, last_day=None))
    then.then(APPOINTED)


def test_nobody_is_appointed_to_a_body_that_is_not_established() -> None:
    then = given().when(lambda b: b.appoint(PERSON, first_day=FIRST_DAY, last_day=None))
    assert then.then_refused(NotAllowed).code == "not-established"


def test_nobody_is_appointed_twice_for_a_day() -> None:
    at = given(ESTABLISHED, APPOINTED, RELEASED)
    twice = at.when(lambda b: b.appoint(PERSON, first_day=LAST_DAY, last_day=None))
    twice.then_refused(NotAllowed, saying="already appointed")
    later = at.when(lambda b: b.appoint(PERSON, first_day=DAY_AFTER, last_day=None))
    later.then_recorded(BodyOfficerAppointed)


def test_an_appointment_does_not_end_before_it_begins() -> None:
    then = given(ESTABLISHED).when(
        lambda b: b.appoint(PERSON, first_day=DAY_AFTER, last_day=LAST_DAY)
    )
    then.then_refused(Invalid, saying="cannot be before")


def test_an_officer_is_released_after_a_last_day() -> None:
    at = given(ESTABLISHED, APPOINTED)
    at.when(lambda b: b.release(PERSON, last_day=LAST_DAY)).then(RELEASED)
    officers = given(ESTABLISHED, APPOINTED, RELEASED).case.officers
    assert officers.held(PERSON, OFFICER, LAST_DAY)
    assert not officers.held(PERSON, OFFICER, DAY_AFTER)


def test_only_an_officer_in_office_is_released() -> None:
    then = given(ESTABLISHED).when(lambda b: b.release(PERSON, last_day=LAST_DAY))
    then.then_refused(NotAllowed, saying="is not appointed")
