"""The days on which an establishment is in a register, as the decisions about it leave them.

What gives reaches back to the application (section 21, third paragraph). What takes away never
reaches back: what was done while the register said so, was done in a registered establishment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from domain.calendar.spans import Span
from domain.shared.days import day_after, day_before

GIVING = frozenset({"granted", "partly-granted"})
REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one proceeding came to on a day: an outcome, or that it was set aside.

    ``applied_on`` is None where nobody applied for what was decided.
    """

    outcome: str
    decided_on: date
    applied_on: date | None


@dataclass(slots=True)
class _Effect:
    """What a proceeding gives and takes, as its steps so far leave it."""

    given: list[Span] = field(default_factory=list)
    taken_from: date | None = None

    def take(self, step: Step) -> None:
        """Let a step replace what the proceeding came to before: changed, or as if never made."""
        self.given = list(_until(self.given, step.decided_on))
        self.taken_from = None
        if step.outcome in GIVING:
            self.given.append(Span(step.applied_on or step.decided_on))
        elif step.outcome == REFUSED:
            self.taken_from = step.decided_on


def days_in_register(
    before: tuple[Span, ...], proceedings: Iterable[Iterable[Step]]
) -> tuple[Span, ...]:
    """Return the days, given those without any decision and the steps of each proceeding.

    The proceedings are in the order in which each was first decided.
    """
    days = list(before)
    for steps in proceedings:
        effect = _Effect()
        for step in steps:
            effect.take(step)
        if effect.taken_from:
            days = list(_until(days, effect.taken_from))
        days += effect.given
    return _joined(days)


def _until(spans: Iterable[Span], day: date) -> Iterable[Span]:
    """Yield what is left of the spans before a day."""
    for span in spans:
        if span.first_day < day:
            yield Span(span.first_day, min(span.last_day, day_before(day)))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans with those that overlap, or follow day upon day, as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.first_day <= day_after(found[-1].last_day):
            found[-1] = Span(found[-1].first_day, max(found[-1].last_day, span.last_day))
        else:
            found.append(span)
    return tuple(found)
