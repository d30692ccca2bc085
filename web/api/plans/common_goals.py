"""The change of common goals."""

from __future__ import annotations

from application.plans.common_goals import ChangeCommonGoals, CommonGoalsPreview
from web.api.acts import Route
from web.api.acts import add as add_act
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.seen import Seen
from web.api.seen import add as add_view

blueprint = ApiBlueprint("common-goals", __name__, description="The change of common goals")

ACTS = (
    Route(
        path=PLAN + "/common-goals/change",
        command=ChangeCommonGoals,
        use_case=lambda s: s.common_goals.change,
        summary="Take the plan over to the new common goals.",
    ),
)

VIEWS = (
    Seen(
        path=PLAN + "/common-goals",
        shows=CommonGoalsPreview,
        view=lambda s, asked, by, _: s.plans.common_goals(asked, by),
        summary="What going over keeps as evidence, lets fall, and asks anew.",
    ),
)

for act in ACTS:
    add_act(blueprint, act)
for seen in VIEWS:
    add_view(blueprint, seen)
