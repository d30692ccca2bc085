"""What is recorded of what a party sent that could change nothing; a person looks at it."""

from __future__ import annotations

from datetime import date

from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id


class SentWithoutEffect(Fact, frozen=True, kw_only=True, tag="proceeding.sent-without-effect"):
    """A party sent what could have no effect; nothing keeps it out, and nothing came of it."""

    sending: Id
    # What they meant to do, and to which appeal or document, by the id they named.
    what: str
    of: Id
    # Why nothing came of it, and where the appeal was then if there is such an appeal.
    because: str
    stage: str | None
    words: Confidential | None
    received_on: date
    entered_by: Id


class SentWithoutEffectNoted(
    Fact, frozen=True, kw_only=True, tag="proceeding.sent-without-effect-noted"
):
    """An official of the body that has it saw what was sent; it waits no more."""

    sending: Id
    noted_by: Id
    noted_on: date


WithoutEffectFact = SentWithoutEffect | SentWithoutEffectNoted
"""What a party sent that had no effect."""
