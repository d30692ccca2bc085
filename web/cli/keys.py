"""`alis keys`: destroying the key of a person's confidential texts, and the ledger of it."""

from __future__ import annotations

from pathlib import Path

import click

from domain.shared.days import OSLO
from infrastructure.bootstrap import System
from web.cli.room import MACHINE, Failed, Room, as_json
from web.cli.tokens import known


@click.group()
def keys() -> None:
    """The keys of confidential texts; each person has one."""


@keys.command()
@click.argument("person")
@click.option("--reason", required=True, help="Why, for the ledger; name nobody in it.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@MACHINE
@click.pass_obj
def shred(room: Room, person: str, reason: str, *, yes: bool, machine: bool) -> None:
    """Destroy the key of PERSON (an id) for good.

    Minutes, grounds, comments, files and their names can never be read again, by anybody. Facts,
    decisions and dates stay as they are.
    """
    why = reason.strip()
    if not why:
        raise Failed("state with --reason why the key is destroyed")
    with room.system() as system:
        whose = known(person)
        found = system.directory.people([whose])
        if whose not in found:
            raise Failed(f"there is no person {person}; nothing was destroyed")
        shredded = {one.subject: one for one in system.keys.ledger()}
        # Texts written before two entries were merged are sealed with the double's own key.
        left = sorted(system.directory.same([whose]) - shredded.keys())
        if not left:
            day = shredded[whose].shredded_at.astimezone(OSLO).date()
            raise Failed(f"the key of {whose} was destroyed already, on {day}")
        if not yes:
            click.confirm(
                f"Every confidential text about {found[whose].name} ({whose}) becomes unreadable "
                "for good. Destroy the key?",
                abort=True,
                err=True,
            )
        for subject in left:
            system.keys.shred(subject, why)
    if machine:
        click.echo(as_json({"subject": whose, "subjects": left, "reason": why}))
    else:
        click.echo(
            f"The key of {whose} is destroyed. Keep a copy of the ledger where no backup of the "
            "keys is: alis keys ledger --json"
        )


@keys.command()
@MACHINE
@click.pass_obj
def ledger(room: Room, *, machine: bool) -> None:
    """Show whose keys were destroyed, when and why."""
    with room.system() as system:
        lines = system.keys.ledger()
    if machine:
        click.echo(as_json(lines))
        return
    for line in lines:
        at = line.shredded_at.astimezone(OSLO)
        click.echo(f"{at:%Y-%m-%d %H:%M}  {line.subject}  {line.reason}")
    if not lines:
        click.echo("No key has been destroyed.")


@keys.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@MACHINE
@click.pass_obj
def reapply(room: Room, file: Path, *, machine: bool) -> None:
    """Destroy again, after the keys were restored, what the ledger in FILE says was destroyed."""
    content = file.read_bytes()
    with room.system() as system:
        again = _reapplied(system, content, file.name)
    if machine:
        click.echo(as_json({"again": again}))
    else:
        click.echo(f"Keys destroyed again: {len(again)}.")


def _reapplied(system: System, content: bytes, name: str) -> list[str]:
    try:
        return [str(person) for person in system.reapply_shreds(content)]
    except ValueError as wrong:
        raise Failed(
            f"{name} is no ledger as 'alis keys ledger --json' prints it: {wrong}"
        ) from None


COMMANDS = (keys,)
