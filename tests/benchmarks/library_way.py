"""What the events around a plan and of its way do, as a user of the library writes it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID


def authorise(case: Any, representative: UUID, scopes: list[str]) -> None:
    case.representatives[representative] = scopes


def revoke(case: Any, representative: UUID) -> None:
    case.representatives.pop(representative, None)


def propose(case: Any, number: int, rotations: list[dict[str, Any]]) -> None:
    case.versions[number] = {"rotations": rotations, "agreed": []}


def agree(case: Any, number: int, party: str) -> None:
    case.versions[number]["agreed"].append(party)


def sign_agreement(case: Any, template: str, first_day: date) -> None:
    case.agreements.append({"template": template, "from": first_day})


def change_employment(case: Any, employment_model: str) -> None:
    case.employment_model = employment_model


def invite(case: Any, invitation: UUID, person: UUID, invited_as: str) -> None:
    case.invitations[invitation] = {"person": person, "as": invited_as, "stage": "sent"}


def accept(case: Any, invitation: UUID) -> None:
    case.invitations[invitation]["stage"] = "accepted"


def decline(case: Any, invitation: UUID) -> None:
    case.invitations[invitation]["stage"] = "declined"


def withdraw_invitation(case: Any, invitation: UUID) -> None:
    case.invitations[invitation]["stage"] = "withdrawn"


def ask_to_move(case: Any, to: UUID, last_day: date) -> None:
    case.way = {"stage": "moving", "to": to, "last_day": last_day}


def move_away(case: Any, plan: UUID) -> None:
    case.way |= {"stage": "moved", "plan": plan}


def move_here(case: Any, origin: UUID, plan: UUID) -> None:
    case.way |= {"origin": origin, "from": plan}


def withdraw(case: Any, last_day: date) -> None:
    case.way |= {"stage": "withdrawn", "last_day": last_day}


def resume(case: Any) -> None:
    case.way |= {"stage": "running", "last_day": None}


def apply(case: Any, submitted_on: date) -> None:
    case.way |= {"stage": "applied", "last_day": submitted_on}


def complete(case: Any, approved_on: date) -> None:
    case.way |= {"stage": "completed", "approved_on": approved_on}


def go_on(case: Any) -> None:
    case.way |= {"stage": "running", "last_day": None}


def change_goals(case: Any, kept: list[dict[str, Any]], new: list[str]) -> None:
    case.common_goals = {"kept": kept, "new": new}


def evaluate(case: Any, scores: list[dict[str, Any]]) -> None:
    case.evaluations.append(scores)
