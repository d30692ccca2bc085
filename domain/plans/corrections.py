"""Marks on the plan's own history: a fact recorded in error, a person recorded under two ids."""

from __future__ import annotations

from domain.shared.case import Correction, PersonMerged


class FactCorrected(Correction, frozen=True, kw_only=True, tag="plan.fact-corrected"):
    """An earlier fact of the plan was marked as recorded in error, with the reason."""

    # The outcomes that had leant on it; they stand until they are corrected themselves.
    evidence_in: tuple[int, ...]


class PlanPersonMerged(PersonMerged, frozen=True, kw_only=True, tag="plan.person-merged"):
    """Two ids around the plan were found to be one person's."""


MarkFact = FactCorrected | PlanPersonMerged
