"""Invitations to take part around a doctor (R-KP-01, R-ALI-02): sent, accepted, declined."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound


class InvitedAs(StrEnum):
    """What somebody is invited to be; clinical supervisors only sign activities and advise."""

    LEADER = "leader"
    SUPERVISOR = "supervisor"
    CLINICAL_SUPERVISOR = "clinical-supervisor"


class InvitationSent(Fact, frozen=True, kw_only=True, tag="plan.invitation-sent"):
    """The doctor invited somebody to take part around the training."""

    invitation: Id
    person: Id
    invited_as: str
    sent_on: date


class InvitationAccepted(Fact, frozen=True, kw_only=True, tag="plan.invitation-accepted"):
    """The one invited accepted."""

    invitation: Id
    answered_on: date


class InvitationDeclined(Fact, frozen=True, kw_only=True, tag="plan.invitation-declined"):
    """The one invited declined."""

    invitation: Id
    answered_on: date


class InvitationWithdrawn(Fact, frozen=True, kw_only=True, tag="plan.invitation-withdrawn"):
    """The doctor withdrew an invitation that was not answered."""

    invitation: Id
    withdrawn_on: date


InvitationFact = InvitationSent | InvitationAccepted | InvitationDeclined | InvitationWithdrawn


class InvitationStage(StrEnum):
    """Where an invitation is on its way."""

    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


_SENT, _ACCEPTED, _DECLINED, _WITHDRAWN = InvitationStage


@dataclass(slots=True)
class Invitation:
    """One invitation on its way."""

    sent: InvitationSent
    stage: InvitationStage = _SENT
    answered_on: date | None = None


@dataclass(slots=True)
class Invitations:
    """The doctor's invitations, as the facts so far leave them."""

    by_id: dict[Id, Invitation] = field(default_factory=dict)

    # acts

    def send(
        self, invitation: Id, person: Id, invited_as: InvitedAs, *, on: date
    ) -> InvitationSent:
        """Invite; one invitation for each capacity, also to the same person (R-KP-01)."""
        if any(
            (held.sent.person, held.sent.invited_as) == (person, invited_as)
            for held in self.by_id.values()
            if held.stage in (_SENT, _ACCEPTED)
        ):
            raise NotAllowed(
                "already-invited",
                nb="Personen er allerede invitert som dette.",
                en="The person is already invited as this.",
                rule="R-KP-01",
                field="person",
            )
        return InvitationSent(
            invitation=invitation, person=person, invited_as=invited_as, sent_on=on
        )

    def accept(self, invitation: Id, *, on: date) -> InvitationAccepted:
        self.unanswered(invitation)
        return InvitationAccepted(invitation=invitation, answered_on=on)

    def decline(self, invitation: Id, *, on: date) -> InvitationDeclined:
        self.unanswered(invitation)
        return InvitationDeclined(invitation=invitation, answered_on=on)

    def withdraw(self, invitation: Id, *, on: date) -> InvitationWithdrawn:
        self.unanswered(invitation)
        return InvitationWithdrawn(invitation=invitation, withdrawn_on=on)

    # questions

    def unanswered(self, invitation: Id) -> Invitation:
        """Return the invitation if it waits for an answer; raises NotFound or NotAllowed."""
        found = self.by_id.get(invitation)
        if found is None:
            raise NotFound(
                "unknown-invitation",
                nb="Planen har ingen slik invitasjon.",
                en="The plan has no such invitation.",
                field="invitation",
            )
        if found.stage is not _SENT:
            raise NotAllowed(
                "invitation-answered",
                nb="Invitasjonen er allerede besvart eller trukket tilbake.",
                en=f"The invitation is already {found.stage}.",
                rule="R-KP-01",
            )
        return found

    def invited(self, person: Id) -> bool:
        """Return whether a person has an invitation that waits for an answer."""
        return any(
            held.sent.person == person and held.stage is _SENT for held in self.by_id.values()
        )

    # effects

    def effects(self) -> Effects:
        return {
            InvitationSent: self._sent,
            InvitationAccepted: lambda fact, _: self._answered(fact, _ACCEPTED),
            InvitationDeclined: lambda fact, _: self._answered(fact, _DECLINED),
            InvitationWithdrawn: self._withdrawn,
        }

    def _sent(self, fact: InvitationSent, _: int) -> None:
        self.by_id[fact.invitation] = Invitation(fact)

    def _answered(
        self, fact: InvitationAccepted | InvitationDeclined, stage: InvitationStage
    ) -> None:
        held = self.by_id[fact.invitation]
        held.stage, held.answered_on = stage, fact.answered_on

    def _withdrawn(self, fact: InvitationWithdrawn, _: int) -> None:
        self.by_id[fact.invitation].stage = _WITHDRAWN
