"""What is recorded of a guidance group (veiledningsgruppe) by its organiser."""

from __future__ import annotations

from datetime import date

from domain.shared.case import Correction, PersonMerged
from domain.shared.facts import Fact
from domain.shared.ids import Id


class GroupFormed(Fact, frozen=True, kw_only=True, tag="group.formed"):
    """The organiser formed a guidance group."""

    name: str
    formed_on: date


class GroupYearPlanned(Fact, frozen=True, kw_only=True, tag="group.year-planned"):
    """The organiser planned one of the group's two years, with the number of its gatherings."""

    year: str
    first_day: date
    last_day: date
    gatherings: int


class MemberAdmitted(Fact, frozen=True, kw_only=True, tag="group.member-admitted"):
    """A doctor was admitted to a year of the group, with the plan that tells of it."""

    year: str
    doctor: Id
    plan: Id
    first_day: date


class MemberLeft(Fact, frozen=True, kw_only=True, tag="group.member-left"):
    """A doctor left a year of the group after a last day."""

    year: str
    doctor: Id
    last_day: date


class GatheringHeld(Fact, frozen=True, kw_only=True, tag="group.gathering-held"):
    """A gathering of the group was held, with those members who took part."""

    gathering: Id
    year: str
    held_on: date
    duration_minutes: int
    present: tuple[Id, ...]


class DiplomaIssued(Fact, frozen=True, kw_only=True, tag="group.diploma-issued"):
    """The organiser issued a doctor's diploma for two years of group guidance."""

    doctor: Id
    diploma: str
    issued_on: date


class GroupFactCorrected(Correction, frozen=True, kw_only=True, tag="group.fact-corrected"):
    """An earlier fact of the group was marked as recorded in error, with the reason."""


class GroupPersonMerged(PersonMerged, frozen=True, kw_only=True, tag="group.person-merged"):
    """Two ids in the group were found to be one person's."""


GroupFact = (
    GroupFormed
    | GroupYearPlanned
    | MemberAdmitted
    | MemberLeft
    | GatheringHeld
    | DiplomaIssued
    | GroupFactCorrected
    | GroupPersonMerged
)
