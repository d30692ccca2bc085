"""What the store cannot do, told so that somebody can find the cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


class UnreadableFact(Exception):
    """A fact, stored or about to be, is not one this program can read."""

    def __init__(self, case: UUID, version: int, tag: str, cause: object) -> None:
        super().__init__(f"case {case}, version {version} ({tag}) cannot be read: {cause}")
        self.case = case
        self.version = version
        self.tag = tag


class VersionsMissing(Exception):
    """A case's versions do not run from 1 without a gap."""


class NotDurable(Exception):
    """The facts were committed here, but no standby vouches for them yet.

    Sending the same command again waits for the standby again, and answers when it has them.
    """


class AppendRefused(Exception):
    """The database does not take such an append: a fault in the program that sent it."""
