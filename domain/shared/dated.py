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

    def __init__(self, name: str, day: date, *, nb: str, en: str) -> None:
        super().__init__(
            "no-rule-in-force",
            nb=f"Regelen «{name}» gjelder ikke {day}: {nb}.",
            en=f"The rule '{name}' is not in force on {day}: {en}.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Generic[T]):
    """One wording of a rule: what it said, from which day, by which provision.

    ``announced_on`` is given where people had to act on the text before or after it was known;
    a version without one was known by the day it came into force.
    """

    in_force_from: date
    value: T
    citation: Citation
    confidence: Confidence = Confidence.A
    announced_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeal:
    """The end of a rule: from this day it says nothing, until it is given anew."""

    in_force_from: date
    citation: Citation
    announced_on: date | None = None


class Dated(Generic[T]):
    """Every version a rule has had, oldest first; its end is one of them.

    Of two versions in force from the same day the one announced last stands.
    """

    def __init__(self, name: str, *versions: Version[T] | Repeal) -> None:
        self.name = name
        self.versions = versions
        self._starts = [version.in_force_from for version in versions]
        order = [(version.in_force_from, known_from(version)) for version in versions]
        if order != sorted(set(order)):
            msg = f"versions of '{name}' must start on rising days, each announced on its own"
            raise ValueError(msg)

    @property
    def wordings(self) -> tuple[Version[T], ...]:
        """Return the versions that say something, without the repeals."""
        return tuple(each for each in self.versions if not isinstance(each, Repeal))

    def find(self, day: date) -> Version[T] | None:
        """Return the version in force on the day, None before the first and after a repeal."""
        found = self._latest(day)
        return None if isinstance(found, Repeal) else found

    def on(self, day: date) -> Version[T]:
        """Return the version in force on the given day; raises NoRuleInForce."""
        found = self._latest(day)
        if found is None:
            raise self._before(day)
        if isinstance(found, Repeal):
            ended = found.in_force_from
            raise NoRuleInForce(
                self.name, day, nb=f"den ble opphevet fra {ended}", en=f"repealed from {ended}"
            )
        return found

    def as_announced_by(self, day: date) -> Dated[T]:
        """Return the rule as those could know it who had read everything announced by the day."""
        return Dated(self.name, *(each for each in self.versions if known_from(each) <= day))

    def amended(self, *versions: Version[T] | Repeal) -> Dated[T]:
        """Return this rule as it would be with these versions more."""
        return Dated(self.name, *self.versions, *versions)

    def _latest(self, day: date) -> Version[T] | Repeal | None:
        position = bisect_right(self._starts, day)
        return self.versions[position - 1] if position else None

    def _before(self, day: date) -> NoRuleInForce:
        if not self.versions:
            return NoRuleInForce(
                self.name, day, nb="ingenting var kunngjort", en="nothing was announced"
            )
        first = self._starts[0]
        return NoRuleInForce(
            self.name, day, nb=f"den gjelder fra {first}", en=f"it is in force from {first}"
        )


def known_from(version: Version[T] | Repeal) -> date:
    """Return the first day on which the version could be known."""
    return version.announced_on or version.in_force_from
