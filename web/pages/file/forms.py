"""What a form of the file has in common: whose it is, and where one is afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from application.access import TABLE, Act
from application.actors import Role
from domain.shared.texts import Text
from web.api.acts import Route
from web.pages.doing import add
from web.pages.fields import Path
from web.pages.file.shelf import READERS, pages
from web.pages.forms import Form


def put(
    name: str,
    act: Route,
    who: Act | Iterable[Role],
    title: Text,
    then: Text,
    *,
    at: str = "",
    **more: Any,
) -> None:
    """Put a form up for each role that may do the act; ``at``: the page it belongs to."""
    allowed = TABLE[who] if isinstance(who, Act) else frozenset(who)
    for role in READERS:
        if role in allowed:
            form = Form(
                name=f"{role}-{name}",
                route=act,
                role=role,
                title=title,
                then=then,
                back=_back(role, at),
                **more,
            )
            add(pages, form)


def _back(role: Role, at: str) -> Any:
    def address(path: Path) -> str:
        return f"/{role}/{path['plan']}{at.format(**path)}"

    return address
