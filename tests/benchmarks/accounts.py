"""Measures how fast everything a training comes to is counted, once its facts are folded."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from random import Random

from application.plans.accounts.guidance import guidance_view
from application.plans.accounts.readiness import readiness_view
from application.plans.accounts.service import service_view
from application.plans.stays import application_of
from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.plans.accounts.stays import Stay
from domain.plans.plan import TrainingPlan
from domain.plans.service import ServiceKind
from domain.plans.setting import Setting
from domain.shared.facts import Fact
from tests.benchmarks.measuring import Times, timed_in_turns
from tests.support.accounts import served
from tests.support.elsewhere import some_id
from tests.support.training import FIRST_DAY, Training

TOGETHER = "all three"
SEED = 20210301
POSTS = 16
# A new one begins before the last is over, so that there are twice as many stretches.
DAYS_OF_A_POST, DAYS_TO_THE_NEXT = 150, 100


def counted(*, facts: int, rounds: int) -> Times:
    """Count each account, and all of them, in turns, for one plan on its last day."""
    stay, day = _folded(facts)
    record = (stay,)
    guidance = partial(guidance_view, record, IN_FORCE, day)
    service = partial(service_view, record, IN_FORCE, day)

    def readiness() -> object:
        # The question is asked anew each time: it remembers what it was asked.
        asked = application_of(record, IN_FORCE, CATALOGUE, submitted_on=day, on=day)
        return readiness_view(asked)

    return timed_in_turns(
        rounds,
        {
            "guidance": guidance,
            "service": service,
            "readiness": readiness,
            TOGETHER: lambda: (guidance(), service(), readiness()),
        },
    )


def _folded(facts: int) -> tuple[Stay, date]:
    """Return a plan of so many facts, where people and establishment are in order."""
    rng = Random(SEED)
    training = Training(
        rng=rng, organisation=some_id(rng), doctor=some_id(rng), leader=some_id(rng)
    )
    posts = [fact for number in range(POSTS) for fact in _post(number)]
    plan = TrainingPlan()
    plan.fold([*(training.next() for _ in range(facts - len(posts))), *posts])
    setting = Setting(
        specialists={training.supervisor: (Span(FIRST_DAY),)},
        authorised={training.doctor: (Span(FIRST_DAY),)},
        registered=(Span(FIRST_DAY),),
    )
    return Stay(plan_id=some_id(rng), plan=plan, setting=setting), training.day


def _post(number: int) -> tuple[Fact, ...]:
    first_day = FIRST_DAY + timedelta(days=number * DAYS_TO_THE_NEXT)
    last_day = first_day + timedelta(days=DAYS_OF_A_POST)
    kinds = list(ServiceKind)
    percentage = 100 if number % 2 else 40
    return served(f"{first_day}", f"{last_day}", percentage, kinds[number % len(kinds)])
