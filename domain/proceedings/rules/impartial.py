"""Nobody decides at the appeal body what they had a hand in at first instance (§ 6; § 26)."""

from __future__ import annotations

from domain.law.administration import Regime
from domain.law.impartial_places import OF_ACT
from domain.proceedings import refusals
from domain.proceedings.proceeding import Proceeding
from domain.shared.findings import Confidence
from domain.shared.ids import Id


def refuse_who_decided_before(proceeding: Proceeding, by: Id, regime: Regime) -> None:
    """Raise RuleBroken for one who decided, reviewed or dismissed at first instance."""
    if by in proceeding.first_instance:
        own = proceeding.be_open().decided_by
        # Of one who only maintained the decision neither act speaks.
        decided = any(one.decided_by == by and one.body == own for one in proceeding.rulings)
        raise refusals.broken(
            "L-FVL-15",
            OF_ACT[regime].decided_below,
            nb="Den som avgjorde saken i første instans, avgjør ikke i klageinstansen.",
            en="Whoever decided the case at first instance does not decide at the appeal body.",
            confidence=OF_ACT[regime].decided_below_is if decided else Confidence.C,
        )
