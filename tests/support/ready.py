"""One who lacks nothing for the application, and parts of it to leave out."""

from __future__ import annotations

from dataclasses import replace

from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.plans.accounts.stays import Stay
from domain.plans.rules.application import Application
from domain.shared.facts import Fact
from tests.support import groups
from tests.support.accounts import (
    ALWAYS,
    INSTITUTION,
    OTHER,
    day,
    monthly,
    replace_fact,
    served,
    stay,
)
from tests.support.plans import DOCTOR, approved

STARTS, APPLIES = "2021-01-01", "2026-01-01"
GOALS = tuple(sorted(CATALOGUE.codes_in_force(day(APPLIES))))
SERVICE = (
    *served("2021-01-01", "2023-12-31"),
    *served("2024-01-01", "2025-06-30", kind=OTHER),
    *served("2025-07-01", "2025-12-31", kind=INSTITUTION),
)
GUIDANCE = monthly(STARTS[:7], 60, 4)
GOALS_APPROVED = tuple(approved(goal, on=day("2025-12-01")) for goal in GOALS)


GROUPS: tuple[Fact, ...] = (
    groups.joined(groups.FIRST, on=day("2022-01-01"), last_day=day("2022-12-31")),
    groups.attended(groups.FIRST, on=day("2022-03-01"), minutes=60 * 60),
    groups.joined(groups.SECOND, on=day("2023-01-01"), last_day=day("2023-12-31")),
    groups.attended(groups.SECOND, on=day("2023-03-01"), minutes=60 * 60),
    replace_fact(groups.diploma_received(), issued_on=day("2024-01-15")),
)
EVERYTHING: dict[str, tuple[Fact, ...]] = {
    "goals": GOALS_APPROVED,
    "service": SERVICE,
    "guidance": GUIDANCE,
    "groups": GROUPS,
}


def application(on: str = APPLIES, /, **changed: tuple[Fact, ...]) -> Application:
    """Return the question with everything in order, but for the parts changed."""
    parts = EVERYTHING | changed
    at = stay(STARTS, *(fact for facts in parts.values() for fact in facts))
    setting = replace(at.setting, authorised={DOCTOR: ALWAYS})
    return Application(
        record=(Stay(plan_id=at.plan_id, plan=at.plan, setting=setting),),
        in_force=frozenset(GOALS),
        submitted_on=day(on),
        on=day(on),
        law=IN_FORCE,
    )
