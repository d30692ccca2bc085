"""What somebody is called who acts in a capacity."""

from __future__ import annotations

from application.actors import Role
from application.role_names import ROLES
from domain.shared.texts import Text


def called(role: str) -> Text | str:
    """Return the word for a capacity; of a program's there is none."""
    return ROLES[Role(role)] if role in set(Role) else ""
