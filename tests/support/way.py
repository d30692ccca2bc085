"""Recorded facts of invitations, the training's way, the change of goals, and evaluations."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.plans.common_goals import CommonGoalsChanged, Kept
from domain.plans.evaluations import EstablishmentEvaluated, Score
from domain.plans.invitations import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationSent,
    InvitationWithdrawn,
    InvitedAs,
)
from domain.plans.path import (
    ApplicationSubmitted,
    CompletionCleared,
    CompletionConfirmed,
    MovedAway,
    MovedHere,
    MoveRequested,
    TrainingResumed,
    TrainingWithdrawn,
)
from domain.shared.confidential import Confidential
from domain.shared.facts import Seen
from domain.shared.ids import Id

INVITATION = Id(f"{UUID(int=0x171)}")
OTHER_INVITATION = Id(f"{UUID(int=0x172)}")
THIRD_INVITATION = Id(f"{UUID(int=0x173)}")
OTHER_ORGANISATION = Id(f"{UUID(int=0x09B)}")
OTHER_PLAN = Id(f"{UUID(int=0x91B)}")
INVITED = Id(f"{UUID(int=0x5A2)}")
ENTERED_BY = Id(f"{UUID(int=0x1E1)}")
ON = date(2026, 3, 2)
LAST_DAY = date(2026, 6, 30)


def sent(
    invitation: Id = INVITATION,
    *,
    person: Id = INVITED,
    invited_as: InvitedAs = InvitedAs.SUPERVISOR,
) -> InvitationSent:
    return InvitationSent(invitation=invitation, person=person, invited_as=invited_as, sent_on=ON)


def accepted(invitation: Id = INVITATION) -> InvitationAccepted:
    return InvitationAccepted(invitation=invitation, answered_on=ON)


def declined(invitation: Id = INVITATION) -> InvitationDeclined:
    return InvitationDeclined(invitation=invitation, answered_on=ON)


def withdrawn(invitation: Id = INVITATION) -> InvitationWithdrawn:
    return InvitationWithdrawn(invitation=invitation, withdrawn_on=ON)


def move_requested(to: Id = OTHER_ORGANISATION, last_day: date = LAST_DAY) -> MoveRequested:
    return MoveRequested(to=to, last_day=last_day, requested_on=ON)


def moved_away() -> MovedAway:
    return MovedAway(to=OTHER_ORGANISATION, plan=OTHER_PLAN, last_day=LAST_DAY, moved_on=ON)


def moved_here() -> MovedHere:
    seen = Seen(case=OTHER_PLAN, version=9, sha256="cd" * 32)
    return MovedHere(origin=OTHER_ORGANISATION, plan=OTHER_PLAN, left_at=seen, moved_on=ON)


def training_withdrawn() -> TrainingWithdrawn:
    return TrainingWithdrawn(last_day=LAST_DAY, reason=Confidential("grunn"), withdrawn_on=ON)


def training_resumed(first_day: date = date(2026, 9, 1)) -> TrainingResumed:
    return TrainingResumed(first_day=first_day, resumed_by=ENTERED_BY, resumed_on=ON)


def applied(on: date = ON) -> ApplicationSubmitted:
    return ApplicationSubmitted(
        submitted_on=on,
        entered_on=on,
        law="in-force",
        justification=Confidential("Resten ettersendes."),
    )


def confirmed(on: date = date(2026, 5, 20)) -> CompletionConfirmed:
    return CompletionConfirmed(approved_on=on, stated_in="vedtak 2026/9", entered_by=ENTERED_BY)


def cleared(on: date = date(2026, 5, 20)) -> CompletionCleared:
    return CompletionCleared(refused_on=on, stated_in="vedtak 2026/9", entered_by=ENTERED_BY)


def common_goals_changed(*kept: Kept) -> CommonGoalsChanged:
    return CommonGoalsChanged(
        kept=kept
        or (
            Kept(
                goal="LM-04",
                approved_on=date(2025, 5, 6),
                seen=Seen(case=OTHER_PLAN, version=7, sha256="ef" * 32),
            ),
        ),
        fallen=("LM-13",),
        new=("FKM-001", "FKM-002"),
        changed_by=ENTERED_BY,
        changed_on=ON,
        law="in-force/2026-07-02",
        basis=(),
    )


def evaluated(**points: int) -> EstablishmentEvaluated:
    scores = points or {"guidance": 4}
    return EstablishmentEvaluated(
        scores=tuple(Score(aspect=aspect, points=given) for aspect, given in scores.items()),
        words=Confidential("god veiledning"),
        evaluated_on=ON,
    )
