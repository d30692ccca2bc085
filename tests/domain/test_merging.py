"""Two ids that turn out to be one person's: everything reads as if that had been known."""

from __future__ import annotations

from domain.bodies.body import Body
from domain.groups.facts import GroupPersonMerged
from domain.groups.group import Group
from domain.organisations.organisation import Office, Organisation
from domain.plans.corrections import PlanPersonMerged
from domain.plans.plan import TrainingPlan
from domain.shared.case import renamed
from domain.shared.facts import Seen
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from tests.domain.plans.machine import state
from tests.support import groups
from tests.support.history import folded, given
from tests.support.plans import (
    APPOINTED,
    DAY,
    DOCTOR,
    GOAL,
    LEADER,
    MIDWIFE,
    ORGANISATION,
    READY,
    SUPERVISOR,
    SURGEON,
    approved,
    clinical_supervisor_appointed,
    corrected,
    logged,
    recommended,
    sent,
    signed,
)
from tests.support.stories import BODY_STORY, LAST_DAY, OFFICER, ORGANISATION_STORY


def merged(double: Id, into: Id) -> PlanPersonMerged:
    return PlanPersonMerged(double=double, into=into, merged_by=LEADER, merged_on=DAY)


def test_what_one_did_under_two_ids_is_one_persons() -> None:
    double = clinical_supervisor_appointed(SURGEON)
    before = given(*APPOINTED, double, logged(), sent(to=SURGEON), signed(by=SURGEON)).case
    assert before.activities.by_id[logged().activity].signed == signed(by=SURGEON)
    before.apply(merged(SURGEON, MIDWIFE))
    assert before.activities.by_id[logged().activity].signed == signed(by=MIDWIFE)
    assert before.roles.appointments.spans("clinical-supervisor").keys() == {MIDWIFE}


def test_whole_or_piece_by_piece_a_merged_plan_reads_the_same() -> None:
    facts = (*READY, approved(), merged(MIDWIFE, SURGEON), recommended(by=MIDWIFE), corrected(6))
    whole, pieces = TrainingPlan(), TrainingPlan()
    whole.fold(facts)
    for fact in facts:
        pieces.apply(fact)
    assert state(whole) == state(pieces)
    assert MIDWIFE not in str(whole.roles.appointments.all)
    advice = whole.goals.goal(GOAL).advice
    assert [given.fact.given_by for given in advice] == [SUPERVISOR, SURGEON, SURGEON]


def test_what_was_seen_stays_as_it_was_seen() -> None:
    seen = Seen(case=MIDWIFE, version=3, sha256="ab" * 32)
    assert renamed((seen, MIDWIFE, DOCTOR), {MIDWIFE: SURGEON}) == (seen, SURGEON, DOCTOR)


def test_a_merging_is_not_corrected() -> None:
    at = given(*APPOINTED, merged(MIDWIFE, SURGEON))
    at.when(lambda plan: plan.correctable(4)).then_refused(NotAllowed, saying="cannot be corrected")


def test_an_officer_of_an_establishment_or_a_body_is_merged_too() -> None:
    officer = folded(Organisation, ORGANISATION, *ORGANISATION_STORY).case
    assert officer.same == {Id("00000000-0000-0000-0000-000000000d0b"): OFFICER}
    assert officer.officers.held(OFFICER, Office.LEADER, LAST_DAY)
    assert folded(Body, ORGANISATION, *BODY_STORY).case.officers.all[0].person == OFFICER


def test_a_member_of_a_group_is_merged_too() -> None:
    mark = GroupPersonMerged(double=DOCTOR, into=SURGEON, merged_by=LEADER, merged_on=LAST_DAY)
    facts = (*groups.PLANNED, groups.admitted(), groups.held(), mark)
    group = folded(Group, ORGANISATION, *facts).case
    assert [member.doctor for member in group.memberships] == [SURGEON]
    assert [held.present for held in group.gatherings.values()] == [(SURGEON,)]


def test_a_double_of_a_double_is_the_last_of_them() -> None:
    facts = (*APPOINTED, clinical_supervisor_appointed(SURGEON))
    other = Id("00000000-0000-0000-0000-00000000cafe")
    plan = given(*facts, merged(SURGEON, MIDWIFE), merged(MIDWIFE, other)).case
    held = {appointed.person for appointed in plan.roles.appointments.all}
    assert other in held
    assert not held & {SURGEON, MIDWIFE}
