"""Courses, visits, group guidance and service as a user of the library writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.benchmarks.library_events import PlanEvents


class RecordEvents(PlanEvents):
    """The events of what a doctor takes part in elsewhere."""

    class CourseEntered(PlanEvents.Event):
        course: UUID
        title: str
        provider: str
        first_day: date
        last_day: date
        hours: Decimal | None
        goals: list[str]

    class CourseCertified(PlanEvents.Event):
        course: UUID
        certificate: str
        issued_on: date
        issued_by: str
        file: UUID | None

    class VisitEntered(PlanEvents.Event):
        visit: UUID
        direction: str
        setting: str
        country: str
        days: list[date]
        colleague: UUID | None
        colleague_name: str | None
        goals: list[str]

    class VisitConfirmed(PlanEvents.Event):
        visit: UUID
        confirmed_by: UUID
        confirmed_on: date

    class VisitDocumented(PlanEvents.Event):
        visit: UUID
        document: str
        issued_on: date
        file: UUID | None

    class GroupJoined(PlanEvents.Event):
        group: UUID
        name: str
        year: str
        joined_on: date
        last_day: date
        gatherings: int

    class GatheringAttended(PlanEvents.Event):
        group: UUID
        year: str
        gathering: UUID
        held_on: date
        duration_minutes: int

    class GroupLeft(PlanEvents.Event):
        group: UUID
        year: str
        last_day: date

    class DiplomaReceived(PlanEvents.Event):
        group: UUID
        diploma: str
        issued_on: date
        minutes_attended: int
        law: str
        basis: list[dict[str, Any]]
        findings: list[dict[str, Any]]

    class ServiceEntered(PlanEvents.Event):
        period: UUID
        kind: str
        arena: str | None
        employer: str
        first_day: date
        last_day: date
        percentage: int

    class ServiceConfirmed(PlanEvents.Event):
        period: UUID
        confirmed_by: UUID | None
        confirmed_on: date
        basis: list[dict[str, Any]]

    class ServiceCertified(PlanEvents.Event):
        period: UUID
        letter: UUID
        size_in_bytes: int
        sha256: str
        issued_by: UUID
        issued_on: date


def enter_course(
    plan: Any,
    *,
    course: UUID,
    title: str,
    provider: str,
    first_day: date,
    last_day: date,
    hours: Decimal | None,
    goals: list[str],
) -> None:
    plan.courses[course] = {
        "title": title,
        "provider": provider,
        "from": first_day,
        "to": last_day,
        "hours": hours,
        "goals": goals,
    }


def certify_course(
    plan: Any, course: UUID, certificate: str, issued_on: date, issued_by: str
) -> None:
    plan.courses[course].update(certificate=certificate, on=issued_on, by=issued_by)


def enter_visit(
    plan: Any,
    *,
    visit: UUID,
    direction: str,
    setting: str,
    days: list[date],
    colleague: UUID | None,
    goals: list[str],
) -> None:
    plan.visits[visit] = {
        "direction": direction,
        "setting": setting,
        "days": days,
        "colleague": colleague,
        "goals": goals,
    }


def confirm_visit(plan: Any, visit: UUID, confirmed_by: UUID, confirmed_on: date) -> None:
    plan.visits[visit].update(by=confirmed_by, on=confirmed_on)


def document_visit(plan: Any, visit: UUID, document: str, issued_on: date) -> None:
    plan.visits[visit].update(document=document, on=issued_on)


def join(plan: Any, group: UUID, year: str, joined_on: date, last_day: date) -> None:
    plan.groups.append(
        {"group": group, "year": year, "from": joined_on, "to": last_day, "attended": []}
    )


def attend(plan: Any, gathering: UUID, held_on: date, duration_minutes: int) -> None:
    plan.groups[-1]["attended"].append((gathering, held_on, duration_minutes))


def leave(plan: Any, last_day: date) -> None:
    plan.groups[-1]["to"] = last_day


def receive(plan: Any, diploma: str) -> None:
    plan.diploma = diploma


def enter_service(
    plan: Any, period: UUID, *, kind: str, first_day: date, last_day: date, percentage: int
) -> None:
    plan.service[period] = {
        "kind": kind,
        "from": first_day,
        "to": last_day,
        "percentage": percentage,
    }


def confirm_service(plan: Any, period: UUID, confirmed_on: date) -> None:
    plan.service[period].update(confirmed=confirmed_on)


def certify_service(plan: Any, period: UUID, letter: UUID) -> None:
    plan.service[period].setdefault("letters", []).append(letter)
