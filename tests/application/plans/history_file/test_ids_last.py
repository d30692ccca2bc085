"""The id a line is known by never changes: otherwise all that was imported comes in again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from application.plans.history_file import entries as e
from application.plans.history_file.parsing import Line
from domain.plans.activities import ActivityKind, Channel
from domain.plans.roles import Capacity
from domain.plans.service import ServiceKind
from tests.application.plans.history_file.test_round_trip import brought
from tests.support import stories
from tests.support.plans import DOCTOR, SUPERVISOR

DAY = date(2025, 10, 1)
SESSION = e.SessionEntry(
    doctor=DOCTOR,
    day=DAY,
    minutes=90,
    supervisor=SUPERVISOR,
    goals=("ALM-031",),
    finalised_on=DAY,
    text="Samtale.",
)
ACTIVITY = e.ActivityEntry(
    doctor=DOCTOR,
    day=DAY,
    kind=ActivityKind.PROCEDURE,
    arena=stories.ARENA.code,
    goals=("ALM-031", "ALM-012"),
    signed_by=SUPERVISOR,
    capacity=Capacity.SUPERVISOR,
    channel=Channel.ON_SITE,
    signed_on=DAY,
    text=None,
)
COURSE = e.CourseEntry(
    doctor=DOCTOR,
    day=DAY,
    last_day=DAY,
    title="Emnekurs",
    provider="Legeforeningen",
    hours=Decimal("7.5"),
    goals=(),
    certificate="1",
    issued_on=DAY,
    issued_by="Legeforeningen",
)
SERVICE = e.ServiceEntry(
    doctor=DOCTOR,
    day=DAY,
    last_day=DAY,
    kind=ServiceKind.INSTITUTION,
    percentage=80,
    arena=None,
    employer="Fjellvik kommune",
    confirmed_on=DAY,
    confirmed_by=None,
)


@pytest.mark.parametrize(
    ("entry", "field", "kept"),
    [
        (SESSION, "session", "cf705a8f-ee5c-52cc-a65b-6466367f7d0c"),
        (ACTIVITY, "activity", "0c8684e9-9eed-5172-a8e6-98a078cb783e"),
        (COURSE, "course", "604c6b93-c5e3-5e1e-8f67-1797ad9b7af7"),
        (SERVICE, "period", "4093ae0a-5773-51f0-97f6-fac755d59877"),
    ],
    ids=["session", "activity", "course", "service"],
)
def test_a_line_is_known_by_the_id_it_was_first_given(
    entry: e.AnyEntry, field: str, kept: str
) -> None:
    (first, *_) = brought([Line(2, entry, None)]).facts
    assert getattr(first, field) == kept


def test_the_order_of_goals_makes_no_other_line() -> None:
    other = msgspec.structs.replace(ACTIVITY, goals=ACTIVITY.goals[::-1])
    facts = brought([Line(2, ACTIVITY, None)]).facts
    again = brought([Line(2, ACTIVITY, None), Line(3, other, None)])
    assert (again.facts, again.notes.problems) == (facts, [])
