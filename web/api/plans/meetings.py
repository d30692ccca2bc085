"""Half-yearly reviews, concerns about progression and assessment panels."""

from __future__ import annotations

from application.plans.disclosing import Words
from application.plans.panels import ConcludePanel, ConvenePanel, PanelLine
from application.plans.progression import (
    AgreeOnMeasures,
    CloseConcern,
    ConcernLine,
    RaiseConcern,
)
from application.plans.reviews import HoldReview, ReviewOverview
from web.api import acts, seen
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN

blueprint = ApiBlueprint(
    "plan-meetings", __name__, description="Reviews, concerns about progression, panels"
)

REVIEWS, CONCERNS, PANELS = PLAN + "/reviews", PLAN + "/concerns", PLAN + "/panels"
REVIEW, PANEL = REVIEWS + "/<uuid:review>", PANELS + "/<uuid:panel>"
CONCERN = CONCERNS + "/<uuid:concern>"

ACTS = (
    acts.Route(
        path=REVIEWS,
        command=HoldReview,
        use_case=lambda s: s.reviews.hold,
        summary="Enter a half-yearly review with its minutes; without doctor, leader and "
        "supervisor it is recorded and fulfils nothing.",
        makes="review",
    ),
    acts.Route(
        path=CONCERNS,
        command=RaiseConcern,
        use_case=lambda s: s.progression.raise_concern,
        summary="Tell the leader that progression is not as expected; the supervisor does.",
        makes="concern",
    ),
    acts.Route(
        path=CONCERN + "/measures",
        command=AgreeOnMeasures,
        use_case=lambda s: s.progression.agree,
        summary="Record what was agreed once the doctor was heard, and when it is followed up.",
    ),
    acts.Route(
        path=CONCERN + "/close",
        command=CloseConcern,
        use_case=lambda s: s.progression.close,
        summary="Close a concern with its outcome.",
    ),
    acts.Route(
        path=PANELS,
        command=ConvenePanel,
        use_case=lambda s: s.panels.convene,
        summary="Convene an assessment panel for a period: leader, supervisor and at least one "
        "clinical supervisor.",
        makes="panel",
    ),
    acts.Route(
        path=PANEL + "/conclude",
        command=ConcludePanel,
        use_case=lambda s: s.panels.conclude,
        summary="Record what the panel concluded. Name no patient.",
    ),
)

VIEWS = (
    seen.Seen(
        path=REVIEWS,
        shows=ReviewOverview,
        view=lambda s, asked, by, _: s.plans.reviews(asked, by),
        summary="The half-yearly reviews, the half years they fulfil, and what is overdue.",
    ),
    seen.Seen(
        path=REVIEW + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.plan_texts.of_review(asked, path["review"], by),
        summary="The minutes of a review, opened for those who were present.",
        listed=True,
        opens=True,
    ),
    seen.Seen(
        path=CONCERNS,
        shows=ConcernLine,
        view=lambda s, asked, by, _: s.plans.concerns(asked, by),
        summary="The concerns about progression, without what was written.",
        listed=True,
    ),
    seen.Seen(
        path=CONCERN + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.plan_texts.of_concern(asked, path["concern"], by),
        summary="What was written of a concern, opened for the doctor, who raised it, and leaders.",
        listed=True,
        opens=True,
    ),
    seen.Seen(
        path=PANELS,
        shows=PanelLine,
        view=lambda s, asked, by, _: s.plans.panels(asked, by),
        summary="The assessment panels, without their conclusions.",
        listed=True,
    ),
    seen.Seen(
        path=PANEL + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.plan_texts.of_panel(asked, path["panel"], by),
        summary="What a panel concluded, opened.",
        listed=True,
        opens=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
