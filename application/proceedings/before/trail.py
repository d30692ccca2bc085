"""What the trail shows of the time before the decision: received, told, heard, who may act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.proceedings.access import AccessRequest
from domain.proceedings.impartiality import Question
from domain.proceedings.preparation import Preparation
from domain.proceedings.preparation_facts import (
    AdvanceNoticeGiven,
    AdvanceNoticeLeftOut,
    ApplicationReceived,
    ApplicationWithdrawn,
    CommentsReceived,
    ProvisionalReplySent,
)
from domain.shared.citation import Citation
from domain.shared.facts import Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """The receipt of an application: its reference, its day, and what it lacked that day."""

    reference: str
    received_on: date
    entered_on: date
    seen: tuple[Seen, ...]
    findings: tuple[Finding, ...]
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLine:
    """A provisional reply: when an answer was said to be expected."""

    expected_on: date
    sent_by: Id
    sent_on: date
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceNoticeLine:
    """An advance notice and until when the party could comment."""

    comment_by: date
    given_by: Id
    given_on: date
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutLine:
    """On which ground no advance notice was given."""

    ground: str
    left_out_by: Id
    left_out_on: date
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsLine:
    """Comments that came in, and whether they were late."""

    received_on: date
    late: bool
    entered_by: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """One request for access: where it is, since when it waits, and what was said to it."""

    request: Id
    stage: str
    received_on: date
    waits_since: date | None
    given_on: date | None
    ground: str | None
    in_part: bool
    answered_by: Id | None
    basis: tuple[Citation, ...]
    appealed_on: date | None
    forwarded_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpartialityLine:
    """One question of impartiality, its answer, and who acts instead."""

    question: Id
    official: Id | None
    instance: str
    raised_by: Id
    raised_on: date
    by_party: bool
    demands_superior: bool
    disqualified: bool | None
    ground: str | None
    decided_by: Id | None
    decided_on: date | None
    basis: tuple[Citation, ...]
    substitute: Id | None
    subordinates: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalLine:
    """A withdrawal of the application; ``ends`` tells whether there still was one."""

    received_on: date
    ends: bool
    entered_by: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationTrail:
    """Everything before the decision that is not confidential words."""

    receipt: ReceiptLine | None
    replies: tuple[ReplyLine, ...]
    advance_notices: tuple[AdvanceNoticeLine, ...]
    left_out: LeftOutLine | None
    comments: tuple[CommentsLine, ...]
    access: tuple[AccessLine, ...]
    impartiality: tuple[ImpartialityLine, ...]
    withdrawals: tuple[WithdrawalLine, ...]


def preparation_trail(case: Preparation) -> PreparationTrail:
    return PreparationTrail(
        receipt=_receipt(case.received) if case.received else None,
        replies=tuple(map(_reply, case.replies)),
        advance_notices=tuple(map(_notice, case.notices)),
        left_out=_left_out(case.left_out) if case.left_out else None,
        comments=tuple(map(_comments, case.comments)),
        access=tuple(map(_access, case.access.by_id.values())),
        impartiality=tuple(map(_impartiality, case.impartiality.by_id.values())),
        withdrawals=tuple(map(_withdrawal, case.withdrawals)),
    )


def _receipt(fact: ApplicationReceived) -> ReceiptLine:
    return ReceiptLine(
        reference=fact.reference,
        received_on=fact.received_on,
        entered_on=fact.entered_on,
        seen=fact.seen,
        findings=fact.findings,
        law=fact.law,
    )


def _reply(fact: ProvisionalReplySent) -> ReplyLine:
    return ReplyLine(
        expected_on=fact.expected_on, sent_by=fact.sent_by, sent_on=fact.sent_on, basis=fact.basis
    )


def _notice(fact: AdvanceNoticeGiven) -> AdvanceNoticeLine:
    return AdvanceNoticeLine(
        comment_by=fact.comment_by,
        given_by=fact.given_by,
        given_on=fact.given_on,
        basis=fact.basis,
    )


def _left_out(fact: AdvanceNoticeLeftOut) -> LeftOutLine:
    return LeftOutLine(
        ground=fact.ground,
        left_out_by=fact.left_out_by,
        left_out_on=fact.left_out_on,
        basis=fact.basis,
    )


def _comments(fact: CommentsReceived) -> CommentsLine:
    return CommentsLine(received_on=fact.received_on, late=fact.late, entered_by=fact.entered_by)


def _access(one: AccessRequest) -> AccessLine:
    given, refused = one.given, one.refused
    answered_by = (given.given_by if given else None) or (refused.refused_by if refused else None)
    return AccessLine(
        request=one.asked.request,
        stage=one.stage,
        received_on=one.asked.received_on,
        waits_since=one.waits_since,
        given_on=one.given_on,
        ground=refused.ground if refused else None,
        in_part=bool(refused and refused.in_part),
        answered_by=answered_by,
        basis=refused.basis if refused else (given.basis if given else ()),
        appealed_on=one.appealed.received_on if one.appealed else None,
        forwarded_to=one.forwarded.to if one.forwarded else None,
    )


def _impartiality(one: Question) -> ImpartialityLine:
    raised, decided = one.raised, one.decided
    return ImpartialityLine(
        question=raised.question,
        official=decided.official if decided else raised.official,
        instance=raised.instance,
        raised_by=raised.raised_by,
        raised_on=raised.raised_on,
        by_party=raised.by_party,
        demands_superior=raised.demands_superior,
        disqualified=decided.disqualified if decided else None,
        ground=decided.ground if decided else None,
        decided_by=decided.decided_by if decided else None,
        decided_on=decided.decided_on if decided else None,
        basis=decided.basis if decided else (),
        substitute=one.substitute.substitute if one.substitute else None,
        subordinates=decided.subordinates if decided else (),
    )


def _withdrawal(fact: ApplicationWithdrawn) -> WithdrawalLine:
    return WithdrawalLine(received_on=fact.received_on, ends=fact.ends, entered_by=fact.entered_by)
