"""Recorded facts of the posts a doctor has held. They are made here, never acted out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.law.specialist_training import SERVICE_CONFIRMED
from domain.plans.service import ServiceCertified, ServiceConfirmed, ServiceEntered, ServiceKind
from domain.shared.ids import Id
from tests.support.plans import LEADER, STARTS

PERIOD = Id(f"{UUID(int=0x5E1)}")
OTHER_PERIOD = Id(f"{UUID(int=0x5E2)}")
EMPLOYER = "Fjellvik kommune"
SERVED_TO = date(2026, 2, 28)
CONFIRMED_ON = date(2026, 3, 2)


def service_entered(
    period: Id = PERIOD,
    *,
    first_day: date = STARTS,
    last_day: date = SERVED_TO,
    arena: str | None = "ARE-04",
    kind: ServiceKind = ServiceKind.OPEN_UNSELECTED_PRACTICE,
    percentage: int = 80,
) -> ServiceEntered:
    return ServiceEntered(
        period=period,
        kind=kind,
        arena=arena,
        employer=EMPLOYER,
        first_day=first_day,
        last_day=last_day,
        percentage=percentage,
    )


def service_confirmed(
    period: Id = PERIOD, *, by: Id | None = LEADER, on: date = CONFIRMED_ON
) -> ServiceConfirmed:
    return ServiceConfirmed(
        period=period, confirmed_by=by, confirmed_on=on, basis=(SERVICE_CONFIRMED,)
    )


def service_certified(period: Id = PERIOD) -> ServiceCertified:
    return ServiceCertified(
        period=period,
        letter=period,
        size_in_bytes=30_000,
        sha256="0" * 64,
        issued_by=LEADER,
        issued_on=CONFIRMED_ON,
    )
