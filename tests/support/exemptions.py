"""Recorded facts of an exemption, and of what a plan tells of it. Made here, never acted."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import (
    ExemptionApplied,
    ExemptionExpired,
    ExemptionExtended,
    ExemptionFactCorrected,
    ExemptionGranted,
    ExemptionPersonMerged,
    ExemptionRefused,
    ExemptionRevoked,
    ExemptionSetAside,
    ExemptionTakenUp,
    ExemptionWithdrawn,
)
from domain.law.exemptions import ExemptionKind
from domain.plans.exemptions import (
    Ending,
    PlanExemptionEnded,
    PlanExemptionExtended,
    PlanExemptionGranted,
)
from domain.shared.case import Case
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support import notices
from tests.support.plans import LAW, LEADER, ORGANISATION, SUPERVISOR
from tests.support.told_decisions import PROCEEDING

EXEMPTION = Id(f"{UUID(int=0xE01)}")
OTHER_EXEMPTION = Id(f"{UUID(int=0xE02)}")
PLAN = Id(f"{UUID(int=0x9A1)}")
OTHER_PLAN = Id(f"{UUID(int=0x9A2)}")
OFFICER = Id(f"{UUID(int=0x0F7)}")
LETTER = "vedtak 26/1234"

APPLIED_ON = date(2026, 1, 7)
DECIDED_ON = date(2026, 1, 20)
FIRST_DAY, LAST_DAY = date(2026, 2, 1), date(2026, 7, 31)
"""The exemption of the worked example of R-SUP-02."""
DAY = timedelta(days=1)


def applied(
    kind: ExemptionKind = ExemptionKind.SUPERVISOR_SPECIALTY,
    *,
    plans: tuple[Id, ...] = (PLAN,),
    on: date = APPLIED_ON,
) -> ExemptionApplied:
    half_time = kind is ExemptionKind.HALF_TIME_PRACTICE
    return ExemptionApplied(
        kind=kind,
        organisation=ORGANISATION,
        supervisor=None if half_time else SUPERVISOR,
        plans=plans,
        supporting=("hard-to-recruit",),
        applied_by=LEADER,
        applied_on=on,
    )


def withdrawn(*, on: date = DECIDED_ON) -> ExemptionWithdrawn:
    return ExemptionWithdrawn(withdrawn_by=LEADER, withdrawn_on=on)


def granted(
    first_day: date = FIRST_DAY,
    last_day: date = LAST_DAY,
    *,
    plans: tuple[Id, ...] = (PLAN,),
    on: date = DECIDED_ON,
) -> ExemptionGranted:
    return ExemptionGranted(
        plans=plans,
        first_day=first_day,
        last_day=last_day,
        decided_by=OFFICER,
        decided_on=on,
        stated_in=LETTER,
        law=LAW,
        basis=(),
    )


def refused(*, on: date = DECIDED_ON) -> ExemptionRefused:
    return ExemptionRefused(decided_by=OFFICER, decided_on=on, stated_in=LETTER, law=LAW, basis=())


def extended(last_day: date, *, on: date = date(2026, 7, 1)) -> ExemptionExtended:
    return ExemptionExtended(
        last_day=last_day,
        decided_by=OFFICER,
        decided_on=on,
        stated_in=LETTER,
        law=LAW,
        basis=(),
    )


def revoked(last_day: date, *, on: date = date(2026, 3, 1)) -> ExemptionRevoked:
    return ExemptionRevoked(
        last_day=last_day,
        decided_by=OFFICER,
        decided_on=on,
        stated_in=LETTER,
        law=LAW,
        basis=(),
    )


def expired(last_day: date = LAST_DAY, *, noticed_on: date | None = None) -> ExemptionExpired:
    return ExemptionExpired(
        last_day=last_day,
        expired_on=last_day + DAY,
        noticed_on=noticed_on or last_day + DAY,
    )


def told_granted(
    first_day: date = FIRST_DAY,
    last_day: date = LAST_DAY,
    *,
    exemption: Id = EXEMPTION,
    supervisor: Id | None = SUPERVISOR,
    kind: ExemptionKind = ExemptionKind.SUPERVISOR_SPECIALTY,
) -> PlanExemptionGranted:
    return PlanExemptionGranted(
        exemption=exemption,
        kind=kind,
        supervisor=supervisor,
        first_day=first_day,
        last_day=last_day,
        decided_on=DECIDED_ON,
        basis=(),
    )


def told_extended(last_day: date, *, exemption: Id = EXEMPTION) -> PlanExemptionExtended:
    return PlanExemptionExtended(
        exemption=exemption, last_day=last_day, decided_on=date(2026, 7, 1), basis=()
    )


def told_ended(
    last_day: date = LAST_DAY,
    ending: Ending = Ending.EXPIRED,
    *,
    exemption: Id = EXEMPTION,
    noted_on: date | None = None,
) -> PlanExemptionEnded:
    return PlanExemptionEnded(
        exemption=exemption,
        ending=ending,
        last_day=last_day,
        ended_on=last_day + DAY,
        noted_on=noted_on or last_day + DAY,
    )


HALF_TIME = (
    applied(ExemptionKind.HALF_TIME_PRACTICE, on=date(2023, 1, 10)),
    granted(date(2023, 2, 1), date(2024, 6, 30), on=date(2023, 1, 20)),
)
"""An exemption of its time from half of full time."""

NEXT_LAST_DAY = date(2026, 12, 31)
STORY: tuple[Fact, ...] = (
    applied(),
    granted(),
    extended(NEXT_LAST_DAY),
    expired(NEXT_LAST_DAY),
    ExemptionPersonMerged(
        double=Id(f"{UUID(int=0xD0B)}"), into=OFFICER, merged_by=OFFICER, merged_on=LAST_DAY
    ),
    ExemptionFactCorrected(
        corrects=4,
        corrected_fact="exemption.expired",
        corrected_by=OFFICER,
        corrected_on=LAST_DAY,
        reason=Confidential("feil"),
    ),
    ExemptionTakenUp(proceeding=PROCEEDING, taken_up_on=APPLIED_ON),
    # Never in one life; what is folded is not judged.
    revoked(date(2026, 6, 30)),
    withdrawn(),
    refused(),
    ExemptionSetAside(
        proceeding=PROCEEDING,
        set_aside_by=OFFICER,
        set_aside_on=LAST_DAY,
        stated_in=f"{PROCEEDING} / 7",
    ),
    refused(),
    *notices.STORY,
)
EXEMPTION_STORY: dict[type[Case], tuple[Fact, ...]] = {Exemption: STORY}
TOLD_OF_EXEMPTION = (told_granted(), told_extended(NEXT_LAST_DAY), told_ended(NEXT_LAST_DAY))
"""What the plan tells of it."""
