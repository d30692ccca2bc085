"""What is recorded of a proceeding before the decision: came in, told, heard, withdrawn."""

from __future__ import annotations

from datetime import date

from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id


class ApplicationReceived(Fact, frozen=True, kw_only=True, tag="proceeding.application-received"):
    """An application came in; what it showed that day, and what it lacked, is kept as it was."""

    # What the party can name it by.
    reference: str
    received_on: date
    entered_by: Id
    entered_on: date
    seen: tuple[Seen, ...]
    findings: tuple[Finding, ...]
    law: str


class ProvisionalReplySent(
    Fact, frozen=True, kw_only=True, tag="proceeding.provisional-reply-sent"
):
    """The party was told that it takes longer, why, and when an answer is expected."""

    expected_on: date
    because: Confidential
    sent_by: Id
    sent_on: date
    law: str
    basis: tuple[Citation, ...]


class AdvanceNoticeGiven(Fact, frozen=True, kw_only=True, tag="proceeding.advance-notice-given"):
    """The party was told what was to be decided, with a day to comment by."""

    text: Confidential
    comment_by: date
    given_by: Id
    given_on: date
    basis: tuple[Citation, ...]


class AdvanceNoticeLeftOut(
    Fact, frozen=True, kw_only=True, tag="proceeding.advance-notice-left-out"
):
    """No advance notice was given, on a ground of the law and for a stated reason."""

    ground: str
    because: Confidential
    left_out_by: Id
    left_out_on: date
    basis: tuple[Citation, ...]


class CommentsReceived(Fact, frozen=True, kw_only=True, tag="proceeding.comments-received"):
    """The party commented; nothing keeps that out, and whether it was late is marked."""

    comments: Confidential
    received_on: date
    late: bool
    entered_by: Id


class ApplicationWithdrawn(Fact, frozen=True, kw_only=True, tag="proceeding.application-withdrawn"):
    """The party withdrew the application; ``ends`` tells whether there still was one."""

    because: Confidential | None
    received_on: date
    ends: bool
    entered_by: Id
    entered_on: date


PreparationFact = (
    ApplicationReceived
    | ProvisionalReplySent
    | AdvanceNoticeGiven
    | AdvanceNoticeLeftOut
    | CommentsReceived
    | ApplicationWithdrawn
)
