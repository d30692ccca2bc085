"""What is recorded of the public bodies around the training."""

from __future__ import annotations

from datetime import date, datetime

from domain.shared.case import Correction, PersonMerged
from domain.shared.facts import Fact
from domain.shared.ids import Id


class BodyEstablished(Fact, frozen=True, kw_only=True, tag="body.established"):
    """A public body was given its place in the system."""

    kind: str
    name: str


class BodyOfficerAppointed(Fact, frozen=True, kw_only=True, tag="body.officer-appointed"):
    """A person was appointed to act for the body for given days."""

    person: Id
    first_day: date
    last_day: date | None


class BodyOfficerReleased(Fact, frozen=True, kw_only=True, tag="body.officer-released"):
    """A person ceased to act for the body after a last day."""

    person: Id
    last_day: date


class OutageNoticed(Fact, frozen=True, kw_only=True, tag="body.outage-noticed"):
    """It was noticed that no worker had been at work for a time."""

    last_beat_at: datetime
    noticed_at: datetime
    worker: str


class BodyFactCorrected(Correction, frozen=True, kw_only=True, tag="body.fact-corrected"):
    """An earlier fact of the body was marked as recorded in error, with the reason."""


class BodyPersonMerged(PersonMerged, frozen=True, kw_only=True, tag="body.person-merged"):
    """Two ids in the body were found to be one person's."""


BodyFact = (
    BodyEstablished
    | BodyOfficerAppointed
    | BodyOfficerReleased
    | OutageNoticed
    | BodyFactCorrected
    | BodyPersonMerged
)
