"""A supervisor who steps down, and a successor, in the town."""

from __future__ import annotations

from dataclasses import replace

from application.ids import new_id
from application.people.service import EnterPerson
from tests.support.town import Town

LEADER = ("leader", "leader")
SUCCESSOR = ("successor", "supervisor")


def handed_over(town: Town, plan: str) -> Town:
    """Return the town with a successor as the doctor's supervisor from the second of May."""
    successor = new_id()
    town.services.people.enter_unasked(EnterPerson(person=successor, name="Successor"))
    approval = {"specialty": "allmennmedisin", "firstDay": "2015-01-01", "statedIn": "HPR"}
    officer = ("directorate", "directorate-officer")
    town.done(f"/practitioners/{successor}/specialist-approvals", *officer, approval)
    own = f"{plan}/supervisors/{town.people['supervisor']}/release"
    town.done(own, *LEADER, {"lastDay": "2026-05-01"})
    body = {"person": successor, "firstDay": "2026-05-02", "justification": "Kurs i høst."}
    town.done(f"{plan}/supervisors", *LEADER, body)
    return replace(town, people={**town.people, "successor": successor})
