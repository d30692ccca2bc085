"""`alis group`: the organiser's guidance groups."""

from __future__ import annotations

from datetime import datetime

import click

from domain.shared.ids import Id
from web.cli.ids import ID
from web.cli.room import MACHINE, Instant, Room
from web.cli.showing import show_value


@click.group()
def group() -> None:
    """Guidance groups of the organiser."""


@group.command()
@click.argument("group_id", metavar="ID", type=ID)
@click.option("--known-at", type=Instant(), help="As it was known at an instant or a day's end.")
@MACHINE
@click.pass_obj
def show(room: Room, group_id: Id, known_at: datetime | None, *, machine: bool) -> None:
    """Show a group: its years, members, gatherings and diplomas."""
    with room.system() as system:
        found = system.services.inspection.group(group_id, known_at=known_at)
        show_value(found, system.services.people.names, machine=machine)


@group.command("list")
@MACHINE
@click.pass_obj
def listed(room: Room, *, machine: bool) -> None:
    """List the groups, as the kept views know them."""
    with room.system() as system:
        rows = system.services.views.rows("guidance_groups")
        show_value(tuple(rows), system.services.people.names, machine=machine)


COMMANDS = (group,)
