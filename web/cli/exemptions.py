"""`alis exemption`: exemptions, what would fall with them, and noting that they expired."""

from __future__ import annotations

from datetime import date, datetime

import click

from application.exemptions.rows import lapsing
from domain.shared.ids import Id
from web.cli.days import DAY
from web.cli.ids import ID
from web.cli.room import MACHINE, Instant, Room
from web.cli.showing import show_value


@click.group()
def exemption() -> None:
    """Exemptions granted by the Directorate, and applications for them."""


@exemption.command("list")
@click.option("--lapsing-by", type=DAY, help="Only those whose last day is by then, from today.")
@MACHINE
@click.pass_obj
def listed(room: Room, lapsing_by: date | None, *, machine: bool) -> None:
    """List the exemptions with their status today, as the kept views know them."""
    with room.system() as system:
        views, today = system.services.views, system.services.clock.today()
        if lapsing_by:
            rows = lapsing(views, today, lapsing_by)
        else:
            found = views.rows("exemptions", on=today)
            rows = sorted(found, key=lambda row: (row.first_day, row.case_id))
        show_value(tuple(rows), system.services.people.names, machine=machine)


@exemption.command()
@click.argument("exemption_id", metavar="ID", type=ID)
@click.option("--on", type=DAY, help="Its status on a day.")
@click.option("--known-at", type=Instant(), help="As it was known at an instant or a day's end.")
@MACHINE
@click.pass_obj
def show(
    room: Room, exemption_id: Id, on: date | None, known_at: datetime | None, *, machine: bool
) -> None:
    """Show an exemption: its status on a day, its decisions, the plans it covers."""
    with room.system() as system:
        found = system.services.inspection.exemption(exemption_id, known_at=known_at, on=on)
        show_value(found, system.services.people.names, machine=machine)


@exemption.command()
@click.argument("exemption_id", metavar="ID", type=ID)
@click.option("--last-day", type=DAY, help="The day it ends on; its own last day if not given.")
@MACHINE
@click.pass_obj
def preview(room: Room, exemption_id: Id, last_day: date | None, *, machine: bool) -> None:
    """Show what falls in the plans if the exemption ends on a day."""
    with room.system() as system:
        found = system.services.exemption_previews.unasked(exemption_id, last_day=last_day)
        show_value(found, system.services.people.names, machine=machine)


@exemption.command()
@MACHINE
@click.pass_obj
def expire(room: Room, *, machine: bool) -> None:
    """Note which exemptions have expired by today; again, and nothing is left to note."""
    with room.system() as system:
        found = system.services.expiry.expire(system.services.clock.today())
        show_value(found, system.services.people.names, machine=machine)
    if found.failed:
        raise click.exceptions.Exit(1)


COMMANDS = (exemption,)
