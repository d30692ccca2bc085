"""What the organiser can ask to have done with a guidance group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.catalogue.group_years import GroupYear
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGroup:
    """Form a group; ``formed_on`` is today if not given."""

    group: Id
    name: str
    formed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGroupYear:
    group: Id
    year: GroupYear
    first_day: date
    last_day: date
    gatherings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitMember:
    """Admit the doctor of a plan; from the first day of the year if no day is given."""

    group: Id
    year: GroupYear
    plan: Id
    first_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseMember:
    group: Id
    year: GroupYear
    doctor: Id
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldGathering:
    """Record a gathering; ``present`` are the doctors who took part."""

    group: Id
    gathering: Id
    year: GroupYear
    held_on: date
    duration_minutes: int
    present: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDiploma:
    """Record a doctor's diploma; ``diploma`` is its number, ``issued_on`` today if not given."""

    group: Id
    doctor: Id
    diploma: str
    issued_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectGroupFact:
    """Mark a fact of the group as recorded in error, in the plans it was told to as well."""

    group: Id
    version: int
    reason: str
