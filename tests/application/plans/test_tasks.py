"""What waits for whom agrees with what the leader's decision lacks."""

from __future__ import annotations

from datetime import date

import pytest

from application.plans.tasks import TaskKind, plan_tasks
from domain.organisations.facts import OfficerAppointed
from domain.organisations.organisation import Office, Organisation
from domain.plans.rules.hearing import not_yet_heard
from domain.shared.facts import Fact
from tests.support.history import folded, given
from tests.support.plans import (
    APPOINTED,
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
from tests.support.services import SERVED_TO, service_confirmed, service_entered

IN_OFFICE = OfficerAppointed(person=LEADER, office=Office.LEADER, first_day=STARTS, last_day=None)
ADVISE, DECIDE = TaskKind.RECOMMEND_GOAL, TaskKind.DECIDE_GOAL
WITH_SURGEON = (*TOOK_PART, clinical_supervisor_appointed(SURGEON))


def test_service_waits_for_the_leader_from_its_last_day() -> None:
    organisation = folded(Organisation, ORGANISATION, IN_OFFICE).case

    def waiting(*facts: Fact) -> list[tuple[object, date]]:
        rows = plan_tasks(ORGANISATION, given(*facts).case, {ORGANISATION: organisation})
        return [(r.person, r.first_day) for r in rows if r.kind == TaskKind.CONFIRM_SERVICE]

    assert waiting(*APPOINTED, service_entered()) == [(LEADER, SERVED_TO)]
    assert waiting(*APPOINTED, service_entered(), service_confirmed()) == []


def tasks(*facts: Fact) -> set[tuple[object, str]]:
    organisation = folded(Organisation, ORGANISATION, IN_OFFICE).case
    plan = given(*facts).case
    rows = plan_tasks(ORGANISATION, plan, {ORGANISATION: organisation})
    return {(row.person, row.kind) for row in rows if row.kind in (ADVISE, DECIDE)}


@pytest.mark.parametrize(
    ("facts", "waiting"),
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
    facts: tuple[Fact, ...], waiting: set[tuple[object, str]]
) -> None:
    assert tasks(*facts) == waiting
    lacking = not_yet_heard(given(*facts).case, "ALM-031", date.max)
    assert ((LEADER, DECIDE) in waiting) is (not lacking)
