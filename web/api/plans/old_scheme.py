"""The scheme before 1 March 2019: begun under it, left, and until when one can apply."""

from __future__ import annotations

from application.plans.accounts.readiness import ReadinessView
from application.plans.old_scheme import LeaveOldScheme, OldSchemeView, StateOldScheme
from web.api import acts, seen
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN

blueprint = ApiBlueprint("plan-old-scheme", __name__, description="The earlier scheme")

ACTS = (
    acts.Route(
        path=PLAN + "/old-scheme",
        command=StateOldScheme,
        use_case=lambda s: s.old_scheme.state,
        summary="Enter that the training began under the earlier scheme.",
    ),
    acts.Route(
        path=PLAN + "/old-scheme/left",
        command=LeaveOldScheme,
        use_case=lambda s: s.old_scheme.leave,
        summary="Enter that the training goes on under the new scheme.",
    ),
)

VIEWS = (
    seen.Seen(
        path=PLAN + "/old-scheme",
        shows=OldSchemeView,
        view=lambda s, asked, by, _: s.accounts.old_scheme(asked, by),
        summary="Whether one can apply under the earlier scheme on the day, and until when.",
        by_law=True,
    ),
    seen.Seen(
        path=PLAN + "/old-scheme/readiness",
        shows=ReadinessView,
        view=lambda s, asked, by, _: s.accounts.old_scheme_readiness(asked, by),
        summary="What an application under the earlier scheme would lack on the day.",
        by_law=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
