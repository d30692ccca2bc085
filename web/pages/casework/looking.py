"""Who looks at a case, in which role: each role has its own pages, at its own addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

import flask

from application.actors import Actor, Role
from application.proceedings.trails.told.trail import named_in
from application.proceedings.trails.trail import Trail
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.areas import acting_for, areas
from web.pages.forms import FORMS
from web.pages.language import say
from web.pages.visit import actor, services

FIRST_INSTANCE = (Role.LEADER, Role.DIRECTORATE_OFFICER)
APPEAL_BODIES = (
    Role.HELSEKLAGE_OFFICER,
    Role.PERSONNEL_BOARD_OFFICER,
    Role.APPEALS_MEMBER,
)
OFFICIALS = (*FIRST_INSTANCE, *APPEAL_BODIES)
PARTIES = (Role.DOCTOR, Role.REPRESENTATIVE)
FOR_ESTABLISHMENT = (Role.LEADER, Role.ADMINISTRATOR)
SPEAKERS = (*PARTIES, Role.ADMINISTRATOR)
READERS = (*OFFICIALS, *SPEAKERS, Role.AUDITOR)
ALL = (*READERS, Role.COUNTY_GOVERNOR_OFFICER)
PAGES = {role: flask.Blueprint(f"cases-{role}", __name__) for role in ALL}
"""The pages of each role; the same page has the same name in all of them."""
FOR = "for"
UNKNOWN = Text(nb="ukjent", en="unknown")
PROGRAM = Text(nb="programmet", en="the program")
AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
V = TypeVar("V", bound=Callable[..., Any])


def page(
    roles: Iterable[Role], rule: str, *, methods: tuple[str, ...] = ("GET",)
) -> Callable[[V], V]:
    """Give each role a page under its own name; the view is told who looks as its first."""

    def give(view: V) -> V:
        for role in roles:
            name = view.__name__.replace("_", "-")
            shows = partial(view, role)
            PAGES[role].add_url_rule(f"/{role}{rule}", name, shows, methods=list(methods))
        return view

    return give


def by(role: Role) -> Actor:
    """Return the one who looks, for the establishment the address names."""
    return actor(role, acting_for(role, flask.request.values.get(FOR)))


def whose() -> dict[str, Any]:
    """Return what an address says of the establishment one acts for, to be said again."""
    written = flask.request.values.get(FOR)
    return {FOR: written} if written else {}


def let_in(looks: Actor) -> None:
    """Raise NotPermitted to one who does not hold the office today, as the facts have it."""
    services().waiting.let_in(looks)


def at(name: str, **path: Any) -> str:
    """Return the address of a page of the role that looks."""
    blueprint = flask.request.blueprint
    return flask.url_for(f"{blueprint}.{name}", **path, **whose())


def form_at(name: str, **path: Any) -> tuple[str, Text] | None:
    """Return the address and the title of a form of the role that looks, if it has it."""
    endpoint = f"{flask.request.blueprint}.{name}"
    if endpoint not in FORMS:
        return None
    return flask.url_for(endpoint, **path, **whose()), FORMS[endpoint].title


def shows(template: str, **known: Any) -> str:
    """Return a page with what every page of casework is told."""
    return flask.render_template(
        f"casework/{template}",
        areas=areas(),
        at=at,
        form_at=form_at,
        whose=whose(),
        **known,
    )


def trail_of(proceeding: Id, looks: Actor) -> Trail:
    """Return the trail of a case, computed once a request."""
    known: dict[tuple[Id, Actor], Trail] = flask.g.setdefault("trails", {})
    if (proceeding, looks) not in known:
        known[proceeding, looks] = services().trails.trail(proceeding, looks)
    return known[proceeding, looks]


def capital(says: Text) -> Text:
    """Return words as they begin a line."""
    return Text(nb=says.nb[:1].upper() + says.nb[1:], en=says.en[:1].upper() + says.en[1:])


def names_of(ids: Iterable[Id | str]) -> Mapping[Any, str]:
    """Return what people and establishments are called; nobody is shown as an id."""
    wanted, use = set(ids), services()
    known = {Id(one) for one in wanted if AN_ID.fullmatch(one)}
    people = use.people.names(known)
    rest = known - set(people)
    found = {**people, **(use.establishments.names(rest) if rest else {})}
    nobody, program = say(UNKNOWN), say(PROGRAM)
    return {one: found.get(Id(one), nobody if one in known else program) for one in wanted}


def names_in(trail: Trail) -> Mapping[Any, str]:
    return names_of({*named_in(trail), *_named_before(trail)})


def _named_before(trail: Trail) -> Iterable[Id]:
    for one in trail.preparation.impartiality:
        yield from (
            one.raised_by,
            *one.subordinates,
            *((one.substitute,) if one.substitute else ()),
        )
