"""Invitations, and the training's way: moved, withdrawn, applied for, completed or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.law.transition import Scheme
from domain.plans.goals import GoalCarriedOver, Stage
from domain.plans.invitations import InvitationSent, InvitationStage, InvitedAs
from domain.plans.path import (
    ApplicationSubmitted,
    MoveRequested,
    Path,
    PathStage,
    TrainingWithdrawn,
)
from domain.plans.plan import TrainingPlan
from domain.plans.rules.end_training import withdraw
from domain.plans.rules.invite import Answering, Inviting, accept_invitation, invite
from domain.plans.rules.move import Moving, carried_over, refuse_overlap, request_move
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, Refused, RuleBroken
from tests.domain.plans.asking import SETTING
from tests.support import applying, way
from tests.support.history import Then, given
from tests.support.plans import (
    APPOINTED,
    DAY,
    DOCTOR,
    GOAL,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    ORGANISATION,
    OTHER_GOAL,
    READY,
    STARTS,
    approved,
)
from tests.support.plans import (
    carried_over as goal_carried_over,
)


def inviting(*before: Fact, **changed: Any) -> Then:
    def act(plan: TrainingPlan) -> InvitationSent:
        asked: dict[str, Any] = {
            "plan": plan,
            "invitation": way.OTHER_INVITATION,
            "person": NEXT_SUPERVISOR,
            "invited_as": InvitedAs.SUPERVISOR,
            "on": DAY,
            "setting": SETTING,
        }
        return invite(Inviting(**(asked | changed)))

    return given(*APPOINTED, *before).when(act)


@pytest.mark.parametrize(
    "invited_as", [InvitedAs.SUPERVISOR, InvitedAs.CLINICAL_SUPERVISOR], ids=str
)
def test_the_doctor_invites(invited_as: InvitedAs) -> None:
    inviting(invited_as=invited_as).then_recorded(InvitationSent)


@pytest.mark.parametrize(
    ("before", "changed", "kind", "rule"),
    [
        pytest.param((), {"person": DOCTOR}, RuleBroken, "R-ROL-02", id="R-ROL-02-oneself"),
        pytest.param(
            (),
            {"person": MIDWIFE, "invited_as": InvitedAs.LEADER},
            RuleBroken,
            "R-KP-01",
            id="R-KP-01-a-supervisor-as-approver",
        ),
        pytest.param((way.sent(),), {}, NotAllowed, "R-KP-01", id="R-KP-01-twice"),
    ],
)
def test_an_invitation_is_refused(
    before: tuple[Fact, ...], changed: dict[str, Any], kind: type[Refused], rule: str
) -> None:
    inviting(*before, **changed).then_refused(kind, rule=rule)


def test_one_person_may_be_invited_once_for_each_capacity_and_again_after_no() -> None:
    inviting(way.sent(), invited_as=InvitedAs.CLINICAL_SUPERVISOR).then_recorded(InvitationSent)
    inviting(way.sent(), way.declined()).then_recorded(InvitationSent)


def answering(*before: Fact, by: Id = way.INVITED, invitation: Id = way.INVITATION) -> Then:
    return given(*APPOINTED, *before).when(
        lambda plan: accept_invitation(
            Answering(plan=plan, invitation=invitation, by=by, on=way.ON)
        )
    )


def test_the_one_invited_answers_once() -> None:
    answering(way.sent()).then(way.accepted())
    answering(way.sent(), by=MIDWIFE).then_refused(RuleBroken, rule="R-KP-01")
    answering(way.sent(), way.accepted()).then_refused(NotAllowed, saying="already accepted")
    answering(way.sent(), way.withdrawn()).then_refused(NotAllowed, saying="already withdrawn")
    answering().then_refused(NotFound, saying="no such invitation")
    plan = given(*APPOINTED, way.sent(), way.accepted()).case
    assert plan.invitations.by_id[way.INVITATION].stage is InvitationStage.ACCEPTED


REGISTERED = (Span(date(2020, 1, 1), date(2026, 6, 30)),)


def moving(*before: Fact, **changed: Any) -> Then:
    def act(plan: TrainingPlan) -> MoveRequested:
        asked: dict[str, Any] = {
            "plan": plan,
            "to": way.OTHER_ORGANISATION,
            "last_day": way.LAST_DAY,
            "on": way.ON,
            "registered": REGISTERED,
            "law": IN_FORCE,
        }
        return request_move(Moving(**(asked | changed)))

    return given(*APPOINTED, *before).when(act)


def test_the_doctor_asks_to_move_to_a_registered_municipality() -> None:
    moving().then(way.move_requested())


@pytest.mark.parametrize(
    ("changed", "kind", "rule"),
    [
        pytest.param({"registered": ()}, RuleBroken, "R-ORG-01", id="R-ORG-01-not-registered"),
        pytest.param(
            {"last_day": way.LAST_DAY + timedelta(days=1)},
            RuleBroken,
            "R-ORG-01",
            id="R-ORG-01-no-longer-registered",
        ),
        pytest.param({"to": ORGANISATION}, NotAllowed, "AMB-54", id="AMB-54-to-where-it-is"),
        pytest.param(
            {"last_day": STARTS - timedelta(days=1)}, NotAllowed, "R-DEF-02", id="before-the-start"
        ),
    ],
)
def test_a_move_is_refused(changed: dict[str, Any], kind: type[Refused], rule: str) -> None:
    moving(**changed).then_refused(kind, rule=rule)


def test_only_where_the_doctor_asked_to_go_is_the_training_received() -> None:
    def away(to: Id) -> Callable[[TrainingPlan], Fact]:
        return lambda plan: plan.path.move_away(way.OTHER_PLAN, to=to, on=way.ON)

    asked = given(*APPOINTED, way.move_requested())
    asked.when(away(way.OTHER_ORGANISATION)).then(way.moved_away())
    asked.when(away(ORGANISATION)).then_refused(NotAllowed, saying="has not asked")
    given(*APPOINTED).when(away(way.OTHER_ORGANISATION)).then_refused(NotAllowed)
    with pytest.raises(NotAllowed, match="start after that"):
        refuse_overlap(asked.case, way.LAST_DAY)
    refuse_overlap(asked.case, way.LAST_DAY + timedelta(days=1))


def test_approved_goals_come_along_with_the_fact_that_decided_them() -> None:
    at = given(*READY, approved(), goal_carried_over(OTHER_GOAL))
    none = given(*APPOINTED).case.goals
    came = {fact.goal: fact for fact in carried_over(at.case, at.stored, "plan x", known=none)}
    assert set(came) == {GOAL, OTHER_GOAL}
    assert came[GOAL].seen == (at.stored.seen(len(READY) + 1),)
    anew = given(*APPOINTED, *came.values()).case
    assert anew.goals.goal(GOAL).stage is Stage.APPROVED
    assert isinstance(anew.goals.goal(GOAL).carried, GoalCarriedOver)
    back = carried_over(at.case, at.stored, "plan x", known=given(*READY, approved()).case.goals)
    assert [fact.goal for fact in back] == [OTHER_GOAL]


@pytest.mark.parametrize(
    ("facts", "stage", "stops_on"),
    [
        pytest.param((), PathStage.RUNNING, None, id="running"),
        pytest.param((way.applied(),), PathStage.APPLIED, way.ON, id="R-DEF-02-provisional"),
        pytest.param(
            (way.applied(), way.confirmed()), PathStage.COMPLETED, way.ON, id="R-DEF-02-confirmed"
        ),
        pytest.param((way.applied(), way.cleared()), PathStage.RUNNING, None, id="R-DEF-02-clear"),
        pytest.param((way.training_withdrawn(),), PathStage.WITHDRAWN, way.LAST_DAY, id="left"),
        pytest.param(
            (way.training_withdrawn(), way.training_resumed()),
            PathStage.RUNNING,
            None,
            id="taken-up-again",
        ),
        pytest.param(
            (way.move_requested(), way.moved_away(), way.training_resumed()),
            PathStage.RUNNING,
            None,
            id="come-back",
        ),
        pytest.param(
            (way.move_requested(), way.moved_away()), PathStage.MOVED, way.LAST_DAY, id="moved"
        ),
    ],
)
def test_where_the_training_is_and_when_it_stops(
    facts: tuple[Fact, ...], stage: PathStage, stops_on: date | None
) -> None:
    path = given(*APPOINTED, *facts).case.path
    assert (path.stage, path.stops_on) == (stage, stops_on)


Act = Callable[[TrainingPlan], Fact]
ACTS: dict[str, Act] = {
    "apply": lambda plan: plan.path.apply_for_approval(
        way.ON, scheme=Scheme.NEW, on=way.ON, law="", findings=(), justification=None
    ),
    "confirm": lambda plan: plan.path.confirm(date(2026, 5, 20), stated_in="x", by=LEADER),
    "clear": lambda plan: plan.path.clear(date(2026, 5, 20), stated_in="x", by=LEADER),
    "withdraw": lambda plan: plan.path.withdraw(last_day=way.LAST_DAY, reason=None, on=way.ON),
    "resume": lambda plan: plan.path.resume(date(2026, 9, 1), by=LEADER, on=way.ON),
    "move": lambda plan: plan.path.request_move(
        way.OTHER_ORGANISATION, last_day=way.LAST_DAY, on=way.ON
    ),
}
STATES: dict[str, tuple[tuple[Fact, ...], set[str]]] = {
    "running": ((), {"apply", "withdraw", "move"}),
    "moving": ((way.move_requested(),), {"withdraw"}),
    "applied": ((way.applied(),), {"confirm", "clear", "withdraw"}),
    "cleared": ((way.applied(), way.cleared()), {"apply", "withdraw", "move"}),
    "completed": ((way.applied(), way.confirmed()), set()),
    "withdrawn": ((way.training_withdrawn(),), {"resume"}),
    "moved": ((way.move_requested(), way.moved_away()), {"resume"}),
    "resumed": (
        (way.training_withdrawn(), way.training_resumed()),
        {"apply", "withdraw", "move"},
    ),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", ACTS)
def test_each_step_is_taken_only_from_where_it_may(state: str, act: str) -> None:
    facts, may = STATES[state]
    then = given(*APPOINTED, *facts).when(ACTS[act])
    if act in may:
        assert then.refused is None
    else:
        assert then.then_refused(NotAllowed).code == "path-in-wrong-state"


@pytest.mark.parametrize("act", ["confirm", "clear"])
def test_an_application_is_not_decided_before_it_was_submitted(act: str) -> None:
    at = given(*APPOINTED, way.applied(date(2026, 5, 21)))
    at.when(ACTS[act]).then_refused(NotAllowed, saying="cannot be decided", rule="R-DEF-02")


@pytest.mark.parametrize("decide", [Path.confirm, Path.clear])
def test_a_decision_says_where_it_stands(decide: Callable[..., Fact]) -> None:
    at, day = given(*APPOINTED, way.applied()), date(2026, 5, 20)
    blank = at.when(lambda plan: decide(plan.path, day, stated_in=" ", by=LEADER))
    assert blank.then_refused(Invalid).field == "statedIn"


@pytest.mark.parametrize("state", ["completed", "withdrawn", "moved"])
def test_when_the_training_is_over_nothing_more_is_done(state: str) -> None:
    path = given(*APPOINTED, *STATES[state][0]).case.path
    assert path.stops_on
    path.refuse_if_over(path.stops_on)
    with pytest.raises(NotAllowed, match=f"last day was {path.stops_on}"):
        path.refuse_if_over(path.stops_on + timedelta(days=1))


@pytest.mark.parametrize("state", ["running", "moving", "applied", "cleared"])
def test_until_the_end_is_settled_the_training_goes_on(state: str) -> None:
    given(*APPOINTED, *STATES[state][0]).case.path.refuse_if_over(date(2030, 1, 1))


def test_the_training_does_not_stop_before_it_began() -> None:
    before, at = STARTS - timedelta(days=1), given(*APPOINTED)
    for ending in (
        lambda plan: withdraw(plan, last_day=before, reason=None, on=way.ON),
        lambda plan: applying.applied(plan, before),
    ):
        assert at.when(ending).then_refused(NotAllowed).code == "before-the-training"
    at.when(lambda plan: withdraw(plan, last_day=STARTS, reason=None, on=way.ON)).then_recorded(
        TrainingWithdrawn
    )
    at.when(lambda plan: applying.applied(plan, STARTS)).then_recorded(ApplicationSubmitted)
