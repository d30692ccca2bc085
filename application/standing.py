"""The case an actor's office is held in, read beside the case that is acted on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from application.actors import BODY_OF_ROLE, Actor, Role
from application.holding import held
from application.ports import Clock, Histories
from domain.bodies.body import Body, body_id
from domain.organisations.organisation import Organisation
from domain.shared.ids import Id


def offices_of(actor: Actor) -> dict[Id, type]:
    """Return the cases that say whether the actor holds the role claimed, by kind."""
    wanted: dict[Id, type] = {}
    if kind := BODY_OF_ROLE.get(actor.acting_as):
        wanted[body_id(kind)] = Body
    if actor.acting_for:
        wanted[actor.acting_for] = Organisation
    return wanted


def roles_in(found: Mapping[Id, Any], actor: Actor, clock: Clock) -> frozenset[Role]:
    """Return the roles the actor holds today in any of the cases found."""
    today = clock.today()
    roles: set[Role] = set()
    for loaded in found.values():
        match loaded.case:
            case Organisation() as organisation:
                roles |= held(actor.person, today, organisation=organisation)
            case Body() as body:
                roles |= held(actor.person, today, body=body)
    return frozenset(roles)


def roles_held(histories: Histories, actor: Actor, clock: Clock) -> frozenset[Role]:
    """Return the roles the actor holds today in the body or establishment acted for."""
    return roles_in(histories.load(offices_of(actor)), actor, clock)
