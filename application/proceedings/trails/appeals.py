"""The appeals of a trail: whether each was in time and why, and what was done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.calendar.deadlines import Step
from domain.proceedings import appeal_facts as a
from domain.proceedings.appeal import Appeal
from domain.proceedings.proceeding import Proceeding
from domain.shared.case import renamed
from domain.shared.citation import Citation
from domain.shared.facts import Fact, Seen, tag_of
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealStep:
    """One thing that was done with an appeal: by whom, on which day, and what it came to.

    ``came_to`` is the code of the outcome, ground, verdict or body; ``until`` the day that was
    set; ``by`` is None for what the program worked out.
    """

    version: int
    tag: str
    on: date
    by: Id | None
    came_to: str | None
    until: date | None
    defects: tuple[str, ...]
    steps: tuple[Step, ...]
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealTrail:
    """One appeal: whether it was in time and why, where it is, and what each instance did."""

    appeal: Id
    appellant: Id
    sent_by: Id
    channel: str
    sent_on: date | None
    stage: str
    against: int | None
    received_on: date
    received_by: str
    verdict: str
    late: str | None
    steps: tuple[Step, ...]
    lacking: tuple[str, ...]
    answer_by: date | None
    reviewed: str | None
    reviewed_by: Id | None
    forwarded_to: str | None
    outcome: str | None
    # What the party has after it, where the appeal body changed the decision.
    result: str | None
    decided_by: Id | None
    # What the first instance saw last, and what the appeal body did.
    seen: tuple[Seen, ...]
    seen_by_appeal_body: tuple[Seen, ...]
    happened: tuple[AppealStep, ...]


def appeal_trail(case: Proceeding, one: Appeal) -> AppealTrail:
    reviewed, decided, judged = one.reviewed, one.decided, one.judgement
    against = case.ruling_against(one)
    return AppealTrail(
        appeal=one.filed.appeal,
        appellant=one.filed.appellant,
        sent_by=one.filed.sent_by,
        channel=one.filed.channel,
        sent_on=one.filed.sent_on,
        stage=one.stage,
        against=against.at if against else None,
        received_on=one.filed.received_on,
        received_by=one.filed.received_by,
        verdict=one.verdict,
        late=judged.late,
        steps=judged.steps,
        lacking=tuple(sorted(one.lacking)),
        answer_by=one.answer_by,
        reviewed=reviewed.outcome if reviewed else None,
        reviewed_by=reviewed.reviewed_by if reviewed else None,
        forwarded_to=one.forwarded.to if one.forwarded else None,
        outcome=decided.outcome if decided else None,
        result=decided.result if decided else None,
        decided_by=decided.decided_by if decided else None,
        seen=reviewed.seen if reviewed else (),
        seen_by_appeal_body=decided.seen if decided else (),
        happened=tuple(_happened(case, one.filed.appeal)),
    )


# What each is told by: the day, who did it, and what it came to.
STEPS: dict[type[Fact], tuple[str, str | None, str | None]] = {
    a.AppealSupplemented: ("received_on", "sent_by", "verdict"),
    a.TimelinessJudged: ("judged_on", None, "verdict"),
    a.CorrectionDemanded: ("letter_on", "demanded_by", None),
    a.AppealMended: ("received_on", "entered_by", None),
    a.LateAppealAccepted: ("accepted_on", "accepted_by", "ground"),
    a.AppealDismissed: ("dismissed_on", "dismissed_by", None),
    a.AppealWithdrawn: ("withdrawn_on", "withdrawn_by", None),
    a.AppealReviewed: ("reviewed_on", "reviewed_by", "outcome"),
    a.RestAnswered: ("answered_on", "entered_by", "maintained"),
    a.AppealForwarded: ("forwarded_on", "forwarded_by", "to"),
    a.DetrimentNotified: ("notified_on", "notified_by", None),
    a.AppealDecided: ("decided_on", "decided_by", "outcome"),
}
ANSWERS = {True: "maintained", False: "not-maintained"}


def _happened(case: Proceeding, appeal: Id) -> Iterator[AppealStep]:
    """Yield what was done after the appeal came in, but for what was marked as an error."""
    for version, fact in enumerate(case.facts, start=1):
        told = renamed(fact, case.same) if case.same else fact
        of_appeal = getattr(told, "appeal", None) == appeal and version not in case.struck
        if of_appeal and type(told) in STEPS:
            yield _step(version, told)


def _step(version: int, fact: Fact) -> AppealStep:
    on, by, what = STEPS[type(fact)]
    came_to = getattr(fact, what) if what else None
    return AppealStep(
        version=version,
        tag=tag_of(fact),
        on=getattr(fact, on),
        by=getattr(fact, by) if by else None,
        came_to=ANSWERS[came_to] if isinstance(came_to, bool) else came_to,
        until=getattr(fact, "answer_by", None),
        defects=getattr(fact, "defects", ()),
        steps=getattr(fact, "steps", ()),
        basis=getattr(fact, "basis", ()),
    )
