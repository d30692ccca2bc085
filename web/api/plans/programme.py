"""The individual training plan: versions drawn up and agreed, the agreement, employment."""

from __future__ import annotations

from application.plans import programme
from application.plans.programme_views import PlanVersionLine
from web.api.acts import Route
from web.api.acts import add as add_act
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.seen import Seen
from web.api.seen import add as add_view

blueprint = ApiBlueprint("programme", __name__, description="The individual training plan")

ACTS = (
    Route(
        path=PLAN + "/versions",
        command=programme.DrawUpPlan,
        use_case=lambda s: s.programme.draw_up,
        summary="Draw up the next version of the individual training plan.",
    ),
    Route(
        path=PLAN + "/versions/<int:number>/agree",
        command=programme.AgreeToPlan,
        use_case=lambda s: s.programme.agree,
        summary="Agree to a version; it is in force when doctor, leader and supervisor have.",
    ),
    Route(
        path=PLAN + "/agreements",
        command=programme.SignAgreement,
        use_case=lambda s: s.programme.sign_agreement,
        summary="Enter an ALIS agreement that was signed.",
    ),
    Route(
        path=PLAN + "/employment",
        command=programme.ChangeEmployment,
        use_case=lambda s: s.programme.change_employment,
        summary="Enter that the doctor goes over to another model of employment.",
    ),
)

VIEWS = (
    Seen(
        path=PLAN + "/versions",
        shows=PlanVersionLine,
        view=lambda s, asked, by, _: s.plans.versions(asked, by),
        summary="Every version of the plan: rotations, who has agreed, which is in force.",
        listed=True,
    ),
)

for act in ACTS:
    add_act(blueprint, act)
for seen in VIEWS:
    add_view(blueprint, seen)
