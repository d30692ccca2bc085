"""Nobody decides at the appeal body what they had a hand in at first instance (section 6)."""

from __future__ import annotations

from domain.law.administration import ACT
from domain.proceedings import refusals
from domain.proceedings.proceeding import Proceeding
from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.ids import Id

IMPARTIAL = Citation(act=ACT, section="6", paragraph=2)


def refuse_who_decided_before(proceeding: Proceeding, by: Id) -> None:
    """Raise RuleBroken for one who decided, reviewed or dismissed at first instance."""
    if by in proceeding.first_instance:
        raise refusals.broken(
            "L-FVL-15",
            IMPARTIAL,
            nb="Den som avgjorde saken i første instans, avgjør ikke klagen.",
            en="Whoever decided the case at first instance does not decide the appeal.",
            confidence=Confidence.C,
        )
