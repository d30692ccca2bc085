"""The doctor's evaluation of the training establishment (section 28)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import msgspec

from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid

BEST = 5
ASPECTS = ("guidance", "supervision", "arenas", "time-for-learning", "assessment")


class Score(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How one aspect was found, from 1 to 5."""

    aspect: str
    points: int


class EstablishmentEvaluated(Fact, frozen=True, kw_only=True, tag="plan.establishment-evaluated"):
    """The doctor evaluated the training establishment."""

    scores: tuple[Score, ...]
    words: Confidential | None
    evaluated_on: date


@dataclass(slots=True)
class Evaluations:
    """The doctor's evaluations, oldest first."""

    all: list[EstablishmentEvaluated] = field(default_factory=list)

    # acts

    def evaluate(
        self, scores: tuple[Score, ...], words: Confidential | None, *, on: date
    ) -> EstablishmentEvaluated:
        """Evaluate aspects from 1, poor, to 5, very good; those left out are not evaluated."""
        aspects = [score.aspect for score in scores]
        known = set(aspects) <= set(ASPECTS) and len(set(aspects)) == len(aspects)
        if not scores or not known or any(not 1 <= score.points <= BEST for score in scores):
            raise Invalid(
                "scores-malformed",
                nb="Vurder minst én av delene, hver høyst én gang, med et helt tall fra 1 til "
                f"{BEST}.",
                en=f"Score at least one of {', '.join(ASPECTS)}, each once at most, with a whole "
                f"number from 1 to {BEST}.",
                rule="L-SPF-28",
                field="scores",
            )
        return EstablishmentEvaluated(scores=scores, words=words, evaluated_on=on)

    # effects

    def effects(self) -> Effects:
        return {EstablishmentEvaluated: lambda fact, _: self.all.append(fact)}
