"""Noting that exemptions expired: once, late or in time, one failing without the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from application.exemptions import commands as c
from application.exemptions.acting import ExemptionActing
from application.exemptions.expiring import ExpiryService
from application.exemptions.views import exemption_card
from application.ports import Unreadable
from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import ExemptionExpired
from domain.exemptions.status import status_on
from domain.plans.exemptions import PlanExemptionEnded
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from tests.application.exemptions.granting import (
    FIRST_DAY,
    LAST_DAY,
    Rows,
    grant,
    officer,
    open_plan,
)
from tests.support.town import TODAY, Town, order

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Expiring:
    town: Town
    exemptions: tuple[Id, ...]
    plans: tuple[Id, ...]
    service: ExpiryService

    def case(self, exemption: Id) -> Exemption:
        case: Exemption = self.town.services.histories.load({exemption: Exemption})[exemption].case
        return case

    def plan(self, plan: Id) -> TrainingPlan:
        case: TrainingPlan = self.town.services.histories.load({plan: TrainingPlan})[plan].case
        return case

    def expired(self) -> list[int]:
        """Return how many times each exemption was noted as expired."""
        return [
            sum(isinstance(fact, ExemptionExpired) for fact in self.case(one).facts)
            for one in self.exemptions
        ]


@pytest.fixture
def there(aasnes: Town) -> Expiring:
    """Two exemptions, each of a plan, granted to one who is no specialist."""
    plans = tuple(open_plan(aasnes, name) for name in ("doctor", "another_doctor"))
    exemptions = tuple(grant(aasnes, plan) for plan in plans)
    rows: Any = Rows(aasnes, exemptions)
    acting = aasnes.services.exemptions._exemptions.acting
    service = ExpiryService(ExemptionActing(acting), rows)
    return Expiring(aasnes, exemptions, plans, service)


def test_an_expiry_is_noted_once_in_the_exemption_and_in_the_plan(there: Expiring) -> None:
    there.town.clock.day = LAST_DAY
    assert there.service.expire(LAST_DAY).noted == ()
    there.town.clock.day = LAST_DAY + DAY
    assert set(there.service.expire(LAST_DAY + DAY).noted) == {*there.exemptions}
    assert there.service.expire(LAST_DAY + DAY).noted == ()
    assert there.expired() == [1, 1]
    for plan in there.plans:
        told = [fact for fact in there.plan(plan).facts if isinstance(fact, PlanExemptionEnded)]
        assert [(fact.ending, fact.ended_on, fact.noted_on) for fact in told] == [
            ("expired", LAST_DAY + DAY, LAST_DAY + DAY)
        ]


def test_one_noted_late_tells_the_legal_day_and_the_day_it_was_noticed(there: Expiring) -> None:
    late = there.town.clock.day = LAST_DAY + 40 * DAY
    there.service.expire(late)
    expired = there.case(there.exemptions[0]).expired
    assert expired
    assert (expired.expired_on, expired.noticed_on) == (LAST_DAY + DAY, late)


def test_the_status_of_any_day_is_the_same_whether_or_not_it_was_noted(there: Expiring) -> None:
    days = [FIRST_DAY + n * DAY for n in range(-30, 300)]
    exemption = there.exemptions[0]
    before = [status_on(there.case(exemption), day) for day in days]
    card = exemption_card(exemption, there.case(exemption), LAST_DAY + DAY)
    there.town.clock.day = LAST_DAY + 40 * DAY
    there.service.expire(LAST_DAY + 40 * DAY)
    assert [status_on(there.case(exemption), day) for day in days] == before
    noted = exemption_card(exemption, there.case(exemption), LAST_DAY + DAY)
    assert replace(noted, noticed_on=None, version=card.version) == card
    spans = there.plan(there.plans[0]).exemptions.of_supervisor(there.town.people["stranger"])
    assert [span.last_day for span in spans] == [LAST_DAY]


def test_one_that_fails_does_not_keep_the_others_from_being_noted(
    there: Expiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = there.exemptions
    there.town.clock.day = LAST_DAY + DAY
    at = ExemptionActing.at

    def failing(self: ExemptionActing, exemption: Id, *more: Any) -> Any:
        if exemption == broken:
            raise Unreadable("unreadable", nb="Uleselig.", en="Unreadable.")
        return at(self, exemption, *more)

    with monkeypatch.context() as patched:
        patched.setattr(ExemptionActing, "at", failing)
        told = there.service.expire(LAST_DAY + DAY)
    assert (told.noted, told.failed) == ((sound,), (broken,))
    assert there.service.expire(LAST_DAY + DAY).noted == (broken,)
    assert there.expired() == [1, 1]


def test_nothing_is_noted_of_days_to_come(there: Expiring) -> None:
    assert there.town.clock.today() == TODAY
    with pytest.raises(Invalid, match="has not come yet"):
        there.service.expire(LAST_DAY + DAY)


def test_what_was_extended_meanwhile_is_left_alone(there: Expiring) -> None:
    exemption = there.exemptions[0]
    extending = c.ExtendExemption(
        exemption=exemption, last_day=date(2026, 12, 31), stated_in="vedtak"
    )
    there.town.services.exemptions.extend(extending, officer(there.town), order())
    there.town.clock.day = LAST_DAY + DAY
    # A row from before the extension: the exemption itself tells that it is not due.
    told = there.service._expire([exemption], LAST_DAY + DAY, officer(there.town))
    assert (told.noted, told.failed) == ((), ())
