"""Whatever day the demo is of, each office finds something that waits for it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from application.demo import simulation
from application.demo.world import make_world
from application.organisations.municipality_file.file import aasnes
from domain.catalogue.catalogue import CATALOGUE
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings.appeal import Stage
from domain.shared.days import OSLO
from tests.application.demo.test_simulation import PlainScribe

HEARING = {
    (DecisionKind.MUNICIPAL, Instance.MUNICIPAL_APPEALS),
    (DecisionKind.RECOGNITION_OF_GOALS, Instance.PERSONNEL_BOARD),
    (DecisionKind.SUPERVISOR_EXEMPTION, Instance.HELSEKLAGE),
}


@pytest.mark.parametrize(
    "today", ["2026-01-01", "2026-11-28", "2027-03-15", "2027-08-08", "2028-05-17", "2029-12-24"]
)
def test_appeals_and_a_new_assessment_wait(today: str) -> None:
    until = datetime.combine(date.fromisoformat(today), time(12), tzinfo=OSLO)
    world = make_world(aasnes(), CATALOGUE, PlainScribe())
    plans = list(simulation.careers(world, simulation.EARLY, until=until))
    cases = [book.case for book in world.proceedings.values()]
    waiting = {
        (case.kind, Instance(appeal.forwarded.to))
        for case in cases
        for appeal in case.appeals.running
        if appeal.stage is Stage.FORWARDED and appeal.forwarded
    }
    assert waiting >= HEARING
    asked = [one for plan in plans for one in plan.case.reassessments.by_id.values()]
    assert any(one.arranged is None for one in asked)
    # What is told of them stands in the histories of their parties.
    refused = [one for one in world.exemptions.values() if one.case.refused]
    assert [one.case.be_applied_for().applied_by for one in refused] == [world.person("leder-2")]
