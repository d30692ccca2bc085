"""Who acts, in which capacity, and because of which request."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.bodies.body import BodyKind
from domain.shared.facts import HERE
from domain.shared.ids import Id


class Role(StrEnum):
    """The capacities a person can act in; a deputy acts as leader."""

    DOCTOR = "doctor"
    SUPERVISOR = "supervisor"
    CLINICAL_SUPERVISOR = "clinical-supervisor"
    COLLEAGUE = "colleague"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"
    DIRECTORATE_OFFICER = "directorate-officer"
    COUNTY_GOVERNOR_OFFICER = "county-governor-officer"
    GROUP_ORGANISER = "group-organiser"
    HELSEKLAGE_OFFICER = "helseklage-officer"
    PERSONNEL_BOARD_OFFICER = "personnel-board-officer"
    APPEALS_MEMBER = "appeals-member"
    REPRESENTATIVE = "representative"
    INVITED = "invited"
    AUDITOR = "auditor"
    SYSTEM_ADMINISTRATOR = "system-administrator"


ROLE_OF_BODY = {
    BodyKind.DIRECTORATE: Role.DIRECTORATE_OFFICER,
    BodyKind.COUNTY_GOVERNOR: Role.COUNTY_GOVERNOR_OFFICER,
    BodyKind.MEDICAL_ASSOCIATION: Role.GROUP_ORGANISER,
    BodyKind.HELSEKLAGE: Role.HELSEKLAGE_OFFICER,
    BodyKind.PERSONNEL_BOARD: Role.PERSONNEL_BOARD_OFFICER,
    BodyKind.AUDIT: Role.AUDITOR,
    BodyKind.OPERATIONS: Role.SYSTEM_ADMINISTRATOR,
}
BODY_OF_ROLE = {role: kind for kind, role in ROLE_OF_BODY.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person acting in one capacity; ``acting_for`` names the establishment of an administrator.

    The capacity is only claimed here: whether it is held is read from the appointments.
    """

    person: Id
    acting_as: Role
    acting_for: Id | None = None


MACHINE = Actor(person=Id("alis"), acting_as=Role.SYSTEM_ADMINISTRATOR)
"""The one who runs the machine, at the command line beside the database: recorded as a program."""

PROGRAM = Actor(person=Id("program"), acting_as=Role.DOCTOR)
"""A program of somebody else's, which reads what is public: it is nobody, and holds no role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One request to act: its id for the command ledger, and what the client had seen.

    ``keyed`` tells that the client chose the id, so the ledger may already know it. ``source`` is
    where the facts come from: here, or a file. ``rehearsal``: only whether it can be done is asked.
    """

    command_id: Id
    body_hash: bytes
    correlation_id: Id
    seen_version: int | None = None
    keyed: bool = False
    source: str = HERE
    rehearsal: bool = False
