"""The Public Administration Act of 1967 (forvaltningsloven): appeals and the periods around them.

The days are those from which the wording read has stood; see the amendment notes of the sections.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.law.digital_notices import Decides, FilingRule
from domain.law.timers import Ends, Nature, Rolls, Starts, TimerRule, Unit
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.findings import Confidence

ACT = "forvaltningsloven (LOV-1967-02-10)"
COMMENCEMENT = date(1970, 1, 1)


class Regime(StrEnum):
    """The two acts that can govern a decision and the appeal against it."""

    ACT_OF_1967 = "fvl1967"
    ACT_OF_2025 = "fvl2025"


class Ground(StrEnum):
    """Why an appeal that is late may be treated all the same."""

    NOT_TO_BLAME = "not-to-blame"
    SPECIAL_REASONS = "special-reasons"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrationRule:
    """Which act governs an appeal, chosen by the day the decision was made (AMB-42)."""

    regime: Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongBodyRule:
    """Whether whoever turns to a body that it does not concern is shown to the right one."""

    shown_to_the_right_one: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentativeRule:
    """Whether what arrives with a representative counts as arrived with the party.

    Of several who are to have the notice, the last one to get it starts the period (AMB-50).
    """

    arrival_counts: bool
    last_of_several: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptionRule:
    """What a demand for reasons does to the period to appeal, if it is made before the end."""

    new_full_period: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRule:
    """When the period to appeal can be extended."""

    before_expiry: bool
    in_special_cases: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LateAppealRule:
    """On which grounds a late appeal may be treated; a person weighs them."""

    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRule:
    """How many days are given to mend an appeal; the act only says a short time (AMB-33)."""

    days: int
    fewest: int
    most: int
    rolls: Rolls
    nature: Nature


def _at(section: str, paragraph: int | None = None, sentence: int | None = None) -> Citation:
    return Citation(act=ACT, section=section, paragraph=paragraph, sentence=sentence)


def _legal(length: int, unit: Unit, starts: Starts) -> TimerRule:
    return TimerRule(length=length, unit=unit, starts=starts, rolls=Rolls.YES, nature=Nature.LEGAL)


ADMINISTRATION = Dated(
    "administration act",
    Version(
        in_force_from=COMMENCEMENT,
        value=AdministrationRule(regime=Regime.ACT_OF_1967),
        citation=Citation(act=ACT, section=""),
    ),
)

APPEAL = Dated(
    "appeal",
    Version(
        in_force_from=COMMENCEMENT,
        value=_legal(3, Unit.WEEKS, Starts.NOTICE_ARRIVED),
        citation=_at("29", 1, 1),
    ),
)

APPEAL_ONCE_KNOWN = Dated(
    "appeal by one who got no notice",
    Version(
        in_force_from=COMMENCEMENT,
        value=_legal(3, Unit.WEEKS, Starts.KNOWN),
        citation=_at("29", 2, 1),
    ),
)

APPEAL_BY_OTHERS = Dated(
    "appeal by others",
    Version(
        in_force_from=COMMENCEMENT,
        value=_legal(3, Unit.MONTHS, Starts.DECISION_MADE),
        citation=_at("29", 2, 2),
    ),
)

# That the representative's arrival starts the period is inferred from who is to be told.
REPRESENTATIVE = Dated(
    "notice to a representative",
    Version(
        in_force_from=COMMENCEMENT,
        value=RepresentativeRule(arrival_counts=True, last_of_several=True),
        citation=_at("12", 3),
        confidence=Confidence.C,
    ),
)

INTERRUPTION = Dated(
    "interruption by a demand for reasons",
    Version(
        in_force_from=COMMENCEMENT,
        value=InterruptionRule(new_full_period=True),
        citation=_at("29", 3),
    ),
)

EXTENSION = Dated(
    "extension of the period to appeal",
    Version(
        in_force_from=COMMENCEMENT,
        value=ExtensionRule(before_expiry=True, in_special_cases=True),
        citation=_at("29", 4),
    ),
)

APPEAL_FILING = Dated(
    "appeal in time",
    Version(
        in_force_from=date(2016, 1, 1),
        value=FilingRule(decides=Decides.HANDED_OVER),
        citation=_at("30", sentence=1),
    ),
)

REPEATED_APPEAL = Dated(
    "repeating an appeal that never arrived",
    Version(
        in_force_from=date(2016, 1, 1),
        value=_legal(1, Unit.WEEKS, Starts.KNOWN),
        citation=_at("30", sentence=2),
    ),
)

LATE_APPEAL = Dated(
    "late appeal",
    Version(
        in_force_from=date(1978, 1, 1),
        value=LateAppealRule(grounds=(Ground.NOT_TO_BLAME, Ground.SPECIAL_REASONS)),
        citation=_at("31", 1),
    ),
)

# Section 30 sends the appeal's own period to the Courts Act; of the year it says nothing (AMB-34).
LATE_APPEAL_CAP = Dated(
    "cap of late appeals",
    Version(
        in_force_from=date(1978, 1, 1),
        value=TimerRule(
            length=1,
            unit=Unit.YEARS,
            starts=Starts.DECISION_MADE,
            rolls=Rolls.UNSETTLED,
            nature=Nature.LEGAL,
        ),
        citation=_at("31", 3),
    ),
)

WRONG_BODY = Dated(
    "what came to the wrong body",
    Version(
        in_force_from=date(1995, 4, 1),
        value=WrongBodyRule(shown_to_the_right_one=True),
        citation=_at("11", 4, 1),
    ),
)

CORRECTED_APPEAL = Dated(
    "correction of an appeal",
    Version(
        in_force_from=date(2014, 2, 7),
        value=CorrectionRule(
            days=14, fewest=7, most=21, rolls=Rolls.YES, nature=Nature.SET_BY_AUTHORITY
        ),
        citation=_at("32", 3),
        confidence=Confidence.C,
    ),
)

COST_CLAIM = Dated(
    "claim for costs",
    Version(
        in_force_from=date(1995, 4, 1),
        value=_legal(3, Unit.WEEKS, Starts.NEW_DECISION_ARRIVED),
        citation=_at("36", 3, 3),
    ),
)

DETRIMENT_NOTICE = Dated(
    "notice of a change to the appellant's detriment",
    Version(
        in_force_from=date(2018, 1, 1),
        value=TimerRule(
            length=3,
            unit=Unit.MONTHS,
            starts=Starts.APPEAL_RECEIVED,
            rolls=Rolls.NO,
            nature=Nature.LEGAL_FOR_AUTHORITY,
        ),
        citation=_at("34", 3, 2),
    ),
)

LAWSUIT_DESPITE_APPEAL = Dated(
    "lawsuit despite a pending appeal",
    Version(
        in_force_from=date(2008, 1, 1),
        value=TimerRule(
            length=6,
            unit=Unit.MONTHS,
            starts=Starts.APPEAL_FIRST_MADE,
            rolls=Rolls.NO,
            nature=Nature.LEGAL,
            ends=Ends.EARLIEST_DAY,
        ),
        citation=_at("27 b", sentence=2),
    ),
)

PROVISIONAL_REPLY = Dated(
    "provisional reply",
    Version(
        in_force_from=date(1995, 4, 1),
        value=TimerRule(
            length=1,
            unit=Unit.MONTHS,
            starts=Starts.INQUIRY_RECEIVED,
            rolls=Rolls.NO,
            nature=Nature.LEGAL_FOR_AUTHORITY,
        ),
        citation=_at("11 a", 3),
    ),
)
