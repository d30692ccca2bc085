"""Power of attorney over a plan: given by the doctor, within a scope, for given days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.plan import TrainingPlan
from domain.plans.representatives import RepresentativeAuthorised, RepresentativeRevoked, Scope
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from tests.support.history import Then, given
from tests.support.plans import APPOINTED, DAY, DOCTOR, LEADER, OUTSIDER
from tests.support.represented import authorised, revoked


def authorising(*before: Any, **changed: Any) -> Then:
    asked: dict[str, Any] = {
        "representative": OUTSIDER,
        "scopes": (Scope.PLAN,),
        "doctor": DOCTOR,
        "first_day": DAY,
        "last_day": None,
        "on": DAY,
    } | changed

    def act(plan: TrainingPlan) -> RepresentativeAuthorised:
        return plan.representatives.authorise(
            asked.pop("representative"), asked.pop("scopes"), **asked
        )

    return given(*APPOINTED, *before).when(act)


def test_the_doctor_gives_power_of_attorney_within_a_scope() -> None:
    fact = authorising(scopes=(Scope.PLAN, Scope.GROUNDS, Scope.PLAN)).then_recorded(
        RepresentativeAuthorised
    )
    assert isinstance(fact, RepresentativeAuthorised)
    assert fact.scopes == (Scope.PLAN, Scope.GROUNDS)


@pytest.mark.parametrize(
    ("changed", "kind", "saying"),
    [
        pytest.param({"representative": DOCTOR}, RuleBroken, "own representative", id="R-ROL-02"),
        pytest.param({"scopes": ()}, Invalid, "State what", id="L-FVL-14-no-scope"),
        pytest.param(
            {"last_day": DAY - timedelta(days=1)}, Invalid, "", id="ends-before-it-begins"
        ),
    ],
)
def test_power_of_attorney_is_refused(changed: dict[str, Any], kind: type, saying: str) -> None:
    authorising(**changed).then_refused(kind, saying=saying)


def test_the_same_scope_is_not_given_twice_for_the_same_days() -> None:
    authorising(authorised()).then_refused(NotAllowed, saying="already appointed")
    authorising(authorised(), scopes=(Scope.GROUNDS,)).then_recorded(RepresentativeAuthorised)


@pytest.mark.parametrize(
    ("day", "covered"),
    [(DAY, {Scope.PLAN}), (DAY + timedelta(days=1), set())],
    ids=["the last day", "the day after"],
)
def test_it_ends_after_its_last_day(day: date, covered: set[Scope]) -> None:
    plan = given(*APPOINTED, authorised(), revoked(last_day=DAY)).case
    assert plan.representatives.scopes(OUTSIDER, day) == covered


def test_only_what_was_given_is_ended() -> None:
    ending = given(*APPOINTED, authorised()).when(
        lambda plan: plan.representatives.revoke(OUTSIDER, last_day=DAY)
    )
    ending.then(RepresentativeRevoked(representative=OUTSIDER, last_day=DAY))
    none = given(*APPOINTED).when(lambda plan: plan.representatives.revoke(LEADER, last_day=DAY))
    none.then_refused(NotAllowed, saying="not appointed")
