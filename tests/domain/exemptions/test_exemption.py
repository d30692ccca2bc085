"""Applying for an exemption, and the Directorate's decisions on it (R-EXM-01)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.exemptions.facts import (
    ExemptionApplied,
    ExemptionExpired,
    ExemptionExtended,
    ExemptionGranted,
    ExemptionRefused,
    ExemptionRevoked,
    ExemptionWithdrawn,
)
from domain.law.exemptions import ExemptionKind
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed, NotFound, Refused, RuleBroken
from tests.domain.exemptions.asking import (
    Act,
    applying,
    exemption,
    extending,
    granting,
    refusing,
    revoking,
)
from tests.support.exemptions import (
    APPLIED_ON,
    DAY,
    DECIDED_ON,
    FIRST_DAY,
    LAST_DAY,
    OFFICER,
    OTHER_PLAN,
    PLAN,
    applied,
    expired,
    extended,
    granted,
    refused,
    revoked,
    withdrawn,
)
from tests.support.plans import LEADER, SUPERVISOR

HALF = ExemptionKind.HALF_TIME_PRACTICE
GRANTED = (applied(), granted())
LATER = date(2026, 12, 31)


def test_an_establishment_applies_for_a_supervisor_and_its_plans() -> None:
    plans = (PLAN, OTHER_PLAN, PLAN)
    told = exemption().when(applying(plans=plans)).then_recorded(ExemptionApplied)
    assert isinstance(told, ExemptionApplied)
    assert (told.supervisor, told.plans) == (SUPERVISOR, (PLAN, OTHER_PLAN))


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"supervisor": None}, id="R-EXM-01-no-supervisor"),
        pytest.param({"plans": ()}, id="R-EXM-01-no-plan"),
        pytest.param(
            {"kind": HALF, "on": date(2023, 1, 10)}, id="R-SVC-03-half-time-has-no-supervisor"
        ),
        pytest.param(
            {
                "kind": HALF,
                "supervisor": None,
                "plans": (PLAN, OTHER_PLAN),
                "on": date(2023, 1, 10),
            },
            id="R-SVC-03-half-time-is-of-one-plan",
        ),
    ],
)
def test_an_application_is_about_somebody(changed: dict[str, Any]) -> None:
    exemption().when(applying(**changed)).then_refused(Invalid, rule="R-EXM-01")


def test_the_directorate_grants_with_first_and_last_day() -> None:
    told = exemption(applied()).when(granting()).then_recorded(ExemptionGranted)
    assert isinstance(told, ExemptionGranted)
    assert (told.first_day, told.last_day, told.decided_by) == (FIRST_DAY, LAST_DAY, OFFICER)
    assert [basis.nb for basis in told.basis] == ["spesialistforskriften § 25 fjerde ledd"]


def test_an_exemption_without_a_last_day_is_refused_by_the_rule_that_asks_for_one() -> None:
    then = exemption(applied()).when(granting(last_day=None))
    told = then.then_refused(RuleBroken, saying="limited in time", rule="R-EXM-01")
    assert [basis.nb for basis in told.basis] == ["spesialistforskriften § 25 fjerde ledd"]
    again = exemption(*GRANTED).when(extending(None))
    again.then_refused(RuleBroken, saying="limited in time", rule="R-EXM-01")


@pytest.mark.parametrize(
    ("changed", "kind", "saying"),
    [
        pytest.param({"last_day": FIRST_DAY - DAY}, Invalid, "before the first", id="reversed"),
        pytest.param({"last_day": date(2036, 2, 3)}, Invalid, "ten years", id="too-long"),
        pytest.param({"on": APPLIED_ON - DAY}, NotAllowed, "before", id="before-application"),
        pytest.param({"plans": (OTHER_PLAN,)}, Invalid, "applied for", id="another-plan"),
        pytest.param({"plans": ()}, Invalid, "applied for", id="no-plan"),
        pytest.param({"stated_in": " "}, Invalid, "empty", id="stated-nowhere"),
    ],
)
def test_a_grant_that_cannot_be_is_refused(
    changed: dict[str, Any], kind: type[Refused], saying: str
) -> None:
    exemption(applied()).when(granting(**changed)).then_refused(kind, saying=saying)


def test_it_is_granted_for_some_of_the_plans() -> None:
    both = applied(plans=(PLAN, OTHER_PLAN))
    told = exemption(both).when(granting(plans=(OTHER_PLAN,))).then_recorded(ExemptionGranted)
    assert isinstance(told, ExemptionGranted)
    assert told.plans == (OTHER_PLAN,)


def test_a_refusal_says_where_appeals_stand() -> None:
    told = exemption(applied()).when(refusing()).then_recorded(ExemptionRefused)
    assert isinstance(told, ExemptionRefused)
    assert [basis.section for basis in told.basis] == ["25", "35"]


DECIDED = (
    pytest.param((applied(), granted()), id="granted"),
    pytest.param((applied(), refused()), id="refused"),
    pytest.param((applied(), withdrawn()), id="withdrawn"),
    pytest.param((applied(), granted(), revoked(date(2026, 3, 31))), id="revoked"),
    pytest.param((applied(), granted(), expired()), id="expired"),
)
withdrawing: Act = lambda case: case.withdraw(by=LEADER, on=DECIDED_ON)  # noqa: E731


@pytest.mark.parametrize("facts", DECIDED)
@pytest.mark.parametrize("act", [granting(), refusing(), withdrawing, applying()])
def test_what_is_decided_is_not_decided_again(facts: tuple[Fact, ...], act: Act) -> None:
    exemption(*facts).when(act).then_refused(NotAllowed, rule="R-EXM-01")


def test_an_application_is_withdrawn_before_it_is_decided() -> None:
    exemption(applied()).when(withdrawing).then_recorded(ExemptionWithdrawn)
    early: Act = lambda case: case.withdraw(by=LEADER, on=APPLIED_ON - DAY)  # noqa: E731
    exemption(applied()).when(early).then_refused(NotAllowed, saying="before")


@pytest.mark.parametrize(
    ("facts", "last_day", "on", "saying"),
    [
        pytest.param(GRANTED, LATER, LAST_DAY, "", id="R-EXM-01-on-the-last-day"),
        pytest.param(GRANTED, LATER, LAST_DAY + DAY, "expired after", id="R-EXM-01-the-day-after"),
        pytest.param(
            (*GRANTED, extended(LATER)), LATER + DAY, LATER, "", id="R-EXM-01-a-second-time"
        ),
        pytest.param(GRANTED, LAST_DAY, LAST_DAY, "lasts to", id="R-EXM-01-no-later"),
        pytest.param(GRANTED, LATER, DECIDED_ON - DAY, "is before", id="R-EXM-01-before-the-grant"),
        pytest.param(
            (*GRANTED, revoked(date(2026, 3, 31))),
            LATER,
            date(2026, 3, 15),
            "revoked",
            id="R-EXM-01-what-was-revoked",
        ),
        pytest.param(
            (*GRANTED, expired()), LATER, LAST_DAY, "", id="R-EXM-01-decided-in-time-noted-late"
        ),
    ],
)
def test_an_exemption_is_extended_before_it_expires(
    facts: tuple[Fact, ...], last_day: date, on: date, saying: str
) -> None:
    then = exemption(*facts).when(extending(last_day, on=on))
    if saying:
        then.then_refused(Refused, saying=saying, rule="R-EXM-01")
    else:
        then.then_recorded(ExemptionExtended)


def test_an_extension_after_expiry_is_refused_with_its_citation() -> None:
    then = exemption(*GRANTED).when(extending(LATER, on=LAST_DAY + DAY))
    told = then.then_refused(RuleBroken, rule="R-EXM-01")
    assert [basis.nb for basis in told.basis] == ["spesialistforskriften § 25 fjerde ledd"]


@pytest.mark.parametrize(
    ("last_day", "on", "allowed"),
    [
        pytest.param(date(2026, 3, 1), date(2026, 3, 1), True, id="from-the-next-day"),
        pytest.param(date(2026, 2, 28), date(2026, 3, 1), False, id="never-back-in-time"),
        pytest.param(LAST_DAY - DAY, date(2026, 3, 1), True, id="a-day-early"),
        pytest.param(LAST_DAY, date(2026, 3, 1), False, id="no-earlier-than-it-ends"),
        pytest.param(date(2026, 1, 25), date(2026, 1, 25), True, id="before-it-begins"),
        pytest.param(LAST_DAY + DAY, LAST_DAY + DAY, False, id="when-it-is-over"),
    ],
)
def test_an_exemption_is_revoked_after_an_earlier_day(
    last_day: date, on: date, *, allowed: bool
) -> None:
    then = exemption(*GRANTED).when(revoking(last_day, on=on))
    if allowed:
        then.then_recorded(ExemptionRevoked)
    else:
        then.then_refused(NotAllowed, rule="R-EXM-01")


def test_an_expiry_tells_the_legal_day_and_the_day_it_was_noticed() -> None:
    late = LAST_DAY + 40 * DAY
    told = exemption(*GRANTED).when(lambda case: case.expire(noticed_on=late))
    told.then(ExemptionExpired(last_day=LAST_DAY, expired_on=LAST_DAY + DAY, noticed_on=late))


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        pytest.param(GRANTED, LAST_DAY, id="on-its-last-day"),
        pytest.param((*GRANTED, expired()), LATER, id="noted-already"),
        pytest.param((*GRANTED, revoked(date(2026, 3, 31))), LATER, id="revoked"),
        pytest.param((applied(),), LATER, id="undecided"),
        pytest.param((applied(), refused()), LATER, id="refused"),
    ],
)
def test_what_is_not_due_does_not_expire(facts: tuple[Fact, ...], day: date) -> None:
    at = exemption(*facts)
    assert not at.case.is_due(day)
    at.when(lambda case: case.expire(noticed_on=day)).then_refused(NotAllowed)


def test_nothing_is_decided_on_what_nobody_applied_for() -> None:
    for act in (granting(), refusing(), extending(LATER), revoking(LATER), withdrawing):
        exemption().when(act).then_refused(NotFound)
