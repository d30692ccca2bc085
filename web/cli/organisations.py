"""`alis organisation`: a municipality from its file, and what it looks like."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from application.actors import Actor, Role
from application.organisations.municipality_file.file import read
from application.organisations.municipality_file.problems import FileRefused
from domain.shared.ids import Id
from web.cli.ids import ID
from web.cli.orders import order_for
from web.cli.room import MACHINE, Failed, Instant, Room, as_json
from web.cli.showing import show_value
from web.cli.tokens import known


@click.group()
def organisation() -> None:
    """Registered training establishments."""


@organisation.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--by",
    "person",
    default="helsedirektoratet",
    help="The Directorate officer who registers: an id, or a name of the demo.",
)
@MACHINE
@click.pass_obj
def import_file(room: Room, file: Path, person: str, *, machine: bool) -> None:
    """Register the establishment in FILE (TOML) with its arenas and programme, all or nothing."""
    content = file.read_bytes()
    try:
        found = read(content, file.name)
    except FileRefused as refused:
        for problem in refused.problems:
            field = f"{problem.field}: " if problem.field else ""
            click.echo(f"{file.name}:{problem.line}: {field}{problem.says.en}", err=True)
        raise Failed(f"problems: {len(refused.problems)}; nothing was recorded") from None
    actor = Actor(person=known(person), acting_as=Role.DIRECTORATE_OFFICER)
    with room.system() as system:
        receipt = system.services.organisations.import_file(
            found, actor, order_for("organisation import", content)
        )
    if machine:
        click.echo(as_json(receipt))
    else:
        said = f"{found.name} is registered as {receipt.case_id}"
        click.echo(f"{said} with {len(found.arenas)} arenas.")


@organisation.command()
@click.argument("organisation_id", metavar="ID", type=ID)
@click.option("--known-at", type=Instant(), help="As it was known at an instant or a day's end.")
@MACHINE
@click.pass_obj
def show(room: Room, organisation_id: Id, known_at: datetime | None, *, machine: bool) -> None:
    """Show an establishment: programme, arenas, officers, what the Directorate is not told."""
    with room.system() as system:
        found = system.services.inspection.organisation(organisation_id, known_at=known_at)
        show_value(found, system.services.people.names, machine=machine)


@organisation.command()
@click.argument("organisation_id", metavar="ID", type=ID)
@MACHINE
@click.pass_obj
def plans(room: Room, organisation_id: Id, *, machine: bool) -> None:
    """List the plans of an establishment, as the kept views know them."""
    with room.system() as system:
        rows = system.services.views.rows("plan_register", organisation=organisation_id)
        show_value(tuple(rows), system.services.people.names, machine=machine)


COMMANDS = (organisation,)
