"""What is recorded of a registered training establishment (utdanningsvirksomhet)."""

from __future__ import annotations

from datetime import date

from domain.catalogue.arenas import Arena
from domain.shared.case import Correction, PersonMerged
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.ids import Id


class OrganisationRegistered(Fact, frozen=True, kw_only=True, tag="organisation.registered"):
    """The Directorate registered a municipality as a training establishment."""

    name: str
    organisation_number: str | None
    registered_from: date
    decided_on: date | None
    stated_in: str
    basis: tuple[Citation, ...]


class ArenaOpened(Fact, frozen=True, kw_only=True, tag="organisation.arena-opened"):
    """A learning arena (læringsarena) was opened, with the goals it can offer."""

    arena: Arena
    first_day: date


class ArenaClosed(Fact, frozen=True, kw_only=True, tag="organisation.arena-closed"):
    """A learning arena was closed after its last day."""

    arena: str
    last_day: date


# The sections with defaults came later: what was published without them is written as it was.
class ProgrammePublished(
    Fact, frozen=True, kw_only=True, omit_defaults=True, tag="organisation.programme-published"
):
    """A version of the establishment's programme (generell utdanningsplan) was published."""

    number: int
    first_day: date
    arenas: tuple[str, ...]
    guidance: str
    assessment: str
    supervision: str
    basis: tuple[Citation, ...]
    paths: str | None = None
    activities: str | None = None
    responsibility: str | None = None


class DirectorateNotified(Fact, frozen=True, kw_only=True, tag="organisation.directorate-notified"):
    """The Directorate was sent what had changed of the programme, up to and with a version."""

    upto: int
    notified_by: Id
    notified_on: date
    reference: str | None
    basis: tuple[Citation, ...]


class OfficerAppointed(Fact, frozen=True, kw_only=True, tag="organisation.officer-appointed"):
    """A leader, deputy or administrator of the establishment was appointed for given days."""

    person: Id
    office: str
    first_day: date
    last_day: date | None


class OfficerReleased(Fact, frozen=True, kw_only=True, tag="organisation.officer-released"):
    """A leader, deputy or administrator left office after a last day."""

    person: Id
    office: str
    last_day: date


class OrganisationFactCorrected(
    Correction, frozen=True, kw_only=True, tag="organisation.fact-corrected"
):
    """An earlier fact of the establishment was marked as recorded in error, with the reason."""


class OrganisationPersonMerged(
    PersonMerged, frozen=True, kw_only=True, tag="organisation.person-merged"
):
    """Two ids in the establishment were found to be one person's."""


OrganisationFact = (
    OrganisationRegistered
    | ArenaOpened
    | ArenaClosed
    | ProgrammePublished
    | DirectorateNotified
    | OfficerAppointed
    | OfficerReleased
    | OrganisationFactCorrected
    | OrganisationPersonMerged
)
