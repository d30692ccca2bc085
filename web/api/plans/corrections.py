"""Corrections of a plan: marked facts with a reason."""

from __future__ import annotations

from application.plans.correction_views import CorrectionLine, CorrectionPreview
from application.plans.corrections import CorrectFact, CorrectOpening
from application.plans.disclosing import Words
from web.api.acts import Route
from web.api.acts import add as add_act
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.seen import Seen
from web.api.seen import add as add_view

blueprint = ApiBlueprint("corrections", __name__, description="Corrections of a plan")

FACT = PLAN + "/facts/<int:version>"

ACTS = (
    Route(
        path=FACT + "/correct",
        command=CorrectFact,
        use_case=lambda s: s.corrections.correct,
        summary="Mark a fact of the plan as recorded in error, with the reason.",
    ),
    Route(
        path=PLAN + "/opening/correct",
        command=CorrectOpening,
        use_case=lambda s: s.corrections.correct_opening,
        summary="Mark the opening as an error, and say how it ought to have been.",
    ),
)

VIEWS = (
    Seen(
        path=PLAN + "/corrections",
        shows=CorrectionLine,
        view=lambda s, asked, by, _: s.plans.corrections(asked, by),
        summary="What was corrected, and the outcomes that had leant on it.",
        listed=True,
    ),
    Seen(
        path=FACT + "/correction",
        shows=CorrectionPreview,
        view=lambda s, asked, by, path: s.plans.correction_preview(asked, path["version"], by),
        summary="What correcting a fact would do, and what must be corrected before it.",
    ),
    Seen(
        path=FACT + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.documents.fact_words(asked, path["version"], by),
        summary="What was written in a fact, such as the reason of a correction, opened.",
        listed=True,
        opens=True,
    ),
)

for act in ACTS:
    add_act(blueprint, act)
for seen in VIEWS:
    add_view(blueprint, seen)
