"""A move that was asked for waits in the tasks of those who lead the establishment moved to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from application.ids import new_id
from application.people.service import EnterPerson
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.test_way import DIRECTORATE, another_municipality

LAST_DAY = "2026-05-03"


def with_their_deputy(town: Town) -> Town:
    """Return the town with somebody entered whom nobody has put in an office."""
    person = new_id()
    town.services.people.enter_unasked(EnterPerson(person=person, name="Vara"))
    return replace(town, people={**town.people, "their deputy": person})


def to_receive(town: Town, name: str, receipt: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the moves that wait for somebody, once the rows are as new as what was recorded."""
    after = {"Read_After": str(receipt["position"]), "Prefer": "wait=20"}
    tasks = town.get("/me/tasks", name, "leader", **after).json["items"]
    return [task for task in tasks if task["kind"] == "receive-move"]


def test_a_move_waits_for_the_receiving_leaders_until_it_is_received(aasnes: Town) -> None:
    there, town = another_municipality(aasnes), with_their_deputy(aasnes)
    plan = town.plan()
    with projecting(town.addresses.application):
        asked = town.done(f"{plan}/move", "doctor", "doctor", {"to": there, "lastDay": LAST_DAY})
        (task,) = to_receive(town, "neighbour", asked)
        assert to_receive(town, "leader", asked) == []
        officer = {"person": town.people["their deputy"], "office": "deputy"}
        appointed = town.done(
            f"/organisations/{there}/officers", *DIRECTORATE, officer | {"firstDay": "2026-05-04"}
        )
        assert [one["caseId"] for one in to_receive(town, "their deputy", appointed)] == [
            task["caseId"]
        ]
        receive = {
            "origin": task["caseId"],
            "organisation": there,
            "employmentModel": "salaried-gp",
            "startsOn": "2026-05-04",
        }
        received = town.done("/moves", "neighbour", "leader", receive)
        assert to_receive(town, "neighbour", received) == []
        assert to_receive(town, "their deputy", received) == []
    assert (task["subject"], task["since"]) == (town.people["doctor"], "2026-05-04")
    # The plan itself stays closed to them: it was named, not shown.
    assert town.get(plan, "neighbour", "leader").status_code == 404


def test_a_move_that_was_corrected_away_waits_for_nobody(aasnes: Town) -> None:
    there, plan = another_municipality(aasnes), aasnes.plan()
    with projecting(aasnes.addresses.application):
        asked = aasnes.done(
            f"{plan}/move", "doctor", "doctor", {"to": there, "lastDay": "2026-06-30"}
        )
        assert len(to_receive(aasnes, "neighbour", asked)) == 1
        path = f"{plan}/facts/{asked['version']}/correct"
        corrected = aasnes.done(path, "doctor", "doctor", {"reason": "Blir her."})
        assert to_receive(aasnes, "neighbour", corrected) == []
