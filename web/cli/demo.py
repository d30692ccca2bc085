"""`alis demo`: everything in one command, on an embedded database, with people to try."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.table import Table

from application.demo.people import person_id
from infrastructure.bootstrap import System
from web.cli.room import OUT, Failed, Room, bar

PEOPLE = (
    ("lege-1", "doctor"),
    ("veileder-2", "supervisor"),
    ("jordmor", "clinical-supervisor"),
    ("leder-2", "leader"),
    ("stedfortreder", "leader"),
    ("administrator", "administrator"),
    ("helsedirektoratet", "directorate-officer"),
    ("revisor", "auditor"),
    ("drift", "system-administrator"),
)


@click.command()
@click.option("--doctors", type=click.IntRange(1, 5000), default=36, show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), help="ALIS_PORT, or 8000.")
@click.option("--prepare-only", is_flag=True, help="Make the data and stop.")
@click.pass_obj
def demo(room: Room, doctors: int, port: int | None, *, prepare_only: bool) -> None:
    """Run everything: embedded database, demo data, web and worker, until Ctrl-C."""
    settings = room.settings()
    if not settings.embedded:
        raise Failed("the demo runs on the embedded database only; unset DATABASE_URL")
    with room.system() as system:
        system.migrate("demo")
        if system.store.position() == 0:
            _fill(system, doctors)
        _print(system, f"http://{settings.bind}:{port or settings.port}")
        if not prepare_only:
            _run(room, port or settings.port)


def _fill(system: System, doctors: int) -> None:
    with bar() as progress:
        tasks = {word: progress.add_task(word, total=None) for word in ("simulating", "recording")}
        system.fill_demo(
            doctors=doctors,
            progress=lambda what, done, of: progress.update(tasks[what], completed=done, total=of),
        )
        rebuilding = progress.add_task("projecting", total=None)
        system.rebuild(lambda done, of: progress.update(rebuilding, completed=done, total=of))


def _print(system: System, address: str) -> None:
    tokens = system.tokens()
    assert tokens is not None
    now = system.services.clock.now()
    ids = {key: person_id(key) for key, _ in PEOPLE}
    names = system.services.people.names(ids.values())
    plan = system.services.demo_plan(ids["lege-1"])
    OUT.rule("alis demo")
    OUT.print(f"API     {address}/api/v1\nDocs    {address}/api/docs\nPlan    {plan}\n")
    table = Table("Acting-As", "Who", "Demo name", "Person", box=None)
    for key, role in PEOPLE:
        table.add_row(role, names.get(ids[key], ""), key, str(ids[key]))
    OUT.print(table)
    OUT.print("\nA token for anybody: [bold]alis token NAME[/]. Try, in another window:\n")
    example = tokens.make(ids["lege-1"], now=now)
    click.echo(f"TOKEN={example}")
    click.echo(
        f'curl -s -H "Authorization: Bearer $TOKEN" -H "Acting-As: doctor" '
        f"{address}/api/v1/plans/{plan}"
    )
    OUT.print("\nCtrl-C stops everything; the data stays.")


def _run(room: Room, port: int) -> None:
    """Run web and worker as children until interrupted, and leave none behind."""
    with _child(room, "serve", "--port", str(port)) as web, _child(room, "worker") as worker:
        try:
            while web.poll() is None and worker.poll() is None:
                signal.sigtimedwait({signal.SIGCHLD}, 1)
        except KeyboardInterrupt:
            return
    raise Failed("web or worker stopped by itself; see above")


@contextmanager
def _child(room: Room, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    where = ["--data", str(room.settings().data)]
    child = subprocess.Popen([sys.executable, "-m", "web.cli", *where, *command])  # noqa: S603
    try:
        yield child
    finally:
        child.terminate()
        try:
            child.wait(timeout=15)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


COMMANDS = (demo,)
