"""What is recorded of an exemption (fritak), from the application to its end."""

from __future__ import annotations

from datetime import date

from domain.shared.case import Correction, PersonMerged
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.ids import Id


class ExemptionApplied(Fact, frozen=True, kw_only=True, tag="exemption.applied"):
    """The establishment applied to the Directorate for an exemption."""

    kind: str
    organisation: Id
    # Of an exemption from the specialty; the one from half time is about the plan's doctor.
    supervisor: Id | None
    plans: tuple[Id, ...]
    supporting: tuple[str, ...]
    applied_by: Id
    applied_on: date


class ExemptionWithdrawn(Fact, frozen=True, kw_only=True, tag="exemption.withdrawn"):
    """The establishment withdrew its application before it was decided."""

    withdrawn_by: Id
    withdrawn_on: date


class ExemptionGranted(Fact, frozen=True, kw_only=True, tag="exemption.granted"):
    """The Directorate granted the exemption from a first day to a last day."""

    plans: tuple[Id, ...]
    first_day: date
    last_day: date
    decided_by: Id
    decided_on: date
    stated_in: str
    law: str
    basis: tuple[Citation, ...]


class ExemptionRefused(Fact, frozen=True, kw_only=True, tag="exemption.refused"):
    """The Directorate refused the exemption."""

    decided_by: Id
    decided_on: date
    stated_in: str
    law: str
    basis: tuple[Citation, ...]


class ExemptionExtended(Fact, frozen=True, kw_only=True, tag="exemption.extended"):
    """The Directorate extended the exemption to a later last day."""

    last_day: date
    decided_by: Id
    decided_on: date
    stated_in: str
    law: str
    basis: tuple[Citation, ...]


class ExemptionRevoked(Fact, frozen=True, kw_only=True, tag="exemption.revoked"):
    """The Directorate revoked the exemption after an earlier last day."""

    last_day: date
    decided_by: Id
    decided_on: date
    stated_in: str
    law: str
    basis: tuple[Citation, ...]


class ExemptionTakenUp(Fact, frozen=True, kw_only=True, tag="exemption.taken-up"):
    """The application is decided in a proceeding, with its notice and what is appealed of it."""

    proceeding: Id
    taken_up_on: date


class ExemptionSetAside(Fact, frozen=True, kw_only=True, tag="exemption.set-aside"):
    """What was decided in the proceeding was quashed or changed: the application is undecided."""

    proceeding: Id
    set_aside_by: Id
    set_aside_on: date
    stated_in: str


class ExemptionExpired(Fact, frozen=True, kw_only=True, tag="exemption.expired"):
    """The exemption expired on a day, which was noticed then or later."""

    last_day: date
    expired_on: date
    noticed_on: date


class ExemptionFactCorrected(Correction, frozen=True, kw_only=True, tag="exemption.fact-corrected"):
    """An earlier fact of the exemption was marked as recorded in error, with the reason."""


class ExemptionPersonMerged(PersonMerged, frozen=True, kw_only=True, tag="exemption.person-merged"):
    """Two ids in the exemption were found to be one person's."""


ExemptionFact = (
    ExemptionApplied
    | ExemptionWithdrawn
    | ExemptionGranted
    | ExemptionRefused
    | ExemptionExtended
    | ExemptionRevoked
    | ExemptionExpired
    | ExemptionTakenUp
    | ExemptionSetAside
    | ExemptionFactCorrected
    | ExemptionPersonMerged
)
