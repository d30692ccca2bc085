"""What an establishment's history tells of a decision about it and the appeal against it."""

from __future__ import annotations

from datetime import date

from domain.organisations.decisions import (
    OrganisationAppealConcludedTold,
    OrganisationAppealTold,
    OrganisationDecisionTold,
    OrganisationForwardingTold,
    OrganisationPeriodTold,
    OrganisationWithdrawalTold,
)
from tests.support.told_decisions import APPEAL, OTHER_PROCEEDING, PROCEEDING

TOLD_OF_ESTABLISHMENT = (
    OrganisationDecisionTold(
        proceeding=PROCEEDING,
        kind="registration",
        outcome="refused",
        remedy="appeal",
        decided_on=date(2026, 3, 31),
        applied_on=date(2026, 2, 2),
    ),
    OrganisationPeriodTold(
        proceeding=PROCEEDING, last_day=date(2026, 4, 21), computed_on=date(2026, 3, 31)
    ),
    OrganisationAppealTold(
        proceeding=PROCEEDING, appeal=APPEAL, received_on=date(2026, 4, 21), verdict="in-time"
    ),
    OrganisationForwardingTold(
        proceeding=PROCEEDING, appeal=APPEAL, to="helseklage", forwarded_on=date(2026, 6, 15)
    ),
    OrganisationAppealConcludedTold(
        proceeding=PROCEEDING, appeal=APPEAL, outcome="upheld", concluded_on=date(2026, 9, 1)
    ),
    OrganisationWithdrawalTold(
        proceeding=OTHER_PROCEEDING,
        kind="establishment-approval",
        withdrawn_on=date(2026, 9, 2),
    ),
)
