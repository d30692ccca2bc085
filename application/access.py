"""Who may do and see what: one table, by role and by relation to the case."""

from __future__ import annotations

from enum import StrEnum

from application.actors import Role
from domain.plans.representatives import Scope


class Act(StrEnum):
    """Everything that can be done or seen."""

    OPEN_PLAN = "open-plan"
    PLAN_ARENAS = "plan-arenas"
    APPOINT_SUPERVISOR = "appoint-supervisor"
    APPOINT_CLINICAL_SUPERVISOR = "appoint-clinical-supervisor"
    AUTHORISE_REPRESENTATIVE = "authorise-representative"
    DRAW_UP_PLAN = "draw-up-plan"
    ENTER_EMPLOYMENT = "enter-employment"
    INVITE = "invite"
    ANSWER_INVITATION = "answer-invitation"
    END_TRAINING = "end-training"
    ENTER_COMPLETION = "enter-completion"
    CHANGE_COMMON_GOALS = "change-common-goals"
    EVALUATE_ESTABLISHMENT = "evaluate-establishment"
    READ_EVALUATION = "read-evaluation"
    ENTER_SESSION = "enter-session"
    FINALISE_SESSION = "finalise-session"
    READ_MINUTES = "read-minutes"
    LOG_ACTIVITY = "log-activity"
    ENTER_COURSE = "enter-course"
    ENTER_VISIT = "enter-visit"
    CONFIRM_VISIT = "confirm-visit"
    SIGN_ACTIVITY = "sign-activity"
    SUBMIT_GOAL = "submit-goal"
    RECOMMEND_GOAL = "recommend-goal"
    DECIDE_GOAL = "decide-goal"
    SEE_PLAN = "see-plan"
    SEE_VISITS = "see-visits"
    SEE_HISTORY = "see-history"
    READ_GROUNDS = "read-grounds"
    READ_ACTIVITY = "read-activity"
    ADD_COMMENT = "add-comment"
    ATTACH_FILE = "attach-file"
    SHARE_MINUTES = "share-minutes"
    SEE_OPENINGS = "see-openings"
    ENTER_SERVICE = "enter-service"
    CONFIRM_SERVICE = "confirm-service"
    ENTER_OLD_SCHEME = "enter-old-scheme"
    ENFORCE = "enforce"
    ENTER_ABSENCE = "enter-absence"
    SEE_ABSENCES = "see-absences"
    REQUEST_REASSESSMENT = "request-reassessment"
    CONFIRM_ACTIVITIES_SINCE = "confirm-activities-since"
    ARRANGE_REASSESSMENT = "arrange-reassessment"
    SEE_REASSESSMENTS = "see-reassessments"
    READ_REASSESSMENT = "read-reassessment"
    HOLD_REVIEW = "hold-review"
    READ_REVIEW = "read-review"
    RAISE_CONCERN = "raise-concern"
    ANSWER_CONCERN = "answer-concern"
    READ_CONCERN = "read-concern"
    CONVENE_PANEL = "convene-panel"
    READ_PANEL = "read-panel"

    RUN_GROUP = "run-group"
    SEE_GROUP = "see-group"

    APPLY_FOR_EXEMPTION = "apply-for-exemption"
    DECIDE_EXEMPTION = "decide-exemption"
    ENTER_NOTICE = "enter-notice"
    SEE_EXEMPTION = "see-exemption"
    PREVIEW_EXEMPTION = "preview-exemption"

    APPLY_FOR_DECISION = "apply-for-decision"
    CONDUCT_PROCEEDING = "conduct-proceeding"
    FILE_APPEAL = "file-appeal"
    SPEAK_IN_PROCEEDING = "speak-in-proceeding"
    QUESTION_IMPARTIALITY = "question-impartiality"
    DECIDE_IMPARTIALITY = "decide-impartiality"
    HEAR_APPEAL = "hear-appeal"
    REVIEW_AS_SUPERIOR = "review-as-superior"
    SEE_PROCEEDING = "see-proceeding"
    APPLY_AS_ESTABLISHMENT = "apply-as-establishment"
    SPEAK_AS_ESTABLISHMENT = "speak-as-establishment"
    QUESTION_AS_ESTABLISHMENT = "question-as-establishment"
    SEE_CASE_OF_ESTABLISHMENT = "see-case-of-establishment"
    SEE_OPENINGS_OF_ESTABLISHMENT = "see-openings-of-establishment"
    SEE_STATISTICS = "see-statistics"
    HANDLE_INCOMING = "handle-incoming"
    SEE_INCOMING = "see-incoming"

    REGISTER_ORGANISATION = "register-organisation"
    SHAPE_ORGANISATION = "shape-organisation"
    NOTIFY_DIRECTORATE = "notify-directorate"
    APPOINT_OFFICER = "appoint-officer"
    SEE_REGISTER = "see-register"
    IMPORT_HISTORY = "import-history"
    SEE_OFFICERS = "see-officers"

    RECORD_PUBLIC_ACT = "record-public-act"
    SEE_PRACTITIONER = "see-practitioner"
    ENTER_PERSON = "enter-person"
    SEE_PERSON = "see-person"
    MERGE_PEOPLE = "merge-people"
    APPOINT_BODY_OFFICER = "appoint-body-officer"
    SEE_OPERATIONS = "see-operations"
    END_SESSIONS = "end-sessions"


OF_ESTABLISHMENTS = frozenset({Role.LEADER, Role.ADMINISTRATOR, Role.APPEALS_MEMBER})
"""Roles held in an establishment, which a request names where nothing else does."""

FOR_ESTABLISHMENT = frozenset({Role.LEADER, Role.ADMINISTRATOR})
"""Those who act for an establishment that is a party; a deputy acts as leader."""
_OR_DIRECTORATE = {*FOR_ESTABLISHMENT, Role.DIRECTORATE_OFFICER}
FIRST_INSTANCE = {Role.LEADER, Role.DIRECTORATE_OFFICER}
APPEAL_BODIES = {
    Role.HELSEKLAGE_OFFICER,
    Role.PERSONNEL_BOARD_OFFICER,
    Role.APPEALS_MEMBER,
}
_AROUND = {Role.DOCTOR, Role.SUPERVISOR, Role.LEADER}

TABLE: dict[Act, frozenset[Role]] = {
    act: frozenset(roles)
    for act, roles in {
        Act.OPEN_PLAN: {Role.LEADER},
        Act.PLAN_ARENAS: _AROUND,
        Act.APPOINT_SUPERVISOR: {Role.LEADER},
        Act.APPOINT_CLINICAL_SUPERVISOR: {Role.LEADER},
        Act.AUTHORISE_REPRESENTATIVE: {Role.DOCTOR},
        Act.DRAW_UP_PLAN: _AROUND,
        Act.ENTER_EMPLOYMENT: {Role.LEADER},
        Act.INVITE: {Role.DOCTOR},
        Act.ANSWER_INVITATION: {Role.INVITED},
        Act.END_TRAINING: {Role.DOCTOR},
        Act.ENTER_COMPLETION: {Role.LEADER, Role.DIRECTORATE_OFFICER},
        Act.CHANGE_COMMON_GOALS: {Role.LEADER},
        Act.EVALUATE_ESTABLISHMENT: {Role.DOCTOR},
        Act.READ_EVALUATION: {Role.DOCTOR, Role.LEADER, Role.AUDITOR},
        Act.ENTER_SESSION: {Role.DOCTOR, Role.SUPERVISOR},
        Act.FINALISE_SESSION: {Role.SUPERVISOR},
        Act.READ_MINUTES: {Role.DOCTOR, Role.SUPERVISOR},
        Act.LOG_ACTIVITY: {Role.DOCTOR},
        Act.ENTER_COURSE: {Role.DOCTOR},
        Act.ENTER_VISIT: {Role.DOCTOR},
        Act.CONFIRM_VISIT: {Role.COLLEAGUE},
        Act.SIGN_ACTIVITY: {Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR},
        Act.SUBMIT_GOAL: {Role.DOCTOR},
        Act.RECOMMEND_GOAL: {Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR},
        Act.DECIDE_GOAL: {Role.LEADER},
        Act.SEE_PLAN: {
            *_AROUND,
            Role.CLINICAL_SUPERVISOR,
            Role.AUDITOR,
            Role.REPRESENTATIVE,
        },
        Act.SEE_VISITS: {*_AROUND, Role.COLLEAGUE, Role.AUDITOR, Role.REPRESENTATIVE},
        Act.SEE_HISTORY: {*_AROUND, Role.AUDITOR, Role.REPRESENTATIVE},
        Act.READ_GROUNDS: {*_AROUND, Role.AUDITOR, Role.REPRESENTATIVE},
        Act.READ_ACTIVITY: {Role.DOCTOR, Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR},
        Act.RUN_GROUP: {Role.GROUP_ORGANISER},
        Act.SEE_GROUP: {Role.GROUP_ORGANISER, Role.AUDITOR},
        Act.APPLY_FOR_EXEMPTION: {Role.LEADER, Role.ADMINISTRATOR},
        Act.DECIDE_EXEMPTION: {Role.DIRECTORATE_OFFICER},
        Act.ENTER_NOTICE: {Role.LEADER, Role.ADMINISTRATOR, Role.DIRECTORATE_OFFICER},
        Act.SEE_EXEMPTION: {
            Role.LEADER,
            Role.ADMINISTRATOR,
            Role.DIRECTORATE_OFFICER,
            Role.AUDITOR,
        },
        # It tells days, hours and goals of the plans, which administrators do not see.
        Act.PREVIEW_EXEMPTION: {Role.LEADER, Role.DIRECTORATE_OFFICER, Role.AUDITOR},
        # Which of the two instances an official belongs to is asked besides: it is the law's.
        Act.APPLY_FOR_DECISION: {Role.DOCTOR, *FIRST_INSTANCE},
        Act.CONDUCT_PROCEEDING: FIRST_INSTANCE,
        Act.FILE_APPEAL: {Role.DOCTOR, Role.REPRESENTATIVE, *FIRST_INSTANCE},
        Act.SPEAK_IN_PROCEEDING: {Role.DOCTOR, Role.REPRESENTATIVE, *FIRST_INSTANCE},
        Act.QUESTION_IMPARTIALITY: {
            Role.DOCTOR,
            Role.REPRESENTATIVE,
            *FIRST_INSTANCE,
            *APPEAL_BODIES,
        },
        Act.DECIDE_IMPARTIALITY: {*FIRST_INSTANCE, *APPEAL_BODIES},
        Act.HEAR_APPEAL: APPEAL_BODIES,
        Act.REVIEW_AS_SUPERIOR: APPEAL_BODIES,
        Act.SEE_PROCEEDING: {
            Role.DOCTOR,
            Role.REPRESENTATIVE,
            Role.AUDITOR,
            *FIRST_INSTANCE,
            *APPEAL_BODIES,
        },
        # Where an establishment is the party, those who act for it do what a doctor does:
        # application/proceedings/about.py.
        Act.APPLY_AS_ESTABLISHMENT: _OR_DIRECTORATE,
        Act.SPEAK_AS_ESTABLISHMENT: _OR_DIRECTORATE,
        Act.QUESTION_AS_ESTABLISHMENT: {*_OR_DIRECTORATE, *APPEAL_BODIES},
        Act.SEE_CASE_OF_ESTABLISHMENT: {*_OR_DIRECTORATE, *APPEAL_BODIES, Role.AUDITOR},
        # The Directorate decides these cases, and answers for who read them there.
        Act.SEE_OPENINGS_OF_ESTABLISHMENT: {*_OR_DIRECTORATE, Role.AUDITOR},
        # Of the cases each may open, and no others: application/proceedings/statistics.py.
        Act.SEE_STATISTICS: {*FIRST_INSTANCE, *APPEAL_BODIES, Role.AUDITOR},
        # Whatever a party sends is taken in, in whichever capacity; in whose inbox it is is
        # asked besides.
        Act.HANDLE_INCOMING: {*FIRST_INSTANCE, *APPEAL_BODIES},
        Act.SEE_INCOMING: {*FIRST_INSTANCE, *APPEAL_BODIES, Role.AUDITOR},
        # What they may comment on and attach to is asked besides: application/plans/readers.py.
        Act.ADD_COMMENT: {*_AROUND, Role.CLINICAL_SUPERVISOR},
        Act.ATTACH_FILE: {*_AROUND, Role.CLINICAL_SUPERVISOR},
        Act.SHARE_MINUTES: {Role.DOCTOR},
        Act.SEE_OPENINGS: {Role.DOCTOR, Role.AUDITOR},
        Act.ENTER_SERVICE: {Role.DOCTOR},
        Act.CONFIRM_SERVICE: {Role.LEADER},
        Act.ENTER_OLD_SCHEME: {Role.LEADER},
        Act.ENFORCE: {Role.SYSTEM_ADMINISTRATOR},
        Act.ENTER_ABSENCE: {Role.DOCTOR},
        # The kind of an absence is for fewer: application/plans/absences.py.
        Act.SEE_ABSENCES: {*_AROUND, Role.AUDITOR},
        Act.HOLD_REVIEW: {Role.SUPERVISOR, Role.LEADER},
        # Of them those who were present, or raised the concern: application/plans/readers.py.
        Act.READ_REVIEW: _AROUND,
        Act.READ_CONCERN: _AROUND,
        Act.RAISE_CONCERN: {Role.SUPERVISOR},
        Act.ANSWER_CONCERN: {Role.LEADER},
        Act.CONVENE_PANEL: {Role.LEADER},
        Act.READ_PANEL: {*_AROUND, Role.AUDITOR},
        Act.REQUEST_REASSESSMENT: {Role.DOCTOR},
        Act.CONFIRM_ACTIVITIES_SINCE: {Role.LEADER, Role.COUNTY_GOVERNOR_OFFICER},
        Act.ARRANGE_REASSESSMENT: {Role.COUNTY_GOVERNOR_OFFICER},
        Act.SEE_REASSESSMENTS: {
            *_AROUND,
            Role.COUNTY_GOVERNOR_OFFICER,
            Role.AUDITOR,
            Role.REPRESENTATIVE,
        },
        Act.READ_REASSESSMENT: {
            Role.DOCTOR,
            Role.LEADER,
            Role.COUNTY_GOVERNOR_OFFICER,
            Role.AUDITOR,
            Role.REPRESENTATIVE,
        },
        Act.REGISTER_ORGANISATION: {Role.DIRECTORATE_OFFICER},
        Act.SHAPE_ORGANISATION: {Role.LEADER, Role.ADMINISTRATOR},
        Act.NOTIFY_DIRECTORATE: {Role.LEADER, Role.ADMINISTRATOR},
        Act.APPOINT_OFFICER: {Role.ADMINISTRATOR, Role.DIRECTORATE_OFFICER},
        Act.SEE_REGISTER: {Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR},
        Act.IMPORT_HISTORY: {Role.LEADER, Role.ADMINISTRATOR},
        Act.SEE_OFFICERS: {
            Role.LEADER,
            Role.ADMINISTRATOR,
            Role.AUDITOR,
            Role.DIRECTORATE_OFFICER,
        },
        Act.RECORD_PUBLIC_ACT: {Role.ADMINISTRATOR, Role.DIRECTORATE_OFFICER},
        Act.SEE_PRACTITIONER: {
            Role.LEADER,
            Role.ADMINISTRATOR,
            Role.DIRECTORATE_OFFICER,
            Role.AUDITOR,
        },
        Act.ENTER_PERSON: {Role.ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR},
        Act.SEE_PERSON: {Role.ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR},
        Act.MERGE_PEOPLE: {Role.SYSTEM_ADMINISTRATOR},
        Act.APPOINT_BODY_OFFICER: {Role.SYSTEM_ADMINISTRATOR},
        Act.SEE_OPERATIONS: {Role.SYSTEM_ADMINISTRATOR},
        Act.END_SESSIONS: {Role.SYSTEM_ADMINISTRATOR},
    }.items()
}

RULES = {
    Act.RUN_GROUP: "R-GRP-03",
    Act.ARRANGE_REASSESSMENT: "R-ASM-06",
    Act.RAISE_CONCERN: "R-SUP-05",
    Act.APPLY_FOR_EXEMPTION: "R-EXM-01",
    Act.DECIDE_EXEMPTION: "R-EXM-01",
}
"""The rule behind a row of the table, where there is another than the table itself."""


SCOPE_OF = {
    Act.SEE_PLAN: Scope.PLAN,
    Act.SEE_HISTORY: Scope.PLAN,
    Act.SEE_VISITS: Scope.PLAN,
    Act.SEE_REASSESSMENTS: Scope.PLAN,
    Act.READ_REASSESSMENT: Scope.GROUNDS,
    Act.READ_GROUNDS: Scope.GROUNDS,
    Act.FILE_APPEAL: Scope.DECISIONS,
    Act.SPEAK_IN_PROCEEDING: Scope.DECISIONS,
    Act.QUESTION_IMPARTIALITY: Scope.DECISIONS,
    Act.SEE_PROCEEDING: Scope.DECISIONS,
}
"""What a power of attorney must cover for a representative to do an act."""
