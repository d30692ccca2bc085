"""What waits for whom agrees with what the leader's decision lacks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from application.kept import leans_on
from application.plans.tasks.room import TaskKind, TaskRow
from application.plans.tasks.rows import COUNTY_GOVERNOR, plan_tasks
from domain.bodies.body import Body, BodyKind
from domain.bodies.facts import BodyEstablished, BodyOfficerAppointed
from domain.organisations.facts import OfficerAppointed
from domain.organisations.organisation import Office, Organisation
from domain.plans.rules.hearing import not_yet_heard
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support import meetings, way
from tests.support import reassessments as anew
from tests.support.groups import joined
from tests.support.history import folded, given
from tests.support.plans import (
    APPOINTED,
    DOCTOR,
    LEADER,
    MIDWIFE,
    ORGANISATION,
    READY,
    STARTS,
    SUPERVISOR,
    SURGEON,
    TOOK_PART,
    clinical_supervisor_appointed,
    clinically_recommended,
    corrected,
    recommended,
    submitted,
)
from tests.support.records import (
    COLLEAGUE,
    COURSE,
    ENDED_ON,
    VISIT,
    VISITED_ON,
    course_certified,
    course_entered,
    visit_confirmed,
    visit_documented,
    visit_entered,
)
from tests.support.services import SERVED_TO, service_confirmed, service_entered

IN_OFFICE = OfficerAppointed(person=LEADER, office=Office.LEADER, first_day=STARTS, last_day=None)
THEIR_LEADER, THEIR_DEPUTY = Id(f"{UUID(int=0x1E7)}"), Id(f"{UUID(int=0x1E8)}")
OF_THE_OTHER = (
    OfficerAppointed(
        person=THEIR_LEADER, office=Office.LEADER, first_day=STARTS, last_day=date(2026, 3, 31)
    ),
    OfficerAppointed(
        person=THEIR_DEPUTY, office=Office.DEPUTY, first_day=date(2026, 4, 1), last_day=None
    ),
    OfficerAppointed(person=DOCTOR, office=Office.DEPUTY, first_day=STARTS, last_day=None),
)
ESTABLISHMENTS = {
    ORGANISATION: folded(Organisation, ORGANISATION, IN_OFFICE).case,
    way.OTHER_ORGANISATION: folded(Organisation, way.OTHER_ORGANISATION, *OF_THE_OTHER).case,
}
GOVERNOR = Body()
GOVERNOR.fold(
    (
        BodyEstablished(kind=BodyKind.COUNTY_GOVERNOR, name="Statsforvalteren"),
        BodyOfficerAppointed(person=anew.OFFICER, first_day=STARTS, last_day=None),
    )
)
ADVISE, DECIDE = TaskKind.RECOMMEND_GOAL, TaskKind.DECIDE_GOAL
CONFIRM, RECEIVE = TaskKind.CONFIRM_SERVICE, TaskKind.RECEIVE_MOVE
WITH_SURGEON = (*TOOK_PART, clinical_supervisor_appointed(SURGEON))


def tasks(*facts: Fact) -> set[tuple[object, str]]:
    return {(row.person, row.kind) for row in rows(*facts) if row.kind in (ADVISE, DECIDE)}


def waiting(kind: TaskKind, *facts: Fact) -> set[tuple[Id, str, date]]:
    """Return for whom a kind of task waits, what it is about and since when."""
    return {(row.person, row.subject, row.since) for row in rows(*facts) if row.kind == kind}


def rows(*facts: Fact) -> list[TaskRow]:
    """Return the tasks of a plan, given no other cases than it says it leans on."""
    plan = given(*facts).case
    around = {**ESTABLISHMENTS, COUNTY_GOVERNOR: GOVERNOR}
    others = {other: around[other] for other in leans_on(plan)}
    return list(plan_tasks(ORGANISATION, plan, others))


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        pytest.param(READY, {(LEADER, DECIDE)}, id="both-were-heard"),
        pytest.param(
            (*TOOK_PART, submitted()),
            {(SUPERVISOR, ADVISE), (MIDWIFE, ADVISE)},
            id="nobody-was-heard",
        ),
        pytest.param(
            (*WITH_SURGEON, recommended(), clinically_recommended(by=SURGEON), submitted()),
            {(MIDWIFE, ADVISE)},
            id="advice-from-one-who-signed-nothing",
        ),
        pytest.param(
            (*APPOINTED, clinical_supervisor_appointed(SURGEON), recommended(), submitted()),
            {(MIDWIFE, ADVISE), (SURGEON, ADVISE)},
            id="nobody-has-signed-anything",
        ),
        pytest.param(
            (*WITH_SURGEON, clinically_recommended(), submitted()),
            {(SUPERVISOR, ADVISE)},
            id="only-the-supervisor-is-missing",
        ),
    ],
)
def test_a_submitted_goal_waits_for_those_the_rule_asks_for(
    facts: tuple[Fact, ...], asked: set[tuple[object, str]]
) -> None:
    assert tasks(*facts) == asked
    lacking = not_yet_heard(given(*facts).case, "ALM-031", date.max)
    assert ((LEADER, DECIDE) in asked) is (not lacking)


def test_a_course_waits_for_its_certificate() -> None:
    entered = course_entered()
    assert waiting(TaskKind.CERTIFY_COURSE, *APPOINTED, entered) == {(DOCTOR, COURSE, ENDED_ON)}
    assert not waiting(TaskKind.CERTIFY_COURSE, *APPOINTED, entered, course_certified())


def test_a_visit_waits_for_the_colleague_or_else_for_its_document() -> None:
    confirm, document = TaskKind.CONFIRM_VISIT, TaskKind.DOCUMENT_VISIT
    known, named = visit_entered(), visit_entered(colleague=None)
    assert waiting(confirm, *APPOINTED, known) == {(COLLEAGUE, VISIT, VISITED_ON)}
    assert waiting(document, *APPOINTED, named) == {(DOCTOR, VISIT, VISITED_ON)}
    for facts in ((known, visit_confirmed()), (named, visit_documented())):
        assert not waiting(confirm, *APPOINTED, *facts)
        assert not waiting(document, *APPOINTED, *facts)


def test_a_doctor_is_reminded_of_joining_a_group_until_joined() -> None:
    """R-ALI-04."""
    join = TaskKind.JOIN_GROUP
    assert {person for person, _, _ in waiting(join, *APPOINTED)} == {DOCTOR}
    assert not waiting(join, *APPOINTED, joined())


def test_service_waits_for_the_leader_from_its_last_day() -> None:
    found = [row for row in rows(*APPOINTED, service_entered()) if row.kind == CONFIRM]
    assert [(row.person, row.first_day) for row in found] == [(LEADER, SERVED_TO)]
    assert not waiting(CONFIRM, *APPOINTED, service_entered(), service_confirmed())


def test_a_move_waits_for_the_leaders_of_the_establishment_moved_to_and_tells_little() -> None:
    receive = [row for row in rows(*APPOINTED, way.move_requested()) if row.kind == RECEIVE]
    assert {(row.person, row.first_day, row.last_day) for row in receive} == {
        (THEIR_LEADER, STARTS, date(2026, 3, 31)),
        (THEIR_DEPUTY, date(2026, 4, 1), date.max),
    }
    told = {(row.case_id, row.subject, row.since) for row in receive}
    assert told == {(ORGANISATION, DOCTOR, way.ON)}
    everything = (*READY, service_entered(), way.move_requested())
    assert {row.kind for row in rows(*everything) if elsewhere(row)} == {RECEIVE}


@pytest.mark.parametrize(
    "after",
    [
        pytest.param((way.moved_away(),), id="received"),
        pytest.param((way.training_withdrawn(),), id="withdrawn"),
        pytest.param((corrected(len(APPOINTED) + 1, "plan.move-requested"),), id="corrected"),
    ],
)
def test_a_move_that_stands_no_more_waits_for_nobody(after: tuple[Fact, ...]) -> None:
    facts = (*APPOINTED, way.move_requested(), *after)
    assert not [row for row in rows(*facts) if elsewhere(row)]
    assert leans_on(given(*facts).case) == {ORGANISATION}


def test_after_the_training_only_its_service_still_waits() -> None:
    ended = rows(*READY, service_entered(), submitted(), way.training_withdrawn())
    after = {row.kind for row in ended if row.last_day > way.LAST_DAY}
    assert after == {TaskKind.CONFIRM_SERVICE}


def elsewhere(row: TaskRow) -> bool:
    return row.person in (THEIR_LEADER, THEIR_DEPUTY)


def test_a_new_assessment_waits_for_the_county_governor_until_it_is_recorded() -> None:
    arrange, record = TaskKind.ARRANGE_REASSESSMENT, TaskKind.RECORD_REASSESSMENT
    asked = {(anew.OFFICER, anew.REASSESSMENT, anew.REQUESTED_ON)}
    assert waiting(arrange, *anew.ASKED) == asked
    assert not waiting(TaskKind.CONFIRM_ACTIVITIES, *anew.ASKED)
    assert not waiting(arrange, *anew.TO_BE_MADE)
    (task,) = [row for row in rows(*anew.TO_BE_MADE) if row.kind == record]
    assert (task.person, task.first_day) == (anew.OFFICER, anew.ASSESSED_ON)
    for over in (anew.withdrawn(), anew.reassessed()):
        assert not waiting(record, *anew.TO_BE_MADE, over)
        assert COUNTY_GOVERNOR not in leans_on(given(*anew.TO_BE_MADE, over).case)


def test_a_further_one_waits_for_the_leaders_to_confirm_what_was_done() -> None:
    confirm = TaskKind.CONFIRM_ACTIVITIES
    again = (*anew.FAILED, anew.requested(anew.SECOND_REASSESSMENT, number=2))
    assert {person for person, _, _ in waiting(confirm, *again)} == {LEADER}
    assert not waiting(confirm, *again, anew.confirmed(anew.SECOND_REASSESSMENT))


def test_a_review_waits_for_the_leaders_from_the_day_it_is_due_by() -> None:
    (task,) = [row for row in rows(*APPOINTED) if row.kind == TaskKind.HOLD_REVIEW]
    due = date(2026, 3, 1)
    assert (task.person, task.since, task.first_day, task.due_on) == (LEADER, due, due, due)
    (task,) = [row for row in rows(*APPOINTED, meetings.review_held()) if row.due_on]
    assert task.first_day == date(2026, 8, 24)


def test_a_concern_waits_for_the_leaders_to_be_answered_and_then_followed_up() -> None:
    raised, agreed = meetings.raised(), meetings.measures_agreed()
    kinds = (TaskKind.ANSWER_CONCERN, TaskKind.FOLLOW_UP_CONCERN)
    due = [
        [(row.kind, row.person, row.first_day, row.due_on) for row in found if row.kind in kinds]
        for found in (
            rows(*APPOINTED, raised),
            rows(*APPOINTED, raised, agreed),
            rows(*APPOINTED, raised, agreed, meetings.closed()),
        )
    ]
    follow_up = meetings.FOLLOWED_UP_ON
    assert due == [
        [(TaskKind.ANSWER_CONCERN, LEADER, STARTS, date(2026, 6, 15))],
        [(TaskKind.FOLLOW_UP_CONCERN, LEADER, follow_up, follow_up)],
        [],
    ]
