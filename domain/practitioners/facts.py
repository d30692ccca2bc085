"""What public acts say of a health professional: authorisation, specialist approval, courses."""

from __future__ import annotations

from datetime import date

from domain.shared.case import Correction
from domain.shared.facts import Fact


class PractitionerAuthorised(Fact, frozen=True, kw_only=True, tag="practitioner.authorised"):
    """A person was given authorisation or a licence to practise."""

    kind: str
    first_day: date
    last_day: date | None
    stated_in: str


class AuthorisationEnded(Fact, frozen=True, kw_only=True, tag="practitioner.authorisation-ended"):
    """An authorisation or licence that covered the last day ended after it."""

    last_day: date
    stated_in: str


class SpecialistApproved(Fact, frozen=True, kw_only=True, tag="practitioner.specialist-approved"):
    """A person was approved as a specialist."""

    specialty: str
    first_day: date
    last_day: date | None
    stated_in: str


class SpecialistApprovalEnded(
    Fact, frozen=True, kw_only=True, tag="practitioner.specialist-approval-ended"
):
    """A specialist approval that covered the last day ended after it."""

    specialty: str
    last_day: date
    stated_in: str


class SupervisorCourseCompleted(
    Fact, frozen=True, kw_only=True, tag="practitioner.supervisor-course-completed"
):
    """A person completed a course for supervisors."""

    course: str
    completed_on: date
    stated_in: str


class PractitionerFactCorrected(
    Correction, frozen=True, kw_only=True, tag="practitioner.fact-corrected"
):
    """An earlier fact of the practitioner was marked as recorded in error, with the reason."""


PractitionerFact = (
    PractitionerAuthorised
    | AuthorisationEnded
    | SpecialistApproved
    | SpecialistApprovalEnded
    | SupervisorCourseCompleted
    | PractitionerFactCorrected
)
