"""Acts beside the appeal: a superior body's reversal, deferral, and lawsuits that wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.law.administration import ACT
from domain.law.remedies import Instance
from domain.law.timers import Nature, Rolls, Starts, TimerRule, Unit
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version

REVERSAL_FROM = date(2021, 6, 1)


class SuperiorGround(StrEnum):
    """Why a superior body may reverse; which of them there are depends on the act."""

    NOT_TO_DETRIMENT = "not-to-detriment"
    NOT_ARRIVED = "notice-not-arrived"
    INVALID = "invalid"
    FOR_OTHERS = "for-others-or-public-interests"
    CONDITIONS = "conditions-broken-or-premises-failed"
    STRONG_INTERESTS = "strong-interests-weigh-clearly-more"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorReversalRule:
    """Which of the bodies that hear appeals do not reverse without one."""

    not_by: tuple[Instance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferralRule:
    """Whether what cannot be undone must wait, unless weighty interests or a hopeless appeal."""

    must_if_irreversible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LawsuitConditionRule:
    """Whether a condition that a lawsuit waits for the appeal binds only if the notice says it."""

    only_if_told: bool


def _at(section: str, paragraph: int | None = None, sentence: int | None = None) -> Citation:
    return Citation(act=ACT, section=section, paragraph=paragraph, sentence=sentence)


# The authority is bound: its days do not move to a working day, as with section 34 (L-FVL-09).
def _from_the_notice(length: int, unit: Unit, sentence: int) -> Version[TimerRule]:
    return Version(
        in_force_from=REVERSAL_FROM,
        value=TimerRule(
            length=length,
            unit=unit,
            starts=Starts.NOTICE_SENT,
            rolls=Rolls.NO,
            nature=Nature.LEGAL_FOR_AUTHORITY,
        ),
        citation=_at("35", 3, sentence),
    )


SUPERIOR_REVERSAL = Dated(
    "reversal by the superior body",
    Version(
        in_force_from=REVERSAL_FROM,
        value=SuperiorReversalRule(not_by=(Instance.MUNICIPAL_APPEALS,)),
        citation=_at("35", 4, 1),
    ),
)
SUPERIOR_REVIEW_NOTICE = Dated(
    "notice that a superior body will review", _from_the_notice(3, Unit.WEEKS, 2)
)
SUPERIOR_REVERSAL_NOTICE = Dated(
    "notice that a superior body has reversed", _from_the_notice(3, Unit.MONTHS, 2)
)
SUPERIOR_REVERSAL_OF_APPEAL = Dated(
    "notice that a decision in an appeal is reversed", _from_the_notice(3, Unit.WEEKS, 3)
)

DEFERRAL = Dated(
    "deferral",
    Version(
        in_force_from=date(1995, 4, 1),
        value=DeferralRule(must_if_irreversible=False),
        citation=_at("42", 1),
    ),
)

LAWSUIT_CONDITION = Dated(
    "condition of a lawsuit",
    Version(
        in_force_from=date(2008, 1, 1),
        value=LawsuitConditionRule(only_if_told=True),
        citation=_at("27 b", sentence=1),
    ),
)
