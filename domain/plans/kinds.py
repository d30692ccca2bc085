"""The kinds of facts of a plan: of which part each is, and what tells those of a part apart."""

from __future__ import annotations

from typing import get_args

from domain.plans.absences import AbsenceEntered, AbsenceFact
from domain.plans.activities import ActivityFact, ActivityLogged
from domain.plans.comments import CommentAdded, CommentFact
from domain.plans.common_goals import CommonGoalsChanged
from domain.plans.corrections import FactCorrected, MarkFact
from domain.plans.courses import CourseCertified, CourseEntered, CourseFact
from domain.plans.decisions import DecisionTold, PlanDecisionFact
from domain.plans.employment import EmploymentFact
from domain.plans.enforced import EnforcedFact
from domain.plans.evaluations import EstablishmentEvaluated
from domain.plans.exemptions import PlanExemptionFact, PlanExemptionGranted
from domain.plans.files import FileAttached, FileFact
from domain.plans.goals import GoalApproved, GoalFact, GoalNotAchieved, GoalRecommended
from domain.plans.groups import PlanGroupFact
from domain.plans.guidance import GuidanceFact, SessionDrafted
from domain.plans.invitations import (
    InvitationDeclined,
    InvitationFact,
    InvitationSent,
    InvitationWithdrawn,
)
from domain.plans.old_scheme import OldSchemeFact
from domain.plans.opening import OpeningFact
from domain.plans.outcomes import GoalReassessed
from domain.plans.panels import PanelConvened, PanelFact
from domain.plans.path import PathFact
from domain.plans.programme import PlanVersionProposed, ProgrammeFact
from domain.plans.progression import ConcernFact, ConcernRaised
from domain.plans.reassessment import (
    NewAssessmentRequested,
    NewAssessmentWithdrawn,
    ReassessmentFact,
)
from domain.plans.representatives import (
    RepresentativeAuthorised,
    RepresentativeFact,
)
from domain.plans.reviews import ReviewHeld
from domain.plans.roles import ClinicalSupervisorAppointed, RoleFact, SupervisorAppointed
from domain.plans.service import ServiceEntered, ServiceFact
from domain.plans.sharing import MinutesShared, SharingFact
from domain.plans.visits import VisitDocumented, VisitEntered, VisitFact

PlanFact = (
    OpeningFact
    | RoleFact
    | RepresentativeFact
    | ProgrammeFact
    | EmploymentFact
    | InvitationFact
    | PathFact
    | CommonGoalsChanged
    | EstablishmentEvaluated
    | GuidanceFact
    | ActivityFact
    | GoalFact
    | MarkFact
    | CourseFact
    | VisitFact
    | PlanGroupFact
    | PlanExemptionFact
    | CommentFact
    | FileFact
    | SharingFact
    | ServiceFact
    | OldSchemeFact
    | EnforcedFact
    | AbsenceFact
    | ReassessmentFact
    | ReviewHeld
    | ConcernFact
    | PanelFact
    | PlanDecisionFact
    | FactCorrected
)

PARTS = {
    **dict.fromkeys(get_args(OpeningFact), "opening"),
    **dict.fromkeys(get_args(RoleFact), "roles"),
    **dict.fromkeys(get_args(RepresentativeFact), "representatives"),
    **dict.fromkeys(get_args(ProgrammeFact), "programme"),
    **dict.fromkeys(get_args(EmploymentFact), "employment"),
    **dict.fromkeys(get_args(InvitationFact), "invitations"),
    **dict.fromkeys(get_args(PathFact), "path"),
    CommonGoalsChanged: "common_goals",
    EstablishmentEvaluated: "evaluations",
    **dict.fromkeys(get_args(GuidanceFact), "guidance"),
    **dict.fromkeys(get_args(ActivityFact), "activities"),
    **dict.fromkeys(get_args(GoalFact), "goals"),
    **dict.fromkeys(get_args(CourseFact), "courses"),
    **dict.fromkeys(get_args(VisitFact), "visits"),
    **dict.fromkeys(get_args(PlanGroupFact), "groups"),
    **dict.fromkeys(get_args(PlanExemptionFact), "exemptions"),
    CommentAdded: "comments",
    **dict.fromkeys(get_args(FileFact), "files"),
    **dict.fromkeys(get_args(SharingFact), "sharing"),
    **dict.fromkeys(get_args(ServiceFact), "service"),
    **dict.fromkeys(get_args(OldSchemeFact), "old_scheme"),
    **dict.fromkeys(get_args(EnforcedFact), "enforced"),
    **dict.fromkeys(get_args(AbsenceFact), "absences"),
    **dict.fromkeys(get_args(ReassessmentFact), "reassessments"),
    ReviewHeld: "reviews",
    **dict.fromkeys(get_args(ConcernFact), "progression"),
    **dict.fromkeys(get_args(PanelFact), "panels"),
    **dict.fromkeys(get_args(PlanDecisionFact), "decisions"),
}
"""Which part of a plan each kind of fact belongs to; a correction belongs to what it corrects."""

KEYS = {
    "roles": "person",
    "representatives": "representative",
    "programme": "number",
    "invitations": "invitation",
    "guidance": "session",
    "activities": "activity",
    "goals": "goal",
    "courses": "course",
    "visits": "visit",
    "exemptions": "exemption",
    "comments": "comment",
    "files": "file",
    "sharing": "sharing",
    "service": "period",
    "absences": "absence",
    "reassessments": "reassessment",
    "reviews": "review",
    "progression": "concern",
    "panels": "panel",
    "decisions": "proceeding",
}
"""By which field the facts of a part are told apart: those of one key lean on one another."""

OUTCOMES = (GoalApproved, GoalNotAchieved)
ENDED_INVITATIONS = (InvitationDeclined, InvitationWithdrawn)
"""Without them the same person could not have been invited again."""
BEFORE_A_REQUEST = (GoalNotAchieved, GoalReassessed, NewAssessmentWithdrawn)
"""Without them a new assessment of the same goal could not have been asked for."""
SHOWN_BY_FILE = (CourseCertified, VisitDocumented)
BEGINNINGS = (
    SupervisorAppointed,
    ClinicalSupervisorAppointed,
    RepresentativeAuthorised,
    PlanVersionProposed,
    InvitationSent,
    SessionDrafted,
    ActivityLogged,
    GoalRecommended,
    CourseEntered,
    VisitEntered,
    PlanExemptionGranted,
    CommentAdded,
    FileAttached,
    MinutesShared,
    ServiceEntered,
    AbsenceEntered,
    NewAssessmentRequested,
    ReviewHeld,
    ConcernRaised,
    PanelConvened,
    DecisionTold,
)
"""Facts that need no earlier one of the same thing."""
