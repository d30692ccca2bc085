"""How the doctor is employed, and the ALIS agreement (ALIS-avtale) with the municipality."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domain.calendar.spans import asked_span
from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed

OF_2023, EARLIER, OTHER = TEMPLATES = (
    "helsedirektoratet-2023",
    "helsedirektoratet-earlier",
    "other",
)
"""The Directorate's template is mandatory for the grant since 2023 (R-AGR-01)."""
ISSUED_ON = date(2023, 6, 9)
"""The day the template of 2023 was made known; nobody signed it before."""


class AlisAgreementSigned(Fact, frozen=True, kw_only=True, tag="plan.alis-agreement-signed"):
    """The doctor and the municipality signed an ALIS agreement."""

    template: str
    signed_on: date
    first_day: date
    last_day: date | None
    entered_by: Id


class EmploymentChanged(Fact, frozen=True, kw_only=True, tag="plan.employment-changed"):
    """The doctor went over to another model of employment from a first day."""

    employment_model: str
    first_day: date
    entered_by: Id


EmploymentFact = AlisAgreementSigned | EmploymentChanged


@dataclass(slots=True)
class Employment:
    """Agreements and models of employment, as the facts so far leave them."""

    agreements: list[AlisAgreementSigned] = field(default_factory=list)
    changes: list[EmploymentChanged] = field(default_factory=list)

    # acts

    def sign_agreement(
        self, template: str, *, signed_on: date, first_day: date, last_day: date | None, by: Id
    ) -> AlisAgreementSigned:
        """Enter an agreement; it holds from its signature, never before (R-AGR-01)."""
        if template not in TEMPLATES:
            raise Invalid(
                "unknown-template",
                nb=f"Ukjent mal «{template}»; velg {', '.join(TEMPLATES)}.",
                en=f'Unknown template "{template}"; choose {", ".join(TEMPLATES)}.',
                rule="R-AGR-01",
                field="template",
            )
        if template == OF_2023 and signed_on < ISSUED_ON:
            raise NotAllowed(
                "template-not-issued",
                nb=f"Malen «{OF_2023}» kom {ISSUED_ON}; en avtale underskrevet {signed_on} er på "
                "en annen mal.",
                en=f'The template "{OF_2023}" came on {ISSUED_ON}; an agreement signed on '
                f"{signed_on} is on another.",
                rule="R-AGR-01",
                field="signedOn",
            )
        if any((a.template, a.first_day) == (template, first_day) for a in self.agreements):
            raise NotAllowed(
                "agreement-exists",
                nb=f"Avtalen på malen «{template}» fra {first_day} er allerede registrert; er noe "
                "i den feil, rett den først.",
                en=f'The agreement on the template "{template}" from {first_day} is already '
                "recorded; if something in it is wrong, correct it first.",
                rule="R-AGR-01",
                field="firstDay",
            )
        if first_day < signed_on:
            raise NotAllowed(
                "agreement-before-signature",
                nb=f"Avtalen gjelder fra den er underskrevet, {signed_on}, ikke fra {first_day}.",
                en=f"The agreement holds from its signature, {signed_on}, not from {first_day}.",
                rule="R-AGR-01",
                field="firstDay",
            )
        asked_span(first_day, last_day)
        return AlisAgreementSigned(
            template=template,
            signed_on=signed_on,
            first_day=first_day,
            last_day=last_day,
            entered_by=by,
        )

    def change(self, employment_model: str, *, first_day: date, by: Id) -> EmploymentChanged:
        if self.changes and first_day <= self.changes[-1].first_day:
            latest = self.changes[-1].first_day
            raise NotAllowed(
                "employment-changed-later",
                nb=f"En senere endring fra {latest} er allerede registrert; rett den først.",
                en=f"A later change from {latest} is already recorded; correct it first.",
                rule="R-DEF-01",
                field="firstDay",
            )
        return EmploymentChanged(
            employment_model=employment_model, first_day=first_day, entered_by=by
        )

    # questions

    def agreement_on(self, day: date) -> AlisAgreementSigned | None:
        """Return the latest agreement that covers the day."""
        covering = (a for a in self.agreements if a.first_day <= day <= (a.last_day or date.max))
        return max(covering, key=lambda found: found.first_day, default=None)

    def model_on(self, day: date, opened_with: str) -> str:
        """Return the model of employment on the day, that of the opening if none came since."""
        since = [change for change in self.changes if change.first_day <= day]
        return since[-1].employment_model if since else opened_with

    # effects

    def effects(self) -> Effects:
        return {
            AlisAgreementSigned: lambda fact, _: self.agreements.append(fact),
            EmploymentChanged: lambda fact, _: self.changes.append(fact),
        }
