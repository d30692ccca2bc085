"""How an act runs when others act at the same time, or the database goes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from application.acting import WAITS, Acting, Rehearsed
from application.actors import Actor, Role
from application.plans.acting import PlanActing
from application.plans.goals import DecideGoal, GoalService
from application.ports import Change, Histories, Receipt, Unavailable
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.shared.ids import parsed_id
from domain.shared.refusals import CaseChanged, NotFound, PartChanged, Refused
from domain.stored_facts import StoredFact
from infrastructure.histories import StoredHistories
from infrastructure.keys import Keys
from infrastructure.store.facts import FactStore
from infrastructure.store.sealing import Sealer
from tests.support.town import Town, order
from tests.web.api.test_journey import GOAL, ready

TRIES = len(WAITS) + 1


class Interrupted:
    """The town's histories, where something else happens between reading and appending."""

    def __init__(
        self, histories: Histories, meanwhile: Callable[[], object], *, times: int = 1
    ) -> None:
        self._histories = histories
        self._meanwhile = meanwhile
        self._times = times
        self.appends = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._histories, name)

    def append(self, changes: Sequence[Change], **told: Any) -> Receipt:
        self.appends += 1
        if self.appends <= self._times:
            self._meanwhile()
        return self._histories.append(changes, **told)


def approve(
    town: Town, histories: Any, plan: str, *, seen: int | None = None, rehearsal: bool = False
) -> Receipt:
    acting = Acting(histories, town.clock, town.directory)
    goals = GoalService(PlanActing(acting=acting, catalogue=CATALOGUE, law=IN_FORCE))
    command = DecideGoal(
        plan=parsed_id(plan.rsplit("/", maxsplit=1)[-1]), goal=GOAL, statement="Vist over tid."
    )
    leader = Actor(person=town.people["leader"], acting_as=Role.LEADER)
    told = replace(order(), seen_version=seen, rehearsal=rehearsal)
    return goals.approve(command, leader, told)


def officers(town: Town, path: str, body: dict[str, str]) -> None:
    base = f"/organisations/{town.organisation}/officers"
    town.done(base + path, "directorate", "directorate-officer", body)


def log_one(town: Town, plan: str) -> None:
    body = {"kind": "course", "doneOn": "2026-02-02", "description": "Kurs"}
    town.done(f"{plan}/activities", "doctor", "doctor", body)


def test_a_rehearsal_says_whether_it_can_be_done_and_records_nothing(aasnes: Town) -> None:
    plan = ready(aasnes)
    version = aasnes.get(plan, "doctor", "doctor").json["version"]
    histories = Interrupted(aasnes.services.histories, lambda: None)
    with pytest.raises(Rehearsed):
        approve(aasnes, histories, plan, rehearsal=True)
    assert histories.appends == 0
    assert aasnes.get(plan, "doctor", "doctor").json["version"] == version
    approve(aasnes, histories, plan)
    with pytest.raises(Refused):
        approve(aasnes, histories, plan, rehearsal=True)


def test_one_who_is_overtaken_tries_again(aasnes: Town) -> None:
    plan = ready(aasnes)
    version = aasnes.get(plan, "doctor", "doctor").json["version"]
    histories = Interrupted(
        aasnes.services.histories, lambda: log_one(aasnes, plan), times=TRIES - 1
    )
    receipt = approve(aasnes, histories, plan)
    assert receipt.version == version + TRIES


def test_one_who_is_always_overtaken_is_told_so_in_the_end(aasnes: Town) -> None:
    plan = ready(aasnes)
    version = aasnes.get(plan, "doctor", "doctor").json["version"]
    histories = Interrupted(aasnes.services.histories, lambda: log_one(aasnes, plan), times=TRIES)
    with pytest.raises(CaseChanged):
        approve(aasnes, histories, plan)
    assert histories.appends == TRIES
    assert aasnes.get(plan, "doctor", "doctor").json["version"] == version + TRIES


def test_an_act_is_decided_anew_when_a_case_it_leant_on_moves(aasnes: Town) -> None:
    plan = ready(aasnes)
    new = aasnes.people["another_doctor"]
    somebody = {"person": new, "office": "administrator", "firstDay": "2026-05-04"}
    histories = Interrupted(aasnes.services.histories, lambda: officers(aasnes, "", somebody))
    approve(aasnes, histories, plan)
    assert histories.appends == 2
    outcome = aasnes.get(f"{plan}/goals/{GOAL}/outcome", "auditor", "auditor").json
    leant_on = {seen["case"]: seen["version"] for seen in outcome["evidence"]}
    leader = Actor(person=aasnes.people["leader"], acting_as=Role.LEADER)
    moved = aasnes.services.establishments.card(aasnes.organisation, leader)
    assert leant_on[aasnes.organisation] == moved.version


def test_one_who_loses_the_office_while_deciding_has_decided_nothing(aasnes: Town) -> None:
    plan = ready(aasnes)
    version = aasnes.get(plan, "doctor", "doctor").json["version"]
    leader, released = aasnes.people["leader"], {"office": "leader", "lastDay": "2026-05-03"}
    histories = Interrupted(
        aasnes.services.histories, lambda: officers(aasnes, f"/{leader}/release", released)
    )
    try:
        with pytest.raises(NotFound):
            approve(aasnes, histories, plan)
        assert aasnes.get(plan, "doctor", "doctor").json["version"] == version
    finally:
        again = {"person": leader, "office": "leader", "firstDay": "2026-05-04"}
        officers(aasnes, "", again)


def test_a_change_in_the_part_the_client_saw_is_listed_and_not_tried_again(aasnes: Town) -> None:
    plan = ready(aasnes)
    version = aasnes.get(plan, "doctor", "doctor").json["version"]
    advice = f"{plan}/goals/{GOAL}/recommend", "midwife", "clinical-supervisor"
    histories = Interrupted(
        aasnes.services.histories, lambda: aasnes.done(*advice, {"advice": "not-yet"})
    )
    with pytest.raises(PartChanged) as refused:
        approve(aasnes, histories, plan, seen=version)
    assert refused.value.changes == ((version + 1, "plan.goal-recommended"),)
    assert histories.appends == 1


@pytest.mark.slow
def test_a_database_out_of_reach_is_told_as_a_refusal() -> None:
    nowhere = "postgresql://nobody@127.0.0.1:1/nothing"
    with (
        Keys(nowhere) as keys,
        FactStore(nowhere, facts=StoredFact) as store,
        pytest.raises(Unavailable, match="cannot be reached"),
    ):
        StoredHistories(store, Sealer(keys)).position()
