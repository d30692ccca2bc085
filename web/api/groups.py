"""Guidance groups: formed and run by their organiser, told in the plans of their members."""

from __future__ import annotations

from typing import Any

import flask

from application.groups import commands as c
from application.groups.rows import GroupRow
from application.groups.views import GroupCard
from application.plans.group_views import GatheringLine, GroupAccount
from domain.shared.ids import Id
from web.api import acts, request, seen
from web.api.acts import Route
from web.api.blueprint import ACTING, AFTER, TO_VIEWS, ApiBlueprint
from web.api.plans.paths import PLAN
from web.api.seen import AskedSchema, Seen, listing, shown, with_people
from web.api.shapes import shape

blueprint = ApiBlueprint("groups", __name__, description="Group guidance")

GROUP = "/groups/<uuid:group>"
ACTS = (
    Route(
        path="/groups",
        command=c.FormGroup,
        use_case=lambda s: s.groups.form,
        summary="Form a guidance group.",
        makes="group",
    ),
    Route(
        path=GROUP + "/years",
        command=c.PlanGroupYear,
        use_case=lambda s: s.groups.plan_year,
        summary="Plan the first or the second year of a group.",
    ),
    Route(
        path=GROUP + "/members",
        command=c.AdmitMember,
        use_case=lambda s: s.groups.admit,
        summary="Admit the doctor of a plan to a year of the group; the plan tells of it.",
    ),
    Route(
        path=GROUP + "/members/<uuid:doctor>/release",
        command=c.ReleaseMember,
        use_case=lambda s: s.groups.release,
        summary="Release a doctor from a year of the group after a last day.",
    ),
    Route(
        path=GROUP + "/gatherings",
        command=c.HoldGathering,
        use_case=lambda s: s.groups.hold,
        summary="Record a gathering with those present; their plans tell of it.",
        makes="gathering",
    ),
    Route(
        path=GROUP + "/members/<uuid:doctor>/diploma",
        command=c.IssueDiploma,
        use_case=lambda s: s.groups.issue_diploma,
        summary="Record the diploma for two years of group guidance; the plan tells of it.",
    ),
    Route(
        path=GROUP + "/corrections",
        command=c.CorrectGroupFact,
        use_case=lambda s: s.groups.correct,
        summary="Mark a fact of the group as recorded in error, in the plans as well.",
    ),
)
VIEWS = (
    Seen(
        path=PLAN + "/group-guidance",
        shows=GroupAccount,
        view=lambda s, asked, by, _: s.plans.group_guidance(asked, by),
        summary="The account of group guidance: by group year, and the diploma.",
    ),
    Seen(
        path=PLAN + "/gatherings",
        shows=GatheringLine,
        view=lambda s, asked, by, _: s.plans.gatherings(asked, by),
        summary="The group gatherings the doctor took part in.",
        listed=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)


# The list and the group would have one name: both paths are of the same word.
@blueprint.route("/groups", methods=["GET"], endpoint="get_groups_listed")
@blueprint.response(200, listing(shape(GroupRow)))
@blueprint.told((*ACTING, *AFTER), TO_VIEWS)
def see_groups() -> flask.Response:
    """List the guidance groups, the latest formed first."""
    by = request.actor()
    request.wait_for_own_write()
    return shown(shape(GroupRow), request.services().guidance_groups.groups(by))


@blueprint.route(GROUP, methods=["GET"])
@blueprint.arguments(AskedSchema(only=("known_at",)), location="query")
@blueprint.response(200, with_people(shape(GroupCard)))
@blueprint.told(ACTING)
def see_group(query: dict[str, Any], group: Id) -> flask.Response:
    """Show a group: its years, its members with what they attended, its gatherings."""
    card = request.services().guidance_groups.group(group, request.actor(), **query)
    return shown(shape(GroupCard), card)
