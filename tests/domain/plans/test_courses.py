"""Courses: entered by the doctor, shown by a certificate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from domain.plans.courses import CourseCertified, CourseEntered
from domain.plans.plan import TrainingPlan
from domain.plans.rules.about import AboutKind
from domain.plans.rules.correct_fact import evidence_in
from domain.plans.rules.decide_goal import approve_goal
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed, NotFound, Refused
from tests.domain.plans.asking import outcome
from tests.support.documents import FILE, attached
from tests.support.documents import withdrawn as file_withdrawn
from tests.support.history import given
from tests.support.plans import APPOINTED, DAY, GOAL, OTHER_GOAL, READY, STARTS
from tests.support.records import (
    BEGAN_ON,
    COURSE,
    ENDED_ON,
    ISSUED_ON,
    PROVIDER,
    TITLE,
    course_certified,
    course_entered,
)

ENTERED = (*APPOINTED, course_entered())


def entering(**changed: Any) -> Callable[[TrainingPlan], CourseEntered]:
    said: dict[str, Any] = {
        "title": TITLE,
        "provider": PROVIDER,
        "first_day": BEGAN_ON,
        "last_day": ENDED_ON,
        "hours": Decimal(15),
        "goals": (GOAL,),
    }
    return lambda plan: plan.courses.enter(COURSE, **(said | changed))


def certifying(**changed: Any) -> Callable[[TrainingPlan], CourseCertified]:
    said: dict[str, Any] = {"certificate": "O-31245", "issued_on": ISSUED_ON, "issued_by": PROVIDER}
    return lambda plan: plan.courses.certify(COURSE, **(said | changed))


def test_a_course_is_entered_with_its_days_hours_and_goals() -> None:
    given(*APPOINTED).when(entering()).then(course_entered())


def test_a_course_is_entered_once() -> None:
    refused = given(*ENTERED).when(entering()).then_refused(NotAllowed)
    assert refused.code == "course-exists"


def test_a_course_of_one_day_has_that_day_twice() -> None:
    one_day = entering(first_day=ENDED_ON)
    given(*APPOINTED).when(one_day).then(course_entered(first_day=ENDED_ON))


def test_a_course_does_not_end_before_it_begins() -> None:
    reversed_days = entering(first_day=ENDED_ON, last_day=BEGAN_ON)
    refused = given(*APPOINTED).when(reversed_days).then_refused(Invalid)
    assert (refused.code, refused.field) == ("days-reversed", "lastDay")


def test_a_course_of_more_than_a_year_is_a_typing_error() -> None:
    year = timedelta(days=366)
    given(*APPOINTED).when(entering(first_day=ENDED_ON - year)).then_recorded(CourseEntered)
    longer = given(*APPOINTED).when(entering(first_day=ENDED_ON - year - timedelta(days=1)))
    assert longer.then_refused(Invalid).code == "course-too-long"


def test_a_correction_of_the_file_waits_for_the_certificate_it_shows() -> None:
    about = attached(kind=AboutKind.COURSE, about=COURSE)
    certificate = msgspec.structs.replace(course_certified(), file=FILE)
    plan = given(*ENTERED, about, certificate).case
    at = len(ENTERED) + 1
    assert list(plan.leaning_on(at)) == [at + 1]
    assert list(given(*ENTERED, about, course_certified()).case.leaning_on(at)) == []


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ((), "unknown-file"),
        ((attached(),), "file-about-something-else"),
        ((attached(kind=AboutKind.COURSE, about=COURSE), file_withdrawn()), "file-withdrawn"),
    ],
)
def test_a_certificate_is_shown_by_a_file_attached_to_its_course(
    files: tuple[Fact, ...], code: str
) -> None:
    plan = given(*ENTERED, *files).case
    with pytest.raises(Refused) as refused:
        plan.files.attached_to(FILE, AboutKind.COURSE, COURSE)
    assert (refused.value.code, refused.value.field) == (code, "file")


def test_a_certificate_may_be_entered_without_a_file() -> None:
    plan = given(*ENTERED, attached(kind=AboutKind.COURSE, about=COURSE)).case
    assert plan.files.attached_to(None, AboutKind.COURSE, COURSE) is None
    assert plan.files.attached_to(FILE, AboutKind.COURSE, COURSE) == FILE


def test_a_course_from_before_the_training_is_taken_along() -> None:
    day = STARTS - timedelta(days=200)
    then = given(*APPOINTED).when(entering(first_day=day, last_day=day))
    then.then(course_entered(first_day=day, last_day=day))


@pytest.mark.parametrize(
    ("written", "kept"),
    [("15", "15"), ("15.50", "15.5"), ("100", "100"), ("1e1", "10"), ("0.25", "0.25")],
)
def test_hours_are_kept_in_one_form(written: str, kept: str) -> None:
    fact = given(*APPOINTED).when(entering(hours=Decimal(written))).then_recorded(CourseEntered)
    assert isinstance(fact, CourseEntered)
    assert str(fact.hours) == kept


def test_a_course_may_have_no_stated_hours() -> None:
    given(*APPOINTED).when(entering(hours=None)).then(course_entered(hours=None))


@pytest.mark.parametrize("hours", ["0", "-1", "500.01", "15.125", "1e-999", "1e999"])
def test_hours_no_programme_prints_are_refused(hours: str) -> None:
    refused = given(*APPOINTED).when(entering(hours=Decimal(hours))).then_refused(Invalid)
    assert (refused.code, refused.field) == ("hours-out-of-range", "hours")


@pytest.mark.parametrize("field", ["title", "provider"])
def test_a_course_says_what_it_was_and_whose(field: str) -> None:
    refused = given(*APPOINTED).when(entering(**{field: "  "})).then_refused(Invalid)
    assert (refused.code, refused.field) == ("text-missing", field)


def test_a_course_is_certified() -> None:
    given(*ENTERED).when(certifying()).then(course_certified())


def test_a_certificate_can_be_issued_on_the_last_day() -> None:
    given(*ENTERED).when(certifying(issued_on=ENDED_ON)).then(course_certified(on=ENDED_ON))


def test_a_certificate_is_not_issued_before_the_course_ended() -> None:
    early = certifying(issued_on=ENDED_ON - timedelta(days=1))
    refused = given(*ENTERED).when(early).then_refused(Invalid, rule="R-ALI-05")
    assert (refused.code, refused.field) == ("certified-before-the-end", "issuedOn")


def test_a_certificate_without_a_course_is_refused() -> None:
    refused = given(*APPOINTED).when(certifying()).then_refused(NotFound, rule="R-ALI-05")
    assert refused.code == "unknown-course"


def test_a_course_is_certified_once() -> None:
    twice = given(*ENTERED, course_certified()).when(certifying())
    assert twice.then_refused(NotAllowed, rule="R-ALI-05").code == "course-certified"


@pytest.mark.parametrize(
    ("changed", "field"), [({"certificate": " "}, "certificate"), ({"issued_by": " "}, "issuedBy")]
)
def test_a_certificate_says_which_it_is_and_whose(changed: dict[str, str], field: str) -> None:
    refused = given(*ENTERED).when(certifying(**changed)).then_refused(Invalid)
    assert refused.field == field


@pytest.mark.parametrize(
    ("facts", "on", "shown"),
    [
        pytest.param((course_entered(),), DAY, 0, id="not-certified"),
        pytest.param((course_entered(), course_certified()), DAY, 1, id="certified"),
        pytest.param((course_entered(), course_certified()), ISSUED_ON, 1, id="that-day"),
        pytest.param(
            (course_entered(), course_certified()), ISSUED_ON - timedelta(days=1), 0, id="before"
        ),
        pytest.param((course_entered(COURSE, OTHER_GOAL), course_certified()), DAY, 0, id="other"),
    ],
)
def test_a_certified_course_is_shown_for_its_goals(
    facts: tuple[Fact, ...], on: date, shown: int
) -> None:
    plan = given(*APPOINTED, *facts).case
    assert len(list(plan.courses.certified_for(GOAL, on))) == shown


def test_a_certified_course_is_evidence_of_its_goal() -> None:
    at = given(*READY, course_entered(), course_certified())
    certified = at.stored.seen(at.case.version)
    assert certified in approve_goal(outcome(at)).evidence
    assert at.stored.seen(at.case.version - 1) not in approve_goal(outcome(at)).evidence


def test_a_corrected_certificate_shows_the_outcome_that_leant_on_it() -> None:
    at = given(*READY, course_entered(), course_certified())
    certified = at.case.version
    approved = approve_goal(outcome(at))
    after = given(*READY, course_entered(), course_certified(), approved)
    assert list(evidence_in(after.case, after.stored, certified)) == [after.case.version]


def test_a_corrected_course_takes_its_certificate_first() -> None:
    at = given(*ENTERED, course_certified())
    entered = at.case.version - 1
    refused = at.when(lambda plan: plan.correctable(entered)).then_refused(NotAllowed)
    assert refused.code == "leant-on"
    assert at.case.correctable(at.case.version) == course_certified()
