"""Concerns about progression (progresjon): raised, answered with measures, closed (R-SUP-05)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound

ANSWERED_WITHIN = timedelta(days=14)
"""How soon the leader is to answer; no rule gives a number."""
FOLLOWED_UP_WITHIN = timedelta(days=366)
"""Measures nobody looks at for more than a year are a year typed wrongly."""


class ConcernOutcome(StrEnum):
    """What became of a concern."""

    BACK_ON_TRACK = "back-on-track"
    PLAN_CHANGED = "plan-changed"
    TRAINING_ENDED = "training-ended"
    UNFOUNDED = "unfounded"


class ConcernRaised(Fact, frozen=True, kw_only=True, tag="plan.concern-raised"):
    """The supervisor raised a concern about progression with the leader."""

    concern: Id
    grounds: Confidential
    raised_by: Id
    raised_on: date
    due_on: date


class MeasuresAgreed(Fact, frozen=True, kw_only=True, tag="plan.measures-agreed"):
    """The leader, having heard the doctor, agreed on measures and a day to follow them up."""

    concern: Id
    measures: Confidential
    heard_on: date
    follow_up_on: date
    agreed_by: Id
    agreed_on: date


class ConcernClosed(Fact, frozen=True, kw_only=True, tag="plan.concern-closed"):
    """The leader closed a concern about progression."""

    concern: Id
    outcome: str
    words: Confidential | None
    closed_by: Id
    closed_on: date


ConcernFact = ConcernRaised | MeasuresAgreed | ConcernClosed


@dataclass(slots=True)
class Concern:
    """One concern; ``agreed`` are the measures agreed last."""

    raised: ConcernRaised
    agreed: MeasuresAgreed | None = None
    closed: ConcernClosed | None = None


@dataclass(slots=True)
class Progression:
    """The concerns about the doctor's progression, as the facts so far leave them."""

    by_id: dict[Id, Concern] = field(default_factory=dict)

    # acts

    def raise_concern(
        self, concern: Id, grounds: Confidential, *, by: Id, on: date
    ) -> ConcernRaised:
        if concern in self.by_id:
            raise NotAllowed("concern-exists", nb="Meldingen finnes allerede.", en="It exists.")
        return ConcernRaised(
            concern=concern,
            grounds=grounds,
            raised_by=by,
            raised_on=on,
            due_on=on + ANSWERED_WITHIN,
        )

    def agree(
        self,
        concern: Id,
        measures: Confidential,
        *,
        heard_on: date,
        follow_up_on: date,
        by: Id,
        on: date,
    ) -> MeasuresAgreed:
        raised = self.still_open(concern).raised
        if not raised.raised_on <= heard_on <= on:
            raise Invalid(
                "doctor-not-heard",
                nb="Oppgi dagen legen ble hørt: etter at bekymringen ble meldt "
                f"{raised.raised_on}, og ikke etter {on}.",
                en=f"State the day the doctor was heard: after the concern was raised on "
                f"{raised.raised_on}, and not after {on}.",
                rule="R-SUP-05",
                field="heardOn",
            )
        if not on <= follow_up_on <= on + FOLLOWED_UP_WITHIN:
            raise Invalid(
                "follow-up-out-of-range",
                nb=f"Tiltak følges opp innen et år; {follow_up_on} er ikke det.",
                en=f"Measures are followed up within a year; {follow_up_on} is not.",
                rule="R-SUP-05",
                field="followUpOn",
            )
        return MeasuresAgreed(
            concern=concern,
            measures=measures,
            heard_on=heard_on,
            follow_up_on=follow_up_on,
            agreed_by=by,
            agreed_on=on,
        )

    def close(
        self,
        concern: Id,
        outcome: ConcernOutcome,
        *,
        words: Confidential | None,
        by: Id,
        on: date,
    ) -> ConcernClosed:
        found = self.still_open(concern)
        if found.agreed is None and outcome is not ConcernOutcome.UNFOUNDED:
            raise NotAllowed(
                "measures-missing",
                nb="Ingen tiltak er avtalt; uten dem lukkes en bekymring bare som grunnløs.",
                en="No measures were agreed; without them a concern is closed only as unfounded.",
                rule="R-SUP-05",
                field="outcome",
            )
        return ConcernClosed(
            concern=concern, outcome=outcome, words=words, closed_by=by, closed_on=on
        )

    # questions

    def concern(self, concern: Id) -> Concern:
        """Return the concern; raises NotFound."""
        try:
            return self.by_id[concern]
        except KeyError:
            raise NotFound(
                "unknown-concern",
                nb="Planen har ingen slik bekymring.",
                en="The plan has no such concern.",
                field="concern",
            ) from None

    def still_open(self, concern: Id) -> Concern:
        """Return the concern if it is not closed; raises NotFound or NotAllowed."""
        found = self.concern(concern)
        if found.closed:
            raise NotAllowed(
                "concern-closed",
                nb=f"Bekymringen ble lukket {found.closed.closed_on}.",
                en=f"The concern was closed on {found.closed.closed_on}.",
                rule="R-SUP-05",
            )
        return found

    # effects

    def effects(self) -> Effects:
        return {
            ConcernRaised: self._raised,
            MeasuresAgreed: self._agreed,
            ConcernClosed: self._closed,
        }

    def _raised(self, fact: ConcernRaised, _: int) -> None:
        self.by_id[fact.concern] = Concern(fact)

    def _agreed(self, fact: MeasuresAgreed, _: int) -> None:
        self.by_id[fact.concern].agreed = fact

    def _closed(self, fact: ConcernClosed, _: int) -> None:
        self.by_id[fact.concern].closed = fact
