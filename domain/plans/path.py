"""The way of the training: taken up, moved to another establishment, withdrawn, completed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.calendar.spans import Span
from domain.law.transition import Scheme
from domain.plans import path_refusals
from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.days import day_after, day_before
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from domain.shared.stated import stated
from domain.shared.texts import Text


class MoveRequested(Fact, frozen=True, kw_only=True, tag="plan.move-requested"):
    """The doctor asked to take the training along to another establishment."""

    to: Id
    last_day: date
    requested_on: date


class MovedAway(Fact, frozen=True, kw_only=True, tag="plan.moved-away"):
    """The training went on at another establishment, under a plan there."""

    to: Id
    plan: Id
    last_day: date
    moved_on: date


class MovedHere(Fact, frozen=True, kw_only=True, tag="plan.moved-here"):
    """The training had begun at another establishment; goals and service came along."""

    origin: Id
    plan: Id
    left_at: Seen
    moved_on: date


class TrainingWithdrawn(Fact, frozen=True, kw_only=True, tag="plan.training-withdrawn"):
    """The doctor left the training for good after a last day."""

    last_day: date
    reason: Confidential | None
    withdrawn_on: date


class TrainingResumed(Fact, frozen=True, kw_only=True, tag="plan.training-resumed"):
    """The doctor took up the training again where it had been left, from a first day."""

    first_day: date
    resumed_by: Id
    resumed_on: date


class ApplicationSubmitted(Fact, frozen=True, kw_only=True, tag="plan.application-submitted"):
    """The doctor submitted the application for specialist approval."""

    submitted_on: date
    entered_on: date
    scheme: str = Scheme.NEW
    law: str = ""
    findings: tuple[Finding, ...] = ()
    justification: Confidential | None = None


class CompletionConfirmed(Fact, frozen=True, kw_only=True, tag="plan.completion-confirmed"):
    """The application was approved, so the training had stopped on the day of submission."""

    approved_on: date
    stated_in: str
    entered_by: Id


class CompletionCleared(Fact, frozen=True, kw_only=True, tag="plan.completion-cleared"):
    """The application was refused, so the training had not stopped."""

    refused_on: date
    stated_in: str
    entered_by: Id


PathFact = (
    MoveRequested
    | MovedAway
    | MovedHere
    | TrainingWithdrawn
    | TrainingResumed
    | ApplicationSubmitted
    | CompletionConfirmed
    | CompletionCleared
)


class PathStage(StrEnum):
    """Where the training is."""

    RUNNING = "running"
    MOVING = "moving"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    APPLIED = "applied"
    COMPLETED = "completed"


_RUNNING, _MOVING, _MOVED, _WITHDRAWN, _APPLIED, _COMPLETED = PathStage
OVER = (_MOVED, _WITHDRAWN, _COMPLETED)


@dataclass(slots=True)
class Path:
    """The training's way, as the facts so far leave it (R-DEF-02).

    ``stops_on`` is the day of submission: provisional while applied for, confirmed on approval.
    """

    stage: PathStage = _RUNNING
    stops_on: date | None = None
    request: MoveRequested | None = None
    away: MovedAway | None = None
    here: MovedHere | None = None
    resumed: TrainingResumed | None = None
    submitted: list[ApplicationSubmitted] = field(default_factory=list)
    # The days between an end that was not the end and the day the training was taken up again.
    pauses: list[Span] = field(default_factory=list)

    # acts

    def request_move(self, to: Id, *, last_day: date, on: date) -> MoveRequested:
        self._in_stage(_RUNNING)
        return MoveRequested(to=to, last_day=last_day, requested_on=on)

    def move_away(self, plan: Id, *, to: Id, on: date) -> MovedAway:
        """Move, as the doctor asked; raises NotAllowed if not to that establishment."""
        if self.stage is not _MOVING or self.request is None or self.request.to != to:
            raise path_refusals.move_not_requested()
        return MovedAway(to=to, plan=plan, last_day=self.request.last_day, moved_on=on)

    def withdraw(
        self, *, last_day: date, reason: Confidential | None, on: date
    ) -> TrainingWithdrawn:
        self._in_stage(_RUNNING, _MOVING, _APPLIED)
        return TrainingWithdrawn(last_day=last_day, reason=reason, withdrawn_on=on)

    def resume(self, first_day: date, *, by: Id, on: date) -> TrainingResumed:
        """Go on after an end that was not the end; raises NotAllowed."""
        self._in_stage(_WITHDRAWN, _MOVED)
        if self.ended_on and first_day <= self.ended_on:
            raise path_refusals.resumed_before_the_end(self.ended_on)
        return TrainingResumed(first_day=first_day, resumed_by=by, resumed_on=on)

    def refuse_unless_running(self) -> None:
        self._in_stage(_RUNNING)

    def apply_for_approval(
        self,
        submitted_on: date,
        *,
        scheme: Scheme,
        on: date,
        law: str,
        findings: tuple[Finding, ...],
        justification: Confidential | None,
    ) -> ApplicationSubmitted:
        self.refuse_unless_running()
        return ApplicationSubmitted(
            submitted_on=submitted_on,
            entered_on=on,
            scheme=scheme,
            law=law,
            findings=findings,
            justification=justification,
        )

    def confirm(self, approved_on: date, *, stated_in: str, by: Id) -> CompletionConfirmed:
        self._not_before_submission(approved_on, "approvedOn")
        source = stated(stated_in, field="statedIn")
        return CompletionConfirmed(approved_on=approved_on, stated_in=source, entered_by=by)

    def clear(self, refused_on: date, *, stated_in: str, by: Id) -> CompletionCleared:
        self._not_before_submission(refused_on, "refusedOn")
        source = stated(stated_in, field="statedIn")
        return CompletionCleared(refused_on=refused_on, stated_in=source, entered_by=by)

    # questions

    @property
    def awaited(self) -> MoveRequested | None:
        """Return the move that was asked for and waits to be received."""
        return self.request if self.stage is _MOVING else None

    @property
    def ended_on(self) -> date | None:
        """Return the last day of the training here once it is settled, also while it is to come."""
        return self.stops_on if self.stage in OVER else None

    def refuse_if_over(self, on: date) -> None:
        """Raise NotAllowed when the training is over here; corrections can still be made."""
        if self.ended_on and on > self.ended_on:
            raise path_refusals.training_over(
                Text(nb=_NB[self.stage], en=self.stage), self.ended_on
            )

    def refuse_before_resuming(self, day: date, *, field: str) -> None:
        """Raise NotAllowed for an end before the training was taken up again."""
        if self.resumed and day < self.resumed.first_day:
            raise path_refusals.before_the_resuming(day, self.resumed.first_day, field=field)

    def refuse_resuming_elsewhere(self) -> None:
        """Raise NotAllowed for a training that goes on at another establishment."""
        if self.stage is _MOVED:
            raise path_refusals.training_elsewhere()

    def _in_stage(self, *stages: PathStage) -> None:
        if self.stage not in stages:
            raise NotAllowed(
                "path-in-wrong-state",
                nb=f"Utdanningen er {_NB[self.stage]}; dette krever at den er "
                f"{' eller '.join(_NB[stage] for stage in stages)}.",
                en=f"The training is {self.stage}; this needs it to be {' or '.join(stages)}.",
                rule="R-DEF-02",
            )

    def _not_before_submission(self, day: date, field: str) -> None:
        self._in_stage(_APPLIED)
        if self.stops_on and day < self.stops_on:
            raise path_refusals.decided_before_submission(day, self.stops_on, field=field)

    # effects

    def effects(self) -> Effects:
        return {
            MoveRequested: self._requested,
            MovedAway: self._moved_away,
            MovedHere: self._moved_here,
            TrainingWithdrawn: self._withdrawn,
            TrainingResumed: self._resumed,
            ApplicationSubmitted: self._applied,
            CompletionConfirmed: self._confirmed,
            CompletionCleared: self._cleared,
        }

    def _requested(self, fact: MoveRequested, _: int) -> None:
        self.stage, self.request = _MOVING, fact

    def _moved_away(self, fact: MovedAway, _: int) -> None:
        self.stage, self.away, self.stops_on = _MOVED, fact, fact.last_day

    def _moved_here(self, fact: MovedHere, _: int) -> None:
        self.here = fact

    def _withdrawn(self, fact: TrainingWithdrawn, _: int) -> None:
        self.stage, self.stops_on = _WITHDRAWN, fact.last_day

    def _resumed(self, fact: TrainingResumed, _: int) -> None:
        if self.stops_on and day_after(self.stops_on) < fact.first_day:
            self.pauses.append(Span(day_after(self.stops_on), day_before(fact.first_day)))
        self.stage, self.stops_on, self.request, self.resumed = _RUNNING, None, None, fact

    def _applied(self, fact: ApplicationSubmitted, _: int) -> None:
        self.stage, self.stops_on = _APPLIED, fact.submitted_on
        self.submitted.append(fact)

    def _confirmed(self, _: CompletionConfirmed, __: int) -> None:
        self.stage = _COMPLETED

    def _cleared(self, _: CompletionCleared, __: int) -> None:
        self.stage, self.stops_on = _RUNNING, None


_NB = {
    _RUNNING: "i gang",
    _MOVING: "på vei til en annen virksomhet",
    _MOVED: "flyttet til en annen virksomhet",
    _WITHDRAWN: "avbrutt",
    _APPLIED: "søkt avsluttet",
    _COMPLETED: "fullført",
}
