"""Corrections: an earlier fact of the plan marked as recorded in error, by a fact of its own."""

from __future__ import annotations

from domain.shared.case import Correction


class FactCorrected(Correction, frozen=True, kw_only=True, tag="plan.fact-corrected"):
    """An earlier fact of the plan was marked as recorded in error, with the reason."""

    # The outcomes that had leant on it; they stand until they are corrected themselves.
    evidence_in: tuple[int, ...]
