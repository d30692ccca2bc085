"""What a training comes to: guidance, service, and what an application would lack."""

from __future__ import annotations

from application.plans.accounts.guidance import GuidanceView
from application.plans.accounts.readiness import ReadinessView
from application.plans.accounts.service import ServiceView
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.seen import Seen, add

blueprint = ApiBlueprint("plan-accounts", __name__, description="What a training comes to")

VIEWS = (
    Seen(
        path=PLAN + "/guidance",
        shows=GuidanceView,
        view=lambda s, asked, by, _: s.accounts.guidance(asked, by),
        summary="Guidance owed, held, pending and short, in hours: by year and together.",
        by_law=True,
    ),
    Seen(
        path=PLAN + "/service-account",
        shows=ServiceView,
        view=lambda s, asked, by, _: s.accounts.service(asked, by),
        summary="Service as the law counts it, in months of full time, with its working.",
        by_law=True,
    ),
    Seen(
        path=PLAN + "/readiness",
        shows=ReadinessView,
        view=lambda s, asked, by, _: s.accounts.readiness(asked, by),
        summary="What an application for specialist approval would lack on the day.",
        by_law=True,
    ),
)

for seen in VIEWS:
    add(blueprint, seen)
