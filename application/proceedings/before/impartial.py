"""One who was found to be disqualified does nothing more in the case (section 6)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from application.access import Act
from application.actors import Actor
from application.proceedings.about import parties_of
from domain.proceedings.access_facts import AccessRefused
from domain.proceedings.appeal_facts import AppealDecided, AppealDismissed, AppealReviewed
from domain.proceedings.aside_facts import CostsDecided
from domain.proceedings.facts import DecisionMade, DecisionReversed, ProceedingFactCorrected
from domain.proceedings.impartiality_facts import ImpartialityDecided, SubstituteAppointed
from domain.proceedings.proceeding import Proceeding
from domain.shared.facts import Fact, tag_of

DECISIONS = (
    DecisionMade,
    DecisionReversed,
    AppealReviewed,
    AppealDismissed,
    AppealDecided,
    AccessRefused,
    CostsDecided,
)
"""What decides the case or a part of it: not for those under a disqualified official either."""
FINAL = (*DECISIONS, ImpartialityDecided, SubstituteAppointed)
"""What is decided for good, which section 7 lets nobody do who is disqualified."""


def refuse_disqualified(case: Proceeding, act: Act, actor: Actor, today: date) -> None:
    """Raise RuleBroken to a disqualified official; to ask about impartiality is for anyone."""
    of_party = actor.acting_as in parties_of(case)
    if not of_party and act is not Act.QUESTION_IMPARTIALITY:
        case.preparation.impartiality.refuse(actor.person, on=today)


def refuse_final(case: Proceeding, facts: Collection[Fact], actor: Actor) -> None:
    """Raise RuleBroken to a disqualified official who would decide what only seemed urgent."""
    if any(_is_of(fact, FINAL) for fact in facts):
        case.preparation.impartiality.refuse_final(actor.person)
    if any(_is_of(fact, DECISIONS) for fact in facts):
        case.preparation.impartiality.refuse_subordinate(actor.person)


def _is_of(fact: Fact, kinds: tuple[type[Fact], ...]) -> bool:
    """Return whether a fact decides, or marks one that did as recorded in error: that undoes it."""
    if isinstance(fact, ProceedingFactCorrected):
        return fact.corrected_fact in map(tag_of, kinds)
    return isinstance(fact, kinds)
