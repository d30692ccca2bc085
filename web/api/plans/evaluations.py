"""Evaluation of the establishment, and material for the half-yearly review."""

from __future__ import annotations

from application.plans.disclosing import Words
from application.plans.evaluations import (
    EvaluateEstablishment,
    EvaluationLine,
    ReviewMaterial,
)
from web.api.acts import Route
from web.api.acts import add as add_act
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.seen import Seen
from web.api.seen import add as add_view

blueprint = ApiBlueprint(
    "evaluations",
    __name__,
    description="Evaluation and review",
)

ACTS = (
    Route(
        path=PLAN + "/evaluations",
        command=EvaluateEstablishment,
        use_case=lambda s: s.evaluations.evaluate,
        summary="Evaluate the training establishment.",
    ),
)

VIEWS = (
    Seen(
        path=PLAN + "/evaluations",
        shows=EvaluationLine,
        view=lambda s, asked, by, _: s.plans.evaluations(asked, by),
        summary="The doctor's evaluations of the establishment.",
        listed=True,
    ),
    Seen(
        path=PLAN + "/evaluations/words",
        shows=Words,
        view=lambda s, asked, by, _: s.plan_texts.of_evaluation(asked, by),
        summary="What the doctor wrote in the evaluations, opened.",
        listed=True,
        opens=True,
    ),
    Seen(
        path=PLAN + "/review-material",
        shows=ReviewMaterial,
        view=lambda s, asked, by, _: s.plans.review_material(asked, by),
        summary="The last half year, for the meeting of doctor, leader and supervisor.",
    ),
)

for act in ACTS:
    add_act(blueprint, act)
for seen in VIEWS:
    add_view(blueprint, seen)
