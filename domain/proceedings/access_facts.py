"""What is recorded of the party's access to the documents: asked, given or refused, appealed."""

from __future__ import annotations

from datetime import date

from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id


class AccessAsked(Fact, frozen=True, kw_only=True, tag="proceeding.access-asked"):
    """The party asked to see the documents; the right lasts also after the decision."""

    request: Id
    # Which documents, where the party named any.
    wanted: Confidential | None
    received_on: date
    entered_by: Id


class AccessGiven(Fact, frozen=True, kw_only=True, tag="proceeding.access-given"):
    """The body gave access to what was asked for."""

    request: Id
    given_by: Id
    given_on: date
    basis: tuple[Citation, ...]


class AccessRefused(Fact, frozen=True, kw_only=True, tag="proceeding.access-refused"):
    """The body refused access in whole or part, and named the provision to the letter."""

    request: Id
    ground: str
    # The rest was shown.
    in_part: bool
    because: Confidential
    refused_by: Id
    refused_on: date
    basis: tuple[Citation, ...]


class AccessRefusalAppealed(
    Fact, frozen=True, kw_only=True, tag="proceeding.access-refusal-appealed"
):
    """The party appealed over a refusal of access."""

    request: Id
    grounds: Confidential | None
    received_on: date
    entered_by: Id


class AccessAppealForwarded(
    Fact, frozen=True, kw_only=True, tag="proceeding.access-appeal-forwarded"
):
    """The refusal was maintained, and the appeal over it sent to the body that hears it."""

    request: Id
    to: str
    forwarded_by: Id
    forwarded_on: date
    basis: tuple[Citation, ...]


class AccessAppealAnswered(
    Fact, frozen=True, kw_only=True, tag="proceeding.access-appeal-answered"
):
    """What the body that heard the appeal over access came to, entered from its letter."""

    request: Id
    access: bool
    answered_on: date
    entered_by: Id


AccessFact = (
    AccessAsked
    | AccessGiven
    | AccessRefused
    | AccessRefusalAppealed
    | AccessAppealForwarded
    | AccessAppealAnswered
)
