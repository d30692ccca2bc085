"""The docket of an office, oldest first, and the cases of a first instance or a party."""

from __future__ import annotations

from collections.abc import Sequence

import flask

from application.actors import Role
from application.proceedings.docket import DocketLine
from application.proceedings.listing import CaseRow
from application.proceedings.trails.words import BODIES, KINDS, OUTCOMES, WAITING
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.areas import NAMES, cases_of
from web.pages.casework.days import MEANS
from web.pages.casework.looking import (
    APPEAL_BODIES,
    FIRST_INSTANCE,
    FOR,
    FOR_ESTABLISHMENT,
    at,
    by,
    capital,
    names_of,
    page,
    shows,
    whose,
)
from web.pages.visit import services

KINDS_OF_CASE = {code: capital(says) for code, says in KINDS.items()}
TABLES = {
    "kinds": KINDS_OF_CASE,
    "outcomes": OUTCOMES,
    "waiting": WAITING,
    "means": MEANS,
    "bodies": BODIES,
}
"""The words for what the lists hold as codes."""


MOST = 200
"""So many of the cases of an instance stand on a page; those that wait all do."""
LAST = 10_000
"""More pages than there will be."""


DECIDED = Text(nb="Saker dere avgjør", en="Cases you decide")
HEARD = Text(nb="Saker dere har hatt", en="Cases you have had")


def docket(role: Role) -> str:
    """List what waits for the office, the oldest first, with the days left and what for."""
    looks, use = by(role), services()
    lines = sorted(use.docket.of(looks), key=_oldest)
    first = role in FIRST_INSTANCE
    number = min(max(1, flask.request.args.get("page", 1, type=int)), LAST)
    listed = use.cases.of_instance if first else use.cases.heard
    found = listed(looks, after=(number - 1) * MOST, most=MOST)
    own = use.cases.of_party(looks.acting_for, looks) if first and looks.acting_for else ()
    return shows(
        "docket.html",
        role=role,
        name=NAMES[role],
        lines=lines,
        inbox=len(use.incoming.inbox(looks)),
        cases=found.cases,
        cases_title=DECIDED if first else HEARD,
        later=at("docket", page=number - 1) if number > 1 else None,
        earlier=at("docket", page=number + 1) if found.further else None,
        own=own,
        names=names_of(_named(lines, (*found.cases, *own))),
        today=use.clock.today(),
        establishments=establishments(role),
        **TABLES,
    )


page(APPEAL_BODIES, "")(docket)
page(FIRST_INSTANCE, "/cases")(docket)


@page((Role.ADMINISTRATOR,), "/cases")
def cases(role: Role) -> str:
    """List the cases in which one's establishment is the party."""
    looks = by(role)
    found = services().cases.of_party(looks.acting_for, looks) if looks.acting_for else ()
    return shows(
        "cases.html",
        role=role,
        cases=found,
        names=names_of(_named((), found)),
        plan=None,
        organisation=looks.acting_for,
        establishments=establishments(role),
        **TABLES,
    )


def establishments(role: Role) -> list[tuple[Id, str, bool]]:
    """Return those one may act for in a role, where there is more than one, with the chosen."""
    held = cases_of(role) if role in (*FOR_ESTABLISHMENT, Role.APPEALS_MEMBER) else ()
    if len(held) <= 1:
        return []
    names, chosen = names_of(held), whose().get(FOR, str(held[0]))
    return [(one, names[one], str(one) == chosen) for one in held]


def _oldest(line: DocketLine) -> tuple[object, ...]:
    return line.since, line.proceeding


def _named(lines: Sequence[DocketLine], cases: Sequence[CaseRow]) -> set[Id]:
    people = {one.party for one in lines} | {one.party for one in cases}
    return people | {one.organisation for one in lines} | {one.organisation for one in cases}
