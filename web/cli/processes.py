"""`alis serve` and `alis worker`."""

from __future__ import annotations

import click

from web.cli.ports import refuse_taken
from web.cli.room import OUT, Room


@click.command()
@click.option("--bind", help="The address to listen at; ALIS_BIND, or 127.0.0.1.")
@click.option("--port", type=click.IntRange(1, 65535), help="ALIS_PORT, or 8000.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True)
@click.pass_obj
def serve(room: Room, bind: str | None, port: int | None, workers: int) -> None:
    """Serve the API (gunicorn)."""
    # It takes two seconds to read, which the other commands need not wait for.
    from web.wsgi import Server  # noqa: PLC0415

    settings = room.settings()
    at, where = port or settings.port, bind or settings.bind
    refuse_taken(where, at)
    with room.system() as system:
        system.keep_log()
        Server(system, address=f"{where}:{at}", workers=workers).run()


@click.command()
@click.pass_obj
def worker(room: Room) -> None:
    """Keep the views up to date and the clock's work done; any number, one active."""
    with room.system() as system:
        system.keep_log()
        system.work()
    OUT.print("The worker has stopped.")


COMMANDS = (serve, worker)
