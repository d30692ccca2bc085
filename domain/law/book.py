"""The law book: the rules a case is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    entry: Dated[training.EntryRule]
    registration: Dated[training.RegistrationRule]
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
    entry=training.ENTRY,
    registration=training.REGISTRATION,
    identity_numbers=identifiers.IDENTITY_NUMBERS,
)
