"""What is recorded of whether those who handle a proceeding are impartial (habilitet)."""

from __future__ import annotations

from datetime import date

from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id


class ImpartialityQuestioned(
    Fact, frozen=True, kw_only=True, tag="proceeding.impartiality-questioned"
):
    """Somebody in the case asked whether one who handles it is impartial."""

    question: Id
    # None where the one who asked did not know who it is.
    official: Id | None
    # Where the official sits, and the question is answered.
    instance: str
    because: Confidential
    by_party: bool
    # The party wants the superior to answer, not the official.
    demands_superior: bool
    raised_by: Id
    raised_on: date


class ImpartialityDecided(Fact, frozen=True, kw_only=True, tag="proceeding.impartiality-decided"):
    """The official, or one above or beside them, decided whether they are disqualified."""

    question: Id
    official: Id | None
    disqualified: bool
    ground: str | None
    because: Confidential
    # Why the official answered though the party wanted the superior to.
    no_time_because: Confidential | None
    decided_by: Id
    decided_on: date
    basis: tuple[Citation, ...]
    # Those directly under a disqualified official: they prepare the case, and decide nothing.
    subordinates: tuple[Id, ...] = ()


class SubstituteAppointed(Fact, frozen=True, kw_only=True, tag="proceeding.substitute-appointed"):
    """Another was appointed to act where an official is disqualified."""

    question: Id
    official: Id
    substitute: Id
    appointed_by: Id
    appointed_on: date
    basis: tuple[Citation, ...]


class UrgencyStated(Fact, frozen=True, kw_only=True, tag="proceeding.urgency-stated"):
    """A disqualified official said why something could not wait that day."""

    question: Id
    official: Id
    because: Confidential
    stated_on: date
    basis: tuple[Citation, ...]


ImpartialityFact = (
    ImpartialityQuestioned | ImpartialityDecided | SubstituteAppointed | UrgencyStated
)
