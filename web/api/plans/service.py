"""Periods of service: entered by the doctor, confirmed by the leader."""

from __future__ import annotations

import flask

from application.plans.certificates import PDF, CertifyService
from application.plans.service import ConfirmService, EnterService
from application.plans.work_views import ServiceLine
from domain.shared.ids import Id
from web.api import acts, request, seen
from web.api.blueprint import ACTING, REASON, TO_HEAVY_VIEWS, ApiBlueprint
from web.api.forms import handed_out
from web.api.plans.paths import SERVICE
from web.api.seen import asked_of

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
        path=SERVICE + "/<uuid:period>/letters",
        command=CertifyService,
        use_case=lambda s: s.certificates.certify,
        summary="Write the letter that confirms a period; it is kept as it was.",
        makes="letter",
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


@blueprint.route(SERVICE + "/letters/<uuid:letter>", methods=["GET"])
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type=PDF)
@blueprint.told((*ACTING, REASON), (*TO_HEAVY_VIEWS, 410))
def get_certificate(plan: Id, letter: Id) -> flask.Response:
    """Hand out a confirmation of service as it was written; each opening is noted."""
    asked = asked_of(plan, {"known_at": None, "on": None}, reason=request.reason())
    return handed_out(request.services().certificates.content(asked, letter, request.actor()))


for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
