"""What can be seen of a plan."""

from __future__ import annotations

from application.plans.disclosing import Words
from application.plans.reading import GoalGaps
from application.plans.timeline import TimelineEntry
from application.plans.views import Coverage, GoalLine, OutcomeView, PlanCard
from application.plans.work_views import ActivityLine, SessionLine
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import ACTIVITY, GOAL, PLAN, SESSION
from web.api.seen import Seen, add

blueprint = ApiBlueprint("plan-views", __name__, description="What can be seen of a plan")

VIEWS = (
    Seen(
        path=PLAN,
        shows=PlanCard,
        view=lambda s, asked, by, _: s.plans.card(asked, by),
        summary="The card of a plan.",
    ),
    Seen(
        path=PLAN + "/goals",
        shows=GoalLine,
        view=lambda s, asked, by, _: s.plans.goals(asked, by),
        summary="The goal matrix: every goal, where it stands, what is shown for it.",
        listed=True,
    ),
    Seen(
        path=GOAL + "/gaps",
        shows=GoalGaps,
        view=lambda s, asked, by, path: s.plans.gaps(asked, path["goal"], by),
        summary="What a goal lacks before the leader can decide; empty when nothing is missing.",
    ),
    Seen(
        path=GOAL + "/outcome",
        shows=OutcomeView,
        view=lambda s, asked, by, path: s.plans.outcome(asked, path["goal"], by),
        summary="A goal's outcome: who was heard, the evidence, the law, the findings.",
    ),
    Seen(
        path=GOAL + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.plan_texts.of_goal(asked, path["goal"], by),
        summary="What advisers and leaders wrote of a goal, opened.",
        listed=True,
        opens=True,
    ),
    Seen(
        path=PLAN + "/words",
        shows=Words,
        view=lambda s, asked, by, _: s.plan_texts.of_appointments(asked, by),
        summary="Why a plan was opened, a supervisor appointed, or applied, despite a finding.",
        listed=True,
        opens=True,
    ),
    Seen(
        path=PLAN + "/sessions",
        shows=SessionLine,
        view=lambda s, asked, by, _: s.plans.sessions(asked, by),
        summary="The guidance sessions, without their minutes.",
        listed=True,
    ),
    Seen(
        path=PLAN + "/activities",
        shows=ActivityLine,
        view=lambda s, asked, by, _: s.plans.activities(asked, by),
        summary="The learning activities; a clinical supervisor sees those sent to them.",
        listed=True,
    ),
    Seen(
        path=ACTIVITY + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.plan_texts.of_activity(asked, path["activity"], by),
        summary="What was written of an activity, for the doctor and those who answer it.",
        listed=True,
        opens=True,
    ),
    Seen(
        path=SESSION + "/minutes",
        shows=Words,
        view=lambda s, asked, by, path: s.plan_texts.minutes(asked, path["session"], by),
        summary="The minutes of a session, opened for those who took part or were let in.",
        listed=True,
        opens=True,
    ),
    Seen(
        path=PLAN + "/coverage",
        shows=Coverage,
        view=lambda s, asked, by, _: s.plans.coverage(asked, by),
        summary="Which goals no arena of the plan offers.",
    ),
    Seen(
        path=PLAN + "/timeline",
        shows=TimelineEntry,
        view=lambda s, asked, by, _: s.plans.timeline(asked, by),
        summary="The plan's story: one line a fact, oldest first.",
        listed=True,
    ),
)

for seen in VIEWS:
    add(blueprint, seen)
