"""`alis migrate` and `alis doctor`."""

from __future__ import annotations

import click
from rich.markup import escape

from web.cli.room import MACHINE, OUT, Failed, Room, as_json


@click.command()
@MACHINE
@click.pass_obj
def migrate(room: Room, *, machine: bool) -> None:
    """Bring the databases to this program's shape; safe to run twice."""
    with room.system() as system:
        applied = system.migrate()
    if machine:
        click.echo(as_json({"applied": applied}))
    else:
        OUT.print(f"Applied: {', '.join(applied)}." if applied else "Up to date.")


@click.command()
@MACHINE
@click.pass_obj
def doctor(room: Room, *, machine: bool) -> None:
    """Check the database: version, roles, triggers, clock, lag."""
    with room.system() as system:
        checks = system.checkup()
    if machine:
        click.echo(as_json(checks))
    else:
        for check in checks:
            OUT.print("[green]✓[/]" if check.ok else "[red]✗[/]", check.name, escape(check.says.en))
    if not all(check.ok for check in checks):
        raise Failed("something is not as it should be")


COMMANDS = (migrate, doctor)
