"""`alis token` and `alis person`: the demo's people."""

from __future__ import annotations

import click

from application.demo.people import person_id
from domain.shared.ids import Id, parsed_id
from infrastructure.bootstrap import System
from web.cli.room import MACHINE, Failed, Room, as_json


@click.command()
@click.argument("name", metavar="PERSON")
@MACHINE
@click.pass_obj
def token(room: Room, name: str, *, machine: bool) -> None:
    """Print a token for PERSON: an id, or a name of the demo such as lege-1 or leder-2."""
    with room.demo() as system:
        tokens = system.tokens()
        assert tokens is not None
        whose = _in_the_demo(system, name)
        made = tokens.make(whose)
    click.echo(as_json({"person": whose, "token": made}) if machine else made)


def known(person: str) -> Id:
    """Return the id written, or that of the demo's person of the name."""
    try:
        return parsed_id(person)
    except ValueError:
        return person_id(person)


@click.command()
@click.argument("name")
@MACHINE
@click.pass_obj
def person(room: Room, name: str, *, machine: bool) -> None:
    """Print the id of the demo's person NAME, such as lege-1 or jordmor."""
    with room.demo() as system:
        whose = _in_the_demo(system, name)
    click.echo(as_json({"person": whose}) if machine else whose)


def _in_the_demo(system: System, name: str) -> Id:
    whose = known(name)
    if whose not in system.directory.people([whose]):
        raise Failed(f"nobody in the demo is called {name!r}; try lege-1, leder-2, veileder-1")
    return whose


COMMANDS = (token, person)
