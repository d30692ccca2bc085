"""What every command needs: settings, the system, and how to print."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from domain.shared.days import OSLO, can_be_meant
from infrastructure.bootstrap import Faults, System, explained, has_database, opened
from infrastructure.settings import Settings, read_settings

OUT = Console()
ERR = Console(stderr=True)
MACHINE = click.option("--json", "machine", is_flag=True, help="For a program to read.")


class Failed(Exception):
    """The command cannot be carried out; the words say what is wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class Room:
    """One run of the command."""

    data: Path | None

    def settings(self) -> Settings:
        with told():
            return read_settings(os.environ, data=self.data)

    @contextmanager
    def system(self) -> Iterator[System]:
        """Give the system for as long as the command runs."""
        with told(), opened(self.settings()) as system:
            yield system

    @contextmanager
    def demo(self) -> Iterator[System]:
        """Give the system if it is the embedded demo; looking for it makes none."""
        settings = self.settings()
        if not has_database(settings):
            raise Failed(f"there is no demo in {settings.data}; start it with 'alis demo'")
        with self.system() as system:
            if not system.is_demo():
                raise Failed("this works only on the embedded demo; start it with 'alis demo'")
            yield system


@contextmanager
def told() -> Iterator[None]:
    """Turn faults of set-up into a sentence."""
    try:
        yield
    except Faults as fault:
        raise Failed(explained(fault)) from None


class Instant(click.ParamType[datetime]):
    """An instant: with a time zone, or Oslo's; a day alone is the end of that day."""

    name = "INSTANT"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        try:
            found = datetime.fromisoformat(value)
            if len(value) == len("2023-05-03"):
                found = found.replace(hour=23, minute=59, second=59, microsecond=999_999)
            instant = (found if found.tzinfo else found.replace(tzinfo=OSLO)).astimezone(UTC)
        except (ValueError, OverflowError):
            instant = None
        if instant is None or not can_be_meant(instant.date()):
            self.fail(
                f"{value!r} is not an instant such as 2023-05-03 or 2023-05-03T12:00", param, ctx
            )
        return instant


def as_json(value: Any) -> str:
    """Return a value as JSON that a program may read."""
    encoded = msgspec.json.encode(value, enc_hook=sealed)
    return msgspec.json.format(encoded, indent=2).decode()


def sealed(value: Any) -> Any:
    """Return how a confidential text is shown to one who may not read it."""
    return "[sealed]" if type(value).__name__ == "Confidential" else str(value)


def bar(quiet: bool = False) -> Progress:  # noqa: FBT001, FBT002 - rich's own word is disable
    """Return a progress bar on standard error."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=ERR,
        disable=quiet,
        transient=True,
    )
