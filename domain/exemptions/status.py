"""The status of an exemption on any day, from its decisions alone.

Whether anybody noted that it expired makes no difference: the law ends it, not our noticing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from domain.calendar.spans import Span
from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import ExemptionGranted
from domain.shared.days import day_after, day_before


class Status(StrEnum):
    """Where an exemption is on a day."""

    APPLIED_FOR = "applied-for"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    GRANTED = "granted"
    IN_FORCE = "in-force"
    REVOKED = "revoked"
    EXPIRED = "expired"


def status_on(exemption: Exemption, day: date) -> Status | None:
    """Return the status on the day, None before the application."""
    return next((status for status, span in statuses(exemption) if day in span), None)


def statuses(exemption: Exemption) -> tuple[tuple[Status, Span], ...]:
    """Return each status with its days, oldest first and without a gap.

    It begins with the application; an exemption granted for days before that was in force then.
    """
    applied = exemption.applied
    if applied is None:
        return ()
    found: list[tuple[Status, date]] = [(Status.APPLIED_FOR, applied.applied_on)]
    for undone in exemption.before:
        again = undone.set_aside.set_aside_on
        if undone.refused:
            found.append((Status.REFUSED, undone.refused.decided_on))
        elif undone.granted and undone.last_day:
            found += _in_force(undone.granted, undone.last_day)
            found.append((Status.EXPIRED, day_after(undone.last_day)))
            again = max(again, day_after(undone.last_day))
        found.append((Status.APPLIED_FOR, again))
    if exemption.withdrawn:
        found.append((Status.WITHDRAWN, exemption.withdrawn.withdrawn_on))
    elif exemption.refused:
        found.append((Status.REFUSED, exemption.refused.decided_on))
    elif exemption.granted:
        found += _after(exemption, exemption.granted)
    return tuple(_spans(found))


def _after(exemption: Exemption, granted: ExemptionGranted) -> Iterator[tuple[Status, date]]:
    last_day = exemption.last_day
    yield from _in_force(granted, last_day)
    yield (Status.REVOKED if exemption.revoked else Status.EXPIRED), day_after(last_day)


def _in_force(granted: ExemptionGranted, last_day: date) -> Iterator[tuple[Status, date]]:
    yield Status.GRANTED, min(granted.decided_on, granted.first_day)
    if granted.first_day <= last_day:
        yield Status.IN_FORCE, granted.first_day


def _spans(found: list[tuple[Status, date]]) -> Iterator[tuple[Status, Span]]:
    """Yield each status until the day before the next; one without a day of its own not at all.

    What came later is what holds of the days it is about: a grant on appeal may reach back.
    """
    kept: list[tuple[Status, date]] = []
    for status, start in found:
        while kept and kept[-1][1] >= start:
            kept.pop()
        kept.append((status, start))
    ends = [day_before(start) for _, start in kept[1:]] + [date.max]
    for (status, start), end in zip(kept, ends, strict=True):
        yield status, Span(start, end)
