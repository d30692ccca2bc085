"""The audit: a doctor found, the history, the goals, the cases, and who opened what.

Nothing here changes anything. A number one searches by is never in an address.
"""

from __future__ import annotations

from collections import Counter
from http import HTTPStatus

import flask
from werkzeug.datastructures import MultiDict

from application.actors import Role
from application.plans.asking import Asked
from application.plans.words import STAGES
from application.ports import Opening
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotFound
from domain.shared.texts import Text
from web.pages.casework import opening
from web.pages.casework.docket import TABLES
from web.pages.casework.looking import at, by, let_in, names_of, page, shows
from web.pages.casework.registers import plans_of
from web.pages.doing import Sent
from web.pages.language import say
from web.pages.roles import ROLES
from web.pages.training import COLOURS
from web.pages.visit import go_to, services

AUDITOR = (Role.AUDITOR,)
HPR = "hpr"
PLAN = "/plans/<uuid:plan>"
WHO_OPENED = Text(nb="Hvem som har åpnet tekster i planen", en="Who has opened texts of the plan")
NO_PLAN = Text(
    nb="Legen med dette nummeret har ingen utdanningsplan her.",
    en="The doctor with this number has no training plan here.",
)


@page(AUDITOR, "", methods=("GET", "POST"))
def audit(role: Role) -> flask.Response:
    """Find a doctor by HPR number, or choose an establishment."""
    looks, use = by(role), services()
    let_in(looks)
    sent, status = Sent(typed=MultiDict(flask.request.form)), HTTPStatus.OK
    if flask.request.method == "POST":
        try:
            plans = plans_of(use.people.having(sent.typed.get(HPR, "")))
        except (NotFound, Invalid) as unknown:
            sent.errors, status = {HPR: [say(unknown.text)]}, HTTPStatus.BAD_REQUEST
        else:
            if plans:
                return go_to(at("audited-plan", plan=plans[0].case_id))
            sent.errors, status = {HPR: [say(NO_PLAN)]}, HTTPStatus.BAD_REQUEST
    found = sorted(use.establishments.names().items(), key=lambda one: one[1])
    return flask.make_response(shows("audit.html", sent=sent, establishments=found), status)


@page(AUDITOR, "/establishments/<uuid:organisation>")
def audited_establishment(role: Role, organisation: Id) -> str:
    looks, use = by(role), services()
    rows = use.establishments.register(organisation, looks)
    cases = use.cases.of_party(organisation, looks)
    named = {organisation, *(row.doctor for row in rows)}
    named |= {one for row in cases for one in (row.party, row.organisation)}
    return shows(
        "audited_establishment.html",
        rows=rows,
        cases=cases,
        organisation=organisation,
        names=names_of(named),
        **TABLES,
    )


@page(AUDITOR, PLAN)
def audited_plan(role: Role, plan: Id) -> str:
    """Show a doctor's plan, the others of the same doctor, and the cases."""
    looks, use = by(role), services()
    card = use.plans.card(Asked(plan=plan), looks)
    cases = use.cases.of_party(card.doctor, looks)
    named = {card.doctor, card.organisation, *(one.person for one in card.appointed)}
    named |= {one for row in cases for one in (row.party, row.organisation)}
    return shows(
        "audited_plan.html",
        plan=plan,
        card=card,
        others=[row for row in plans_of(card.doctor) if row.case_id != plan],
        cases=cases,
        names=names_of(named),
        **TABLES,
    )


@page(AUDITOR, f"{PLAN}/history")
def audited_history(role: Role, plan: Id) -> str:
    found = services().plans.timeline(Asked(plan=plan), by(role))
    roles = {str(one): says for one, says in ROLES.items()}
    return shows(
        "audited_history.html",
        plan=plan,
        entries=found,
        roles=roles,
        names=names_of({one.recorded_by for one in found}),
    )


@page(AUDITOR, f"{PLAN}/goals")
def audited_goals(role: Role, plan: Id) -> str:
    found = services().plans.goals(Asked(plan=plan), by(role))
    return shows(
        "audited_goals.html",
        plan=plan,
        goals=found,
        stages=STAGES,
        colours=COLOURS,
        counts=Counter(one.stage for one in found),
    )


@page(AUDITOR, f"{PLAN}/openings")
def audited_openings(role: Role, plan: Id) -> str:
    found = services().documents.openings(Asked(plan=plan), by(role))
    told = [
        Opening(
            opened_at=one.opened_at,
            opened_by=str(one.opened_by),
            acting_as=one.acting_as,
            version=one.version,
            field=one.field,
            reason=one.reason,
        )
        for one in found
    ]
    return opening.log(told, WHO_OPENED, at("audited-plan", plan=plan))
