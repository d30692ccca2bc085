"""The whole demo: Åsnes, the bodies, the supervisors, and a number of doctors over the years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from random import Random

from application.demo.book import Book, Scribe
from application.demo.career import Career
from application.demo.exemptions import supervise_by_exemption
from application.demo.lately import lately
from application.demo.opening import begin
from application.demo.world import World, make_world
from application.organisations.municipality_file.file import aasnes
from application.organisations.service import organisation_id
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.plans.plan import TrainingPlan, plan_id
from domain.shared.ids import Id

SEED = 20190301
FIRST_START = date(2019, 9, 1)
LATEST_START = timedelta(days=120)
EARLY = range(2, 7)


def world(scribe: Scribe) -> World:
    """Return the world of the demo, before its first doctor."""
    return make_world(aasnes(), CATALOGUE, scribe)


def demo_plan(doctor: Id) -> Id:
    """Return the id of a demo doctor's plan."""
    file = aasnes()
    return plan_id(doctor, organisation_id(file.name, file.organisation_number))


def careers(
    around: World, doctors: Iterable[int], *, until: datetime, seed: int = SEED
) -> Iterator[Book[TrainingPlan]]:
    """Yield each doctor's plan, lived until an instant."""
    last = last_to_begin(until.date(), seed)
    for number in doctors:
        career = Career.begin(
            around,
            number,
            starts_on=starts_on(number, until.date(), seed),
            until=until,
            catalogue=CATALOGUE,
            law=IN_FORCE,
            seed=seed,
        )
        if number in last:
            lately(career, last.index(number))
        if number == last[0]:
            supervise_by_exemption(career)
        begin(career)
        yield career.run()


def last_to_begin(today: date, seed: int = SEED) -> list[int]:
    """Return the numbers of those of the first few who began last, who train still."""
    order = sorted(EARLY, key=lambda number: (starts_on(number, today, seed), number))
    return order[:-4:-1]


def starts_on(number: int, today: date, seed: int = SEED) -> date:
    """Return the first of a month between 2019 and some months ago."""
    draw = Random(f"{seed}/start/{number}")  # noqa: S311 - the same demo for the same seed
    day = FIRST_START + timedelta(days=draw.randrange((today - LATEST_START - FIRST_START).days))
    return day.replace(day=1)
