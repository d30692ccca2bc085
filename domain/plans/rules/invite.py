"""May this person be invited to this around the doctor?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.invitations import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationSent,
    InvitedAs,
)
from domain.plans.plan import TrainingPlan
from domain.plans.rules.common import is_oneself
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Inviting:
    """May the doctor invite this person?"""

    plan: TrainingPlan
    invitation: Id
    person: Id
    invited_as: InvitedAs
    on: date
    setting: Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """May this person answer this invitation?"""

    plan: TrainingPlan
    invitation: Id
    by: Id
    on: date


def is_not_the_doctor(asked: Inviting) -> Finding | None:
    if asked.person != asked.plan.doctor:
        return None
    return is_oneself(Text(nb="Ingen inviterer seg selv.", en="Nobody invites themselves."))


def a_leader_is_in_office(asked: Inviting) -> Finding | None:
    """Those who sign activities are invited to no more than that (R-KP-01)."""
    wanted = asked.invited_as is InvitedAs.LEADER
    if not wanted or asked.setting.leader_on(asked.person, asked.on):
        return None
    return Finding(
        rule="R-KP-01",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb="Bare en leder i virksomheten kan inviteres som leder; supervisører inviteres bare "
            "til å godkjenne aktiviteter.",
            en="Only a leader of the establishment can be invited as leader; clinical supervisors "
            "are invited only to sign activities.",
        ),
    )


def is_the_one_invited(asked: Answering) -> Finding | None:
    if asked.plan.invitations.unanswered(asked.invitation).sent.person == asked.by:
        return None
    return Finding(
        rule="R-KP-01",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(nb="Bare den som er invitert, kan svare.", en="Only the one invited can answer."),
    )


def invite(asked: Inviting) -> InvitationSent:
    """Invite; raises NotAllowed or RuleBroken."""
    decide((is_not_the_doctor, a_leader_is_in_office), asked)
    return asked.plan.invitations.send(
        asked.invitation, asked.person, asked.invited_as, on=asked.on
    )


def accept_invitation(asked: Answering) -> InvitationAccepted:
    """Accept; raises NotFound, NotAllowed or RuleBroken."""
    decide((is_the_one_invited,), asked)
    return asked.plan.invitations.accept(asked.invitation, on=asked.on)


def decline_invitation(asked: Answering) -> InvitationDeclined:
    """Decline; raises NotFound, NotAllowed or RuleBroken."""
    decide((is_the_one_invited,), asked)
    return asked.plan.invitations.decline(asked.invitation, on=asked.on)
