"""What a proceeding came to, as the exemption has it: given facts, when it is ruled, then these."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import (
    ExemptionGranted,
    ExemptionRefused,
    ExemptionRevoked,
    ExemptionSetAside,
    ExemptionTakenUp,
)
from domain.exemptions.outcome import Came, ExemptionTerms, come_to, take_up
from domain.exemptions.status import Status, statuses
from domain.law.book import IN_FORCE
from domain.law.exemptions import ExemptionKind
from domain.plans.plan import TrainingPlan
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.support.exemptions import (
    APPLIED_ON,
    EXEMPTION,
    FIRST_DAY,
    LAST_DAY,
    OFFICER,
    applied,
    granted,
    refused,
    told_ended,
    told_granted,
    withdrawn,
)
from tests.support.history import folded
from tests.support.plans import ORGANISATION, SUPERVISOR
from tests.support.told_decisions import PROCEEDING

KIND = "supervisor-specialty"
HEARD_ON = date(2026, 4, 20)
TERMS = ExemptionTerms(first_day=FIRST_DAY, last_day=LAST_DAY)
TAKEN_UP = ExemptionTakenUp(proceeding=PROCEEDING, taken_up_on=APPLIED_ON)
STATED = f"{PROCEEDING} / 9"


def given(*facts: Fact) -> Exemption:
    return folded(Exemption, EXEMPTION, applied(), TAKEN_UP, *facts).case


def came(
    case: Exemption,
    outcome: str,
    terms: ExemptionTerms | None = None,
    on: date = HEARD_ON,
    was: str | None = None,
) -> tuple[Fact, ...]:
    ruled = Came(
        proceeding=PROCEEDING,
        outcome=outcome,
        by=OFFICER,
        on=on,
        stated_in=STATED,
        terms=terms,
        was=was,
    )
    return come_to(case, ruled, IN_FORCE)


def kinds(facts: tuple[Fact, ...]) -> list[type[Fact]]:
    return [type(fact) for fact in facts]


def days(case: Exemption) -> list[tuple[Status, date]]:
    return [(status, span.first_day) for status, span in statuses(case)]


def test_granted_it_is_granted_and_says_in_which_ruling() -> None:
    (fact,) = came(given(), "granted", TERMS)
    assert isinstance(fact, ExemptionGranted)
    assert (fact.first_day, fact.last_day, fact.stated_in) == (FIRST_DAY, LAST_DAY, STATED)
    assert (fact.decided_by, fact.decided_on) == (OFFICER, HEARD_ON)


def test_refused_it_is_refused_once() -> None:
    case = given()
    assert kinds(came(case, "refused")) == [ExemptionRefused]
    assert came(case, "refused") == ()


def test_half_time_is_refused_also_after_it_was_repealed_and_not_granted() -> None:
    """AMB-43."""
    half = applied(ExemptionKind.HALF_TIME_PRACTICE, on=date(2024, 12, 20))
    later = date(2026, 1, 20)

    def ruled(outcome: str) -> tuple[Fact, ...]:
        case = folded(Exemption, EXEMPTION, half, TAKEN_UP).case
        return came(case, outcome, TERMS if outcome == "granted" else None, on=later)

    assert kinds(ruled("refused")) == [ExemptionRefused]
    with pytest.raises(RuleBroken):
        ruled("granted")


@pytest.mark.parametrize("outcome", ["granted", "partly-granted"])
def test_a_refusal_that_is_changed_is_set_aside_and_granted(outcome: str) -> None:
    case = given(refused())
    assert kinds(came(case, outcome, TERMS)) == [ExemptionSetAside, ExemptionGranted]
    # The days it is granted for are so also before the appeal was decided.
    assert days(case)[-2:] == [
        (Status.IN_FORCE, FIRST_DAY),
        (Status.EXPIRED, date(2026, 8, 1)),
    ]


def test_a_refusal_that_is_quashed_leaves_it_as_before() -> None:
    case = given(refused())
    assert kinds(came(case, "set-aside")) == [ExemptionSetAside]
    assert days(case) == [
        (Status.APPLIED_FOR, APPLIED_ON),
        (Status.REFUSED, date(2026, 1, 20)),
        (Status.APPLIED_FOR, HEARD_ON),
    ]


def test_a_grant_that_is_quashed_ends_that_day() -> None:
    case = given(granted())
    facts = came(case, "set-aside")
    assert kinds(facts) == [ExemptionRevoked, ExemptionSetAside]
    assert isinstance(facts[0], ExemptionRevoked)
    assert facts[0].last_day == HEARD_ON
    assert days(case)[-1] == (Status.APPLIED_FOR, date(2026, 4, 21))


def test_a_grant_that_is_over_has_nothing_left_to_end() -> None:
    case = given(granted())
    assert kinds(came(case, "set-aside", on=date(2026, 9, 1))) == [ExemptionSetAside]
    assert days(case)[-2:] == [
        (Status.EXPIRED, date(2026, 8, 1)),
        (Status.APPLIED_FOR, date(2026, 9, 1)),
    ]


def test_a_grant_changed_to_a_refusal_ends_and_is_refused() -> None:
    assert kinds(came(given(granted()), "refused")) == [
        ExemptionRevoked,
        ExemptionSetAside,
        ExemptionRefused,
    ]


def test_granted_still_for_the_same_days_nothing_changes_unless_others_are_stated() -> None:
    assert came(given(granted()), "granted", was="granted") == ()
    # In whole what was given in part: for which days and plans is not guessed.
    for was, now in (("partly-granted", "granted"), ("granted", "partly-granted")):
        with pytest.raises(RuleBroken, match="state the first and the last"):
            came(given(granted()), now, was=was)
    longer = ExemptionTerms(first_day=FIRST_DAY, last_day=date(2026, 12, 31))
    assert kinds(came(given(granted()), "granted", longer)) == [
        ExemptionRevoked,
        ExemptionSetAside,
        ExemptionGranted,
    ]


@pytest.mark.parametrize("terms", [None, ExemptionTerms(first_day=FIRST_DAY)])
def test_it_is_not_granted_without_its_days(terms: ExemptionTerms | None) -> None:
    with pytest.raises(RuleBroken):
        came(given(), "granted", terms)


def test_days_are_stated_only_of_what_is_granted() -> None:
    for outcome in ("refused", "set-aside"):
        with pytest.raises(Invalid, match="only of an exemption that is granted"):
            came(given(), outcome, TERMS)


def taking(*facts: Fact, organisation: Id = ORGANISATION, kind: str = KIND) -> Fact:
    case = folded(Exemption, EXEMPTION, *facts).case
    return take_up(case, PROCEEDING, organisation=organisation, kind=kind, on=APPLIED_ON)


def test_an_application_is_taken_up_by_the_proceeding_that_decides_it() -> None:
    assert taking(applied()) == TAKEN_UP


def test_an_application_that_is_not_there_or_anothers_is_not_taken_up() -> None:
    with pytest.raises(NotFound):
        taking()
    with pytest.raises(NotFound):
        taking(applied(), organisation=Id(f"{UUID(int=0xE15E)}"))
    with pytest.raises(Invalid, match="another kind of exemption"):
        taking(applied(), kind="half-time-practice")


@pytest.mark.parametrize("fact", [withdrawn(), refused(), granted(), TAKEN_UP])
def test_what_is_decided_already_is_not_taken_up(fact: Fact) -> None:
    with pytest.raises(NotAllowed):
        taking(applied(), fact)


def test_a_plan_keeps_the_days_of_a_grant_that_ended_when_another_takes_its_place() -> None:
    again = told_granted(date(2026, 5, 1), LAST_DAY)
    plan = folded(
        TrainingPlan, Id(f"{UUID(int=0x9A1)}"), told_granted(), told_ended(HEARD_ON), again
    ).case
    spans = plan.exemptions.of_supervisor(SUPERVISOR)
    assert [(one.first_day, one.last_day) for one in spans] == [
        (FIRST_DAY, HEARD_ON),
        (date(2026, 5, 1), LAST_DAY),
    ]
