"""The account of service, shown: what is confirmed, credited, deducted and missing (section 31)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domain.law.book import LawBook
from domain.plans.accounts.service import (
    MONTHS,
    Deduction,
    KindAccount,
    ServiceAccount,
    service_account,
)
from domain.plans.accounts.stays import Record
from domain.plans.accounts.stretches import Stretch
from domain.plans.rules.service_findings import service_findings
from domain.shared.citation import Citation
from domain.shared.figures import had, lacking, shown
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchLine:
    """Days in the same posts: per cent as entered and as credited, and the months it makes.

    ``below_floor`` is the per cent of open practice in too small a post for its day, which is
    credited as other practice.
    """

    first_day: date
    last_day: date
    periods: tuple[Id, ...]
    entered: int
    credited: int
    below_floor: int
    calendar_months: Decimal
    months: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """Months of full time of one kind; ``cap`` is the most that can count, None for no cap."""

    kind: str
    served: Decimal
    cap: Decimal | None
    credited: Decimal
    excess: Decimal
    citation: Citation | None
    confidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionLine:
    """The working of the deduction: days served, days away, what is allowed, what is above."""

    days_served: int
    days_away: Decimal
    days_allowed: Decimal
    days_deducted: Decimal
    months_deducted: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """The whole account in months of full time, as seen on a day, under a law book."""

    on: date
    law: str
    credited: Decimal
    needed: Decimal
    missing: Decimal
    # What part one takes of the training besides; it is not counted here.
    part_one: Decimal
    open_practice: Decimal
    open_practice_needed: Decimal
    open_practice_missing: Decimal
    # What the Directorate may credit besides, of posts below the floor of their time (AMB-30).
    possible_open_practice: Decimal
    unconfirmed: Decimal
    kinds: tuple[KindLine, ...]
    deduction: DeductionLine
    open_practice_deduction: DeductionLine
    # What the deductions are taken of: the absences that stand, whatever their days.
    absences: tuple[Id, ...]
    stretches: tuple[StretchLine, ...]
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]


def service_view(record: Record, law: LawBook, day: date) -> ServiceView:
    """Return the account of every stay of a training, up to a day."""
    account = service_account(record, law, day)
    return ServiceView(
        on=day,
        law=law.version,
        credited=had(account.credited),
        needed=shown(account.needed),
        missing=lacking(account.missing),
        part_one=shown(Fraction(law.part_one.on(day).value.years) * MONTHS),
        open_practice=had(account.open_credited),
        open_practice_needed=shown(account.open_needed),
        open_practice_missing=lacking(account.open_missing),
        possible_open_practice=shown(account.possible_open),
        unconfirmed=lacking(account.unconfirmed),
        kinds=tuple(map(_kind, account.kinds)),
        deduction=_deduction(account.deduction),
        open_practice_deduction=_deduction(account.open_deduction),
        absences=tuple(one.absence for stay in record for one in stay.plan.absences.standing()),
        stretches=tuple(map(_stretch, account.stretches)),
        basis=tuple(_basis(account, law, day)),
        findings=service_findings(account, law, day),
    )


def _kind(one: KindAccount) -> KindLine:
    return KindLine(
        kind=one.kind,
        served=had(one.served),
        cap=None if one.cap is None else shown(one.cap),
        credited=had(one.credited),
        excess=shown(one.excess),
        citation=one.rule.citation if one.rule else None,
        confidence=one.rule.confidence if one.rule else None,
    )


def _deduction(one: Deduction) -> DeductionLine:
    return DeductionLine(
        days_served=one.days_served,
        days_away=shown(one.days_away),
        days_allowed=shown(one.allowed),
        days_deducted=shown(one.days),
        months_deducted=shown(one.months),
    )


def _stretch(one: Stretch) -> StretchLine:
    return StretchLine(
        first_day=one.span.first_day,
        last_day=one.span.last_day,
        periods=one.periods,
        entered=one.percentage,
        credited=sum(one.credited.values()),
        below_floor=one.below_floor,
        calendar_months=shown(one.length),
        months=shown(one.months()),
    )


def _basis(account: ServiceAccount, law: LawBook, day: date) -> Iterator[Citation]:
    for rule in (
        law.service,
        law.part_one,
        law.open_practice,
        law.confirmed_service,
        law.part_time,
    ):
        yield rule.on(day).citation
    yield law.absence.on(day).citation
    floors = (law.open_practice_floor.find(one.span.first_day) for one in account.stretches)
    yield from dict.fromkeys(floor.citation for floor in floors if floor)
