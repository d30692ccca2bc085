"""The simulated everyday: guidance sessions and learning activities, week by week."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from application.actors import Role
from application.demo.career import FULL_PATH, Career
from domain.plans.activities import ActivityKind, Channel
from domain.plans.rules.hold_session import (
    Draft,
    Finalisation,
    TakingPart,
    draft_session,
    finalise_session,
    refuse_outsider,
)
from domain.plans.rules.sign_activity import (
    SendingBack,
    Signing,
    Submitting,
    send_activity_back,
    sign_activity,
    submit_activity,
)
from domain.shared.confidential import Confidential
from domain.shared.ids import Id

WEEK = timedelta(weeks=1)
JULY = 7

MINUTES = (
    "Snakket om prioritering i en travel hverdag og hva som kan vente.",
    "Gikk gjennom usikkerhet i utredning, og når vente og se er riktig.",
    "Drøftet samarbeid med hjemmetjenesten og hvordan rollene fordeles.",
    "Reflekterte over en krevende samtale og egne reaksjoner.",
    "Planla læringsaktiviteter for neste halvår.",
)
DESCRIPTIONS = (
    "Gjennomført på legesenteret under tilsyn.",
    "Gjennomgått sammen med supervisør i etterkant.",
    "Prosedyren utført flere ganger i perioden.",
    None,
)
COMMENT = "Skriv litt mer om hva du selv gjorde."


def guidance(career: Career) -> None:
    """Put guidance about every other week on the calendar, July left out."""
    for day in _weeks(career):
        if day.month != JULY and career.draw.random() < 0.52:  # noqa: PLR2004
            career.later(day, lambda at: _hold(career, at))


def activities(career: Career) -> None:
    """Put a learning activity in most weeks on the calendar, July left out."""
    for day in _weeks(career):
        if day.month != JULY:
            for _ in range(career.draw.choice((0, 1, 1, 1, 2))):
                career.later(day + _days(career, 0, 4), lambda at: _log(career, at))


def _weeks(career: Career) -> list[date]:
    first, weeks = career.starts_on + timedelta(days=14), FULL_PATH // WEEK
    return [first + WEEK * week for week in range(weeks)]


def _days(career: Career, least: int, most: int) -> timedelta:
    return timedelta(days=career.draw.randint(least, most))


def _goals(career: Career, day: date, *, most: int) -> tuple[str, ...]:
    codes = [goal.code for goal in career.catalogue.in_force(day)]
    return tuple(sorted(career.draw.sample(codes, k=career.draw.randint(1, most))))


def _hold(career: Career, at: datetime) -> None:
    session, day = career.new_id("session"), at.date()
    draft = draft_session(
        Draft(
            plan=career.plan,
            session=session,
            supervisor=career.supervisor,
            held_on=day,
            duration_minutes=career.draw.choice((90, 120, 120, 150)),
            goals=_goals(career, day, most=3),
            by=career.doctor,
            setting=career.world.setting({career.supervisor}, at),
            law=career.law,
        )
    )
    career.record(draft, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    _write_minutes(career, session, at)
    career.later(day + _days(career, 1, 12), lambda at: _finalise(career, session, at))


def _write_minutes(career: Career, session: Id, at: datetime) -> None:
    refuse_outsider(TakingPart(plan=career.plan, session=session, by=career.doctor))
    minutes = Confidential(career.draw.choice(MINUTES))
    minuted = career.plan.guidance.write_minutes(session, minutes, by=career.doctor, on=at.date())
    career.record(minuted, at=at, by=career.doctor, acting_as=Role.DOCTOR)


def _finalise(career: Career, session: Id, at: datetime) -> None:
    finalised = finalise_session(
        Finalisation(plan=career.plan, session=session, by=career.supervisor, on=at.date())
    )
    career.record(finalised, at=at, by=career.supervisor, acting_as=Role.SUPERVISOR)


def _log(career: Career, at: datetime) -> None:
    activity, day = career.new_id("activity"), at.date()
    description = career.draw.choice(DESCRIPTIONS)
    kind = career.draw.choice(list(ActivityKind))
    arena = career.draw.choice(career.plan.opening.arenas)
    career.world.organisation.known_at(at).refuse_unless_open(arena, day)
    logged = career.plan.activities.log(
        activity,
        kind=kind,
        done_on=day,
        arena=arena,
        goals=_goals(career, day, most=2),
        description=Confidential(description) if description else None,
    )
    career.record(logged, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    _submit(career, activity, at)


def _submit(career: Career, activity: Id, at: datetime) -> None:
    to = career.draw.choice([career.supervisor, *(person for person, _ in career.clinical)])
    submitted = submit_activity(
        Submitting(plan=career.plan, activity=activity, to=to, on=at.date())
    )
    career.record(submitted, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    answer = _sign if career.draw.random() < 0.96 else _send_back  # noqa: PLR2004
    career.later(at.date() + _days(career, 1, 14), lambda at: answer(career, activity, to, at))


def _sign(career: Career, activity: Id, by: Id, at: datetime) -> None:
    signed = sign_activity(
        Signing(
            plan=career.plan,
            activity=activity,
            channel=Channel.ON_SITE,
            by=by,
            capacity=career.capacity(by, at),
            on=at.date(),
        )
    )
    career.record(signed, at=at, by=by, acting_as=Role(signed.capacity))


def _send_back(career: Career, activity: Id, by: Id, at: datetime) -> None:
    returned = send_activity_back(
        SendingBack(
            plan=career.plan,
            activity=activity,
            comment=Confidential(COMMENT),
            by=by,
            capacity=career.capacity(by, at),
            on=at.date(),
        )
    )
    career.record(returned, at=at, by=by, acting_as=Role(career.capacity(by, at)))
    career.later(at.date() + _days(career, 2, 20), lambda at: _submit(career, activity, at))
