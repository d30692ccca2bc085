"""The programme (generell utdanningsplan): what it must say, and what of it changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.catalogue.arenas import Arena
from domain.law.specialist_training import PROGRAMME_CONTENTS, PROGRAMME_DUTIES
from domain.organisations.facts import (
    ArenaClosed,
    ArenaOpened,
    OrganisationFact,
    ProgrammePublished,
)
from domain.shared.citation import Citation
from domain.shared.days import day_after
from domain.shared.findings import Finding, Force
from domain.shared.texts import Text

REQUIRED = {
    "arenas": Text(nb="læringsarenaer med læringsmål", en="arenas with learning goals"),
    "guidance": Text(nb="veiledning", en="guidance"),
    "assessment": Text(nb="vurdering", en="assessment"),
    "supervision": Text(nb="supervisjon", en="clinical supervision"),
}
EXPECTED = {
    "paths": Text(nb="helhetlige utdanningsløp", en="coherent training paths"),
    "activities": Text(nb="læringsaktiviteter", en="learning activities"),
    "responsibility": Text(nb="organisering og ansvar", en="organisation and responsibility"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the programme or its arenas, by the version that made it and its first day."""

    version: int
    from_day: date
    says: Text


def missing_section(section: str) -> Finding:
    """Return what keeps a programme from being published (R-ORG-02)."""
    return _missing("R-ORG-02", Force.HARD, REQUIRED[section], PROGRAMME_CONTENTS)


def checklist(programme: ProgrammePublished) -> tuple[Finding, ...]:
    """Return which of the other duties a published programme says nothing of (R-ORG-03)."""
    return tuple(
        _missing("R-ORG-03", Force.INFO, named, PROGRAMME_DUTIES[section])
        for section, named in EXPECTED.items()
        if not (getattr(programme, section) or "").strip()
    )


def material_change(fact: OrganisationFact, at: int, arenas: Mapping[str, Arena]) -> Change | None:
    """Return the change a fact makes to what the Directorate was told at first, if any."""
    match fact:
        case ArenaOpened():
            name = fact.arena.name
            says = Text(nb=f"{name.nb} ble åpnet.", en=f"{name.en} was opened.")
            return Change(version=at, from_day=fact.first_day, says=says)
        case ArenaClosed():
            name = arenas[fact.arena].name
            says = Text(nb=f"{name.nb} ble lagt ned.", en=f"{name.en} was closed.")
            return Change(version=at, from_day=day_after(fact.last_day), says=says)
        case ProgrammePublished():
            says = Text(
                nb=f"Utgave {fact.number} av planen ble publisert.",
                en=f"Version {fact.number} of the programme was published.",
            )
            return Change(version=at, from_day=fact.first_day, says=says)
    return None


def _missing(rule: str, force: Force, named: Text, basis: Citation) -> Finding:
    says = Text(nb=f"Planen mangler {named.nb}.", en=f"The programme lacks {named.en}.")
    return Finding(rule=rule, force=force, says=says, basis=(basis,))
