"""What a person can ask to have done with a training establishment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.catalogue.arenas import Arena
from domain.organisations.organisation import Office
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterOrganisation:
    name: str
    organisation_number: str | None
    registered_from: date
    decided_on: date | None
    stated_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenArena:
    organisation: Id
    arena: Arena
    first_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseArena:
    organisation: Id
    arena: str
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishProgramme:
    organisation: Id
    first_day: date
    arenas: tuple[str, ...]
    guidance: str
    assessment: str
    supervision: str
    paths: str | None = None
    activities: str | None = None
    responsibility: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyDirectorate:
    """``reference``: what the Directorate, or the archive, calls the letter."""

    organisation: Id
    notified_on: date
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointOfficer:
    organisation: Id
    person: Id
    office: Office
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOfficer:
    organisation: Id
    person: Id
    office: Office
    last_day: date
