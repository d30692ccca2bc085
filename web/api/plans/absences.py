"""Absences from the post, entered by the doctor."""

from __future__ import annotations

from application.plans.absences import AbsenceLine, EnterAbsence, WithdrawAbsence
from web.api import acts, seen
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import ABSENCES

blueprint = ApiBlueprint("plan-absences", __name__, description="Absences from the post")

ACTS = (
    acts.Route(
        path=ABSENCES,
        command=EnterAbsence,
        use_case=lambda s: s.absences.enter,
        summary="Enter an absence; courses and ordinary holiday are none (section 31).",
        makes="absence",
    ),
    acts.Route(
        path=ABSENCES + "/<uuid:absence>/withdraw",
        command=WithdrawAbsence,
        use_case=lambda s: s.absences.withdraw,
        summary="Withdraw an absence that did not come about as it was entered.",
    ),
)

VIEWS = (
    seen.Seen(
        path=ABSENCES,
        shows=AbsenceLine,
        view=lambda s, asked, by, _: s.plans.absences(asked, by),
        summary="The absences; their kind is shown to the doctor and the leader alone.",
        listed=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
