"""Where a plan and what is in it stand."""

from __future__ import annotations

PLAN = "/plans/<uuid:plan>"
SESSION = PLAN + "/sessions/<uuid:session>"
ACTIVITY = PLAN + "/activities/<uuid:activity>"
COURSE = PLAN + "/courses/<uuid:course>"
VISIT = PLAN + "/visits/<uuid:visit>"
SERVICE = PLAN + "/service"
ABSENCES = PLAN + "/absences"
REASSESSMENTS = PLAN + "/reassessments"
REASSESSMENT = REASSESSMENTS + "/<uuid:reassessment>"
GOAL = PLAN + "/goals/<goal>"
COMMENT = PLAN + "/comments/<uuid:comment>"
FILE = PLAN + "/files/<uuid:file>"
