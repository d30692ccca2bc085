"""Invitations, sent and answered by anybody on any day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.plans.invitations import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationSent,
    InvitationStage,
    InvitationWithdrawn,
    InvitedAs,
)
from domain.plans.rules.invite import (
    Answering,
    Inviting,
    accept_invitation,
    decline_invitation,
    invite,
)
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.domain.plans.machine import SETTING, PlanMachine, days, people
from tests.domain.plans.machine_people import SUPERVISOR_AGAIN, anyone
from tests.support.plans import LEADER, NEXT_SUPERVISOR, SUPERVISOR
from tests.support.way import INVITATION, OTHER_INVITATION, THIRD_INVITATION

invitations = st.sampled_from([INVITATION, OTHER_INVITATION, THIRD_INVITATION])
invited = people | anyone(NEXT_SUPERVISOR, SUPERVISOR, SUPERVISOR_AGAIN, LEADER)
answers = st.sampled_from([accept_invitation, decline_invitation, decline_invitation])
Answer = Callable[[Answering], Fact]
ANSWERED = (InvitationAccepted, InvitationDeclined, InvitationWithdrawn)


class Inviter(PlanMachine):
    """Who is invited to take part, and what they say to it."""

    @rule(invitation=invitations, person=invited, invited_as=st.sampled_from(InvitedAs), on=days)
    def invite(self, invitation: Id, person: Id, invited_as: InvitedAs, on: date) -> None:
        if self.sent(invitation):
            # Each is given an id of its own.
            return
        asked = Inviting(
            plan=self.plan,
            invitation=invitation,
            person=person,
            invited_as=invited_as,
            on=on,
            setting=SETTING,
        )
        self.attempt(lambda: invite(asked))

    @rule(invitation=invitations, answer=answers, by=people, on=days)
    def answer(self, invitation: Id, answer: Answer, by: Id, on: date) -> None:
        asked = Answering(plan=self.plan, invitation=invitation, by=by, on=on)
        self.attempt(lambda: answer(asked))

    @rule(invitation=invitations, answer=answers, on=days)
    def answer_as_the_one_invited(self, invitation: Id, answer: Answer, on: date) -> None:
        for fact in self.sent(invitation):
            self.answer(invitation, answer, self.now(fact.person), on)

    @rule(person=invited, invited_as=st.sampled_from(InvitedAs), answer=answers, on=days)
    def invite_again(self, person: Id, invited_as: InvitedAs, answer: Answer, on: date) -> None:
        """Do everything it takes to have somebody asked again after an answer."""
        self.invite(INVITATION, person, invited_as, on)
        self.answer(INVITATION, answer, person, on)
        self.invite(OTHER_INVITATION, person, invited_as, on)

    @rule(invitation=invitations, on=days)
    def withdraw_invitation(self, invitation: Id, on: date) -> None:
        self.attempt(lambda: self.plan.invitations.withdraw(invitation, on=on))

    def sent(self, invitation: Id) -> list[InvitationSent]:
        told = (fact for fact in self.facts if isinstance(fact, InvitationSent))
        return [fact for fact in told if fact.invitation == invitation]

    @invariant()
    def nobody_is_invited_twice_to_the_same(self) -> None:
        held = Counter(
            (fact.person, fact.invited_as)
            for fact in self.as_sent()
            if self.plan.invitations.by_id[fact.invitation].stage
            in (InvitationStage.SENT, InvitationStage.ACCEPTED)
        )
        assert not held or max(held.values()) == 1

    def as_sent(self) -> list[InvitationSent]:
        """Return the invitations as sent: who was invited under two ids, was not known to be."""
        numbered = enumerate(self.facts, start=1)
        told = (fact for version, fact in numbered if version not in self.plan.struck)
        return [fact for fact in told if isinstance(fact, InvitationSent)]

    @invariant()
    def an_invitation_is_answered_once_by_or_taken_back_from_the_one_invited(self) -> None:
        answered = Counter(f.invitation for f in self.standing() if isinstance(f, ANSWERED))
        assert not answered or max(answered.values()) == 1
        for invitation, held in self.plan.invitations.by_id.items():
            assert (held.stage is InvitationStage.SENT) == (invitation not in answered)

    @invariant()
    def only_who_waits_for_an_answer_is_invited(self) -> None:
        waiting = {
            fact.person
            for fact in self.standing()
            if isinstance(fact, InvitationSent)
            and self.plan.invitations.by_id[fact.invitation].stage is InvitationStage.SENT
        }
        assert self.plan.doctor not in waiting
        assert all(self.plan.invitations.invited(person) for person in waiting)
