"""Where the databases are, and as whom one enters."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Connection URLs; they hold passwords, so they are never printed."""

    application: str = field(repr=False)
    migrate: str = field(repr=False)
    keys: str = field(repr=False)
