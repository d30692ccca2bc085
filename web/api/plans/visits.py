"""Practice visits with colleagues."""

from __future__ import annotations

from application.plans.disclosing import Words
from application.plans.record_views import VisitLine
from application.plans.visits import ConfirmVisit, DocumentVisit, EnterVisit
from web.api import acts, seen
from web.api.acts import Route
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN, VISIT
from web.api.seen import Seen

blueprint = ApiBlueprint("plan-visits", __name__, description="Practice visits")

ACTS = (
    Route(
        path=PLAN + "/visits",
        command=EnterVisit,
        use_case=lambda s: s.visits.enter,
        summary="Enter a practice visit that was made or received.",
        makes="visit",
    ),
    Route(
        path=VISIT + "/confirm",
        command=ConfirmVisit,
        use_case=lambda s: s.visits.confirm,
        summary="Confirm a visit, as the colleague.",
    ),
    Route(
        path=VISIT + "/document",
        command=DocumentVisit,
        use_case=lambda s: s.visits.document,
        summary="State the document that shows a visit.",
    ),
)
VIEWS = (
    Seen(
        path=PLAN + "/visits",
        shows=VisitLine,
        view=lambda s, asked, by, _: s.plans.visits(asked, by),
        summary="The practice visits; a colleague sees those with them.",
        listed=True,
    ),
    Seen(
        path=VISIT + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.plan_texts.of_visit(asked, path["visit"], by),
        summary="The name of a colleague who is not in the directory, and the document stated.",
        listed=True,
        opens=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
