"""The command `alis`."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import click

from domain.shared.refusals import Refused
from web.cli import (
    bodies,
    database,
    deadlines,
    decisions,
    demo,
    enforcement,
    exemptions,
    groups,
    history,
    keys,
    law,
    organisations,
    plans,
    processes,
    projections,
    tokens,
)
from web.cli.room import Failed, Room


class Commands(click.Group):
    """Tells refusals and faults of set-up in a sentence, never as a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Refused as refused:
            raise click.ClickException(_told(refused)) from None
        except Failed as failed:
            raise click.ClickException(str(failed)) from None


def _told(refused: Refused) -> str:
    """Return why something was refused: the words, the code, and the rule with where it is said."""
    ruled = [refused.rule] if refused.rule else []
    said = [refused.code, *ruled, *(cited.en for cited in refused.basis)]
    return f"{refused.text.en} [{'; '.join(said)}]"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the embedded database lives; a user data directory if not given.",
)
@click.version_option(package_name="alis", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, data: Path | None) -> None:
    """The record and the referee of a GP's specialist training.

    Without DATABASE_URL everything runs on an embedded PostgreSQL.
    """
    # Python leaves its context managers unfinished on SIGTERM unless it is told otherwise.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    ctx.obj = Room(data)


for module in (
    bodies,
    database,
    deadlines,
    decisions,
    demo,
    enforcement,
    exemptions,
    groups,
    keys,
    law,
    history,
    organisations,
    plans,
    processes,
    projections,
    tokens,
):
    for command in module.COMMANDS:
        main.add_command(command)
