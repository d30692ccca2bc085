"""Representatives of the doctor: power of attorney given and ended."""

from __future__ import annotations

from application.plans.representatives import AuthoriseRepresentative, RevokeRepresentative
from web.api.acts import Route, add
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN

blueprint = ApiBlueprint("representatives", __name__, description="Representatives of the doctor")

ACTS = (
    Route(
        path=PLAN + "/representatives",
        command=AuthoriseRepresentative,
        use_case=lambda s: s.representatives.authorise,
        summary="Give somebody power of attorney over one's own plan, within a scope.",
    ),
    Route(
        path=PLAN + "/representatives/<uuid:person>/revoke",
        command=RevokeRepresentative,
        use_case=lambda s: s.representatives.revoke,
        summary="End a power of attorney after a last day.",
    ),
)

for act in ACTS:
    add(blueprint, act)
