"""Facts for the projector to take in, the rows it should give, and ways to run it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Event
from typing import Any

from application.groups.rows import ORGANISER
from application.kept import CASES, KEPT
from domain.bodies.body import BodyKind
from domain.bodies.facts import BodyEstablished, BodyOfficerAppointed, BodyOfficerReleased
from domain.organisations.facts import ArenaClosed, OfficerReleased
from domain.organisations.organisation import Office
from domain.plans.invitations import InvitationSent, InvitedAs
from domain.shared.facts import Fact, tag_of
from domain.shared.ids import Id
from infrastructure.projector.following import Projector
from infrastructure.store.facts import FactStore
from infrastructure.views import PostgresViews
from tests.support import exemptions
from tests.support.appends import append_facts
from tests.support.elsewhere import GroupLife, some_id
from tests.support.incoming import incoming_story
from tests.support.proceeding_story import proceeding_story
from tests.support.stored_forms import as_stored
from tests.support.training import (
    ARENAS,
    FIRST_DAY,
    Training,
    establishment,
    leading,
)

ROOT = Path(__file__).parents[2]
Kept = dict[str, Counter[Any]]


class World:
    """Two establishments with their doctors and a guidance group, going on from a seed."""

    def __init__(self, store: FactStore, seed: int, *, plans: int = 4) -> None:
        self.rng = Random(seed)
        self.store = store
        self.versions: Counter[Id] = Counter()
        self.leaders = {some_id(self.rng): some_id(self.rng) for _ in range(2)}
        for organisation, leader in self.leaders.items():
            self.tell(organisation, *establishment(leader))
        self._begin_group()
        self._decide()
        self.plans = {some_id(self.rng): self._training() for _ in range(plans)}

    def tell(self, case: Id, *facts: Fact) -> int:
        """Append and return the position."""
        first = self.versions[case] + 1
        receipt = append_facts(self.store, case, dict(enumerate(facts, start=first)))
        self.versions[case] += len(facts)
        return receipt.position

    def go_on(self, appends: int) -> None:
        for _ in range(appends):
            drawn = self.rng.random()
            if drawn < 0.1:
                self._reorganise(self.rng.choice(list(self.leaders)))
            elif drawn < 0.2:
                self.tell(self.group, self.group_life.next())
            elif drawn < 0.25:
                self._exempt()
            elif drawn < 0.28:
                self._decide()
            elif drawn < 0.31:
                self._receive()
            else:
                case, training = self.rng.choice(list(self.plans.items()))
                self.tell(case, *(training.next() for _ in range(self.rng.randint(1, 4))))

    def invite(self) -> None:
        """Have a doctor invite somebody who does not answer."""
        self.tell(
            self.rng.choice(list(self.plans)),
            InvitationSent(
                invitation=some_id(self.rng),
                person=some_id(self.rng),
                invited_as=InvitedAs.SUPERVISOR,
                sent_on=FIRST_DAY,
            ),
        )

    def replace_leader(self, organisation: Id) -> Id:
        """Release the leader after a day, appoint another from the next, who is returned."""
        last_day = FIRST_DAY + timedelta(days=sum(self.versions.values()))
        before, after = self.leaders[organisation], some_id(self.rng)
        self.leaders[organisation] = after
        released = OfficerReleased(person=before, office=Office.LEADER, last_day=last_day)
        self.tell(organisation, released, leading(after, first_day=last_day + timedelta(days=1)))
        return after

    def _reorganise(self, organisation: Id) -> None:
        if self.rng.random() < 0.5:
            self.replace_leader(organisation)
        else:
            closed, on = self.rng.choice(ARENAS), self.rng.randint(0, 900)
            last_day = FIRST_DAY + timedelta(days=on)
            self.tell(organisation, ArenaClosed(arena=closed, last_day=last_day))

    def _exempt(self) -> None:
        """Have an exemption applied for, granted, and sometimes revoked or known to be over."""
        last_day = FIRST_DAY + timedelta(days=self.rng.randint(200, 900))
        story = [
            exemptions.applied(plans=(some_id(self.rng),), on=FIRST_DAY),
            exemptions.granted(FIRST_DAY, last_day, on=FIRST_DAY),
            self.rng.choice((exemptions.revoked, exemptions.expired))(last_day),
        ]
        case = some_id(self.rng)
        for fact in story[: self.rng.randint(1, 3)]:
            self.tell(case, fact)

    def _decide(self) -> None:
        """Have a proceeding opened, and go some of its way."""
        story = [as_stored(fact) for fact in proceeding_story()]
        self.tell(some_id(self.rng), *story[: self.rng.randint(1, len(story) // 2)])

    def _receive(self) -> None:
        """Have something come in, and go some of its way."""
        story = [as_stored(fact) for fact in incoming_story()]
        self.tell(some_id(self.rng), *story[: self.rng.randint(1, len(story) - 1)])

    def _begin_group(self) -> None:
        """Form a group; the first world of a store establishes the organiser, with two officers."""
        self.group = some_id(self.rng)
        self.group_life = GroupLife(rng=self.rng, day=FIRST_DAY)
        self.tell(self.group, *(self.group_life.next() for _ in range(4)))
        if not self.store.streams([ORGANISER]):
            before, after = some_id(self.rng), some_id(self.rng)
            change = FIRST_DAY + timedelta(days=400)
            self.tell(
                ORGANISER,
                BodyEstablished(kind=BodyKind.MEDICAL_ASSOCIATION, name="Legeforeningen"),
                BodyOfficerAppointed(person=before, first_day=FIRST_DAY, last_day=None),
                BodyOfficerReleased(person=before, last_day=change),
                BodyOfficerAppointed(person=after, first_day=change, last_day=None),
            )

    def _training(self) -> Training:
        organisation = self.rng.choice(list(self.leaders))
        return Training(
            rng=self.rng,
            organisation=organisation,
            doctor=some_id(self.rng),
            leader=self.leaders[organisation],
        )


def expected(store: FactStore) -> Kept:
    """Return every row as the pure functions say it of the whole of each history."""
    facts: dict[Id, list[Fact]] = {}
    for one in store.tail(0, 1_000_000):
        facts.setdefault(one.recorded.case_id, []).append(one.recorded.fact)
    cases: dict[Id, Any] = {}
    for case_id, told in facts.items():
        case = cases[case_id] = CASES[tag_of(told[0]).partition(".")[0]]()
        case.fold(told)
    return {
        kept.name: Counter(
            row
            for case_id, case in cases.items()
            if type(case) in kept.of
            for row in kept.of[type(case)](case_id, case, cases)
        )
        for kept in KEPT
    }


def found(views: PostgresViews) -> Kept:
    """Return every row there is."""
    return {kept.name: Counter(views.rows(kept.name)) for kept in KEPT}


@contextmanager
def projecting(address: str, **told: Any) -> Iterator[None]:
    """Run a projector for as long as the block lasts; what it raises is raised."""
    stop = Event()
    with ThreadPoolExecutor(1) as thread:
        running = thread.submit(Projector(address, **told).run, stop)
        try:
            yield
        finally:
            stop.set()
            running.result(20)


@contextmanager
def projector_process(address: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a projector in a process of its own, to be killed."""
    with subprocess.Popen([sys.executable, "-m", __name__, address], cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


if __name__ == "__main__":
    Projector(sys.argv[1], facts_at_once=3).run(Event())
