"""The specialist training regulation: individual and group guidance (veiledning)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.law.specialist_training import ACT, DIRECTORATE_PAGES, NEW_SCHEME
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.findings import Confidence


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
    only_while_in_registered_service: bool
    regularly: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularityRule:
    """How long there may be between two sessions before somebody should ask why."""

    most_weeks_between: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationRule:
    """How many hours a year a supervisor is paid for preparation, beside the guidance."""

    hours_a_year: Decimal


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


def _hours(a_year: str) -> GuidanceRule:
    """Return the wordings of the first years, which counted each year for itself."""
    return GuidanceRule(
        hours_a_year=Decimal(a_year),
        averaged=Averaged.EACH_YEAR,
        only_while_in_registered_service=False,
        regularly=False,
    )


GUIDANCE = Dated(
    "guidance",
    Version(
        in_force_from=NEW_SCHEME,
        value=_hours("31.5"),
        citation=_guidance("FOR-2018-12-19-2171"),
    ),
    Version(
        in_force_from=date(2021, 1, 1),
        announced_on=date(2020, 12, 9),
        value=_hours("42"),
        citation=_guidance("FOR-2020-12-09-2780"),
    ),
    Version(
        in_force_from=date(2022, 1, 1),
        announced_on=date(2021, 12, 21),
        value=replace(_hours("42"), only_while_in_registered_service=True),
        citation=_guidance("FOR-2021-12-21-3790"),
    ),
    Version(
        in_force_from=date(2025, 1, 1),
        announced_on=date(2024, 12, 16),
        value=GuidanceRule(
            hours_a_year=Decimal(42),
            averaged=Averaged.WHOLE_PATH,
            only_while_in_registered_service=True,
            regularly=True,
        ),
        citation=_guidance("FOR-2024-12-16-3129"),
    ),
)

# The law says "regularly" and no number (AMB-26).
GUIDANCE_REGULARITY = Dated(
    "guidance regularity",
    Version(
        in_force_from=date(2025, 1, 1),
        announced_on=date(2024, 12, 16),
        value=RegularityRule(most_weeks_between=8),
        citation=_guidance("FOR-2024-12-16-3129"),
        confidence=Confidence.C,
    ),
)

# What a municipality pays the supervisor for beside the guidance itself.
GUIDANCE_PREPARATION = Dated(
    "guidance preparation",
    Version(
        in_force_from=NEW_SCHEME,
        value=PreparationRule(hours_a_year=Decimal("15.75")),
        citation=Citation(
            act="Åsnes kommune: plan for spesialistutdanning i allmennmedisin", section=""
        ),
        confidence=Confidence.C,
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
        citation=DIRECTORATE_PAGES,
        confidence=Confidence.B,
    ),
)

# The requirement is on the Directorate's pages; the share is what we read into it (AMB-28).
GROUP_YEAR_IN_OPEN_PRACTICE = Dated(
    "group year in open practice",
    Version(
        in_force_from=NEW_SCHEME,
        value=OpenPracticeYearRule(share=Decimal("0.5")),
        citation=DIRECTORATE_PAGES,
        confidence=Confidence.C,
    ),
)
