"""Whatever anybody tries on a plan, what it stands for holds."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.domain.plans.machine import PlanMachine
from tests.domain.plans.machine_common_goals import GoingOver
from tests.domain.plans.machine_corrections import Correcting
from tests.domain.plans.machine_documents import Documented
from tests.domain.plans.machine_goals import Deciding
from tests.domain.plans.machine_invitations import Inviter
from tests.domain.plans.machine_meetings import Meeting
from tests.domain.plans.machine_merging import Merging
from tests.domain.plans.machine_reassessment import AssessedAnew
from tests.domain.plans.machine_service import Serving
from tests.domain.plans.machine_way import OnTheWay


class AroundTheTraining(Deciding, Serving, Documented, Correcting):
    """What happens in the training."""


class AroundAssessment(AssessedAnew, Correcting):
    """What happens to goals that were not achieved."""


class AroundMeetings(Meeting, Merging, Correcting):
    """What is said of the training, and by whom."""


class AroundThePath(GoingOver, Inviter, OnTheWay, Merging, Correcting):
    """What happens to the training, and to who takes part in it."""


class Anybody(
    GoingOver, AssessedAnew, Meeting, Serving, Documented, Inviter, OnTheWay, Merging, Correcting
):
    """All of it."""


@pytest.mark.parametrize(
    "machine", [AroundTheTraining, AroundAssessment, AroundMeetings, AroundThePath]
)
def test_whatever_anybody_tries_the_plan_holds(machine: type[PlanMachine]) -> None:
    quick = settings(max_examples=70, stateful_step_count=40)
    run_state_machine_as_test(machine, settings=quick)


@pytest.mark.slow
def test_whatever_anybody_tries_for_long_the_plan_holds() -> None:
    long = settings(max_examples=250, stateful_step_count=60)
    run_state_machine_as_test(Anybody, settings=long)
