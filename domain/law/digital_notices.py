"""The regulation on electronic communication with the administration (eForvaltningsforskriften)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.law.timers import Nature, Rolls, Starts, TimerRule, Unit
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version

REGULATION = "eForvaltningsforskriften"

# The day on which notices became digital unless the reader had reserved against it.
DIGITAL_FIRST = date(2014, 2, 7)


class Arrives(StrEnum):
    """When a digital notice has arrived; opening it never matters."""

    AVAILABLE_AND_ALERTED = "available-and-alerted"
    ALERTED = "alerted"


class Decides(StrEnum):
    """What decides whether an appeal was made in time."""

    HANDED_OVER = "handed-over"
    ARRIVED = "arrived"
    SENT_OR_DELIVERED = "sent-or-delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitalNoticeRule:
    """When the period to appeal starts for a decision that is given digitally."""

    arrives: Arrives


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingRule:
    """What must have happened to an appeal before the period is over."""

    decides: Decides


DIGITAL_NOTICE = Dated(
    "digital notice",
    Version(
        in_force_from=DIGITAL_FIRST,
        value=DigitalNoticeRule(arrives=Arrives.AVAILABLE_AND_ALERTED),
        citation=Citation(act=REGULATION, section="11", paragraph=2),
    ),
)

# A second alert restarts nothing; that it does not move to a working day either is our reading.
SECOND_ALERT = Dated(
    "second alert",
    Version(
        in_force_from=DIGITAL_FIRST,
        value=TimerRule(
            length=1,
            unit=Unit.WEEKS,
            starts=Starts.ALERT_SENT,
            rolls=Rolls.NO,
            nature=Nature.LEGAL_FOR_AUTHORITY,
        ),
        citation=Citation(act=REGULATION, section="8"),
    ),
)

DIGITAL_FILING = Dated(
    "digital appeal in time",
    Version(
        in_force_from=DIGITAL_FIRST,
        value=FilingRule(decides=Decides.ARRIVED),
        citation=Citation(act=REGULATION, section="11", paragraph=5),
    ),
)

SENT_TO_THE_WRONG_ADDRESS = Citation(act=REGULATION, section="7")
SEND_AGAIN_WITHOUT_RECEIPT = Citation(act=REGULATION, section="11", paragraph=4)
