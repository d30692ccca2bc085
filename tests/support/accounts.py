"""Stays of one training in few words: when, with which sessions, in which posts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from uuid import UUID

from domain.calendar.spans import Span
from domain.plans.accounts.stays import Stay
from domain.plans.plan import TrainingPlan
from domain.plans.service import ServiceConfirmed, ServiceEntered, ServiceKind
from domain.plans.setting import Setting
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.plans import LEADER, OPENED, SUPERVISOR, drafted, finalised, minuted
from tests.support.plans import supervisor_appointed as appointed

PLAN = Id(f"{UUID(int=0x91A)}")
ALWAYS = (Span(date(2000, 1, 1)),)
OPEN, OTHER, INSTITUTION, OTHER_SPECIALTY = ServiceKind


def day(written: str) -> date:
    return date.fromisoformat(written)


def span(first: str, last: str) -> Span:
    return Span(day(first), day(last))


def exactly(*numbers: float | str) -> tuple[Fraction, ...]:
    """Return numbers of hours or months as accounts hold them."""
    return tuple(map(Fraction, numbers))


def number(kind: int, place: int) -> Id:
    return Id(f"{UUID(int=kind * 100_000 + place)}")


def stay(
    first_day: str,
    *facts: Fact,
    supervisor: bool = True,
    specialist: tuple[Span, ...] = ALWAYS,
    registered: tuple[Span, ...] = ALWAYS,
) -> Stay:
    """Return a stay from a day on, with a supervisor from that day unless told otherwise."""
    starts_on = day(first_day)
    plan = TrainingPlan()
    opened = replace_fact(OPENED, starts_on=starts_on)
    supervised = (appointed(first_day=starts_on),) if supervisor else ()
    plan.fold((opened, *supervised, *facts))
    setting = Setting(specialists={SUPERVISOR: specialist}, registered=registered)
    return Stay(plan_id=PLAN, plan=plan, setting=setting)


def replace_fact(fact: Fact, **changed: object) -> Fact:
    """Return the fact with other values in some of its fields."""
    values = {name: getattr(fact, name) for name in fact.__struct_fields__}
    return type(fact)(**(values | changed))


def sessions(*held: tuple[str, float], finish: bool = True) -> tuple[Fact, ...]:
    """Return sessions, each of a day and its hours."""
    facts: list[Fact] = []
    for on, hours in held:
        key = number(int(on.replace("-", "")), 1 if finish else 2)
        facts.append(replace_fact(drafted(key, minutes=round(hours * 60)), held_on=day(on)))
        if finish:
            facts.extend((minuted(key), finalised(key)))
    return tuple(facts)


def monthly(first: str, months: int, hours: float) -> tuple[Fact, ...]:
    """Return a session on the tenth of each of so many months, of so many hours."""
    year, month = map(int, first.split("-"))
    told = (divmod(year * 12 + month - 1 + after, 12) for after in range(months))
    return sessions(*((f"{y}-{m + 1:02}-10", hours) for y, m in told))


def served(
    first_day: str,
    last_day: str,
    percentage: int = 100,
    kind: ServiceKind = OPEN,
    *,
    confirmed: str | None = "on-its-last-day",
) -> tuple[Fact, ...]:
    """Return a period of service, confirmed on its last day unless told otherwise."""
    key = number(int(first_day.replace("-", "")), list(ServiceKind).index(kind) * 1000 + percentage)
    entered = ServiceEntered(
        period=key,
        kind=kind,
        arena=None,
        employer="Fjellvik kommune",
        first_day=day(first_day),
        last_day=day(last_day),
        percentage=percentage,
    )
    if confirmed is None:
        return (entered,)
    on = day(last_day) if confirmed == "on-its-last-day" else day(confirmed)
    return (
        entered,
        ServiceConfirmed(period=key, confirmed_by=LEADER, confirmed_on=on, basis=()),
    )
