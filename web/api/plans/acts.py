"""The first acts: a plan opened, guided, assessed."""

from __future__ import annotations

from application.plans import activities, goals, guidance, opening
from web.api.acts import Route, add
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import ACTIVITY, GOAL, PLAN, SESSION

blueprint = ApiBlueprint("plans", __name__, description="Training plans")

ACTS = (
    Route(
        path="/plans",
        command=opening.OpenPlan,
        use_case=lambda s: s.opening.open,
        summary="Open a doctor's training plan.",
    ),
    Route(
        path=PLAN + "/arenas",
        command=opening.PlanArenas,
        use_case=lambda s: s.opening.plan_arenas,
        summary="Settle which arenas the training will use.",
    ),
    Route(
        path=PLAN + "/supervisors",
        command=opening.AppointSupervisor,
        use_case=lambda s: s.opening.appoint_supervisor,
        summary="Appoint the doctor's supervisor (veileder).",
    ),
    Route(
        path=PLAN + "/supervisors/<uuid:person>/release",
        command=opening.Release,
        use_case=lambda s: s.opening.release_supervisor,
        summary="Release the supervisor after a last day.",
    ),
    Route(
        path=PLAN + "/clinical-supervisors",
        command=opening.AppointClinicalSupervisor,
        use_case=lambda s: s.opening.appoint_clinical_supervisor,
        summary="Appoint a clinical supervisor (supervisør) in a field of competence.",
    ),
    Route(
        path=PLAN + "/clinical-supervisors/<uuid:person>/release",
        command=opening.Release,
        use_case=lambda s: s.opening.release_clinical_supervisor,
        summary="Release a clinical supervisor after a last day.",
    ),
    Route(
        path=PLAN + "/sessions",
        command=guidance.DraftSession,
        use_case=lambda s: s.guidance.draft,
        summary="Enter a guidance session that was held, with or without minutes.",
        makes="session",
    ),
    Route(
        path=SESSION + "/minutes",
        command=guidance.WriteMinutes,
        use_case=lambda s: s.guidance.write_minutes,
        summary="Write the minutes of a session. Name no patient in them.",
    ),
    Route(
        path=SESSION + "/finalise",
        command=guidance.FinaliseSession,
        use_case=lambda s: s.guidance.finalise,
        summary="Finalise a session; only its supervisor can.",
    ),
    Route(
        path=SESSION + "/discard",
        command=guidance.DiscardSession,
        use_case=lambda s: s.guidance.discard,
        summary="Take a drafted session out again.",
    ),
    Route(
        path=PLAN + "/activities",
        command=activities.LogActivity,
        use_case=lambda s: s.activities.log,
        summary="Log a learning activity.",
        makes="activity",
    ),
    Route(
        path=ACTIVITY + "/submit",
        command=activities.SubmitActivity,
        use_case=lambda s: s.activities.submit,
        summary="Send an activity to one who may sign it.",
    ),
    Route(
        path=ACTIVITY + "/sign",
        command=activities.SignActivity,
        use_case=lambda s: s.activities.sign,
        summary="Sign an activity.",
    ),
    Route(
        path=ACTIVITY + "/return",
        command=activities.ReturnActivity,
        use_case=lambda s: s.activities.send_back,
        summary="Send an activity back with a comment.",
    ),
    Route(
        path=GOAL + "/submit",
        command=goals.SubmitGoal,
        use_case=lambda s: s.goals.submit,
        summary="Submit a goal, having consulted the supervisor.",
    ),
    Route(
        path=GOAL + "/recall",
        command=goals.RecallGoal,
        use_case=lambda s: s.goals.recall,
        summary="Take a submitted goal back.",
    ),
    Route(
        path=GOAL + "/recommend",
        command=goals.RecommendGoal,
        use_case=lambda s: s.goals.recommend,
        summary="Advise on a goal.",
    ),
    Route(
        path=GOAL + "/approve",
        command=goals.DecideGoal,
        use_case=lambda s: s.goals.approve,
        summary="Approve a goal: the competence is achieved.",
    ),
    Route(
        path=GOAL + "/not-achieved",
        command=goals.DecideGoal,
        use_case=lambda s: s.goals.find_not_achieved,
        summary="Find a goal not achieved; the doctor may ask for a new assessment.",
    ),
    Route(
        path=GOAL + "/return",
        command=goals.ReturnGoal,
        use_case=lambda s: s.goals.send_back,
        summary="Send a submitted goal back with a comment.",
    ),
    Route(
        path=GOAL + "/correct",
        command=goals.CorrectGoal,
        use_case=lambda s: s.goals.correct,
        summary="Mark a goal's outcome as recorded in error, with the reason.",
    ),
)

for act in ACTS:
    add(blueprint, act)
