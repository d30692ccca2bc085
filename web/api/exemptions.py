"""Exemptions: applied for by an establishment, decided by the Directorate, told in the plans."""

from __future__ import annotations

from datetime import date
from typing import Any

import flask
from marshmallow import RAISE

from application.exemptions import commands as c
from application.exemptions.preview import ExemptionPreview
from application.exemptions.rows import ExemptionRow
from application.exemptions.views import ExemptionCard
from application.plans.exemption_views import PlanExemptions
from domain.shared.ids import Id
from web.api import acts, request, seen
from web.api.acts import Route
from web.api.blueprint import ACTING, AFTER, TO_VIEWS, ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.schema import Schema
from web.api.seen import AskedSchema, Seen, listing, shown, with_people
from web.api.shapes import Day, shape

blueprint = ApiBlueprint("exemptions", __name__, description="Exemptions")

EXEMPTION = "/exemptions/<uuid:exemption>"
OF_ESTABLISHMENT = "/organisations/<uuid:organisation>/exemptions"
ACTS = (
    Route(
        path=OF_ESTABLISHMENT,
        command=c.ApplyForExemption,
        use_case=lambda s: s.exemptions.apply_for,
        summary="Apply to the Directorate for an exemption; it waits in their tasks.",
        makes="exemption",
    ),
    Route(
        path=EXEMPTION + "/withdraw",
        command=c.WithdrawApplication,
        use_case=lambda s: s.exemptions.withdraw,
        summary="Withdraw the application before it is decided.",
    ),
    Route(
        path=EXEMPTION + "/grant",
        command=c.GrantExemption,
        use_case=lambda s: s.exemptions.grant,
        summary="Grant the exemption with a first and a last day; the plans tell of it.",
    ),
    Route(
        path=EXEMPTION + "/refuse",
        command=c.RefuseExemption,
        use_case=lambda s: s.exemptions.refuse,
        summary="Refuse the exemption.",
    ),
    Route(
        path=EXEMPTION + "/notice",
        command=c.EnterNotice,
        use_case=lambda s: s.exemptions.enter_notice,
        summary="Enter when the notice of the refusal arrived; the time to appeal is computed.",
    ),
    Route(
        path=EXEMPTION + "/extend",
        command=c.ExtendExemption,
        use_case=lambda s: s.exemptions.extend,
        summary="Extend the exemption before it expires; the plans tell of it.",
    ),
    Route(
        path=EXEMPTION + "/revoke",
        command=c.RevokeExemption,
        use_case=lambda s: s.exemptions.revoke,
        summary="Revoke the exemption after an earlier last day; the plans tell of it.",
    ),
    Route(
        path=EXEMPTION + "/facts/<int:version>/correct",
        command=c.CorrectExemptionFact,
        use_case=lambda s: s.exemption_corrections.correct,
        summary="Mark a fact of the exemption as recorded in error, in the plans as well.",
    ),
)
VIEWS = (
    Seen(
        path=PLAN + "/exemptions",
        shows=PlanExemptions,
        view=lambda s, asked, by, _: s.plans.exemptions(asked, by),
        summary="The exemptions that cover the plan, and what in it lacks its basis.",
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)


class PreviewSchema(Schema):
    """The day it is to end on; its own last day if none is given."""

    class Meta:
        unknown = RAISE

    last_day = Day(data_key="lastDay", load_default=None)


@blueprint.route(OF_ESTABLISHMENT, methods=["GET"])
@blueprint.response(200, listing(shape(ExemptionRow, endless=("last_day",))))
@blueprint.told((*ACTING, *AFTER), TO_VIEWS)
def see_exemptions(organisation: Id) -> flask.Response:
    """List the establishment's exemptions with their status today."""
    by = request.actor()
    request.wait_for_own_write()
    rows = request.services().exemption_cases.of_establishment(organisation, by)
    return shown(shape(ExemptionRow, endless=("last_day",)), rows)


@blueprint.route(EXEMPTION, methods=["GET"])
@blueprint.arguments(AskedSchema, location="query")
@blueprint.response(200, with_people(shape(ExemptionCard)))
@blueprint.told(ACTING)
def see_exemption(query: dict[str, Any], exemption: Id) -> flask.Response:
    """Show an exemption: its status on a day, its decisions, the plans it covers."""
    by = request.actor()
    card = request.services().exemption_cases.exemption(exemption, by, **query)
    return shown(shape(ExemptionCard), card)


@blueprint.route(EXEMPTION + "/preview", methods=["GET"])
@blueprint.arguments(PreviewSchema, location="query")
@blueprint.response(200, with_people(shape(ExemptionPreview)))
@blueprint.told(ACTING, (*TO_VIEWS, 409))
def preview_exemption(query: dict[str, date | None], exemption: Id) -> flask.Response:
    """Show what falls in the plans if the exemption ends on a day."""
    by = request.actor()
    found = request.services().exemption_previews.preview(exemption, by, **query)
    return shown(shape(ExemptionPreview), found)
