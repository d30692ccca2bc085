"""Who may do and see what: the table, and that it is asked by every act and view."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from uuid import UUID

import pytest

from application.access import TABLE, Act
from application.actors import BODY_OF_ROLE, Actor, Role
from application.holding import held
from application.ids import new_id
from application.permitting import permit
from application.plans.register import RegisterRow
from domain.bodies.body import Body, BodyKind
from domain.bodies.facts import BodyEstablished, BodyOfficerAppointed
from domain.organisations.facts import OfficerAppointed
from domain.organisations.organisation import Organisation
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, NotPermitted

PERSON = Id(f"{UUID(int=7)}")
FIRST, LAST = date(2026, 7, 1), date(2026, 7, 31)


def organisation(office: str) -> Organisation:
    case = Organisation()
    case.apply(OfficerAppointed(person=PERSON, office=office, first_day=FIRST, last_day=LAST))
    return case


@pytest.mark.parametrize("office", ["leader", "deputy"])
@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 6, 30), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 8, 1), False),
    ],
)
def test_an_office_is_held_on_its_days_only(office: str, day: date, holds: bool) -> None:  # noqa: FBT001
    assert (Role.LEADER in held(PERSON, day, organisation=organisation(office))) is holds


@pytest.mark.parametrize("kind", list(BodyKind))
def test_an_officer_of_a_body_holds_its_role(kind: BodyKind) -> None:
    body = Body()
    body.apply(BodyEstablished(kind=kind, name="x"))
    body.apply(BodyOfficerAppointed(person=PERSON, first_day=FIRST, last_day=None))
    assert [BODY_OF_ROLE[role] for role in held(PERSON, FIRST, body=body)] == [kind]


def test_every_act_stands_in_the_table() -> None:
    assert set(TABLE) == set(Act)
    assert all(TABLE.values())


@pytest.mark.parametrize("act", list(Act))
def test_one_without_any_relation_learns_nothing(act: Act) -> None:
    for role in Role:
        with pytest.raises(NotFound):
            permit(act, Actor(person=PERSON, acting_as=role), frozenset())


@pytest.mark.parametrize("act", list(Act))
def test_only_the_roles_of_the_table_may_act(act: Act) -> None:
    for role in Role:
        actor = Actor(person=new_id(), acting_as=role)
        if role in TABLE[act]:
            permit(act, actor, frozenset({role}))
        else:
            with pytest.raises(NotPermitted):
                permit(act, actor, frozenset({role}))


def test_a_role_is_not_borrowed_from_another_one_holds() -> None:
    actor = Actor(person=PERSON, acting_as=Role.LEADER)
    with pytest.raises(NotPermitted, match="Here you are today doctor"):
        permit(Act.DECIDE_GOAL, actor, frozenset({Role.DOCTOR}))


@pytest.mark.parametrize(
    ("act", "rule_roles"),
    [
        pytest.param(Act.DECIDE_GOAL, {Role.LEADER}, id="R-ROL-01-approve"),
        pytest.param(Act.FINALISE_SESSION, {Role.SUPERVISOR}, id="R-SUP-04-finalise"),
        pytest.param(Act.READ_MINUTES, {Role.DOCTOR, Role.SUPERVISOR}, id="L-KP-01-minutes"),
        pytest.param(Act.SUBMIT_GOAL, {Role.DOCTOR}, id="R-ALI-06-submit"),
        pytest.param(Act.RUN_GROUP, {Role.GROUP_ORGANISER}, id="R-GRP-03-run"),
        pytest.param(Act.CONFIRM_VISIT, {Role.COLLEAGUE}, id="R-VIS-08-confirm"),
        pytest.param(Act.SEE_OPERATIONS, {Role.SYSTEM_ADMINISTRATOR}, id="operations"),
    ],
)
def test_the_table_says_what_the_rules_say(act: Act, rule_roles: set[Role]) -> None:
    assert TABLE[act] == rule_roles


def test_a_system_administrator_sees_no_case() -> None:
    seeing = (Act.SEE_PLAN, Act.SEE_HISTORY, Act.READ_GROUNDS, Act.READ_MINUTES, Act.SEE_REGISTER)
    assert not any(Role.SYSTEM_ADMINISTRATOR in TABLE[act] for act in seeing)


def test_the_organiser_sees_groups_and_nothing_else() -> None:
    seen = {act for act, roles in TABLE.items() if Role.GROUP_ORGANISER in roles}
    assert seen == {Act.RUN_GROUP, Act.SEE_GROUP}


def test_who_may_not_run_a_group_is_told_by_which_rule() -> None:
    leader = Actor(person=PERSON, acting_as=Role.LEADER)
    with pytest.raises(NotPermitted) as refused:
        permit(Act.RUN_GROUP, leader, frozenset({Role.LEADER}))
    assert refused.value.rule == "R-GRP-03"


@pytest.mark.parametrize(
    "act",
    [Act.LOG_ACTIVITY, Act.SUBMIT_GOAL, Act.ENTER_COURSE, Act.ENTER_VISIT, Act.INVITE],
)
def test_the_doctor_alone_answers_for_their_own_learning(act: Act) -> None:
    """R-ALI-01, L-SPF-07."""
    assert TABLE[act] == {Role.DOCTOR}


def test_minutes_are_for_those_who_took_part_and_not_for_whoever_leads_the_sector() -> None:
    """R-ROL-04: the register shows how far each doctor has come, and no minutes."""
    assert TABLE[Act.READ_MINUTES] == {Role.DOCTOR, Role.SUPERVISOR}
    assert {Role.LEADER, Role.ADMINISTRATOR} <= TABLE[Act.SEE_REGISTER]
    shown = {field.name for field in fields(RegisterRow)}
    assert "guidance_minutes" in shown
    assert not shown & {"minutes", "grounds", "reflections"}
