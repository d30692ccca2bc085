"""The individual plan of a simulated doctor: drawn up, agreed by the three, and revised once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from application.actors import Role
from application.demo.career import FULL_PATH, Career
from domain.catalogue.arenas import offered
from domain.plans.employment import EARLIER, ISSUED_ON, OF_2023
from domain.plans.programme import Party, Rotation
from domain.plans.rules.draw_up_plan import draw_up_plan
from domain.plans.rules.drawing import Drawing
from domain.shared.confidential import Confidential

REVISED_AFTER = timedelta(days=540)
NOTE = "Målene som krever andre arenaer, tas de dagene i uken legen ikke er på legekontoret."


def draw_up(career: Career, at: datetime) -> None:
    """Draw up the first version over the arenas settled, and sign the ALIS agreement."""
    _propose(career, at, career.plan.opening.arenas)
    career.later(at.date() + timedelta(days=3), lambda at: _sign(career, at))
    career.later(career.starts_on + REVISED_AFTER, lambda at: _revise(career, at))


def _revise(career: Career, at: datetime) -> None:
    """Revise the plan at a half-yearly meeting: the hospital comes in if it was missing."""
    _propose(career, at, tuple(dict.fromkeys((*career.plan.arenas_on(at.date()), "ARE-06"))))


def _propose(career: Career, at: datetime, arenas: tuple[str, ...]) -> None:
    organisation = career.world.organisation.known_at(at)
    codes = frozenset(goal.code for goal in career.catalogue.goals)
    first, last = career.starts_on, career.starts_on + FULL_PATH
    main, *others = arenas
    version = draw_up_plan(
        Drawing(
            plan=career.plan,
            first_day=first,
            last_day=last,
            rotations=(
                Rotation(arena=main, first_day=first, last_day=last, percentage=60),
                *_in_turn(tuple(others), first, last),
            ),
            guidance_hours_a_year=42,
            note=Confidential(NOTE),
            by=career.doctor,
            party=Party.DOCTOR,
            on=at.date(),
            open_days=organisation.open_days(),
            offers={c: offered(held.arena, codes) for c, held in organisation.arenas.items()},
            goal_days=career.catalogue.days(),
            law=career.law,
        )
    )
    career.record(version, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    agreed_on = max(at.date() + timedelta(days=1), first)
    career.later(agreed_on, lambda at: _agree(career, version.number, at))


def _in_turn(arenas: tuple[str, ...], first: date, last: date) -> tuple[Rotation, ...]:
    """Return a stretch at each arena, one after the other."""
    length = (last - first) / max(len(arenas), 1)
    return tuple(
        Rotation(
            arena=arena,
            first_day=first + length * place,
            last_day=first + length * (place + 1) - timedelta(days=1),
            percentage=40,
        )
        for place, arena in enumerate(arenas)
    )


def _agree(career: Career, number: int, at: datetime) -> None:
    leader = career.world.leader(at)
    for person, party, role in (
        (leader, Party.LEADER, Role.LEADER),
        (career.supervisor, Party.SUPERVISOR, Role.SUPERVISOR),
    ):
        agreed = career.plan.programme.agree(number, by=person, party=party, on=at.date())
        career.record(agreed, at=at, by=person, acting_as=role)


def _sign(career: Career, at: datetime) -> None:
    leader, day = career.world.leader(at), at.date()
    signed = career.plan.employment.sign_agreement(
        OF_2023 if day >= ISSUED_ON else EARLIER,
        signed_on=day,
        first_day=max(day, career.starts_on),
        last_day=None,
        by=leader,
    )
    career.record(signed, at=at, by=leader, acting_as=Role.LEADER)
