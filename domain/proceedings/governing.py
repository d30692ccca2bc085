"""Which act governs what is done in a case: that of the decision's day, once there is a decision.

Before it, and again once it was set aside, that of the day something is done: what is prepared then
is for a decision still to be made. What is done about an appeal follows the ruling it is against.
"""

from __future__ import annotations

from datetime import date

from domain.law.administration import Regime
from domain.law.aside_places import regime_of
from domain.law.book import LawBook
from domain.proceedings.appeal import Appeal
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import SET_ASIDE


def case_governed_on(proceeding: Proceeding, on: date) -> date:
    """Return by the law of which day the case is handled."""
    standing = proceeding.rulings.standing
    return on if standing is None or standing.outcome == SET_ASIDE else standing.decided_on


def appeal_governed_on(proceeding: Proceeding, appeal: Appeal, on: date) -> date:
    """Return by the law of which day an appeal is handled."""
    against = proceeding.ruling_against(appeal)
    return against.decided_on if against else on


def regime_of_case(proceeding: Proceeding, on: date, law: LawBook) -> Regime:
    return regime_of(law, case_governed_on(proceeding, on))


def regime_of_appeal(proceeding: Proceeding, appeal: Appeal, on: date, law: LawBook) -> Regime:
    return regime_of(law, appeal_governed_on(proceeding, appeal, on))
