"""Where the databases are, and as whom one enters."""

from __future__ import annotations

from dataclasses import dataclass, field

from psycopg.conninfo import conninfo_to_dict, make_conninfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Connection URLs; they hold passwords, so they are never printed."""

    application: str = field(repr=False)
    migrate: str = field(repr=False)
    keys: str = field(repr=False)

    @property
    def migrate_keys(self) -> str:
        """Return how the owner enters the database of keys: where they are, as the migrator."""
        owner = conninfo_to_dict(self.migrate)
        as_owner = {name: owner[name] for name in ("user", "password") if name in owner}
        return make_conninfo(self.keys, **as_owner)
