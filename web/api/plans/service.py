"""Periods of service: entered by the doctor, confirmed by the leader."""

from __future__ import annotations

from application.plans.service import ConfirmService, EnterService
from application.plans.work_views import ServiceLine
from web.api import acts, seen
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import SERVICE

blueprint = ApiBlueprint("plan-service", __name__, description="Service in posts")

ACTS = (
    acts.Route(
        path=SERVICE,
        command=EnterService,
        use_case=lambda s: s.service.enter,
        summary="Enter a period of service.",
        makes="period",
    ),
    acts.Route(
        path=SERVICE + "/<uuid:period>/confirm",
        command=ConfirmService,
        use_case=lambda s: s.service.confirm,
        summary="Confirm a period of completed service; only confirmed service counts.",
    ),
)

VIEWS = (
    seen.Seen(
        path=SERVICE,
        shows=ServiceLine,
        view=lambda s, asked, by, _: s.plans.service(asked, by),
        summary="The periods of service, confirmed or not.",
        listed=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
