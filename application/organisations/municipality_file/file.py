"""The file an organisation is imported from: registration, programme and arenas, in TOML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from application.organisations.municipality_file.arenas import arenas_in
from application.organisations.municipality_file.problems import FileRefused
from application.organisations.municipality_file.syntax import parsed
from application.organisations.municipality_file.tables import Notes, Table
from domain.catalogue.arenas import Arena
from domain.catalogue.catalogue import CATALOGUE, Catalogue
from domain.organisations.organisation_number import is_organisation_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """The registration as a training establishment; it counts from the day it was applied for."""

    first_day: date
    decided_on: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What section 23 asks a plan for specialist training to say, beside the arenas."""

    first_day: date
    guidance: str
    assessment: str
    supervision: str
    paths: str | None
    activities: str | None
    responsibility: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFile:
    """One establishment, as its file describes it."""

    name: str
    organisation_number: str | None
    registered: Registered
    programme: Programme
    arenas: tuple[Arena, ...]


def read(text: str | bytes, name: str, catalogue: Catalogue = CATALOGUE) -> OrganisationFile:
    """Return what the file says, or raise FileRefused with everything that is wrong in it."""
    values, lines = parsed(text, name)
    notes = Notes(lines)
    organisation = _organisation_file(Table(values, (), notes), catalogue)
    if notes.problems:
        raise FileRefused(name, tuple(notes.problems))
    return organisation


def aasnes() -> OrganisationFile:
    """Return the organisation that comes with the program."""
    name = "aasnes.toml"
    return read(
        (files("application.organisations.municipality_file.data") / name).read_bytes(), name
    )


def _organisation_file(root: Table, catalogue: Catalogue) -> OrganisationFile:
    organisation = root.table("organisation")
    registered = _registered(root.table("registered"))
    read_file = OrganisationFile(
        name=organisation.text("name"),
        organisation_number=_organisation_number(organisation),
        registered=registered,
        programme=_programme(root.table("programme"), registered.first_day),
        arenas=arenas_in(root, catalogue),
    )
    organisation.close()
    root.close()
    return read_file


def _organisation_number(organisation: Table) -> str | None:
    digits = re.sub(r"\s", "", organisation.text_if_any("organisation_number"))
    if digits and not is_organisation_number(digits):
        organisation.note(
            "organisation_number",
            nb="er ikke et organisasjonsnummer: ni siffer, der det siste kontrollerer de andre.",
            en="is not an organisation number: nine digits, the last of which checks the others.",
        )
    return digits or None


def _registered(table: Table) -> Registered:
    registered = Registered(
        first_day=table.day("first_day"),
        decided_on=table.day_if_any("decided_on"),
        source=table.text("source"),
    )
    table.close()
    if registered.decided_on and registered.decided_on < registered.first_day:
        table.note(
            "decided_on",
            nb="er før first_day; registreringen gjelder tidligst fra søknaden.",
            en="is before first_day; a registration counts from the application at the earliest.",
        )
    return registered


def _programme(table: Table, registered_from: date) -> Programme:
    programme = Programme(
        first_day=table.day_if_any("first_day") or registered_from,
        guidance=table.text("guidance"),
        assessment=table.text("assessment"),
        supervision=table.text("supervision"),
        paths=table.text_if_any("paths") or None,
        activities=table.text_if_any("activities") or None,
        responsibility=table.text_if_any("responsibility") or None,
    )
    table.close()
    return programme
