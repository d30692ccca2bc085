"""`alis demo`: everything in one command, on an embedded database, with people to try."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from threading import Event

import click

from application.demo.people import person_id
from application.demo.simulation import demo_plan
from application.proceedings.counted.rows import VIEW as DECISIONS
from infrastructure.bootstrap import System
from infrastructure.settings import TODAY
from web.cli.days import DAY
from web.cli.demo_people import around
from web.cli.ports import free, refuse_taken
from web.cli.room import OUT, Failed, Room, bar


@click.command()
@click.option("--doctors", type=click.IntRange(1, 5000), default=36, show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), help="ALIS_PORT, or 8000.")
@click.option("--today", type=DAY, help="Let it be this day, to see what time brings about.")
@click.option("--prepare-only", is_flag=True, help="Make the data and stop.")
@click.pass_obj
def demo(
    room: Room, doctors: int, port: int | None, today: date | None, *, prepare_only: bool
) -> None:
    """Run everything: embedded database, demo data, web and worker, until Ctrl-C."""
    if today:
        # The children read it too.
        os.environ[TODAY] = str(today)
    settings = room.settings()
    if not settings.embedded:
        raise Failed("the demo runs on the embedded database only; unset DATABASE_URL")
    at = port or settings.port
    if not prepare_only:
        refuse_taken(settings.bind, at)
    if _interrupted(room):
        click.echo("The last filling was interrupted; starting over.", err=True)
    with room.system() as system:
        system.migrate("demo")
        if system.store.position() == 0:
            _fill(system, doctors)
        address = f"http://{settings.bind}:{at}"
        if prepare_only:
            _print(room, system, address)
        else:
            _run(room, at, lambda: _print(room, system, address))


def _interrupted(room: Room) -> bool:
    """Empty a demo whose filling was interrupted; return whether it was."""
    with room.system() as system:
        system.migrate("demo")
        return system.start_demo_over()


def _fill(system: System, doctors: int) -> None:
    with bar() as progress:
        tasks = {word: progress.add_task(word, total=None) for word in ("simulating", "recording")}
        system.fill_demo(
            doctors=doctors,
            progress=lambda what, done, of: progress.update(tasks[what], completed=done, total=of),
        )
        rebuilding = progress.add_task("projecting", total=None)
        system.rebuild(lambda done, of: progress.update(rebuilding, completed=done, total=of))


def _print(room: Room, system: System, address: str) -> None:
    """Print the page of addresses, people and tokens."""
    plan = demo_plan(person_id("lege-1"))
    people = dict(around(system))
    names = system.services.people.names(people)
    tokens = system.tokens()
    assert tokens is not None
    OUT.rule("alis demo")
    click.echo(f"Pages {address}/   (choose whom to be)")
    click.echo(f"API   {address}/api/v1\nDocs  {address}/api/docs\nPlan  {plan}  (lege-1)\n")
    for person, role in people.items():
        token = tokens.make(person)
        click.echo(f"{names.get(person)}, Acting-As: {role}, id {person}\n  {token}\n")
    click.echo(f"A token for anybody: {_alis(room)} token NAME (lege-1, veileder-1, leder-2 ...)\n")
    for case in sorted(row.case_id for row in system.services.views.rows(DECISIONS))[:1]:
        click.echo(f"A refusal that was appealed: {_alis(room)} decision trail {case}\n")
    doctor = next(iter(people))
    click.echo(
        f"TOKEN={tokens.make(doctor)}\n"
        f'curl -s -H "Authorization: Bearer $TOKEN" -H "Acting-As: doctor" '
        f"{address}/api/v1/plans/{plan}\n\nCtrl-C stops everything; the data stays."
    )


def _alis(room: Room) -> str:
    """Return how this demo is asked again, from the same folder of data."""
    return f"{sys.argv[0]} --data {shlex.quote(str(room.data))}" if room.data else sys.argv[0]


def _run(room: Room, port: int, when_it_answers: Callable[[], None]) -> None:
    """Run web and worker as children until interrupted, and leave none behind."""
    stop = Event()
    # SIGHUP: the terminal was closed.
    for received in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(received, lambda *_: stop.set())
    bind, told = room.settings().bind, False
    with _child(room, "serve", "--port", str(port)) as web, _child(room, "worker") as worker:
        while web.poll() is None and worker.poll() is None:
            if not told and not free(bind, port):
                when_it_answers()
                told = True
            if stop.wait(0.5 if told else 0.1):
                return
    raise Failed("web or worker stopped by itself; see above")


@contextmanager
def _child(room: Room, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    where = ["--data", str(room.settings().data)]
    # A session of its own: what the terminal sends reaches the demo, which ends its children.
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "web.cli", *where, *command], start_new_session=True
    )
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
