"""The audit: a doctor found, by number or in an establishment; the file says the rest.

Nothing here changes anything. A number one searches by is never in an address.
"""

from __future__ import annotations

from http import HTTPStatus

import flask
from werkzeug.datastructures import MultiDict

from application.actors import Role
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotFound
from domain.shared.texts import Text
from web.pages.casework.docket import TABLES
from web.pages.casework.looking import by, let_in, names_of, page, shows
from web.pages.casework.registers import plans_of
from web.pages.doing import Sent
from web.pages.language import say
from web.pages.visit import go_to, services

AUDITOR = (Role.AUDITOR,)
HPR = "hpr"
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
                return go_to(f"/{role}/{plans[0].case_id}")
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
    names = names_of(named)
    return shows(
        "audited_establishment.html",
        rows=sorted(rows, key=lambda row: (names[row.doctor].casefold(), row.starts_on)),
        cases=cases,
        organisation=organisation,
        names=names,
        **TABLES,
    )
