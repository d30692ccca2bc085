"""Which act leads to which fact of a plan, and so which part of the plan an act concerns."""

from __future__ import annotations

from application.access import Act
from domain.plans import (
    activities,
    comments,
    common_goals,
    courses,
    employment,
    evaluations,
    files,
    goals,
    groups,
    guidance,
    invitations,
    opening,
    path,
    programme,
    representatives,
    roles,
    service,
    sharing,
    visits,
)
from domain.plans.kinds import PARTS
from domain.shared.facts import Fact

ACT_OF: dict[type[Fact], Act] = {
    opening.PlanOpened: Act.OPEN_PLAN,
    opening.ArenasPlanned: Act.PLAN_ARENAS,
    roles.SupervisorAppointed: Act.APPOINT_SUPERVISOR,
    roles.SupervisorReleased: Act.APPOINT_SUPERVISOR,
    roles.ClinicalSupervisorAppointed: Act.APPOINT_CLINICAL_SUPERVISOR,
    roles.ClinicalSupervisorReleased: Act.APPOINT_CLINICAL_SUPERVISOR,
    representatives.RepresentativeAuthorised: Act.AUTHORISE_REPRESENTATIVE,
    representatives.RepresentativeRevoked: Act.AUTHORISE_REPRESENTATIVE,
    programme.PlanVersionProposed: Act.DRAW_UP_PLAN,
    programme.PlanVersionAgreed: Act.DRAW_UP_PLAN,
    employment.AlisAgreementSigned: Act.ENTER_EMPLOYMENT,
    employment.EmploymentChanged: Act.ENTER_EMPLOYMENT,
    invitations.InvitationSent: Act.INVITE,
    invitations.InvitationAccepted: Act.ANSWER_INVITATION,
    invitations.InvitationDeclined: Act.ANSWER_INVITATION,
    invitations.InvitationWithdrawn: Act.INVITE,
    path.MoveRequested: Act.END_TRAINING,
    path.MovedAway: Act.OPEN_PLAN,
    path.MovedHere: Act.OPEN_PLAN,
    path.TrainingWithdrawn: Act.END_TRAINING,
    path.TrainingResumed: Act.OPEN_PLAN,
    path.ApplicationSubmitted: Act.END_TRAINING,
    path.CompletionConfirmed: Act.ENTER_COMPLETION,
    path.CompletionCleared: Act.ENTER_COMPLETION,
    common_goals.CommonGoalsChanged: Act.CHANGE_COMMON_GOALS,
    evaluations.EstablishmentEvaluated: Act.EVALUATE_ESTABLISHMENT,
    guidance.SessionDrafted: Act.ENTER_SESSION,
    guidance.SessionMinuted: Act.ENTER_SESSION,
    guidance.SessionFinalised: Act.FINALISE_SESSION,
    guidance.SessionDiscarded: Act.ENTER_SESSION,
    activities.ActivityLogged: Act.LOG_ACTIVITY,
    activities.ActivitySubmitted: Act.LOG_ACTIVITY,
    activities.ActivitySigned: Act.SIGN_ACTIVITY,
    activities.ActivityReturned: Act.SIGN_ACTIVITY,
    goals.GoalSubmitted: Act.SUBMIT_GOAL,
    goals.GoalRecalled: Act.SUBMIT_GOAL,
    goals.GoalRecommended: Act.RECOMMEND_GOAL,
    goals.GoalApproved: Act.DECIDE_GOAL,
    goals.GoalNotAchieved: Act.DECIDE_GOAL,
    goals.GoalReturned: Act.DECIDE_GOAL,
    goals.GoalCarriedOver: Act.DECIDE_GOAL,
    courses.CourseEntered: Act.ENTER_COURSE,
    courses.CourseCertified: Act.ENTER_COURSE,
    visits.VisitEntered: Act.ENTER_VISIT,
    visits.VisitConfirmed: Act.CONFIRM_VISIT,
    visits.VisitDocumented: Act.ENTER_VISIT,
    groups.GroupJoined: Act.RUN_GROUP,
    groups.GatheringAttended: Act.RUN_GROUP,
    groups.GroupLeft: Act.RUN_GROUP,
    groups.DiplomaReceived: Act.RUN_GROUP,
    service.ServiceEntered: Act.ENTER_SERVICE,
    service.ServiceConfirmed: Act.CONFIRM_SERVICE,
    comments.CommentAdded: Act.ADD_COMMENT,
    files.FileAttached: Act.ATTACH_FILE,
    files.FileWithdrawn: Act.ATTACH_FILE,
    sharing.MinutesShared: Act.SHARE_MINUTES,
    sharing.MinutesUnshared: Act.SHARE_MINUTES,
}
"""Who may do an act may correct the facts it led to."""


def parts_of(act: Act) -> frozenset[str]:
    """Return the parts of a plan that an act changes."""
    return frozenset(PARTS.get(kind, "") for kind, leading in ACT_OF.items() if leading is act)
