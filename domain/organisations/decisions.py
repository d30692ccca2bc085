"""Decisions about the establishment and the appeals against them, as its own history tells them.

The officials work in a proceeding of its own; what concerns the establishment is told here in the
same append, as what concerns a doctor is in the doctor's plan.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from domain.calendar.spans import Span
from domain.law.remedies import DecisionKind
from domain.organisations.register import Step, days_in_register
from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id

QUASHED, SET_ASIDE = "quashed-and-returned", "set-aside"


class OrganisationDecisionTold(Fact, frozen=True, kw_only=True, tag="organisation.decision-made"):
    """A body decided something about the establishment, or on its application; or set it aside."""

    proceeding: Id
    kind: str
    outcome: str
    remedy: str
    decided_on: date
    # When it was applied for; None where nobody applied, and in what was told before this was.
    applied_on: date | None = None


class OrganisationPeriodTold(
    Fact, frozen=True, kw_only=True, tag="organisation.appeal-period-computed"
):
    """Until when a decision could be appealed was computed, or computed anew."""

    proceeding: Id
    # None while reasons are waited for.
    last_day: date | None
    computed_on: date


class OrganisationAppealTold(Fact, frozen=True, kw_only=True, tag="organisation.appeal-filed"):
    """An appeal against a decision was received, in time or not."""

    proceeding: Id
    appeal: Id
    received_on: date
    verdict: str


class OrganisationForwardingTold(
    Fact, frozen=True, kw_only=True, tag="organisation.appeal-forwarded"
):
    """The appeal was sent to the body that hears it."""

    proceeding: Id
    appeal: Id
    to: str
    forwarded_on: date


class OrganisationAppealConcludedTold(
    Fact, frozen=True, kw_only=True, tag="organisation.appeal-concluded"
):
    """The appeal was decided, dismissed, withdrawn, or met by the first instance itself."""

    proceeding: Id
    appeal: Id
    outcome: str
    concluded_on: date


class OrganisationWithdrawalTold(
    Fact, frozen=True, kw_only=True, tag="organisation.application-withdrawn"
):
    """The establishment withdrew an application before it was decided."""

    proceeding: Id
    kind: str
    withdrawn_on: date


OrganisationDecisionFact = (
    OrganisationDecisionTold
    | OrganisationPeriodTold
    | OrganisationAppealTold
    | OrganisationForwardingTold
    | OrganisationAppealConcludedTold
    | OrganisationWithdrawalTold
)
_Step = OrganisationAppealTold | OrganisationForwardingTold | OrganisationAppealConcludedTold


@dataclass(slots=True)
class DecisionOfOrganisation:
    """One decision, until when it could be appealed, and how far each appeal against it came."""

    # None where an appeal came in before anything was decided.
    made: OrganisationDecisionTold | None = None
    # What it came to each time, the first decision first and what stands last.
    steps: list[Step] = field(default_factory=list)
    last_day: date | None = None
    appeals: dict[Id, _Step] = field(default_factory=dict)


@dataclass(slots=True)
class OrganisationDecisions:
    """The decisions about the establishment, as the facts so far leave them."""

    by_id: dict[Id, DecisionOfOrganisation] = field(default_factory=dict)
    # The applications of which nothing is decided, by their proceeding.
    withdrawn: dict[Id, OrganisationWithdrawalTold] = field(default_factory=dict)

    def effects(self) -> Effects:
        return {
            OrganisationDecisionTold: self._made,
            OrganisationPeriodTold: self._computed,
            OrganisationAppealTold: self._went_on,
            OrganisationForwardingTold: self._went_on,
            OrganisationAppealConcludedTold: self._concluded,
            OrganisationWithdrawalTold: self._withdrawn,
        }

    def _made(self, fact: OrganisationDecisionTold, _: int) -> None:
        # Told again, the body has changed it; the appeals against it stay.
        held = self._of(fact)
        held.made = fact
        held.steps.append(
            Step(outcome=fact.outcome, decided_on=fact.decided_on, applied_on=fact.applied_on)
        )

    def _computed(self, fact: OrganisationPeriodTold, _: int) -> None:
        self._of(fact).last_day = fact.last_day

    def _went_on(self, fact: _Step, _: int) -> None:
        self._of(fact).appeals[fact.appeal] = fact

    def _concluded(self, fact: OrganisationAppealConcludedTold, at: int) -> None:
        self._went_on(fact, at)
        held = self._of(fact)
        # That a decision was set aside was not always told by itself. Where an appeal was
        # dismissed it may be the dismissal that was quashed, which leaves the decision as it is.
        dismissed = any(
            getattr(one, "outcome", None) == "dismissed" for one in held.appeals.values()
        )
        if held.made and fact.outcome == QUASHED and not dismissed:
            aside = Step(outcome=SET_ASIDE, decided_on=fact.concluded_on, applied_on=None)
            held.steps.append(aside)

    def _of(self, fact: Any) -> DecisionOfOrganisation:
        return self.by_id.setdefault(fact.proceeding, DecisionOfOrganisation())

    def _withdrawn(self, fact: OrganisationWithdrawalTold, _: int) -> None:
        self.withdrawn[fact.proceeding] = fact

    # questions

    def registered(self, otherwise: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the days it is registered, given those without any decision (section 21)."""
        return days_in_register(otherwise, self._of_kind(DecisionKind.REGISTRATION))

    def approved(self) -> tuple[Span, ...]:
        """Return the days it is approved; nobody is without a decision (section 20).

        Only of registration does the law say that it counts from the application (section 21).
        """
        decided = self._of_kind(DecisionKind.ESTABLISHMENT_APPROVAL)
        steps = ([replace(step, applied_on=None) for step in one] for one in decided)
        return days_in_register((), steps)

    def _of_kind(self, kind: DecisionKind) -> list[list[Step]]:
        """Return the steps of each proceeding of a kind, in the order they were first decided.

        An appeal may be told of before that: the order of the proceedings themselves says nothing.
        """
        decided = (one for one in self.by_id.values() if one.made and one.made.kind == kind)
        return sorted((one.steps for one in decided), key=lambda steps: steps[0].decided_on)
