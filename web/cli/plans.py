"""`alis plan`: show, view and history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

import click
import msgspec
from rich.table import Table

from application.inspection import Inspected
from application.plans.inspected import VIEWS
from application.plans.timeline import TimelineEntry
from domain.shared.days import OSLO
from domain.shared.ids import Id
from web.cli.days import DAY
from web.cli.ids import ID
from web.cli.law import LAW, book_of
from web.cli.room import MACHINE, OUT, Instant, Room, as_json, sealed
from web.cli.showing import show_value


@click.group()
def plan() -> None:
    """Look at a training plan."""


@plan.command()
@click.argument("plan_id", metavar="ID", type=ID)
@click.option("--known-at", type=Instant(), help="As it was known at an instant or a day's end.")
@MACHINE
@click.pass_obj
def show(room: Room, plan_id: Id, known_at: datetime | None, *, machine: bool) -> None:
    """Show where a plan stands, or once stood."""
    with room.system() as system:
        found = system.services.inspection.plan(plan_id, known_at=known_at)
        names = system.services.people.names(
            {found.card.doctor, *(held.person for held in found.card.appointed)}
        )
    if machine:
        click.echo(as_json(found))
    else:
        _print(found, names)


@plan.command()
@click.argument("plan_id", metavar="ID", type=ID)
@click.option("--known-at", type=Instant(), help="As it was known at an instant or a day's end.")
@click.option("--jsonl", is_flag=True, help="Every fact in its envelope, one a line.")
@click.pass_obj
def history(room: Room, plan_id: Id, known_at: datetime | None, *, jsonl: bool) -> None:
    """Tell a plan's story, oldest first."""
    with room.system() as system:
        inspection = system.services.inspection
        if jsonl:
            for recorded in inspection.history(plan_id, known_at=known_at):
                click.echo(msgspec.json.encode(recorded, enc_hook=sealed))
        else:
            _print_timeline(inspection.timeline(plan_id, known_at=known_at))


@plan.command()
@click.argument("plan_id", metavar="ID", type=ID)
@click.argument("view_name", metavar="VIEW", type=click.Choice(sorted(VIEWS)))
@click.option("--known-at", type=Instant(), help="As it was known at an instant or a day's end.")
@click.option("--on", type=DAY, help="Seen from this day.")
@LAW
@MACHINE
@click.pass_obj
def view(
    room: Room,
    *,
    plan_id: Id,
    view_name: str,
    known_at: datetime | None,
    on: date | None,
    name: str,
    machine: bool,
) -> None:
    book = book_of(name, None)
    with room.system() as system:
        found = system.services.inspection.view(
            plan_id, view_name, known_at=known_at, on=on, law=book
        )
        show_value(found, system.services.people.names, machine=machine)


# Filled in from the views, so that none is left out; click would join the lines without the mark.
view.help = "Look at one VIEW of a plan.\n\n\b\n" + "\n".join(
    f"{name:<20} {seen.about}" for name, seen in sorted(VIEWS.items())
)


def _print(found: Inspected, names: Mapping[Id, str]) -> None:
    card = found.card
    # Not by rich: it would read markup into what people wrote.
    name = click.style(names.get(card.doctor, card.doctor), bold=True)
    click.echo(f"{name}, as of {found.on}")
    click.echo(
        f"Started {card.starts_on}, {card.employment_model}; arenas {', '.join(card.arenas)}"
    )
    for held in card.appointed:
        until = f" to {held.last_day}" if held.last_day else ""
        area = f" ({held.competence_area})" if held.competence_area else ""
        name = names.get(held.person, held.person)
        click.echo(f"  {held.capacity}{area}: {name}, from {held.first_day}{until}")
    stages = Counter(goal.stage for goal in found.goals)
    click.echo(
        f"Goals: {card.goals_approved} of {card.goals_in_force} approved; "
        + ", ".join(f"{number} {stage}" for stage, number in sorted(stages.items()))
    )
    table = Table("Year", "Owed", "Held", "Pending", "Short", "Counted", title="Guidance (hours)")
    for year in found.guidance.years:
        table.add_row(
            str(year.year),
            str(year.owed),
            str(year.held),
            str(year.pending),
            str(year.short),
            year.averaged or "",
        )
    OUT.print(table)


def _print_timeline(entries: tuple[TimelineEntry, ...]) -> None:
    for entry in entries:
        recorded = entry.recorded_at.astimezone(OSLO)
        happened = entry.happened_on or ""
        click.echo(
            f"{entry.version:>5}  {happened!s:<10}  {recorded:%Y-%m-%d %H:%M}  "
            f"{entry.acting_as:<19}  {entry.says.en}"
        )


COMMANDS = (plan,)
