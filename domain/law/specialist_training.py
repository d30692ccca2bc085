"""The specialist training regulation (spesialistforskriften), as far as training itself goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.findings import Confidence

ACT = "spesialistforskriften"
GENERAL_PRACTICE = "allmennmedisin"

NEW_SCHEME = date(2019, 3, 1)
"""The day parts 2 and 3 of the training came under the regulation."""


def _guidance(amended_by: str) -> Citation:
    return Citation(act=ACT, section="2", paragraph=3, sentence=2, amended_by=amended_by)


class Averaged(StrEnum):
    """Over which time the hours of guidance are counted together."""

    EACH_YEAR = "each-year"
    WHOLE_PATH = "whole-path"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceRule:
    """How much individual guidance (veiledning) a trainee is owed in a registered enterprise."""

    hours_a_year: Decimal
    averaged: Averaged


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRule:
    """Whose recommendations are obtained before a learning goal is assessed."""

    supervisors: int
    clinical_supervisors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorRule:
    """Which specialty the individual supervisor (veileder) must be approved in."""

    specialty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupYearsRule:
    """How many years a trainee takes part in group guidance (gruppeveiledning)."""

    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHoursRule:
    """How many hours of group guidance are recommended in each of those years."""

    hours_a_year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPracticeYearRule:
    """Which share of a group year's gatherings makes it one in open unselected practice."""

    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRule:
    """What must be reached before a post in part 2 or 3 is taken up."""

    part_one_goals_reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryExceptionRule:
    """Whether goals of part one may be missing for the reason the exception is of."""

    part_one_goals_may_be_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRule:
    """How many years of full time parts 2 and 3 of the training take; part time takes longer."""

    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRule:
    """Whether the training must be attached to a registered establishment."""

    registered_establishment: bool


GUIDANCE = Dated(
    "guidance",
    Version(
        in_force_from=NEW_SCHEME,
        value=GuidanceRule(hours_a_year=Decimal("31.5"), averaged=Averaged.EACH_YEAR),
        citation=_guidance("FOR-2018-12-19-2171"),
    ),
    Version(
        in_force_from=date(2021, 1, 1),
        value=GuidanceRule(hours_a_year=Decimal(42), averaged=Averaged.EACH_YEAR),
        citation=_guidance("FOR-2020-12-09-2780"),
    ),
    Version(
        in_force_from=date(2022, 1, 1),
        value=GuidanceRule(hours_a_year=Decimal(42), averaged=Averaged.EACH_YEAR),
        citation=_guidance("FOR-2021-12-21-3790"),
    ),
    Version(
        in_force_from=date(2025, 1, 1),
        value=GuidanceRule(hours_a_year=Decimal(42), averaged=Averaged.WHOLE_PATH),
        citation=_guidance("FOR-2024-12-16-3129"),
    ),
)

ASSESSMENT = Dated(
    "assessment",
    Version(
        in_force_from=NEW_SCHEME,
        value=AssessmentRule(supervisors=1, clinical_supervisors=1),
        citation=Citation(act=ACT, section="26", paragraph=1, sentence=2),
    ),
)

SUPERVISOR = Dated(
    "supervisor",
    Version(
        in_force_from=NEW_SCHEME,
        value=SupervisorRule(specialty=GENERAL_PRACTICE),
        citation=Citation(act=ACT, section="25", paragraph=3, sentence=2),
    ),
)

GROUP_YEARS = Dated(
    "group years",
    Version(
        in_force_from=NEW_SCHEME,
        value=GroupYearsRule(years=2),
        citation=Citation(act=ACT, section="2", paragraph=4),
    ),
)

GROUP_HOURS = Dated(
    "group hours",
    Version(
        in_force_from=NEW_SCHEME,
        value=GroupHoursRule(hours_a_year=60),
        citation=Citation(
            act="Helsedirektoratet: spesialistutdanning i allmennmedisin", section=""
        ),
        confidence=Confidence.B,
    ),
)

# The requirement is on the Directorate's pages; the share is what we read into it (AMB-28).
GROUP_YEAR_IN_OPEN_PRACTICE = Dated(
    "group year in open practice",
    Version(
        in_force_from=NEW_SCHEME,
        value=OpenPracticeYearRule(share=Decimal("0.5")),
        citation=Citation(
            act="Helsedirektoratet: spesialistutdanning i allmennmedisin", section=""
        ),
        confidence=Confidence.C,
    ),
)

ENTRY = Dated(
    "entry",
    Version(
        in_force_from=NEW_SCHEME,
        value=EntryRule(part_one_goals_reached=True),
        citation=Citation(act=ACT, section="18", paragraph=1, sentence=1),
    ),
)

ENTRY_AFTER_FOREIGN_TRAINING = Dated(
    "entry after training abroad",
    Version(
        in_force_from=NEW_SCHEME,
        value=EntryExceptionRule(part_one_goals_may_be_missing=True),
        citation=Citation(act=ACT, section="18", paragraph=1, sentence=2),
    ),
)

ENTRY_AFTER_COVID_19 = Dated(
    "entry with gaps from covid-19",
    Version(
        in_force_from=date(2020, 6, 17),
        value=EntryExceptionRule(part_one_goals_may_be_missing=True),
        citation=Citation(
            act=ACT, section="18", paragraph=3, sentence=1, amended_by="FOR-2020-06-17-1211"
        ),
    ),
)

REGISTRATION = Dated(
    "registration",
    Version(
        in_force_from=NEW_SCHEME,
        value=RegistrationRule(registered_establishment=True),
        citation=Citation(act=ACT, section="19", paragraph=2, sentence=1),
    ),
)

# The section says six and a half years, of which part one takes one and a half.
SERVICE = Dated(
    "service",
    Version(
        in_force_from=NEW_SCHEME,
        value=ServiceRule(years=5),
        citation=Citation(act=ACT, section="2", paragraph=1),
    ),
)

AUTHORISED_FIRST = Citation(act=ACT, section="2", paragraph=1)
INDIVIDUAL_PLAN = Citation(act=ACT, section="25", paragraph=1, letter="a")
INDIVIDUAL_SUPERVISOR = Citation(act=ACT, section="25", paragraph=1, letter="d")
SERVICE_CONFIRMED = Citation(act=ACT, section="25", paragraph=1, letter="e")
PROGRAMME_CONTENTS = Citation(act=ACT, section="23", paragraph=1, letter="d")
PROGRAMME_DUTIES = {
    "paths": Citation(act=ACT, section="23", paragraph=1, letter="a"),
    "activities": Citation(act=ACT, section="23", paragraph=1, letter="b"),
    "responsibility": Citation(act=ACT, section="23", paragraph=1, letter="c"),
}
PART_TIME = Citation(act=ACT, section="31")
CHANGES_TOLD = Citation(act=ACT, section="28", paragraph=1)
REGISTERED_FROM_APPLICATION = Citation(act=ACT, section="21", paragraph=3)
NEW_ASSESSMENT = Citation(act=ACT, section="26", paragraph=2)
CONTINUOUS_ASSESSMENT = Citation(act=ACT, section="26", paragraph=1, sentence=1)
GOALS = Citation(act=ACT, section="2", paragraph=7, sentence=1)
COMMON_GOALS_CHANGED = Citation(act=ACT, section="2", annex="2 A", amended_by="FOR-2025-01-24-114")
