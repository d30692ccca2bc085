"""What a correction, or an end, must not leave behind: each was found by trying anything."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.plans.corrections import PlanPersonMerged
from domain.plans.path import TrainingResumed
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.plans.rules.open_plan import refuse_start_after_work
from domain.plans.sharing import MinutesShared, MinutesUnshared
from domain.shared.facts import Fact
from domain.shared.refusals import NotAllowed
from tests.domain.plans.machine_people import MIDWIFE_AGAIN
from tests.support import way
from tests.support.applying import applied
from tests.support.history import given
from tests.support.plans import (
    APPOINTED,
    DAY,
    DOCTOR,
    LEADER,
    MIDWIFE,
    SESSION,
    clinical_supervisor_appointed,
    clinical_supervisor_released,
    drafted,
    text,
)
from tests.support.records import visit_entered

MERGED = PlanPersonMerged(double=MIDWIFE_AGAIN, into=MIDWIFE, merged_by=LEADER, merged_on=DAY)
SHARED = MinutesShared(session=SESSION, person=MIDWIFE_AGAIN, shared_by=DOCTOR, shared_on=DAY)
UNSHARED = MinutesUnshared(session=SESSION, person=MIDWIFE, unshared_by=DOCTOR, unshared_on=DAY)
LEAVES_BEHIND: dict[str, tuple[tuple[Fact, ...], int]] = {
    "sharing under one name, taken back under another": (
        (*APPOINTED, drafted(), SHARED, MERGED, UNSHARED),
        5,
    ),
    "an appointment under one name, ended under another": (
        (
            *APPOINTED[:2],
            clinical_supervisor_appointed(MIDWIFE_AGAIN),
            MERGED,
            clinical_supervisor_released(MIDWIFE, last_day=DAY),
        ),
        3,
    ),
    "a no, when the same was asked again": (
        (*APPOINTED, way.sent(), way.declined(), way.sent(way.OTHER_INVITATION)),
        5,
    ),
}


@pytest.mark.parametrize("case", LEAVES_BEHIND)
def test_what_something_later_makes_no_sense_without_is_not_corrected(case: str) -> None:
    facts, version = LEAVES_BEHIND[case]
    at = given(*facts)
    asked = FactCorrection(
        plan=at.case, stored=at.stored, version=version, reason=text(), by=DOCTOR, on=DAY
    )
    at.when(lambda _: correct_fact(asked)).then_refused(NotAllowed)


@pytest.mark.parametrize("fact", [visit_entered(), way.training_withdrawn(), way.move_requested()])
def test_the_training_does_not_start_after_what_was_done_in_it_or_ended_it(fact: Fact) -> None:
    plan = given(*APPOINTED, fact).case
    with pytest.raises(NotAllowed):
        refuse_start_after_work(plan, way.LAST_DAY + timedelta(days=1))


def test_a_training_taken_up_again_does_not_stop_before_that() -> None:
    first_day = way.LAST_DAY + timedelta(days=30)
    resumed = TrainingResumed(first_day=first_day, resumed_by=LEADER, resumed_on=first_day)
    given(*APPOINTED, way.training_withdrawn(), resumed).when(
        lambda plan: applied(plan, way.LAST_DAY)
    ).then_refused(NotAllowed)
