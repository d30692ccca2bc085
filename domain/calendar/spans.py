"""Spans of days, both ends included, and set algebra on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.shared.refusals import Invalid


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From a first day to a last day, both included; a last day far away means still open."""

    first_day: date
    last_day: date = date.max

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            msg = f"a span cannot end ({self.last_day}) before it begins ({self.first_day})"
            raise ValueError(msg)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @property
    def ends_on(self) -> date | None:
        """Return the last day, None while it is open."""
        return None if self.last_day == date.max else self.last_day

    def overlaps(self, other: Span) -> bool:
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    @classmethod
    def of(cls, first_day: date, last_day: date | None) -> Span:
        """Return the span as facts keep it, where no last day means still open."""
        return cls(first_day, last_day or date.max)


def asked_span(first_day: date, last_day: date | None) -> Span:
    """Return the span a person asked for; raises Invalid if it ends before it begins."""
    if last_day and last_day < first_day:
        raise Invalid(
            "days-reversed",
            nb=f"Siste dag ({last_day}) kan ikke være før første dag ({first_day}).",
            en=f"The last day ({last_day}) cannot be before the first day ({first_day}).",
            field="lastDay",
        )
    return Span.of(first_day, last_day)


def covers(spans: tuple[Span, ...], day: date) -> bool:
    """Return whether any of the spans contains the day."""
    return any(day in span for span in spans)
