"""What a plan tells of a decision about the doctor and the appeal against it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.plans.decisions import (
    AppealConcludedTold,
    AppealPeriodTold,
    AppealTold,
    DecisionTold,
    ForwardingTold,
    WithdrawalTold,
)
from domain.shared.ids import Id

PROCEEDING, APPEAL = Id(f"{UUID(int=0x9C0)}"), Id(f"{UUID(int=0x9C1)}")
OTHER_PROCEEDING = Id(f"{UUID(int=0x9C2)}")

TOLD_OF_PROCEEDING = (
    DecisionTold(
        proceeding=PROCEEDING,
        kind="specialist-approval",
        outcome="refused",
        remedy="appeal",
        decided_on=date(2026, 3, 31),
    ),
    AppealPeriodTold(
        proceeding=PROCEEDING, last_day=date(2026, 4, 21), computed_on=date(2026, 3, 31)
    ),
    AppealTold(
        proceeding=PROCEEDING, appeal=APPEAL, received_on=date(2026, 4, 21), verdict="in-time"
    ),
    ForwardingTold(
        proceeding=PROCEEDING,
        appeal=APPEAL,
        to="personnel-board",
        forwarded_on=date(2026, 6, 15),
    ),
    AppealConcludedTold(
        proceeding=PROCEEDING,
        appeal=APPEAL,
        outcome="upheld",
        concluded_on=date(2026, 9, 1),
    ),
    WithdrawalTold(
        proceeding=OTHER_PROCEEDING,
        kind="recognition-of-goals",
        withdrawn_on=date(2026, 9, 2),
    ),
)
