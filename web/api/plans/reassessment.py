"""New assessments of goals that were not achieved (section 26); not appeals."""

from __future__ import annotations

from application.plans.disclosing import Words
from application.plans.reassessment import (
    ArrangeReassessment,
    Reassessing,
    RecordReassessment,
    RequestReassessment,
)
from application.plans.reassessment_views import ReassessmentLine
from web.api import acts, seen
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import REASSESSMENT, REASSESSMENTS

blueprint = ApiBlueprint("plan-reassessments", __name__, description="New assessments of goals")

ACTS = (
    acts.Route(
        path=REASSESSMENTS,
        command=RequestReassessment,
        use_case=lambda s: s.reassessments.request,
        summary="Ask for a new assessment of a goal that was not achieved; no days limit it.",
        makes="reassessment",
    ),
    acts.Route(
        path=REASSESSMENT + "/withdraw",
        command=Reassessing,
        use_case=lambda s: s.reassessments.withdraw,
        summary="Withdraw the request for a new assessment.",
    ),
    acts.Route(
        path=REASSESSMENT + "/activities",
        command=Reassessing,
        use_case=lambda s: s.reassessments.confirm_activities,
        summary="Confirm that activities cover the time since the last new assessment failed.",
    ),
    acts.Route(
        path=REASSESSMENT + "/arrange",
        command=ArrangeReassessment,
        use_case=lambda s: s.reassessments.arrange,
        summary="Arrange who assesses the goal anew, where and when; the county governor does.",
    ),
    acts.Route(
        path=REASSESSMENT + "/outcome",
        command=RecordReassessment,
        use_case=lambda s: s.reassessments.record,
        summary="Record what the new assessment found; achieved, it approves the goal.",
    ),
)

VIEWS = (
    seen.Seen(
        path=REASSESSMENTS,
        shows=ReassessmentLine,
        view=lambda s, asked, by, _: s.plans.reassessments(asked, by),
        summary="The new assessments, and from which day a further one can be demanded.",
        listed=True,
    ),
    seen.Seen(
        path=REASSESSMENT + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.plan_texts.of_reassessment(
            asked, path["reassessment"], by
        ),
        summary="What was written of a new assessment, opened.",
        listed=True,
        opens=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
