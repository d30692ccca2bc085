"""Which facts of a proceeding make no sense without which."""

from __future__ import annotations

from domain.proceedings.appeal_facts import (
    AppealDecided,
    AppealDismissed,
    AppealReviewed,
    AppealWithdrawn,
    ProceedingClosed,
    RestAnswered,
    TimelinessJudged,
)
from domain.proceedings.aside_facts import CostsClaimed, CostsSumStated
from domain.proceedings.document_facts import DocumentFact
from domain.proceedings.facts import (
    AppealDeadlineComputed,
    DecisionMade,
    DecisionReversed,
    ProceedingOpened,
)
from domain.proceedings.letter_facts import LetterIssued
from domain.proceedings.without_effect_facts import SentWithoutEffect, WithoutEffectFact
from domain.shared.case import Correction, PersonMerged
from domain.shared.enforced import Lapsed, Reminded
from domain.shared.facts import Fact
from domain.shared.ids import Id

PARTS = ("appeal", "request", "question", "claim", "deferral", "sending")
"""What a fact may name that it belongs to; nothing outside that part leans on it."""


ENDINGS = (AppealDecided, AppealDismissed, AppealReviewed, AppealWithdrawn, RestAnswered)
"""What ended an appeal, or changed what it is against."""
COMPUTED = (AppealDeadlineComputed, TimelinessJudged)
"""What follows from other facts: it falls with them, and keeps none of them."""
AFTER_ALL_APPEALS = (DecisionMade, DecisionReversed, ProceedingClosed)
"""What could not have been done while an appeal ran, or had not ended as it did."""


def leans(later: Fact, earlier: Fact, *, behind: Id | None, revived: Id | None = None) -> bool:
    """Return whether both are of one part, or the earlier is what all else stands on.

    ``behind``: the appeal whose ruling the later is of, or is against. ``revived``: the appeal
    whose dismissal the earlier is about.
    """
    if isinstance(later, (Correction, PersonMerged, Lapsed, Reminded, *COMPUTED)):
        return False
    apart = _apart(later, earlier)
    if apart is not None:
        return apart
    stood_on = isinstance(earlier, ENDINGS) and isinstance(later, AFTER_ALL_APPEALS)
    if stood_on or (revived and getattr(later, "appeal", None) == revived):
        return True
    for part in PARTS:
        if of := getattr(earlier, part, None):
            return of in (getattr(later, part, None), behind if part == "appeal" else None)
    return True


def _apart(later: Fact, earlier: Fact) -> bool | None:
    """Return whether one leans on the other where letters, documents or words are; else None."""
    if isinstance(later, WithoutEffectFact | CostsSumStated):
        return _of_what_came(later, earlier)
    if isinstance(earlier, LetterIssued):
        return bool(getattr(later, "letter", None) == earlier.letter)
    if isinstance(earlier, DocumentFact) or isinstance(later, DocumentFact):
        return _of_a_document(later, earlier)
    return None


def _of_what_came(later: Fact, earlier: Fact) -> bool:
    """What a party sent stands on what it is of alone, and never keeps an official's act."""
    came = isinstance(earlier, SentWithoutEffect | CostsClaimed)
    same = any(
        (of := getattr(earlier, part, None)) and of == getattr(later, part, None) for part in PARTS
    )
    return isinstance(earlier, ProceedingOpened) or (came and same)


def _of_a_document(later: Fact, earlier: Fact) -> bool:
    """A document is what it is, whatever it was sent about turns out to be."""
    if isinstance(earlier, DocumentFact):
        return bool(getattr(later, "document", None) == earlier.document)
    return isinstance(earlier, ProceedingOpened)
