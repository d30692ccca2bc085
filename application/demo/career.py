"""One doctor's years of training, act by act, driven by a calendar of what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random

from application.actors import Role
from application.demo.book import Book
from application.demo.world import World
from domain.catalogue.catalogue import Catalogue
from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan, plan_id
from domain.plans.roles import Capacity
from domain.shared.days import OSLO
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id

Act = Callable[[datetime], object]
SATURDAY = 5
FULL_PATH = timedelta(days=round(5 * 365.25))


@dataclass(slots=True)
class Career:
    """A doctor, a plan being lived, and a heap of acts to come.

    Acts run in the order of their instants, so what is recorded never runs ahead of itself.
    """

    world: World
    doctor: Id
    number: int
    starts_on: date
    until: datetime
    catalogue: Catalogue
    law: LawBook
    draw: Random
    book: Book[TrainingPlan]
    supervisor: Id
    clinical: list[tuple[Id, str]]
    exempted: bool = False
    _ids: count[int] = field(default_factory=count)
    _heap: list[tuple[datetime, int, Act]] = field(default_factory=list)

    @classmethod
    def begin(
        cls,
        world: World,
        number: int,
        *,
        starts_on: date,
        until: datetime,
        catalogue: Catalogue,
        law: LawBook,
        seed: int,
    ) -> Career:
        """Return the career of the demo's doctor with a number, before its first act."""
        draw = Random(f"{seed}/{number}")  # noqa: S311 - the same demo for the same seed
        doctor = world.person(f"lege-{number}")
        case_id = plan_id(doctor, world.organisation.case_id)
        around = world.clinical_supervisors()
        return cls(
            world=world,
            doctor=doctor,
            number=number,
            starts_on=starts_on,
            until=until,
            catalogue=catalogue,
            law=law,
            draw=draw,
            book=Book(case_id, TrainingPlan(), world.scribe, subject=doctor),
            supervisor=world.supervisor(number),
            clinical=draw.sample(around, k=3),
        )

    @property
    def plan(self) -> TrainingPlan:
        return self.book.case

    def new_id(self, kind: str) -> Id:
        return derived_id(self.book.case_id, f"{kind}/{next(self._ids)}")

    def at(self, day: date, draw: Random | None = None) -> datetime:
        """Return an instant in office hours of the day, or of the next working day."""
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
        minutes = (draw or self.draw).randrange(8 * 60, 16 * 60)
        return datetime.combine(day, time(minutes // 60, minutes % 60), tzinfo=OSLO)

    def later(self, day: date, act: Act, *, draw: Random | None = None) -> None:
        """Have the act done on a day to come; what would come after the end never does.

        What draws on its own leaves the rest of the life as it was.
        """
        instant = self.at(day, draw)
        if instant <= self.until:
            heappush(self._heap, (instant, next(self._ids), act))

    def exactly(self, instant: datetime, act: Act) -> None:
        """Have the act done at an instant that others share, unless it is after the end."""
        if instant <= self.until:
            heappush(self._heap, (instant, next(self._ids), act))

    def record(self, *facts: Fact, at: datetime, by: Id, acting_as: Role) -> None:
        self.book.record(*facts, at=at, by=by, acting_as=acting_as)

    def capacity(self, person: Id, at: datetime) -> Capacity:
        """Return in which capacity somebody knows the doctor's work."""
        held = self.plan.roles.capacity(person, at.date())
        assert held is not None
        return held

    def around(self) -> set[Id]:
        """Return the practitioners the plan's rules ask about."""
        return {held.person for held in self.plan.roles.appointments.all}

    def clinical_who_signed(self) -> list[Id]:
        """Return the clinical supervisors who have signed something for the doctor."""
        signed = {a.signed.signed_by for a in self.plan.activities.by_id.values() if a.signed}
        return [person for person, _ in self.clinical if person in signed]

    def stop(self) -> None:
        """Let nothing more come."""
        self._heap.clear()

    def run(self) -> Book[TrainingPlan]:
        """Do everything there is to do and return the plan's book."""
        while self._heap:
            instant, _, act = heappop(self._heap)
            act(instant)
        return self.book
