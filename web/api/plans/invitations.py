"""Invitations to take part around a doctor."""

from __future__ import annotations

from application.plans import invitations
from web.api.acts import Route
from web.api.acts import add as add_act
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.seen import Seen
from web.api.seen import add as add_view

blueprint = ApiBlueprint("invitations", __name__, description="Invitations")

INVITATION = PLAN + "/invitations/<uuid:invitation>"

ACTS = (
    Route(
        path=PLAN + "/invitations",
        command=invitations.Invite,
        use_case=lambda s: s.invitations.invite,
        summary="Invite somebody to be leader, supervisor or clinical supervisor.",
        makes="invitation",
    ),
    Route(
        path=INVITATION + "/accept",
        command=invitations.AnswerInvitation,
        use_case=lambda s: s.invitations.accept,
        summary="Accept an invitation; a leader of the establishment then appoints.",
    ),
    Route(
        path=INVITATION + "/decline",
        command=invitations.AnswerInvitation,
        use_case=lambda s: s.invitations.decline,
        summary="Decline an invitation.",
    ),
    Route(
        path=INVITATION + "/withdraw",
        command=invitations.AnswerInvitation,
        use_case=lambda s: s.invitations.withdraw,
        summary="Withdraw an invitation that is not answered.",
    ),
)

VIEWS = (
    Seen(
        path=PLAN + "/invitations",
        shows=invitations.InvitationLine,
        view=lambda s, asked, by, _: s.plans.invitations(asked, by),
        summary="Who was invited around the doctor, and what they answered.",
        listed=True,
    ),
)

for act in ACTS:
    add_act(blueprint, act)
for seen in VIEWS:
    add_view(blueprint, seen)
