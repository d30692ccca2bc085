"""On whose behalf kept rows are read.

In a request for a person: nobody, until it is known who asks. Everywhere else for the machine,
which sees all: the worker, and the command line beside the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A person on a day, whose offices then say which rows there are; no person, no rows."""

    person: Id | None
    day: date


_READER: ContextVar[Reader | None] = ContextVar("reader", default=None)


def reading() -> Reader | None:
    """Return for whom rows are read now; None for the machine."""
    return _READER.get()


def read_for(reader: Reader | None) -> None:
    """Have rows read for somebody from here on, in this thread."""
    _READER.set(reader)


@contextmanager
def on_behalf_of(person: Id, day: date) -> Iterator[None]:
    """Read for a person within, and then as before."""
    before = _READER.set(Reader(person=person, day=day))
    try:
        yield
    finally:
        _READER.reset(before)
