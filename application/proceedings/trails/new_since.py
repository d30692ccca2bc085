"""What came to the party's own history after the decision: what first instance had not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from application.organisations.sentences import SENTENCES
from application.plans.sentences import told_in
from domain.proceedings.proceeding import Proceeding
from domain.shared.case import Correction
from domain.shared.facts import Recorded, tag_of
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """A fact of the plan, or the establishment, that came after the decision.

    ``seen_at_review``: the first instance had seen it when it last looked at the decision anew.
    """

    version: int
    tag: str
    says: Text
    recorded_at: datetime | None
    seen_at_review: bool


def new_since(case: Proceeding, own: Id, told: Sequence[Recorded]) -> Iterator[Recorded]:
    """Yield what came to the party's history after what the decision saw of it, but its echo."""
    if case.decided is None:
        return
    seen = [one.version for one in case.decided.seen if one.case == own]
    for one in told:
        if seen and one.version > max(seen) and not _is_echo(one, told):
            yield one


def _is_echo(one: Recorded, told: Sequence[Recorded]) -> bool:
    """Return whether it only tells of a proceeding, or marks what did as recorded in error."""
    if isinstance(one.fact, Correction):
        return is_of_a_proceeding(told[one.fact.corrects - 1])
    return is_of_a_proceeding(one)


def new_lines(case: Proceeding, own: Id, told: Sequence[Recorded]) -> Iterator[NewLine]:
    reviews = (one.reviewed for one in case.appeals.by_id.values() if one.reviewed)
    seen = [one.version for review in reviews for one in review.seen if one.case == own]
    for one in new_since(case, own, told):
        yield NewLine(
            version=one.version,
            tag=tag_of(one.fact),
            says=says_of(told, one),
            recorded_at=one.recorded_at,
            seen_at_review=one.version <= max(seen, default=0),
        )


def is_of_a_proceeding(one: Recorded) -> bool:
    """Return whether a fact of the party's history only tells what is recorded in a proceeding."""
    return hasattr(one.fact, "proceeding")


def says_of(told: Sequence[Recorded], one: Recorded) -> Text:
    """Return what a fact of a plan's history, or of an establishment's, says."""
    return SENTENCES.get(type(one.fact)) or told_in(told, one)
