"""`alis organisation import`: a municipality from its file."""

from __future__ import annotations

from pathlib import Path

import click

from application.actors import Actor, Role
from application.organisations.municipality_file.file import read
from application.organisations.municipality_file.problems import FileRefused
from web.cli.orders import order_for
from web.cli.room import MACHINE, Failed, Room, as_json
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


COMMANDS = (organisation,)
