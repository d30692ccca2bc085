"""What the store cannot do, told so that somebody can find the cause."""

from __future__ import annotations

from typing import Any

from application.ports import NotDurable, Unreadable
from domain.shared.ids import Id


class UnreadableFact(Unreadable):
    """A fact, stored or about to be, is not one this program can read."""

    def __init__(self, case: Id, version: int, tag: str, cause: object) -> None:
        super().__init__(
            "unreadable-fact",
            nb=f"Versjon {version} ({tag}) av sak {case} kan ikke leses: {cause}",
            en=f"case {case}, version {version} ({tag}) cannot be read: {cause}",
        )
        self.case = case
        self.version = version
        self.tag = tag
        self.cause = str(cause)

    def __reduce__(self) -> tuple[Any, ...]:
        # So that it can be told from one process to another.
        return type(self), (self.case, self.version, self.tag, self.cause)


class VersionsMissing(Exception):
    """A case's versions do not run from 1 without a gap."""


class CommittedHereOnly(NotDurable):
    """The facts were committed here, but no standby vouches for them yet.

    Sending the same command again waits for the standby again, and answers when it has them.
    """

    def __init__(self, warning: str) -> None:
        super().__init__(
            "not-durable",
            nb="Det er registrert, men ikke bekreftet av reserveserveren; send det samme igjen.",
            en=f"recorded, but not vouched for by the standby ({warning}); send the same again",
        )


class AppendRefused(Exception):
    """The database does not take such an append: a fault in the program that sent it."""
