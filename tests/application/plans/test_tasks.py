"""What waits for whom agrees with what the leader's decision lacks."""

from __future__ import annotations

from datetime import date

import pytest

from application.plans.tasks import TaskKind, TaskRow, plan_tasks
from domain.organisations.facts import OfficerAppointed
from domain.organisations.organisation import Office, Organisation
from domain.plans.rules.hearing import not_yet_heard
from domain.shared.facts import Fact
from domain.shared.ids import Id
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
ADVISE, DECIDE = TaskKind.RECOMMEND_GOAL, TaskKind.DECIDE_GOAL
CONFIRM = TaskKind.CONFIRM_SERVICE
WITH_SURGEON = (*TOOK_PART, clinical_supervisor_appointed(SURGEON))


def tasks(*facts: Fact) -> set[tuple[object, str]]:
    return {(row.person, row.kind) for row in rows(*facts) if row.kind in (ADVISE, DECIDE)}


def waiting(kind: TaskKind, *facts: Fact) -> set[tuple[Id, str, date]]:
    """Return for whom a kind of task waits, what it is about and since when."""
    return {(row.person, row.subject, row.since) for row in rows(*facts) if row.kind == kind}


def rows(*facts: Fact) -> list[TaskRow]:
    organisation = folded(Organisation, ORGANISATION, IN_OFFICE).case
    return list(plan_tasks(ORGANISATION, given(*facts).case, {ORGANISATION: organisation}))


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
    join = TaskKind.JOIN_GROUP
    assert {person for person, _, _ in waiting(join, *APPOINTED)} == {DOCTOR}
    assert not waiting(join, *APPOINTED, joined())


def test_service_waits_for_the_leader_from_its_last_day() -> None:
    found = [row for row in rows(*APPOINTED, service_entered()) if row.kind == CONFIRM]
    assert [(row.person, row.first_day) for row in found] == [(LEADER, SERVED_TO)]
    assert not waiting(CONFIRM, *APPOINTED, service_entered(), service_confirmed())
