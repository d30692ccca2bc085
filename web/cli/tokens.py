"""`alis token`: a bearer token for one of the demo's people."""

from __future__ import annotations

from uuid import UUID

import click

from application.demo.people import person_id
from web.cli.room import Failed, Room


@click.command()
@click.argument("person")
@click.pass_obj
def token(room: Room, person: str) -> None:
    """Print a token for PERSON: an id, or a name of the demo such as lege-1 or leder-2."""
    whose = known(person)
    with room.demo() as system:
        tokens = system.tokens()
        if whose not in system.directory.people([whose]) or tokens is None:
            raise Failed(
                f"nobody in the demo is called {person!r}; try lege-1, leder-2, veileder-1"
            )
        click.echo(tokens.make(whose, now=system.services.clock.now()))


def known(person: str) -> UUID:
    """Return the id written, or that of the demo's person of the name."""
    try:
        return UUID(person)
    except ValueError:
        return person_id(person)


COMMANDS = (token,)
