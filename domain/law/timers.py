"""What every period of time at law has: a length, a start, and whether its end moves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a period is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Starts(StrEnum):
    """What happened on the day a period starts."""

    NOTICE_SENT = "notice-sent"
    NOTICE_ARRIVED = "notice-arrived"
    REASONS_ARRIVED = "reasons-arrived"
    KNOWN = "known-or-should-have-been-known"
    DECISION_MADE = "decision-made"
    NEW_DECISION_ARRIVED = "notice-of-new-decision-arrived"
    APPEAL_RECEIVED = "appeal-received"
    APPEAL_FIRST_MADE = "appeal-first-made"
    INQUIRY_RECEIVED = "inquiry-received"
    LETTER_OF_DEFECTS = "letter-of-defects"
    ALERT_SENT = "available-and-alerted"
    APPLICATION_RECEIVED = "application-received"
    SECOND_REFUSAL = "second-negative-outcome"
    LAST_MEETING = "start-or-last-meeting"
    BOARD_DECISION_ARRIVED = "notice-of-the-board-arrived"


class Rolls(StrEnum):
    """Whether a period that ends on a day off goes on to the next working day."""

    YES = "yes"
    NO = "no"
    UNSETTLED = "unsettled"


class Nature(StrEnum):
    """What binds: the law, an authority's own letter, a local plan, or only a promise."""

    LEGAL = "legal"
    LEGAL_FOR_AUTHORITY = "legal, for the authority"
    SET_BY_AUTHORITY = "set by the authority"
    LOCAL = "local"
    SERVICE_TARGET = "service target, never law"


class Ends(StrEnum):
    """Whether the period ends with a last day to act, or an earliest one."""

    LAST_DAY = "last-day"
    EARLIEST_DAY = "earliest-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRule:
    """How long a period is, what starts it, whether its end moves, and whom it binds."""

    length: int
    unit: Unit
    starts: Starts
    rolls: Rolls
    nature: Nature
    ends: Ends = Ends.LAST_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDayRule:
    """A last day that the decision itself states, which counts with it."""

    counts_itself: bool
    rolls: Rolls
    nature: Nature


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyDayRule:
    """A day of the year by which something is due, from one year to another."""

    month: int
    day: int
    first_year: int
    last_year: int
    rolls: Rolls
    nature: Nature
