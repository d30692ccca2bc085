"""`alis body`: the public bodies, and the first person who can let others in."""

from __future__ import annotations

import click

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from application.people.service import EnterPerson
from domain.shared.ids import Id
from infrastructure.bootstrap import System
from web.cli.ids import ID
from web.cli.orders import order_for
from web.cli.room import MACHINE, Room, as_json


@click.group()
def body() -> None:
    """Public bodies and those who act for them."""


@body.command()
@click.argument("name")
@MACHINE
@click.pass_obj
def first(room: Room, name: str, *, machine: bool) -> None:
    """Enter NAME as the first system administrator; refused once there is one."""
    with room.system() as system:
        person = _entered(system, name)
        actor = Actor(person=person, acting_as=Role.SYSTEM_ADMINISTRATOR)
        system.services.bodies.appoint_first(person, actor, order_for("body first", b""))
    if machine:
        click.echo(as_json({"person": person, "name": name}))
    else:
        click.echo(f"{name} is system administrator with the id {person}.")


@body.command()
@click.argument("kind")
@click.argument("name")
@click.option("--by", type=ID, required=True, help="The system administrator's id.")
@MACHINE
@click.pass_obj
def appoint(room: Room, kind: str, name: str, by: Id, *, machine: bool) -> None:
    """Enter NAME and appoint them to act for the body KIND (directorate, audit, ...)."""
    with room.system() as system:
        body_kind = system.services.bodies.kind(kind)
        person = _entered(system, name)
        command = AppointBodyOfficer(
            kind=body_kind,
            person=person,
            first_day=system.services.clock.today(),
        )
        actor = Actor(person=by, acting_as=Role.SYSTEM_ADMINISTRATOR)
        system.services.bodies.appoint(command, actor, order_for("body appoint", b""))
    if machine:
        click.echo(as_json({"person": person, "name": name, "kind": kind}))
    else:
        click.echo(f"{name} acts for {kind} with the id {person}.")


def _entered(system: System, name: str) -> Id:
    """Enter a person before any fact names them; raises Invalid without a name."""
    return system.services.people.enter_unasked(EnterPerson(person=new_id(), name=name)).person


COMMANDS = (body,)
