"""Periods of the training itself, and of the offices around it, that bind in different ways."""

from __future__ import annotations

from datetime import date

from domain.law.specialist_training import ACT, NEW_SCHEME
from domain.law.timers import (
    Ends,
    Nature,
    Rolls,
    Starts,
    StatedDayRule,
    TimerRule,
    Unit,
    YearlyDayRule,
)
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.findings import Confidence

# Pages of an office, dated by the office itself.
_GUIDE_OF_2017 = Citation(act="Helsedirektoratet: veiledet tjeneste (17.10.2017)", section="")
_GUIDE_FROM = date(2017, 10, 17)


def _target(length: int, unit: Unit, starts: Starts) -> TimerRule:
    return TimerRule(
        length=length, unit=unit, starts=starts, rolls=Rolls.NO, nature=Nature.SERVICE_TARGET
    )


HALF_YEARLY_MEETING = Dated(
    "half-yearly meeting",
    Version(
        in_force_from=NEW_SCHEME,
        value=TimerRule(
            length=6,
            unit=Unit.MONTHS,
            starts=Starts.LAST_MEETING,
            rolls=Rolls.NO,
            nature=Nature.LOCAL,
        ),
        citation=Citation(act="Åsnes kommune: plan for spesialistutdanning", section=""),
        confidence=Confidence.C,
    ),
)

# Waiting time and activities are both asked for; the program counts the one (AMB-49).
SECOND_REASSESSMENT = Dated(
    "second new assessment",
    Version(
        in_force_from=NEW_SCHEME,
        value=TimerRule(
            length=6,
            unit=Unit.MONTHS,
            starts=Starts.SECOND_REFUSAL,
            rolls=Rolls.NO,
            nature=Nature.LEGAL,
            ends=Ends.EARLIEST_DAY,
        ),
        citation=Citation(act=ACT, section="26", paragraph=4),
    ),
)

SUPERVISOR_EXEMPTION_ENDS = Dated(
    "end of a supervisor's exemption",
    Version(
        in_force_from=NEW_SCHEME,
        value=StatedDayRule(counts_itself=True, rolls=Rolls.NO, nature=Nature.LEGAL),
        citation=Citation(act=ACT, section="25", paragraph=4),
    ),
)

APPROVAL_PROCESSING = Dated(
    "processing of an approval",
    Version(
        in_force_from=_GUIDE_FROM,
        value=_target(6, Unit.WEEKS, Starts.APPLICATION_RECEIVED),
        citation=_GUIDE_OF_2017,
        confidence=Confidence.B,
    ),
)

SPECIALIST_PROCESSING = Dated(
    "processing of a specialist approval",
    Version(
        in_force_from=NEW_SCHEME,
        value=_target(3, Unit.MONTHS, Starts.APPLICATION_RECEIVED),
        citation=Citation(act="Helsedirektoratet: søknad om spesialistgodkjenning", section=""),
        confidence=Confidence.B,
    ),
)

APPEAL_PROCESSING = Dated(
    "processing of an appeal by the Directorate",
    Version(
        in_force_from=_GUIDE_FROM,
        value=_target(4, Unit.MONTHS, Starts.APPEAL_RECEIVED),
        citation=_GUIDE_OF_2017,
        confidence=Confidence.B,
    ),
)

# The length is the act's; that it moves to a working day is assumed.
LAWSUIT_AFTER_BOARD = Dated(
    "lawsuit after the board",
    Version(
        in_force_from=NEW_SCHEME,
        value=TimerRule(
            length=6,
            unit=Unit.MONTHS,
            starts=Starts.BOARD_DECISION_ARRIVED,
            rolls=Rolls.YES,
            nature=Nature.LEGAL,
        ),
        citation=Citation(act="helsepersonelloven", section="71"),
        confidence=Confidence.C,
    ),
)

# Each year until 2029 for the year before; that the first is due in 2027 is inferred.
EXEMPTION_REPORT = Dated(
    "municipality's report on exemptions",
    Version(
        in_force_from=date(2026, 1, 1),
        value=YearlyDayRule(
            month=3,
            day=31,
            first_year=2027,
            last_year=2029,
            rolls=Rolls.UNSETTLED,
            nature=Nature.LEGAL,
        ),
        citation=Citation(
            act="kompetanseforskriften", section="4", amended_by="FOR-2025-05-23-838"
        ),
        confidence=Confidence.C,
    ),
)
