"""Why rows cannot be kept, told so that somebody can find the cause."""

from __future__ import annotations

from typing import Any

from domain.shared.ids import Id


class NotFolded(Exception):
    """A case cannot be folded from its facts; nothing is skipped, so the projector stops."""

    def __init__(self, case: Id, version: int, cause: object) -> None:
        super().__init__(f"case {case} cannot be folded at version {version}: {cause}")
        self.case = case
        self.version = version
        self.cause = str(cause)

    def __reduce__(self) -> tuple[Any, ...]:
        # So that it can be told from one process to another.
        return type(self), (self.case, self.version, self.cause)


class NoRows(Exception):
    """A view gives no rows for a case; nothing is skipped, so the projector stops."""

    def __init__(self, view: str, case: Id, version: int, cause: object) -> None:
        super().__init__(f"view {view} fails for case {case} at version {version}: {cause}")
        self.view = view
        self.case = case
        self.version = version
        self.cause = str(cause)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.view, self.case, self.version, self.cause)


class Overtaken(Exception):
    """Somebody else brought the rows forward, or put others in their place; nothing was written."""


class AlreadyRebuilding(Exception):
    """Another process is rebuilding the rows."""


class Stopped(Exception):
    """The work was called off before it was done; what is left over is cleared away later."""
