"""What public acts say of a person: authorised, specialist, trained as supervisor."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.calendar.spans import Span
from domain.practitioners.facts import (
    AuthorisationEnded,
    PractitionerAuthorised,
    SpecialistApprovalEnded,
    SpecialistApproved,
    SupervisorCourseCompleted,
)
from domain.practitioners.practitioner import Authorisation, Practitioner
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed
from tests.support.history import Given, Then, folded
from tests.support.plans import DOCTOR

FROM = date(2026, 2, 1)
TO = date(2026, 7, 31)
DAY_AFTER = TO + timedelta(days=1)
LICENSED = PractitionerAuthorised(
    kind=Authorisation.LICENCE, first_day=FROM, last_day=TO, stated_in="HPR"
)
APPROVED = SpecialistApproved(
    specialty="allmennmedisin", first_day=FROM, last_day=TO, stated_in="HPR"
)


def given(*facts: Fact) -> Given[Practitioner]:
    return folded(Practitioner, DOCTOR, *facts)


def authorise(at: Given[Practitioner], first_day: date, last_day: date | None) -> Then:
    return at.when(
        lambda person: person.authorise(
            Authorisation.LICENCE, first_day=first_day, last_day=last_day, stated_in="HPR"
        )
    )


def approve(
    at: Given[Practitioner], specialty: str, first_day: date, last_day: date | None
) -> Then:
    return at.when(
        lambda person: person.approve_as_specialist(
            specialty, first_day=first_day, last_day=last_day, stated_in="HPR"
        )
    )


def test_a_person_is_authorised_or_licensed_for_given_days() -> None:
    authorise(given(), FROM, TO).then(LICENSED)
    assert given(LICENSED).case.authorised == [Span(FROM, TO)]


def test_a_person_is_approved_as_a_specialist() -> None:
    approve(given(), "allmennmedisin", FROM, TO).then(APPROVED)
    assert given(APPROVED).case.specialties == {"allmennmedisin": [Span(FROM, TO)]}


def test_a_person_completes_a_course_for_supervisors() -> None:
    then = given().when(
        lambda person: person.complete_supervisor_course(
            "Veilederkurs", completed_on=FROM, stated_in="kursbevis"
        )
    )
    then.then(
        SupervisorCourseCompleted(course="Veilederkurs", completed_on=FROM, stated_in="kursbevis")
    )
    assert given(*then.facts, *then.facts).case.courses == [FROM, FROM]


@pytest.mark.parametrize(
    ("first_day", "refused"),
    [
        pytest.param(TO, True, id="on-the-last-day"),
        pytest.param(DAY_AFTER, False, id="the-day-after"),
    ],
)
def test_the_same_standing_is_recorded_once_for_a_day(first_day: date, *, refused: bool) -> None:
    thens = (
        authorise(given(LICENSED), first_day, None),
        approve(given(APPROVED), "allmennmedisin", first_day, None),
    )
    for then in thens:
        if refused:
            then.then_refused(NotAllowed, saying="already recorded for some of those days")
        else:
            assert then.refused is None


def test_a_person_may_be_a_specialist_in_two_fields_at_a_time() -> None:
    then = approve(given(APPROVED), "samfunnsmedisin", FROM, TO)
    then.then_recorded(SpecialistApproved)


def test_a_standing_does_not_end_before_it_begins() -> None:
    for then in (
        authorise(given(), DAY_AFTER, TO),
        approve(given(), "allmennmedisin", DAY_AFTER, TO),
    ):
        then.then_refused(Invalid, saying="cannot be before")


OPEN_LICENCE = PractitionerAuthorised(
    kind=Authorisation.LICENCE, first_day=FROM, last_day=None, stated_in="HPR"
)
OPEN_APPROVAL = SpecialistApproved(
    specialty="allmennmedisin", first_day=FROM, last_day=None, stated_in="HPR"
)
LICENCE_ENDED = AuthorisationEnded(last_day=TO, stated_in="vedtak")
APPROVAL_ENDED = SpecialistApprovalEnded(
    specialty="allmennmedisin", last_day=TO, stated_in="vedtak"
)


def end_licence(at: Given[Practitioner], last_day: date) -> Then:
    return at.when(lambda person: person.end_authorisation(last_day=last_day, stated_in="vedtak"))


def end_approval(
    at: Given[Practitioner], last_day: date, specialty: str = "allmennmedisin"
) -> Then:
    return at.when(
        lambda person: person.end_specialist_approval(
            specialty, last_day=last_day, stated_in="vedtak"
        )
    )


def test_an_open_ended_authorisation_is_ended() -> None:
    end_licence(given(OPEN_LICENCE), TO).then(LICENCE_ENDED)
    assert given(OPEN_LICENCE, LICENCE_ENDED).case.authorised == [Span(FROM, TO)]


def test_an_open_ended_approval_is_ended_and_others_stay() -> None:
    other = SpecialistApproved(
        specialty="samfunnsmedisin", first_day=FROM, last_day=None, stated_in="HPR"
    )
    end_approval(given(OPEN_APPROVAL, other), TO).then(APPROVAL_ENDED)
    assert given(OPEN_APPROVAL, other, APPROVAL_ENDED).case.specialties == {
        "allmennmedisin": [Span(FROM, TO)],
        "samfunnsmedisin": [Span(FROM)],
    }


def test_what_has_ended_can_be_granted_again_from_the_day_after() -> None:
    authorise(given(OPEN_LICENCE, LICENCE_ENDED), TO, None).then_refused(NotAllowed)
    then = authorise(given(OPEN_LICENCE, LICENCE_ENDED), DAY_AFTER, None)
    again = then.then_recorded(PractitionerAuthorised)
    spans = given(OPEN_LICENCE, LICENCE_ENDED, again).case.authorised
    assert spans == [Span(FROM, TO), Span(DAY_AFTER)]


@pytest.mark.parametrize(
    ("last_day", "saying"),
    [
        pytest.param(FROM - timedelta(days=1), "covers", id="before-it-began"),
        pytest.param(FROM, "", id="on-its-first-day"),
        pytest.param(TO, "already the last day", id="on-its-last-day"),
        pytest.param(DAY_AFTER, "covers", id="after-it-ended"),
    ],
)
def test_only_what_covers_the_day_is_ended(last_day: date, saying: str) -> None:
    for then in (end_licence(given(LICENSED), last_day), end_approval(given(APPROVED), last_day)):
        if saying:
            then.then_refused(NotAllowed, saying=saying)
        else:
            assert then.refused is None


def test_an_approval_in_another_specialty_is_not_ended() -> None:
    then = end_approval(given(OPEN_APPROVAL), TO, "samfunnsmedisin")
    then.then_refused(NotAllowed, saying="covers")
