"""Where a plan and what is in it stand."""

from __future__ import annotations

PLAN = "/plans/<uuid:plan>"
SESSION = PLAN + "/sessions/<uuid:session>"
ACTIVITY = PLAN + "/activities/<uuid:activity>"
SERVICE = PLAN + "/service"
GOAL = PLAN + "/goals/<goal>"
