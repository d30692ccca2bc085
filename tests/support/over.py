"""Trainings that are over at Åsnes: moved to the neighbouring municipality, or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from domain.shared.ids import Id
from tests.support import portal as p
from tests.support.portal import Portal
from tests.web.api.test_way import another_municipality

LAST_DAY = "2026-05-03"
LATER = p.SESSION | {"day": "2026-05-04", "confirmed_on": ""}
"""A session on the first day at the other establishment."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A doctor with a plan at Åsnes that is over, and an open one elsewhere."""

    portal: Portal
    organisation: str
    plan: Id


def moved(portal: Portal) -> Moved:
    """Move the doctor to the neighbours, with what was brought in so far left in the old plan."""
    town = portal.town
    there = another_municipality(town)
    town.done(f"/plans/{portal.plan}/move", "doctor", "doctor", {"to": there, "lastDay": LAST_DAY})
    receive = {
        "origin": portal.plan,
        "organisation": there,
        "employmentModel": "salaried-gp",
        "startsOn": "2026-05-04",
    }
    return Moved(portal, there, Id(town.done("/moves", "neighbour", "leader", receive)["caseId"]))


def withdrawn(portal: Portal) -> Portal:
    """Let the doctor leave the training for good."""
    body = {"lastDay": LAST_DAY}
    portal.town.done(f"/plans/{portal.plan}/withdraw", "doctor", "doctor", body)
    return portal
