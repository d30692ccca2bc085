"""The trail of a decision: what was seen then, what came after, who did what, and by which law."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.proceedings.before.trail import PreparationTrail, preparation_trail
from application.proceedings.beside.trail import AsideTrail, DayLine, aside_trail, days_of
from application.proceedings.docket import DocketLine, is_over, line_of, urgency
from application.proceedings.documents.trail import DocumentLine, document_lines
from application.proceedings.rows import docket_rows
from application.proceedings.trails.appeals import AppealTrail, appeal_trail
from application.proceedings.trails.effect import EffectDays
from application.proceedings.trails.found import Found
from application.proceedings.trails.new_since import NewLine, new_lines
from application.proceedings.trails.rulings import MadeLine, RulingLine, made_line, ruling_line
from application.proceedings.without_effect import WithoutEffectLine, without_effect_lines
from domain.law.book import LawBook
from domain.proceedings.letter_facts import LetterIssued
from domain.proceedings.proceeding import Proceeding
from domain.shared.facts import Fact, Recorded, tag_of
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """A letter that was written in the case; its content is opened apart."""

    letter: Id
    kind: str
    ruling: int
    appeal: Id | None
    says: tuple[str, ...]
    size_in_bytes: int
    sha256: str
    issued_by: Id
    issued_on: date
    # When it went out as the notice of its ruling; None where it has not.
    sent_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailStep:
    """One step of the proceeding: who recorded it, in which role, and when."""

    version: int
    tag: str
    recorded_by: str
    acting_as: str
    recorded_at: datetime | None
    # The version that marked it as an error.
    corrected_in: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Everything about one decision that is not confidential words."""

    proceeding: Id
    kind: str
    about: str
    party: Id
    organisation: Id
    plan: Id | None
    decided_by: str
    received_on: date | None
    preparation: PreparationTrail
    outcome: str | None
    # The days an establishment is registered, approved or exempted, as the case leaves them.
    in_effect: tuple[EffectDays, ...]
    # As it was last made; one that was quashed is among the earlier ones.
    decision: MadeLine | None
    earlier: tuple[MadeLine, ...]
    rulings: tuple[RulingLine, ...]
    last_day: date | None
    appeals: tuple[AppealTrail, ...]
    # What a party sent of which nothing came.
    without_effect: tuple[WithoutEffectLine, ...]
    letters: tuple[LetterLine, ...]
    aside: AsideTrail
    # Of lawsuits, costs and a superior's review: neither time to appeal nor targets of service.
    days: tuple[DayLine, ...]
    documents: tuple[DocumentLine, ...]
    new: tuple[NewLine, ...]
    # What would be found today, by the law book asked for.
    findings_now: tuple[Finding, ...]
    # What was found then, what would be of the same facts, and what would be today.
    found: tuple[Found, ...]
    steps: tuple[TrailStep, ...]
    # What the case waits for, with the days left.
    waits: tuple[DocketLine, ...]
    asked_on: date
    closed_on: date | None
    version: int


def trail(
    proceeding: Id,
    case: Proceeding,
    *,
    told: Sequence[Recorded],
    own: tuple[Id, Sequence[Recorded]],
    findings_now: tuple[Finding, ...],
    found: tuple[Found, ...],
    law: LawBook,
    today: date,
    hidden: Callable[[Fact], bool] = lambda _: False,
    in_effect: tuple[EffectDays, ...] = (),
) -> Trail:
    """Return the trail from the facts of the proceeding and of the party's own history.

    ``hidden``: what is in another's room.
    """
    opened, made = case.be_open(), tuple(map(made_line, case.ruled.made_at, case.ruled.made))
    of_the_case = [one for one in case.rulings if not one.of_costs]
    waits = [one for one in docket_rows(proceeding, case, {}) if not is_over(one, today)]
    return Trail(
        proceeding=proceeding,
        kind=opened.kind,
        about=opened.about,
        party=opened.party,
        organisation=opened.organisation,
        plan=opened.plan,
        decided_by=opened.decided_by,
        received_on=opened.received_on,
        preparation=preparation_trail(case.preparation),
        outcome=case.outcome,
        in_effect=in_effect,
        decision=made[-1] if made else None,
        earlier=made[:-1],
        rulings=tuple(ruling_line(case, one) for one in case.rulings),
        last_day=next((one.notice.last_day for one in reversed(of_the_case)), None),
        appeals=tuple(appeal_trail(case, one) for one in case.appeals.by_id.values()),
        without_effect=tuple(without_effect_lines(case)),
        letters=tuple(_letter(case, one) for one in case.letters),
        aside=aside_trail(case),
        documents=tuple(document_lines(case, hidden)),
        days=days_of(case, law),
        new=tuple(new_lines(case, *own)),
        findings_now=findings_now,
        found=found,
        steps=tuple(_step(one, case) for one in told if not hidden(one.fact)),
        waits=tuple(line_of(row, today) for row in sorted(waits, key=urgency)),
        asked_on=today,
        closed_on=case.closed.closed_on if case.closed else None,
        version=case.version,
    )


def _letter(case: Proceeding, fact: LetterIssued) -> LetterLine:
    notices = (sent for ruling in case.rulings for sent in ruling.notice.sent)
    sent_on = [one.dispatched_on for one in notices if one.letter == fact.letter]
    return LetterLine(
        letter=fact.letter,
        kind=fact.kind,
        ruling=fact.ruling,
        appeal=fact.appeal,
        says=fact.says,
        size_in_bytes=fact.size_in_bytes,
        sha256=fact.sha256,
        issued_by=fact.issued_by,
        issued_on=fact.issued_on,
        sent_on=sent_on[-1] if sent_on else None,
    )


def _step(one: Recorded, case: Proceeding) -> TrailStep:
    return TrailStep(
        version=one.version,
        tag=tag_of(one.fact),
        recorded_by=one.recorded_by,
        acting_as=one.acting_as,
        recorded_at=one.recorded_at,
        corrected_in=case.struck.get(one.version),
    )
