"""Which facts are rulings, and what each leaves the party with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from domain.law.party_rights import rights_applied
from domain.law.remedies import Instance, Remedy
from domain.proceedings.appeal import Outcome, Review
from domain.proceedings.appeal_facts import (
    AppealDecided,
    AppealDismissed,
    AppealFiled,
    AppealReviewed,
)
from domain.proceedings.appeals import Appeals
from domain.proceedings.aside_facts import CostsDecided
from domain.proceedings.facts import DecisionMade, DecisionReversed
from domain.proceedings.notice import Notice
from domain.proceedings.rulings import BETTER, SET_ASIDE, Decided, Ruling, Rulings, Source, is_worse
from domain.shared.case import Effects
from domain.shared.ids import Id

INDEPENDENT = frozenset({Instance.HELSEKLAGE, Instance.PERSONNEL_BOARD})
"""Independent boards: what they dismiss goes no further (section 28, third paragraph).

Under the act of 2025 that holds of every appeal body: its section 61 has no exception.
"""
RESULTS = {Review.CHANGED: Decided.GRANTED, Review.PARTLY_CHANGED: Decided.PARTLY_GRANTED}


@dataclass(slots=True)
class Ruled:
    """Turns facts into rulings as they are told; the appeals they touch are told of it too."""

    appeals: Appeals
    rulings: Rulings = field(default_factory=Rulings)
    made: list[DecisionMade] = field(default_factory=list)
    made_at: list[int] = field(default_factory=list)
    reversals: list[DecisionReversed] = field(default_factory=list)
    body: str = ""
    party: Id | None = None
    by_superior: set[int] = field(default_factory=set)

    def appealed(self, filed: AppealFiled) -> Ruling | None:
        """Return the ruling an appeal is against: 0 is the first there was."""
        found = self.rulings.by_version.get(filed.against)
        return found or (None if filed.against else self.rulings.first)

    def dismissed_by(self, appeal: Id | None) -> Id | None:
        """Return the appeal whose dismissal an appeal is against, if it is against one."""
        if appeal is None or appeal not in self.appeals.by_id:
            return None
        dismissal = self._dismissal_behind(appeal)
        return dismissal.appeal if dismissal else None

    # effects

    def effects(self) -> Effects:
        appeals = self.appeals.effects()
        return {
            **self.rulings.effects(),
            **appeals,
            DecisionMade: self._decided,
            AppealReviewed: self._after(appeals[AppealReviewed], self._reviewed),
            AppealDismissed: self._after(appeals[AppealDismissed], self._dismissed),
            AppealDecided: self._after(appeals[AppealDecided], self._heard),
        }

    def reopening(self) -> Effects:
        """Return the effects of those facts that open a closed case again."""
        return {DecisionReversed: self._reversed}

    def _decided(self, fact: DecisionMade, at: int) -> None:
        self.made.append(fact)
        self.made_at.append(at)
        self._add(
            at,
            Source.DECIDED,
            outcome=fact.outcome,
            decided_on=fact.decided_on,
            decided_by=fact.decided_by,
            notice=Notice(reasons_later=fact.reasons_later),
            remedy=Remedy(fact.remedy),
            heard_by=fact.heard_by,
        )

    def _reversed(self, fact: DecisionReversed, at: int) -> None:
        self.reversals.append(fact)
        if fact.by_superior:
            self.by_superior.add(at)
        decided = self.made[-1] if self.made else None
        standing = self.rulings.standing
        body = standing.body if standing else self.body
        known = decided is not None and not fact.by_superior and body == self.body
        self._add(
            at,
            Source.REVERSED,
            outcome=fact.outcome,
            decided_on=fact.reversed_on,
            decided_by=fact.reversed_by,
            # Against what the body above decides of its own accord the sources name no body.
            remedy=Remedy(decided.remedy) if decided and known else Remedy.A_PERSON_DECIDES,
            heard_by=decided.heard_by if decided and known else None,
            body=decided.heard_by or body if decided and fact.by_superior else body,
        )

    def _reviewed(self, fact: AppealReviewed, at: int) -> None:
        if fact.outcome == Review.MAINTAINED or not self.made:
            return
        dismissal, of_costs = self._dismissal_behind(fact.appeal), self.is_of_costs(fact.appeal)
        if dismissal:
            self._revive(dismissal)
        apart = dismissal or of_costs
        result = fact.result or RESULTS[Review(fact.outcome)]
        own = self.appeals.appeal(fact.appeal).filed.appellant == self.party
        # What meets the party's own appeal, on conditions say, never leaves it with less.
        if own and is_worse(result, self.rulings.outcome):
            result = str(self.rulings.outcome)
        self._add(
            at,
            Source.REVIEWED,
            outcome=None if apart else result,
            favours=own and not apart,
            of_costs=of_costs,
            decided_on=fact.reviewed_on,
            decided_by=fact.reviewed_by,
            remedy=Remedy(self.made[-1].remedy),
            heard_by=self.made[-1].heard_by,
            appeal=fact.appeal,
        )

    def _dismissed(self, fact: AppealDismissed, at: int) -> None:
        """A dismissal is itself a decision, against which its appellant can appeal."""
        if not self.made:
            return
        appellant = self.appeals.appeal(fact.appeal).filed.appellant
        self._add(
            at,
            Source.DISMISSED,
            outcome=None,
            decided_on=fact.dismissed_on,
            decided_by=fact.dismissed_by,
            remedy=Remedy(self.made[-1].remedy),
            heard_by=self.made[-1].heard_by,
            appeal=fact.appeal,
            appellant=appellant,
            of_costs=self.is_of_costs(fact.appeal),
        )

    def _heard(self, fact: AppealDecided, at: int) -> None:
        appeal = self.appeals.appeal(fact.appeal)
        body = appeal.forwarded.to if appeal.forwarded else self.body
        outcome = Outcome(fact.outcome)
        dismissal, of_costs = self._dismissal_behind(fact.appeal), self.is_of_costs(fact.appeal)
        changes = outcome in (Outcome.CHANGED, Outcome.QUASHED)
        if dismissal and changes:
            self._revive(dismissal)
        no_further = body in INDEPENDENT or not rights_applied(fact.basis).dismissal_appealed
        final = outcome is not Outcome.DISMISSED or no_further
        self._add(
            at,
            Source.HEARD,
            outcome=None if dismissal or of_costs else self._left_by(fact),
            of_costs=of_costs,
            decided_on=fact.decided_on,
            decided_by=fact.decided_by,
            remedy=Remedy.FINAL if final else Remedy.A_PERSON_DECIDES,
            heard_by=None,
            body=body,
            appeal=fact.appeal,
            # A dismissal set aside is the appellant's alone, as is what changed nothing.
            appellant=None if changes and not (dismissal or of_costs) else appeal.filed.appellant,
        )

    def _left_by(self, fact: AppealDecided) -> str | None:
        match Outcome(fact.outcome):
            case Outcome.CHANGED:
                return fact.result or Decided.GRANTED
            case Outcome.QUASHED:
                return SET_ASIDE
            case Outcome.UPHELD:
                return self.rulings.outcome
        return None

    def _dismissal_behind(self, appeal: Id) -> Ruling | None:
        """Return the dismissal that an appeal is against, if it is against one."""
        ruling = self.appealed(self.appeals.appeal(appeal).filed)
        return ruling if ruling and ruling.source is Source.DISMISSED else None

    def is_of_costs(self, appeal: Id) -> bool:
        """Return whether an appeal is over costs, or over a dismissal of one that was."""
        ruling = self.appealed(self.appeals.appeal(appeal).filed)
        return ruling is not None and ruling.of_costs

    def _revive(self, dismissal: Ruling) -> None:
        assert dismissal.appeal
        dismissal.lifted = True
        self.appeals.appeal(dismissal.appeal).revive()

    def add_costs(self, fact: CostsDecided, at: int) -> None:
        """Add what was decided of costs, which its claimant can appeal by naming it."""
        self._add(
            at,
            Source.COSTS,
            outcome=None,
            decided_on=fact.decided_on,
            decided_by=fact.decided_by,
            remedy=Remedy(fact.remedy),
            heard_by=fact.heard_by,
            body=fact.body,
            appellant=fact.claimant,
            of_costs=True,
        )

    def _add(self, at: int, source: Source, *, outcome: str | None, **more: Any) -> None:
        before = self.rulings.outcome
        better = outcome is not None and before is not None
        told = {"body": self.body} | more
        favours: bool = told.pop("favours", False)
        favours = favours or bool(better and BETTER.index(outcome) > BETTER.index(before))
        self.rulings.add(Ruling(at=at, source=source, outcome=outcome, favours=favours, **told))

    def _after(self, first: Any, then: Any) -> Any:
        """Return an effect that is two, one after the other."""

        def both(fact: Any, at: int) -> None:
            first(fact, at)
            then(fact, at)

        return both
