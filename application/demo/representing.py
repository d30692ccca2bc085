"""Some doctors let somebody act for them: what the representative may see is in the power given."""

from __future__ import annotations

from datetime import datetime, timedelta

from application.actors import Role
from application.demo.career import Career
from domain.plans.representatives import Scope

EVERY = 6
"""One doctor in so many is represented, the first among them."""
AFTER = timedelta(days=200)


def representing(career: Career) -> None:
    """Have the doctor give power of attorney some months into the training."""
    if career.number % EVERY == 1:
        career.later(career.starts_on + AFTER, lambda at: _authorise(career, at))


def _authorise(career: Career, at: datetime) -> None:
    authorised = career.plan.representatives.authorise(
        career.world.person("fullmektig"),
        (Scope.PLAN, Scope.GROUNDS, Scope.DECISIONS),
        doctor=career.doctor,
        first_day=at.date(),
        last_day=None,
        on=at.date(),
    )
    career.record(authorised, at=at, by=career.doctor, acting_as=Role.DOCTOR)
