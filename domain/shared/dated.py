"""A rule's wordings through time: what it said, from which day, by which provision."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.refusals import Invalid

T = TypeVar("T")


class NoRuleInForce(Invalid):
    """No version of the rule was in force on the day, so nothing can be judged on it."""

    def __init__(self, name: str, day: date, first: date) -> None:
        super().__init__(
            "no-rule-in-force",
            nb=f"Regelen «{name}» gjelder fra {first}; {day} er før det.",
            en=f"The rule '{name}' is in force from {first}; {day} is before that.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Generic[T]):
    """One wording of a rule: what it said, from which day, by which provision."""

    in_force_from: date
    value: T
    citation: Citation
    confidence: Confidence = Confidence.A


class Dated(Generic[T]):
    """Every version a rule has had, oldest first."""

    def __init__(self, name: str, *versions: Version[T]) -> None:
        self.name = name
        self.versions = versions
        self._starts = [version.in_force_from for version in versions]
        if self._starts != sorted(set(self._starts)):
            msg = f"versions of '{name}' must start on distinct, rising days"
            raise ValueError(msg)

    def on(self, day: date) -> Version[T]:
        """Return the version in force on the given day; raises NoRuleInForce before the first."""
        position = bisect_right(self._starts, day)
        if position == 0:
            raise NoRuleInForce(self.name, day, self._starts[0])
        return self.versions[position - 1]

    def amended(self, version: Version[T]) -> Dated[T]:
        """Return this rule as it would be with one version more."""
        return Dated(self.name, *self.versions, version)
