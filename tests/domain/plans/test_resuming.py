"""Taking up again a training that was left, and what of a move stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.law.book import IN_FORCE
from domain.plans.path import TrainingResumed
from domain.plans.rules.resume_training import Resuming, resume_training
from domain.shared.facts import Fact
from domain.shared.refusals import NotAllowed, Refused, RuleBroken
from tests.domain.plans.asking import SETTING
from tests.support import way
from tests.support.history import Then, given
from tests.support.plans import APPOINTED, DOCTOR, LEADER, MIDWIFE


def resuming(*before: Fact, **changed: Any) -> Then:
    asked: dict[str, Any] = {
        "first_day": date(2026, 9, 1),
        "by": LEADER,
        "on": way.LAST_DAY,
        "setting": SETTING,
        "law": IN_FORCE,
    }
    return given(*APPOINTED, *before).when(
        lambda plan: resume_training(Resuming(plan=plan, **(asked | changed)))
    )


def test_a_training_that_was_left_is_taken_up_again() -> None:
    resuming(way.training_withdrawn()).then(
        TrainingResumed(first_day=date(2026, 9, 1), resumed_by=LEADER, resumed_on=way.LAST_DAY)
    )


@pytest.mark.parametrize(
    ("changed", "kind", "rule"),
    [
        pytest.param({"first_day": way.LAST_DAY}, NotAllowed, "R-DEF-02", id="R-DEF-02-overlaps"),
        pytest.param({"by": MIDWIFE}, RuleBroken, "R-ROL-03", id="R-ROL-03-no-leader"),
        pytest.param({"by": DOCTOR}, RuleBroken, "R-ROL-02", id="R-ROL-02-oneself"),
        pytest.param(
            {"setting": replace(SETTING, registered=())},
            RuleBroken,
            "R-ORG-01",
            id="R-ORG-01-not-registered",
        ),
    ],
)
def test_taking_up_again_is_refused(
    changed: dict[str, Any], kind: type[Refused], rule: str
) -> None:
    resuming(way.training_withdrawn(), **changed).then_refused(kind, rule=rule)


def test_what_goes_on_elsewhere_is_not_taken_up_here() -> None:
    path = given(*APPOINTED, way.move_requested(), way.moved_away()).case.path
    with pytest.raises(NotAllowed, match="goes on at another"):
        path.refuse_resuming_elsewhere()
    given(*APPOINTED, way.training_withdrawn()).case.path.refuse_resuming_elsewhere()


@pytest.mark.parametrize(
    ("before", "fact"), [((way.move_requested(),), way.moved_away()), ((), way.moved_here())]
)
def test_a_move_that_was_received_is_not_corrected(before: tuple[Fact, ...], fact: Fact) -> None:
    plan = given(*APPOINTED, *before, fact).case
    with pytest.raises(NotAllowed, match="Move it back") as refused:
        plan.correctable(plan.version)
    assert (refused.value.code, refused.value.rule) == ("move-stands", "AMB-54")
