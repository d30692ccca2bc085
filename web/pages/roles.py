"""What somebody is called who acts in a capacity."""

from __future__ import annotations

from application.actors import Role
from domain.shared.texts import Text

ROLES = {
    Role.DOCTOR: Text(nb="lege", en="doctor"),
    Role.SUPERVISOR: Text(nb="veileder", en="supervisor"),
    Role.CLINICAL_SUPERVISOR: Text(nb="supervisør", en="clinical supervisor"),
    Role.COLLEAGUE: Text(nb="kollega", en="colleague"),
    Role.LEADER: Text(nb="leder", en="leader"),
    Role.ADMINISTRATOR: Text(nb="administrator", en="administrator"),
    Role.DIRECTORATE_OFFICER: Text(nb="Helsedirektoratet", en="Directorate of Health"),
    Role.COUNTY_GOVERNOR_OFFICER: Text(nb="statsforvalteren", en="county governor"),
    Role.GROUP_ORGANISER: Text(nb="gruppeansvarlig", en="group organiser"),
    Role.HELSEKLAGE_OFFICER: Text(nb="Helseklage", en="Helseklage"),
    Role.PERSONNEL_BOARD_OFFICER: Text(nb="Helsepersonellnemnda", en="Health Personnel Board"),
    Role.APPEALS_MEMBER: Text(nb="klagenemnda", en="the municipality's appeal body"),
    Role.REPRESENTATIVE: Text(nb="fullmektig", en="representative"),
    Role.INVITED: Text(nb="invitert", en="invited"),
    Role.AUDITOR: Text(nb="revisor", en="auditor"),
    Role.SYSTEM_ADMINISTRATOR: Text(nb="systemansvarlig", en="system administrator"),
}


def called(role: str) -> Text | str:
    """Return the word for a capacity; of a program's there is none."""
    return ROLES[Role(role)] if role in set(Role) else ""
