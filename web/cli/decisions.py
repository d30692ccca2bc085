"""`alis decision`: what can be done against a decision, and the trail of one."""

from __future__ import annotations

from datetime import date

import click

from application.organisations.naming import names_of_establishments
from application.proceedings.remedies import KINDS, remedy_by
from application.proceedings.trails.told.statistics import told_statistics
from application.proceedings.trails.told.trail import named_in, told_trail
from domain.shared.ids import Id
from web.cli.days import DAY
from web.cli.deadlines import LANGUAGE, said, wire
from web.cli.ids import ID
from web.cli.law import KNOWN_AT, LAW, book_of
from web.cli.room import MACHINE, OUT, Room, as_json
from web.cli.trail_text import printed

IN_NORWEGIAN = click.option(
    "--language", type=click.Choice(("nb", "en")), default="nb", show_default=True
)


@click.group()
def decision() -> None:
    """Decisions, and what can be done against them."""


@decision.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--decided", type=DAY, metavar="DAY", required=True, help="The day of the decision.")
@LAW
@KNOWN_AT
@LANGUAGE
@MACHINE
def remedy(
    *, kind: str, decided: date, name: str, known_at: date | None, language: str, machine: bool
) -> None:
    """Tell what can be done against a decision of a KIND."""
    found = remedy_by(kind, decided, book_of(name, known_at))
    if machine:
        click.echo(as_json(wire(found)))
        return
    click.echo(f"{found.remedy}: sent to {found.sent_to or '-'}, heard by {found.heard_by or '-'}")
    if found.weeks:
        click.echo(f"within {found.weeks} weeks of the notice")
    for cited in found.citations:
        click.echo(f"       {said(cited, language)}")
    for odd in found.ambiguities:
        click.echo(f"  {odd.id}: {said(odd.says, language)} {said(odd.choice, language)}")


@decision.command()
@click.argument("proceeding_id", metavar="ID", type=ID)
@LAW
@KNOWN_AT
@IN_NORWEGIAN
@MACHINE
@click.pass_obj
def trail(
    room: Room,
    proceeding_id: Id,
    *,
    name: str,
    known_at: date | None,
    language: str,
    machine: bool,
) -> None:
    """Tell the trail of a decision: what it stood on, its notice, each appeal, what is new.

    With --law also what that law book would find, of the facts then and of those there are now.
    """
    law = book_of(name, known_at)
    with room.system() as system:
        found = system.services.trails.unasked(proceeding_id, law=law)
        if machine:
            click.echo(as_json(found))
            return
        services = system.services
        # The party, or one that appeals, may be an establishment.
        ids = (found.organisation, *(one.appellant for one in found.appeals))
        where = names_of_establishments(services.histories, ids)
        sections = told_trail(found, {**services.people.names(named_in(found)), **where})
        for line in printed(sections, language, OUT.width):
            click.echo(line)


@decision.command()
@click.option("--from", "first_day", type=DAY, metavar="DAY", help="Decided on or after this day.")
@click.option("--to", "last_day", type=DAY, metavar="DAY", help="Decided on or before this day.")
@IN_NORWEGIAN
@MACHINE
@click.pass_obj
def statistics(
    room: Room, *, first_day: date | None, last_day: date | None, language: str, machine: bool
) -> None:
    """Count what became of decisions: appealed, changed, upheld, reversed, and which they are."""
    with room.system() as system:
        services = system.services
        found = services.statistics.unasked(first_day=first_day, last_day=last_day)
        if machine:
            click.echo(as_json(found))
            return
        where = (Id(group.key) for group in found.by_organisation)
        names = names_of_establishments(services.histories, where)
        for line in printed(told_statistics(found, names), language, OUT.width):
            click.echo(line)


COMMANDS = (decision,)
