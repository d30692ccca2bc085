"""The way of the training: moved, withdrawn, completed."""

from __future__ import annotations

from application.plans import path
from application.plans.earlier import EarlierPlan
from web.api.acts import Route
from web.api.acts import add as add_act
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.seen import Seen
from web.api.seen import add as add_view

blueprint = ApiBlueprint("path", __name__, description="The way of the training")

ACTS = (
    Route(
        path=PLAN + "/move",
        command=path.RequestMove,
        use_case=lambda s: s.path.request_move,
        summary="Ask to take the training along to another establishment.",
    ),
    Route(
        path="/moves",
        command=path.ReceiveMove,
        use_case=lambda s: s.path.receive,
        summary="Open a plan for a doctor who asked to move here; goals come along.",
    ),
    Route(
        path=PLAN + "/withdraw",
        command=path.Withdraw,
        use_case=lambda s: s.path.withdraw,
        summary="Withdraw from the training.",
    ),
    Route(
        path=PLAN + "/resume",
        command=path.Resume,
        use_case=lambda s: s.path.resume,
        summary="Take up the training again after it was withdrawn from.",
    ),
    Route(
        path=PLAN + "/application",
        command=path.ApplyForApproval,
        use_case=lambda s: s.path.apply_for_approval,
        summary="Enter that the application for approval was submitted, and under which scheme.",
    ),
    Route(
        path=PLAN + "/application/approved",
        command=path.EnterDecision,
        use_case=lambda s: s.path.confirm,
        summary="Enter that the application was approved: the training is completed.",
    ),
    Route(
        path=PLAN + "/application/refused",
        command=path.EnterDecision,
        use_case=lambda s: s.path.clear,
        summary="Enter that the application was refused: the training goes on.",
    ),
)

VIEWS = (
    Seen(
        path=PLAN + "/earlier",
        shows=EarlierPlan,
        view=lambda s, asked, by, _: s.accounts.earlier(asked, by),
        summary="What came along from the plans left behind, the latest first; no minutes.",
        listed=True,
    ),
)

for act in ACTS:
    add_act(blueprint, act)
for seen in VIEWS:
    add_view(blueprint, seen)
