"""Bodies of requests made up from the commands they become: of the right shape, and no more."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from domain.shared.ids import Id

DAYS = (-400, -100, -21, -3, 0, 0, 0, 0, 0, 1, 14, 40, 90, 200)
"""How far from today a day is that somebody states."""
LEFT_OUT = 0.4


@dataclass(slots=True)
class Anything:
    """What can be said today, of these people and of what was made before."""

    chance: random.Random
    people: Collection[str]
    today: date
    made: dict[str, list[str]] = field(default_factory=dict)

    def body(self, command: type, *, without: Collection[str] = ()) -> dict[str, Any]:
        """Return a body for a command; what may be left out sometimes is."""
        hints = get_type_hints(command)
        told: dict[str, Any] = {}
        for one in fields(command):
            wanted = one.name not in without and (_must(one) or self.chance.random() > LEFT_OUT)
            if wanted:
                told[_camel(one.name)] = self.value(one.name, hints[one.name])
        return told

    def value(self, name: str, kind: Any) -> Any:
        """Return a value of a kind; an id is one that was made under the name, or a person's."""
        if get_origin(kind) in {Union, UnionType}:
            return self.value(name, next(one for one in get_args(kind) if one is not type(None)))
        if get_origin(kind) is tuple:
            return self._several(name, get_args(kind)[0])
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.chance.choice(list(kind)).value
        if is_dataclass(kind):
            return self.body(kind)  # type: ignore[arg-type]
        plain: dict[Any, Any] = {
            Id: self.id_of(name),
            date: str(self.today + timedelta(days=self.chance.choice(DAYS))),
            bool: self.chance.random() > LEFT_OUT,
            int: self.chance.choice((0, 0, 1, 2, 3, 5, 8, 5000)),
            str: "Tekst.",
        }
        return plain[kind]

    def _several(self, name: str, of: Any) -> list[Any]:
        # A notice that is to say several things mostly says all there is.
        if isinstance(of, type) and issubclass(of, Enum) and self.chance.random() > LEFT_OUT:
            return [one.value for one in of]
        return [self.value(name, of) for _ in range(self.chance.randint(0, 2))]

    def id_of(self, name: str) -> str:
        return self.chance.choice(self.made.get(name) or list(self.people))


def _must(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)
