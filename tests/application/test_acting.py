"""How an act runs when others act at the same time, or the database goes away."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from application.ports import Unavailable
from domain.stored_facts import StoredFact
from infrastructure.histories import StoredHistories
from infrastructure.keys import Keys
from infrastructure.store.facts import FactStore
from infrastructure.store.sealing import Sealer
from tests.support.town import Town


def log_one(town: Town, plan: str, number: int) -> Any:
    body = {"kind": "course", "doneOn": "2026-02-02", "description": f"Kurs {number}"}
    return town.post(f"{plan}/activities", "doctor", "doctor", body).status_code


def test_one_who_is_overtaken_tries_again(aasnes: Town) -> None:
    plan = aasnes.plan()
    version = aasnes.get(plan, "doctor", "doctor").json["version"]
    with ThreadPoolExecutor(2) as pool:
        statuses = list(pool.map(lambda number: log_one(aasnes, plan, number), range(8)))
    assert statuses == [201] * 8
    assert aasnes.get(plan, "doctor", "doctor").json["version"] == version + 8


def test_a_change_in_a_case_that_was_leant_on_is_seen_by_the_act(aasnes: Town) -> None:
    plan = aasnes.plan()
    released = {"office": "leader", "lastDay": "2026-05-03"}
    path = f"/organisations/{aasnes.organisation}/officers/{aasnes.people['leader']}"
    aasnes.done(f"{path}/release", "directorate", "directorate-officer", released)
    try:
        answer = aasnes.post(f"{plan}/goals/ALM-001/return", "leader", "leader", {"comment": "x"})
        assert answer.status_code == 404
    finally:
        again = {"person": str(aasnes.people["leader"]), "office": "leader"}
        appoint = f"/organisations/{aasnes.organisation}/officers"
        body = again | {"firstDay": "2026-05-04"}
        aasnes.done(appoint, "directorate", "directorate-officer", body)


@pytest.mark.slow
def test_a_database_out_of_reach_is_told_as_a_refusal() -> None:
    nowhere = "postgresql://nobody@127.0.0.1:1/nothing"
    with (
        Keys(nowhere) as keys,
        FactStore(nowhere, facts=StoredFact) as store,
        pytest.raises(Unavailable, match="cannot be reached"),
    ):
        StoredHistories(store, Sealer(keys)).position()
