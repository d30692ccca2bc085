"""A period that runs from the arrival of the notice of a ruling, and is no time to appeal."""

from __future__ import annotations

from dataclasses import replace

from domain.calendar.appeal_start import start_of
from domain.calendar.deadlines import Deadline
from domain.calendar.periods import period
from domain.law.book import LawBook
from domain.proceedings.rulings import Ruling


def from_arrival(name: str, ruling: Ruling, law: LawBook) -> Deadline | None:
    """Return when a period of the register is over; None before the notice has arrived."""
    if not ruling.notice.arrivals:
        return None
    decided_on = ruling.decided_on
    start = start_of(ruling.notice.question(decided_on, law), law, decided_on)
    counted = period(name, start.day, law, governed_on=decided_on)
    return replace(
        counted,
        governed_on=decided_on,
        steps=(*start.steps, *counted.steps),
        ambiguities=(*start.ambiguities, *counted.ambiguities),
        settled=counted.settled and start.settled,
    )
