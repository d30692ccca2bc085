"""The documents of a proceeding as its trail lists them: by whom, when, and what was new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from domain.proceedings.appeal_facts import AppealReviewed
from domain.proceedings.documents import Document
from domain.proceedings.proceeding import Proceeding
from domain.shared.facts import Fact
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document; its name is among the words.

    ``after_decision``: it came when the decision it is about was made; ``after_review``: the
    first instance had looked at the decision anew, so it is new to the one that hears the appeal.
    """

    document: Id
    version: int
    appeal: Id | None
    media_type: str
    size_in_bytes: int
    sha256: str
    own: bool
    internal: bool
    instance: str | None
    sent_by: Id
    entered_by: Id
    received_on: date
    after_decision: bool
    after_review: bool
    forwarded_to: tuple[str, ...]
    noted_on: date | None
    withdrawn_by: Id | None
    withdrawn_on: date | None


def document_lines(case: Proceeding, hidden: Callable[[Fact], bool]) -> Iterator[DocumentLine]:
    """Yield the documents that are not in another's room, oldest first."""
    for one in case.documents.by_id.values():
        if not hidden(one.attached):
            yield _line(case, one)


def _line(case: Proceeding, one: Document) -> DocumentLine:
    attached, withdrawn = one.attached, one.withdrawn
    decided, reviewed = _decided_at(case, attached.appeal), _reviewed_at(case, attached.appeal)
    return DocumentLine(
        document=attached.document,
        version=one.at,
        appeal=attached.appeal,
        media_type=attached.media_type,
        size_in_bytes=attached.size_in_bytes,
        sha256=attached.sha256,
        own=attached.own,
        internal=attached.internal,
        instance=attached.instance,
        sent_by=attached.sent_by,
        entered_by=attached.entered_by,
        received_on=attached.received_on,
        after_decision=decided is not None and one.at > decided,
        after_review=reviewed is not None and one.at > reviewed,
        forwarded_to=tuple(to.to for to in one.forwarded),
        noted_on=one.noted.noted_on if one.noted else None,
        withdrawn_by=withdrawn.withdrawn_by if withdrawn else None,
        withdrawn_on=withdrawn.withdrawn_on if withdrawn else None,
    )


def _decided_at(case: Proceeding, appeal: Id | None) -> int | None:
    """Return when the decision a document is about was made: the one an appeal is against."""
    found = case.appeals.by_id.get(appeal) if appeal else None
    against = case.ruling_against(found) if found else None
    if against:
        return against.at
    return case.ruled.made_at[-1] if case.ruled.made_at else None


def _reviewed_at(case: Proceeding, appeal: Id | None) -> int | None:
    """Return when the first instance last looked anew: for an appeal, or at all."""
    return max(
        (version for version, fact in case.told(AppealReviewed) if appeal in (None, fact.appeal)),
        default=None,
    )
