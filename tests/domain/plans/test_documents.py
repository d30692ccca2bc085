"""Comments and files on what is in a plan; minutes shared with a successor."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from domain.plans.rules.about import AboutKind
from domain.shared.findings import Force
from domain.shared.ids import Id
from domain.shared.name_no_patient import Wording, refuse_patients
from domain.shared.refusals import NotAllowed, NotFound, RuleBroken
from domain.shared.texts import Text
from tests.domain.plans.documenting import PLAN, attach, comment, share, unshare, withdraw
from tests.support.documents import (
    FILE,
    NUMBER,
    attached,
    commented,
    minutes_shared,
    minutes_unshared,
    withdrawn,
)
from tests.support.history import given
from tests.support.plans import (
    ACTIVITY,
    APPOINTED,
    DAY,
    DOCTOR,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    SESSION,
    SUPERVISOR,
    drafted,
    finalised,
    logged,
    minuted,
    supervisor_appointed,
    supervisor_released,
    text,
)
from tests.support.records import COURSE, VISIT, course_entered, visit_entered
from tests.support.services import PERIOD, service_entered

WORKED = (
    *APPOINTED,
    drafted(),
    minuted(),
    logged(),
    course_entered(),
    visit_entered(),
    service_entered(),
)
HANDED_OVER = (
    *WORKED,
    finalised(),
    supervisor_released(last_day=DAY - timedelta(days=1)),
    supervisor_appointed(NEXT_SUPERVISOR, first_day=DAY),
)
THERE: dict[AboutKind, str] = {
    AboutKind.GOAL: "ALM-031",
    AboutKind.SESSION: SESSION,
    AboutKind.ACTIVITY: ACTIVITY,
    AboutKind.COURSE: COURSE,
    AboutKind.VISIT: VISIT,
    AboutKind.SERVICE: PERIOD,
    AboutKind.PLAN: PLAN,
}
PLACES = (Text(nb="side 1", en="page 1"), Text(nb="side 2", en="page 2"))


# comments


@pytest.mark.parametrize("kind", AboutKind)
def test_a_comment_is_about_something_in_the_plan(kind: AboutKind) -> None:
    about = THERE[kind]
    given(*WORKED).when(lambda plan: comment(plan, about_kind=kind, about=about)).then(
        commented(kind=kind, about=about)
    )


@pytest.mark.parametrize("kind", AboutKind)
def test_nothing_is_said_of_what_is_not_in_the_plan(kind: AboutKind) -> None:
    nowhere = Id("00000000-0000-0000-0000-00000000dead")
    for say in (comment, attach):
        given(*WORKED).when(partial(say, about_kind=kind, about=nowhere)).then_refused(
            RuleBroken, saying="no such", rule="R-KP-03"
        )


def test_a_comment_is_added_once() -> None:
    given(*WORKED, commented()).when(comment).then_refused(NotAllowed, saying="exists")


def test_a_comment_that_seems_to_name_a_patient_is_refused_and_told_where() -> None:
    words = text(f"Så\npasient {NUMBER}")
    refused = (
        given(*WORKED)
        .when(lambda plan: comment(plan, text=words))
        .then_refused(RuleBroken, saying="line 2, character 9", rule="R-KP-03")
    )
    assert NUMBER not in refused.text.nb + refused.text.en


def test_what_is_confirmed_to_be_no_patient_is_kept_with_what_was_found() -> None:
    words = text(f"Kontonummer {NUMBER}")
    added = comment(given(*WORKED).case, text=words, names_no_patient=True)
    (finding,) = added.findings
    assert (finding.rule, finding.force) == ("R-KP-03", Force.INFO)
    assert "confirmed" in finding.says.en
    assert NUMBER not in str(finding)


def test_minutes_are_asked_the_same() -> None:
    with pytest.raises(RuleBroken, match="identity number"):
        refuse_patients(Wording(text=text(NUMBER), names_no_patient=False))
    refuse_patients(Wording(text=text(NUMBER), names_no_patient=True))
    refuse_patients(Wording(text=text("uten"), names_no_patient=False))


# files


@pytest.mark.parametrize("kind", AboutKind)
def test_a_file_is_attached_to_something_in_the_plan(kind: AboutKind) -> None:
    about = THERE[kind]
    given(*WORKED).when(lambda plan: attach(plan, about_kind=kind, about=about)).then(
        attached(kind=kind, about=about)
    )


def test_a_file_is_attached_once() -> None:
    given(*WORKED, attached()).when(attach).then_refused(NotAllowed, saying="exists")


def test_of_every_file_somebody_says_that_it_names_no_patient() -> None:
    given(*WORKED).when(lambda plan: attach(plan, names_no_patient=False)).then_refused(
        RuleBroken, saying="Look through the file", rule="R-KP-03"
    )


def test_a_file_that_seems_to_name_a_patient_is_refused_and_told_where() -> None:
    given(*WORKED).when(
        lambda plan: attach(plan, places=PLACES, names_no_patient=False)
    ).then_refused(RuleBroken, saying="page 1; page 2", rule="R-KP-03")
    (finding,) = attach(given(*WORKED).case, places=PLACES).findings
    assert finding.force is Force.INFO


def test_of_many_places_the_first_are_told() -> None:
    given(*WORKED).when(
        lambda plan: attach(plan, places=PLACES * 4, names_no_patient=False)
    ).then_refused(RuleBroken, saying="page 1 and elsewhere")


@pytest.mark.parametrize("by", [DOCTOR, SUPERVISOR])
def test_a_file_is_withdrawn_by_the_one_who_attached_it_or_the_doctor(by: Id) -> None:
    given(*WORKED, attached(by=SUPERVISOR)).when(lambda plan: withdraw(plan, by=by)).then(
        withdrawn(by=by)
    )


def test_nobody_else_withdraws_a_file() -> None:
    given(*WORKED, attached(by=SUPERVISOR)).when(
        lambda plan: withdraw(plan, by=LEADER)
    ).then_refused(RuleBroken, saying="the one who attached it", rule="R-ROL-01")


def test_a_file_is_withdrawn_once_and_stays_known() -> None:
    at = given(*WORKED, attached(), withdrawn())
    at.when(withdraw).then_refused(NotAllowed, saying="withdrawn on")
    assert at.case.files.file(FILE).withdrawn == withdrawn()
    given(*WORKED).when(withdraw).then_refused(NotFound, saying="no such file")


# minutes


def test_the_doctor_shares_minutes_with_a_successor() -> None:
    at = given(*HANDED_OVER)
    at.when(share).then(minutes_shared())
    shared = given(*HANDED_OVER, minutes_shared())
    assert shared.case.sharing.with_whom(SESSION) == {NEXT_SUPERVISOR}
    shared.when(unshare).then(minutes_unshared())
    assert not given(*HANDED_OVER, minutes_shared(), minutes_unshared()).case.sharing.with_whom(
        SESSION
    )


def test_only_the_doctor_shares() -> None:
    given(*HANDED_OVER).when(lambda plan: share(plan, by=SUPERVISOR)).then_refused(
        RuleBroken, saying="Only the doctor", rule="L-KP-01"
    )
    given(*HANDED_OVER, minutes_shared()).when(
        lambda plan: unshare(plan, by=NEXT_SUPERVISOR)
    ).then_refused(RuleBroken, saying="Only the doctor", rule="L-KP-01")


@pytest.mark.parametrize("person", [DOCTOR, SUPERVISOR])
def test_those_who_took_part_need_no_sharing(person: Id) -> None:
    given(*HANDED_OVER).when(lambda plan: share(plan, person=person)).then_refused(
        RuleBroken, saying="took part", rule="L-KP-01"
    )


@pytest.mark.parametrize("person", [LEADER, MIDWIFE])
def test_minutes_are_shared_with_supervisors_only(person: Id) -> None:
    given(*HANDED_OVER).when(lambda plan: share(plan, person=person)).then_refused(
        RuleBroken, saying="appointed as the doctor's supervisor", rule="L-KP-01"
    )


def test_minutes_are_not_shared_with_one_who_has_left() -> None:
    left = (*HANDED_OVER, supervisor_released(NEXT_SUPERVISOR, last_day=DAY))
    later = DAY + timedelta(days=1)
    given(*left).when(lambda plan: share(plan, on=later)).then_refused(RuleBroken, rule="L-KP-01")


def test_minutes_are_shared_once_and_taken_back_once() -> None:
    given(*HANDED_OVER, minutes_shared()).when(share).then_refused(NotAllowed, saying="already")
    given(*HANDED_OVER).when(unshare).then_refused(NotAllowed, saying="not shared")


def test_minutes_of_no_session_are_not_shared() -> None:
    for act in (share, unshare):
        given(*APPOINTED).when(act).then_refused(NotFound, saying="no such guidance session")


# corrections


def test_a_withdrawal_leans_on_its_file_and_an_end_of_sharing_on_its_beginning() -> None:
    facts = (*HANDED_OVER, attached(), withdrawn(), minutes_shared(), minutes_unshared())
    plan, last = given(*facts).case, len(facts)
    assert list(plan.leaning_on(last - 3)) == [last - 2]
    assert list(plan.leaning_on(last - 1)) == [last]
    assert list(plan.leaning_on(last)) == []


def test_sharing_with_one_does_not_lean_on_sharing_with_another() -> None:
    both = (minutes_shared(), minutes_shared(person=MIDWIFE))
    plan = given(*HANDED_OVER, *both, minutes_unshared(person=MIDWIFE)).case
    assert list(plan.leaning_on(plan.version - 2)) == []
