"""Assessment panels: composed of leader, supervisor and clinical supervisor, or not convened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.panels import Member, PanelCapacity
from domain.plans.rules.convene_panel import (
    FARTHEST_AHEAD,
    Concluding,
    Convening,
    conclude_panel,
    convene_panel,
)
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.domain.plans.asking import SETTING
from tests.support.history import Then, given
from tests.support.meetings import MEETS_ON, MEMBERS, PANEL, RAISED_ON, concluded, convened
from tests.support.plans import (
    APPOINTED,
    DOCTOR,
    GOAL,
    LEADER,
    MIDWIFE,
    OUTSIDER,
    STARTS,
    SUPERVISOR,
    text,
)

ONE_DAY = timedelta(days=1)


def convening(*facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    asked = Convening(
        plan=at.case,
        panel=PANEL,
        first_day=STARTS,
        last_day=MEETS_ON,
        meets_on=MEETS_ON,
        members=MEMBERS,
        goals=(GOAL,),
        by=LEADER,
        on=RAISED_ON,
        setting=SETTING,
    )
    return at.when(lambda _: convene_panel(replace(asked, **changed)))


def concluding(*facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    asked = Concluding(
        plan=at.case,
        panel=PANEL,
        conclusion=text("i rute"),
        by=LEADER,
        on=MEETS_ON,
        setting=SETTING,
    )
    return at.when(lambda _: conclude_panel(replace(asked, **changed)))


def test_the_leader_convenes_a_panel_for_a_period_and_some_goals() -> None:
    convening(*APPOINTED).then(convened())


def test_the_doctor_and_others_may_sit_in_it() -> None:
    more = (
        *MEMBERS,
        Member(person=DOCTOR, capacity=PanelCapacity.DOCTOR),
        Member(person=OUTSIDER, capacity=PanelCapacity.OTHER),
    )
    convening(*APPOINTED, members=more).then(convened(more))


@pytest.mark.parametrize(
    ("members", "saying"),
    [
        pytest.param(MEMBERS[:2], "missing: clinical-supervisor", id="R-ASM-04-no-supervision"),
        pytest.param((MEMBERS[0], MEMBERS[2]), "missing: supervisor", id="R-ASM-04-no-supervisor"),
        pytest.param(MEMBERS[1:], "missing: leader", id="R-ASM-04-no-leader"),
        pytest.param((), "missing: leader, supervisor", id="R-ASM-04-nobody"),
        pytest.param(
            (*MEMBERS[:2], Member(person=OUTSIDER, capacity=PanelCapacity.CLINICAL_SUPERVISOR)),
            "is not what they sit as",
            id="R-ASM-04-not-appointed",
        ),
        pytest.param(
            (*MEMBERS, Member(person=MIDWIFE, capacity=PanelCapacity.DOCTOR)),
            "is not what they sit as",
            id="R-ASM-04-not-the-doctor",
        ),
    ],
)
def test_without_one_of_the_three_it_is_no_panel(members: tuple[Member, ...], saying: str) -> None:
    convening(*APPOINTED, members=members).then_refused(RuleBroken, saying=saying, rule="R-ASM-04")


def test_members_are_what_they_are_on_the_day_it_meets() -> None:
    convening(*APPOINTED, meets_on=date(2026, 7, 1)).then_refused(
        RuleBroken, saying="2026-07-01: leader", rule="R-ASM-04"
    )


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"last_day": STARTS - ONE_DAY}, "days-reversed", "lastDay"),
        (
            {"first_day": date(2026, 6, 16), "last_day": date(2026, 6, 30)},
            *("panel-meets-too-early", "meetsOn"),
        ),
        (
            {"last_day": RAISED_ON + FARTHEST_AHEAD + ONE_DAY},
            *("panel-too-far-ahead", "lastDay"),
        ),
        (
            {"members": (*MEMBERS, Member(person=LEADER, capacity=PanelCapacity.OTHER))},
            *("member-twice", "members"),
        ),
    ],
)
def test_what_cannot_be_convened_is_refused(changed: dict[str, Any], code: str, field: str) -> None:
    refused = convening(*APPOINTED, **changed).then_refused(Invalid)
    assert (refused.code, refused.field) == (code, field)


def test_only_a_leader_in_office_convenes_and_concludes() -> None:
    convening(*APPOINTED, by=SUPERVISOR).then_refused(RuleBroken, rule="R-ROL-03")
    concluding(*APPOINTED, convened(), by=SUPERVISOR).then_refused(RuleBroken, rule="R-ROL-03")


def test_a_panel_concludes_once_when_it_has_met() -> None:
    concluding(*APPOINTED, convened()).then(concluded())
    concluding(*APPOINTED, convened(), on=MEETS_ON - ONE_DAY).then_refused(
        NotAllowed, rule="R-ASM-04", saying="has not concluded before"
    )
    concluding(*APPOINTED, convened(), concluded()).then_refused(NotAllowed, saying="concluded on")
    concluding(*APPOINTED).then_refused(NotFound)


def test_a_panel_is_convened_once_and_corrected_after_its_conclusion() -> None:
    convening(*APPOINTED, convened()).then_refused(NotAllowed)
    with pytest.raises(NotAllowed, match="lean on version 4"):
        given(*APPOINTED, convened(), concluded()).case.correctable(4)
