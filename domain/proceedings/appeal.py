"""One appeal: where it stands, as the facts so far leave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Filing, Verdict
from domain.proceedings import refusals
from domain.proceedings.appeal_facts import (
    AppealDecided,
    AppealDismissed,
    AppealFiled,
    AppealForwarded,
    AppealReviewed,
    AppealSupplemented,
    AppealWithdrawn,
    CorrectionDemanded,
    DetrimentNotified,
    LateAppealAccepted,
    RestAnswered,
    TimelinessJudged,
)
from domain.shared.texts import Text


class Defect(StrEnum):
    """What an appeal may lack; all but the last can be mended within a short time."""

    AUTHORITY = "authority"
    SIGNATURE = "signature"
    DECISION_NOT_NAMED = "decision-not-named"
    CHANGE_NOT_NAMED = "change-not-named"
    ALREADY_HEARD = "already-heard"


MENDED = (
    Defect.AUTHORITY,
    Defect.SIGNATURE,
    Defect.DECISION_NOT_NAMED,
    Defect.CHANGE_NOT_NAMED,
)


class Stage(StrEnum):
    """Where an appeal is on its way."""

    AWAITING_AUTHORITY = "awaiting-authority"
    AWAITING_CORRECTION = "awaiting-correction"
    ADMISSIBILITY = "admissibility"
    FIRST_INSTANCE = "first-instance"
    CHANGED = "changed"
    PARTLY_CHANGED = "partly-changed"
    MAINTAINED = "maintained"
    FORWARDED = "forwarded"
    DECIDED = "decided"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


STAGE_NAMES = {
    Stage.AWAITING_AUTHORITY: Text(nb="venter på fullmakt", en="waiting for authority"),
    Stage.AWAITING_CORRECTION: Text(nb="venter på retting", en="waiting to be mended"),
    Stage.ADMISSIBILITY: Text(nb="til vurdering av vilkårene", en="being judged admissible or not"),
    Stage.FIRST_INSTANCE: Text(nb="hos førsteinstansen", en="with the first instance"),
    Stage.CHANGED: Text(nb="tatt til følge", en="met"),
    Stage.PARTLY_CHANGED: Text(nb="delvis tatt til følge", en="met in part"),
    Stage.MAINTAINED: Text(nb="ikke tatt til følge, skal sendes videre", en="to be forwarded"),
    Stage.FORWARDED: Text(nb="hos klageinstansen", en="with the appeal body"),
    Stage.DECIDED: Text(nb="avgjort", en="decided"),
    Stage.DISMISSED: Text(nb="avvist", en="dismissed"),
    Stage.WITHDRAWN: Text(nb="trukket", en="withdrawn"),
}


class Review(StrEnum):
    """What the first instance came to; maintaining is never the end (R-APP-05)."""

    CHANGED = "changed"
    PARTLY_CHANGED = "partly-changed"
    MAINTAINED = "maintained"


class Outcome(StrEnum):
    """What the appeal body came to."""

    CHANGED = "changed"
    UPHELD = "upheld"
    QUASHED = "quashed-and-returned"
    DISMISSED = "dismissed"


OVER = frozenset({Stage.CHANGED, Stage.DECIDED, Stage.DISMISSED, Stage.WITHDRAWN})


@dataclass(slots=True)
class Appeal:
    """One appeal and everything that was done with it."""

    filed: AppealFiled
    lacking: set[Defect]
    supplements: list[AppealSupplemented] = field(default_factory=list)
    demands: list[CorrectionDemanded] = field(default_factory=list)
    accepted: LateAppealAccepted | None = None
    reviewed: AppealReviewed | None = None
    rest: RestAnswered | None = None
    forwarded: AppealForwarded | None = None
    detriment: DetrimentNotified | None = None
    decided: AppealDecided | None = None
    dismissed: AppealDismissed | None = None
    withdrawn: AppealWithdrawn | None = None
    # What said last whether it was in time: a judgement, or a later sending that was.
    said: list[AppealSupplemented | TimelinessJudged] = field(default_factory=list)
    # Its dismissal was set aside: the conditions are taken as met.
    revived: bool = False

    @property
    def judgement(self) -> AppealFiled | AppealSupplemented | TimelinessJudged:
        """Return what says whether it was in time: the last judgement, or a sending after it."""
        return self.said[-1] if self.said else self.filed

    @property
    def verdict(self) -> Verdict:
        return Verdict(self.judgement.verdict or self.filed.verdict)

    @property
    def first_received_on(self) -> date:
        return min([self.filed.received_on, *(one.received_on for one in self.supplements)])

    @property
    def filings(self) -> tuple[Filing, ...]:
        """Return every sending: an appeal was in time if one of them was."""
        # Of what joined an appeal earlier the channel was not kept.
        sendings: list[AppealFiled | AppealSupplemented] = [self.filed, *self.supplements]
        return tuple(
            Filing(
                channel=Channel(one.channel),
                sent=one.sent_on,
                received=one.received_on,
                reached=one.reached_on,
                # The first waits for authority as a whole; only what joined it is apart.
                unauthorised=one is not self.filed and Defect.AUTHORITY in one.defects,
            )
            for one in sendings
            if one.channel
        )

    @property
    def stage(self) -> Stage:
        """Return where the appeal is; what came last decides."""
        for fact, stage in (
            (self.withdrawn, Stage.WITHDRAWN),
            (self.dismissed, Stage.DISMISSED),
            (self.decided, Stage.DECIDED),
            (self.forwarded, Stage.FORWARDED),
        ):
            if fact:
                return stage
        return self._at_first_instance()

    def _at_first_instance(self) -> Stage:
        if self.rest:
            return Stage.MAINTAINED if self.rest.maintained else Stage.CHANGED
        if self.reviewed:
            return Stage(self.reviewed.outcome)
        if waits_for := self._lacking():
            return waits_for
        taken_on = self.verdict is Verdict.IN_TIME or self.accepted or self.revived
        return Stage.FIRST_INSTANCE if taken_on else Stage.ADMISSIBILITY

    def _lacking(self) -> Stage | None:
        if Defect.AUTHORITY in self.lacking:
            return Stage.AWAITING_AUTHORITY
        if self.lacking & set(MENDED):
            return Stage.AWAITING_CORRECTION
        return Stage.ADMISSIBILITY if self.lacking else None

    @property
    def running(self) -> bool:
        return self.stage not in OVER

    @property
    def answer_by(self) -> date | None:
        """Return by which day what is lacking was asked for, if it was."""
        return self.demands[-1].answer_by if self.demands and self.lacking else None

    def revive(self) -> None:
        """Take the appeal up again: what dismissed it was itself set aside."""
        self.dismissed, self.revived = None, True
        self.lacking &= {Defect.ALREADY_HEARD}

    def be(self, *stages: Stage) -> None:
        """Raise NotAllowed unless the appeal is in one of the stages."""
        if self.stage not in stages:
            names = (STAGE_NAMES[one] for one in stages)
            raise refusals.in_wrong_stage(STAGE_NAMES[self.stage], *names)
