"""A database that cannot be reached, told as a refusal wherever a use case meets it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from psycopg_pool import PoolTimeout

from application.ports import Unavailable
from infrastructure.store.datastore import UNREACHABLE

P = ParamSpec("P")
R = TypeVar("R")


def reaching(ask: Callable[P, R]) -> Callable[P, R]:
    """Return the same, raising Unavailable where the database cannot be reached."""

    @wraps(ask)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return ask(*args, **kwargs)
        except (*UNREACHABLE, PoolTimeout) as lost:
            raise Unavailable(
                "database-unreachable",
                nb="Databasen kan ikke nås nå. Send det samme igjen, helst med samme nøkkel.",
                en="The database cannot be reached now. Send the same again, best with its key.",
            ) from lost

    return asked
