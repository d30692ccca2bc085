"""The law book: the rules a case is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law import exemption_rules as exempting
from domain.law import specialist_training as training
from domain.shared import identifiers
from domain.shared.dated import Dated


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBook:
    """Those rules in force, or those someone proposes. ``snapshot``: the day last read."""

    name: str
    snapshot: date
    guidance: Dated[training.GuidanceRule]
    assessment: Dated[training.AssessmentRule]
    supervisor: Dated[training.SupervisorRule]
    group_years: Dated[training.GroupYearsRule]
    group_hours: Dated[training.GroupHoursRule]
    group_year_in_open_practice: Dated[training.OpenPracticeYearRule]
    entry: Dated[training.EntryRule]
    entry_after_foreign_training: Dated[training.EntryExceptionRule]
    entry_after_covid_19: Dated[training.EntryExceptionRule]
    registration: Dated[training.RegistrationRule]
    service: Dated[training.ServiceRule]
    supervisor_exemption: Dated[exempting.SupervisorExemptionRule]
    open_practice_floor: Dated[exempting.OpenPracticeFloorRule]
    open_practice_exemption: Dated[exempting.OpenPracticeExemptionRule]
    identity_numbers: Dated[identifiers.IdentityNumberRule]

    @property
    def version(self) -> str:
        """Return the name a decision keeps of the book it was made under."""
        return f"{self.name}/{self.snapshot}"


IN_FORCE = LawBook(
    name="in-force",
    snapshot=date(2026, 7, 2),
    guidance=training.GUIDANCE,
    assessment=training.ASSESSMENT,
    supervisor=training.SUPERVISOR,
    group_years=training.GROUP_YEARS,
    group_hours=training.GROUP_HOURS,
    group_year_in_open_practice=training.GROUP_YEAR_IN_OPEN_PRACTICE,
    entry=training.ENTRY,
    entry_after_foreign_training=training.ENTRY_AFTER_FOREIGN_TRAINING,
    entry_after_covid_19=training.ENTRY_AFTER_COVID_19,
    registration=training.REGISTRATION,
    service=training.SERVICE,
    supervisor_exemption=exempting.SUPERVISOR_EXEMPTION,
    open_practice_floor=exempting.OPEN_PRACTICE_FLOOR,
    open_practice_exemption=exempting.OPEN_PRACTICE_EXEMPTION,
    identity_numbers=identifiers.IDENTITY_NUMBERS,
)
