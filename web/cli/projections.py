"""`alis project status` and `alis project rebuild`."""

from __future__ import annotations

import click

from web.cli.room import MACHINE, OUT, Room, as_json, bar


@click.group()
def project() -> None:
    """The kept views."""


@project.command()
@MACHINE
@click.pass_obj
def status(room: Room, *, machine: bool) -> None:
    """Show how far the kept views have come."""
    with room.system() as system:
        found = system.progress()
    if machine:
        click.echo(as_json({"recorded": found.recorded, "kept": found.kept, "lag": found.lag}))
    else:
        OUT.print(f"Recorded to {found.recorded}, kept to {found.kept}, lag {found.lag}.")


@project.command()
@MACHINE
@click.pass_obj
def rebuild(room: Room, *, machine: bool) -> None:
    """Build all views anew beside the old ones, and swap."""
    with room.system() as system, bar() as progress:
        task = progress.add_task("rebuilding", total=None)
        position = system.rebuild(lambda done, of: progress.update(task, completed=done, total=of))
    if machine:
        click.echo(as_json({"position": position}))
    else:
        OUT.print(f"All views are rebuilt to position {position}.")


COMMANDS = (project,)
