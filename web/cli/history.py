"""`alis history`: years of history brought in from another portal, and out again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
from rich.progress import Progress, TaskID
from rich.table import Table

from application.actors import MACHINE as BY_MACHINE
from application.plans.history_file.export import Wanted
from application.plans.history_file.problems import TOLD, HistoryRefused, Problem
from application.plans.history_file.reading import MOST_BYTES
from application.plans.history_file.report import ImportReport, Totals
from application.plans.history_file.service import HistoryFile
from application.plans.history_file.template import template as template_file
from domain.shared.ids import Id
from web.cli.ids import ID
from web.cli.orders import order_for
from web.cli.room import MACHINE, OUT, Failed, Room, as_json, bar


@click.group()
def history() -> None:
    """Histories from another portal: brought in, and written out."""


@history.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would come of it; record nothing.")
@click.option(
    "--patients-not-named", is_flag=True, help="Confirm that the texts name no patient (R-KP-03)."
)
@MACHINE
@click.pass_obj
def import_file(
    room: Room, file: Path, *, dry_run: bool, patients_not_named: bool, machine: bool
) -> None:
    """Bring in the history in FILE (CSV or XLSX), all of it or nothing."""
    with file.open("rb") as opened:
        # One more than is read, so that a larger file is refused without being held.
        content = opened.read(MOST_BYTES + 1)
    asked = HistoryFile(content=content, dry_run=dry_run, patients_not_named=patients_not_named)
    try:
        with room.system() as system, bar() as progress:
            report = system.services.history_import.bring_in(
                asked,
                BY_MACHINE,
                order_for("history import", content),
                progress=_Stages(progress),
            )
            names = system.services.people.names({one.doctor for one in report.doctors})
    except HistoryRefused as refused:
        raise Failed(_told(file.name, refused)) from None
    if machine:
        click.echo(as_json(report))
    else:
        _print(report, names, dry_run=dry_run)


@history.command()
@click.option("--plan", type=ID, help="The history of one plan.")
@click.option("--organisation", metavar="NUMBER", help="Those of an establishment's plans.")
@click.option("--all", "everything", is_flag=True, help="Those of all plans.")
@click.option("--with-texts", is_flag=True, help="With minutes and descriptions; state a reason.")
@click.option("--reason", help="Why the confidential texts are read.")
@click.pass_obj
def export(
    room: Room,
    plan: Id | None,
    organisation: str | None,
    reason: str | None,
    *,
    everything: bool,
    with_texts: bool,
) -> None:
    """Write histories as a file that can be imported again."""
    if [plan is not None, organisation is not None, everything].count(True) != 1:
        raise click.UsageError("choose one of --plan, --organisation and --all")
    if with_texts and not (reason and reason.strip()):
        raise click.UsageError("--with-texts needs a --reason")
    wanted = Wanted(plan=plan, organisation=organisation, reason=reason if with_texts else None)
    with room.system() as system:
        for line in system.services.history_export.lines(wanted):
            click.echo(line, nl=False)


@history.command()
def template() -> None:
    """Print a file to fill in, one line of each kind of record."""
    click.echo(template_file(), nl=False)


class _Stages:
    """A bar for each stage of an import."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, of: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=of)
        self._progress.update(self._tasks[stage], completed=done, total=of)


def _told(name: str, refused: HistoryRefused) -> str:
    lines = [f"{_place(name, problem)}: {problem.says.en}" for problem in refused.problems[:TOLD]]
    if (more := len(refused.problems) - TOLD) > 0:
        lines.append(f"... and {more} more")
    lines.append(f"problems: {len(refused.problems)}; nothing was recorded")
    return "\n".join(["the file cannot be imported", *lines])


def _place(name: str, problem: Problem) -> str:
    """Return where something is wrong: the file, its line if there is one, and the column."""
    place = f"{name}:{problem.line}" if problem.line else name
    return f"{place}: {problem.field}" if problem.field else place


def _print(report: ImportReport, names: Mapping[Id, str], *, dry_run: bool) -> None:
    table = Table("Doctor", "Record", "Lines", "New", "Known", "Before", "After")
    for one in report.doctors:
        for count in one.kinds:
            table.add_row(
                click.unstyle(names.get(one.doctor, one.doctor)).replace("[", r"\["),
                count.record,
                str(count.lines),
                str(count.new),
                str(count.known),
                _shown(one.before, count.record),
                _shown(one.after, count.record),
            )
    OUT.print(table)
    if dry_run:
        OUT.print(f"{report.new} of {report.lines} lines are new; nothing was recorded.")
    elif report.recorded:
        OUT.print(f"{report.new} of {report.lines} lines were recorded.")
    else:
        OUT.print(f"All {report.lines} lines were imported before; nothing was recorded.")


def _shown(totals: Totals, record: str) -> str:
    return {
        "session": f"{totals.sessions} ({totals.guidance_minutes / 60:.1f} hours)",
        "activity": str(totals.activities),
        "goal": f"{totals.goals_approved} approved",
        "course": str(totals.courses),
        "service": str(totals.service_periods),
    }[record]


COMMANDS = (history,)
