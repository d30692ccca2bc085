"""The people a visitor of the demo may be: around one plan, and one of each office."""

from __future__ import annotations

from collections.abc import Iterator

from application.actors import Role
from application.demo.people import person_id
from application.demo.simulation import demo_plan
from domain.shared.ids import Id
from infrastructure.bootstrap import System

OFFICES = {
    "leder-2": Role.LEADER,
    "stedfortreder": Role.LEADER,
    "administrator": Role.ADMINISTRATOR,
    "legeforeningen": Role.GROUP_ORGANISER,
    "helsedirektoratet": Role.DIRECTORATE_OFFICER,
    "statsforvalteren": Role.COUNTY_GOVERNOR_OFFICER,
    "helseklage": Role.HELSEKLAGE_OFFICER,
    "helsepersonellnemnda": Role.PERSONNEL_BOARD_OFFICER,
    "klagenemnda": Role.APPEALS_MEMBER,
    "fullmektig": Role.REPRESENTATIVE,
    "revisor": Role.AUDITOR,
    "drift": Role.SYSTEM_ADMINISTRATOR,
}
"""People of the demo by their names there, with what they may act as."""


def around(system: System) -> Iterator[tuple[Id, Role]]:
    """Yield the doctor of the plan, those appointed around the doctor, and the officers."""
    plan = demo_plan(person_id("lege-1"))
    card = system.services.inspection.plan(plan, known_at=None).card
    yield card.doctor, Role.DOCTOR
    for held in card.appointed[:2]:
        yield held.person, Role(held.capacity)
    for key, role in OFFICES.items():
        yield person_id(key), role
