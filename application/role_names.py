"""What somebody is called who acts in a capacity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from application.actors import Role
from domain.shared.texts import Text

ROLES: Mapping[str, Text] = {
    Role.DOCTOR: Text(nb="lege", en="doctor"),
    Role.SUPERVISOR: Text(nb="veileder", en="supervisor"),
    Role.CLINICAL_SUPERVISOR: Text(nb="supervisør", en="clinical supervisor"),
    Role.COLLEAGUE: Text(nb="kollega", en="colleague"),
    Role.LEADER: Text(nb="leder", en="leader"),
    Role.ADMINISTRATOR: Text(nb="administrator i virksomheten", en="administrator"),
    Role.DIRECTORATE_OFFICER: Text(
        nb="saksbehandler i Helsedirektoratet", en="officer of the Directorate of Health"
    ),
    Role.COUNTY_GOVERNOR_OFFICER: Text(
        nb="saksbehandler hos statsforvalteren", en="officer of the county governor"
    ),
    Role.GROUP_ORGANISER: Text(nb="arrangør av veiledningsgruppe", en="organiser of a group"),
    Role.HELSEKLAGE_OFFICER: Text(nb="saksbehandler i Helseklage", en="officer of Helseklage"),
    Role.PERSONNEL_BOARD_OFFICER: Text(
        nb="saksbehandler i Statens helsepersonellnemnd",
        en="officer of the National Board for Health Personnel",
    ),
    Role.APPEALS_MEMBER: Text(
        nb="medlem av kommunens klageorgan", en="member of the municipality's appeal body"
    ),
    Role.REPRESENTATIVE: Text(nb="fullmektig", en="representative"),
    Role.INVITED: Text(nb="invitert", en="invited"),
    Role.AUDITOR: Text(nb="revisor", en="auditor"),
    Role.SYSTEM_ADMINISTRATOR: Text(nb="systemansvarlig", en="system administrator"),
}


def named(roles: Iterable[Role]) -> Text:
    """Return several, in the order of their words, with commas between."""
    found = [ROLES[one] for one in roles]
    return Text(
        nb=", ".join(sorted(one.nb for one in found)), en=", ".join(sorted(one.en for one in found))
    )
