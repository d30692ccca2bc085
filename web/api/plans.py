"""Training plans: every act and every view."""

from __future__ import annotations

from application.plans import commands as c
from web.api.acts import Route, add
from web.api.blueprint import ApiBlueprint

blueprint = ApiBlueprint("plans", __name__, description="Training plans")

PLAN = "/plans/<uuid:plan>"
SESSION = PLAN + "/sessions/<uuid:session>"
ACTIVITY = PLAN + "/activities/<uuid:activity>"
GOAL = PLAN + "/goals/<goal>"

ACTS = (
    Route(
        path="/plans",
        command=c.OpenPlan,
        use_case=lambda s: s.opening.open,
        summary="Open a doctor's training plan.",
    ),
    Route(
        path=PLAN + "/arenas",
        command=c.PlanArenas,
        use_case=lambda s: s.opening.plan_arenas,
        summary="Settle which arenas the training will use.",
    ),
    Route(
        path=PLAN + "/supervisors",
        command=c.AppointSupervisor,
        use_case=lambda s: s.opening.appoint_supervisor,
        summary="Appoint the doctor's supervisor (veileder).",
    ),
    Route(
        path=PLAN + "/supervisors/<uuid:person>/release",
        command=c.Release,
        use_case=lambda s: s.opening.release_supervisor,
        summary="Release the supervisor after a last day.",
    ),
    Route(
        path=PLAN + "/clinical-supervisors",
        command=c.AppointClinicalSupervisor,
        use_case=lambda s: s.opening.appoint_clinical_supervisor,
        summary="Appoint a clinical supervisor (supervisør) in a field of competence.",
    ),
    Route(
        path=PLAN + "/clinical-supervisors/<uuid:person>/release",
        command=c.Release,
        use_case=lambda s: s.opening.release_clinical_supervisor,
        summary="Release a clinical supervisor after a last day.",
    ),
    Route(
        path=PLAN + "/sessions",
        command=c.DraftSession,
        use_case=lambda s: s.guidance.draft,
        summary="Enter a guidance session that was held, with or without minutes.",
        makes="session",
    ),
    Route(
        path=SESSION + "/minutes",
        command=c.WriteMinutes,
        use_case=lambda s: s.guidance.write_minutes,
        summary="Write the minutes of a session.",
    ),
    Route(
        path=SESSION + "/finalise",
        command=c.FinaliseSession,
        use_case=lambda s: s.guidance.finalise,
        summary="Finalise a session; only its supervisor can.",
    ),
    Route(
        path=SESSION + "/discard",
        command=c.DiscardSession,
        use_case=lambda s: s.guidance.discard,
        summary="Take a drafted session out again.",
    ),
    Route(
        path=PLAN + "/activities",
        command=c.LogActivity,
        use_case=lambda s: s.activities.log,
        summary="Log a learning activity.",
        makes="activity",
    ),
    Route(
        path=ACTIVITY + "/submit",
        command=c.SubmitActivity,
        use_case=lambda s: s.activities.submit,
        summary="Send an activity to one who may sign it.",
    ),
    Route(
        path=ACTIVITY + "/sign",
        command=c.SignActivity,
        use_case=lambda s: s.activities.sign,
        summary="Sign an activity.",
    ),
    Route(
        path=ACTIVITY + "/return",
        command=c.ReturnActivity,
        use_case=lambda s: s.activities.send_back,
        summary="Send an activity back with a comment.",
    ),
    Route(
        path=GOAL + "/submit",
        command=c.SubmitGoal,
        use_case=lambda s: s.goals.submit,
        summary="Submit a goal, having consulted the supervisor.",
    ),
    Route(
        path=GOAL + "/recall",
        command=c.RecallGoal,
        use_case=lambda s: s.goals.recall,
        summary="Take a submitted goal back.",
    ),
    Route(
        path=GOAL + "/recommend",
        command=c.RecommendGoal,
        use_case=lambda s: s.goals.recommend,
        summary="Advise on a goal.",
    ),
    Route(
        path=GOAL + "/approve",
        command=c.DecideGoal,
        use_case=lambda s: s.goals.approve,
        summary="Approve a goal: the competence is achieved.",
    ),
    Route(
        path=GOAL + "/not-achieved",
        command=c.DecideGoal,
        use_case=lambda s: s.goals.find_not_achieved,
        summary="Find a goal not achieved; the doctor may ask for a new assessment.",
    ),
    Route(
        path=GOAL + "/return",
        command=c.ReturnGoal,
        use_case=lambda s: s.goals.send_back,
        summary="Send a submitted goal back with a comment.",
    ),
    Route(
        path=GOAL + "/correct",
        command=c.CorrectGoal,
        use_case=lambda s: s.goals.correct,
        summary="Mark a goal's outcome as recorded in error, with the reason.",
    ),
)

for act in ACTS:
    add(blueprint, act)
