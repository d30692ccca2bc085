"""`alis sweep` and `alis outbox`: the work of the clock done by hand, and what was posted."""

from __future__ import annotations

from datetime import date

import click
from rich.table import Table

from web.cli.days import DAY
from web.cli.room import MACHINE, OUT, Room, as_json


@click.command()
@click.option("--day", type=DAY, help="As of this day; today if not given.")
@MACHINE
@click.pass_obj
def sweep(room: Room, day: date | None, *, machine: bool) -> None:
    """Do what the worker does every night: deadlines, expiry, reminders. Again changes nothing."""
    with room.system() as system:
        found = system.services.enforcement.sweep(day)
    if machine:
        click.echo(as_json(found))
        return
    for what, outcome in found.items():
        click.echo(
            f"{what}: {outcome.recorded} recorded, {outcome.done_before} done before, "
            f"{len(outcome.failed)} failed"
        )
        for case, why in outcome.failed.items():
            click.echo(f"  {case}: {why}", err=True)


@click.command()
@MACHINE
@click.pass_obj
def outbox(room: Room, *, machine: bool) -> None:
    """Show the messages to people, the latest first, and what became of each."""
    with room.system() as system:
        found = system.postbox.posted()
        names = system.services.people.names({one.message.person for one in found})
    if machine:
        click.echo(as_json(found))
        return
    table = Table("Put", "To", "Of", "Due", "Sent")
    for one in found:
        sent = f"{one.sent_at:%Y-%m-%d %H:%M}" if one.sent_at else ""
        unsure = "unsure" if one.begun_at and not one.sent_at else ""
        told = one.message
        table.add_row(
            str(told.put_on),
            click.unstyle(names.get(told.person, told.person)).replace("[", r"\["),
            told.kind,
            str(told.due_on),
            sent or unsure or one.failure or "waits",
        )
    OUT.print(table)


COMMANDS = (sweep, outbox)
