"""What was corrected in a plan, and what stands in the way of correcting more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.plans.sentences import told
from domain.plans.corrections import FactCorrected
from domain.plans.plan import TrainingPlan
from domain.plans.rules.correct_fact import FactCorrection, evidence_in, refuse_correction
from domain.shared.facts import tag_of
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, RuleBroken
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """One correction: what was said in error, and the outcomes that had leant on it."""

    at: int
    corrects: int
    tag: str
    says: Text
    corrected_by: Id
    corrected_on: date
    evidence_in: tuple[int, ...]


def corrections(plan: TrainingPlan) -> tuple[CorrectionLine, ...]:
    """Return the plan's corrections, oldest first."""
    return tuple(
        CorrectionLine(
            at=at,
            corrects=fact.corrects,
            tag=fact.corrected_fact,
            says=told(plan.facts[fact.corrects - 1]),
            corrected_by=fact.corrected_by,
            corrected_on=fact.corrected_on,
            evidence_in=fact.evidence_in,
        )
        for at, fact in enumerate(plan.facts, start=1)
        if isinstance(fact, FactCorrected)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionPreview:
    """What would come of correcting a fact.

    ``first`` are the later versions to be corrected before it, in that order; ``evidence_in``
    the outcomes that lean on it, which would stand; ``hindrance`` says why it cannot be done.
    """

    of: int
    tag: str
    says: Text
    first: tuple[int, ...]
    evidence_in: tuple[int, ...]
    hindrance: Text | None


def correction_preview(asked: FactCorrection) -> CorrectionPreview:
    """Return what a correction would do; raises Invalid for a version that does not exist."""
    plan, stored, version = asked.plan, asked.stored, asked.version
    plan.refuse_unknown_version(version)
    fact, hindrance = plan.facts[version - 1], None
    try:
        refuse_correction(asked)
    except (NotAllowed, RuleBroken) as refused:
        hindrance = refused.text
    stands = version not in plan.struck
    return CorrectionPreview(
        of=version,
        tag=tag_of(fact),
        says=told(fact),
        first=tuple(sorted(plan.leaning_on(version), reverse=True)) if stands else (),
        evidence_in=tuple(evidence_in(plan, stored, version)) if stands else (),
        hindrance=hindrance,
    )
