"""A case: what the facts of one history come to, one after the other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any

from domain.shared.facts import Fact

Effects = dict[type[Fact], Callable[[Any, int], None]]
"""What each kind of fact does to a case or a part of it, given the fact and its version."""


class Case(ABC):
    """Base of everything that has a history of its own."""

    def __init__(self) -> None:
        self.version = 0
        self._effects = self.effects()

    @abstractmethod
    def effects(self) -> Effects:
        """Return what each kind of fact of the case does; asked once, when the case is made."""

    def apply(self, fact: Fact) -> None:
        """Let the next fact take effect. It happened: nothing is judged again."""
        self.fold((fact,))

    def fold(self, facts: Iterable[Fact]) -> None:
        """Let the next facts take effect; in one call, for histories have thousands."""
        effects = self._effects
        for version, fact in enumerate(facts, start=self.version + 1):
            # Told before the effect, so that one that fails is found at its version.
            self.version = version
            effects[type(fact)](fact, version)
