"""What a decision of registration or approval does to it, and what an appeal makes of that."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from domain.calendar.spans import Span
from domain.law.remedies import DecisionKind
from domain.organisations.decisions import (
    OrganisationAppealConcludedTold,
    OrganisationAppealTold,
    OrganisationDecisionTold,
)
from domain.organisations.facts import OrganisationFactCorrected
from domain.organisations.organisation import Organisation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.history import folded
from tests.support.plans import LEADER, ORGANISATION
from tests.support.stories import REGISTERED

ONE, OTHER = Id(f"{UUID(int=0x9C1)}"), Id(f"{UUID(int=0x9C2)}")
FROM, APPLIED = date(2019, 2, 1), date(2026, 2, 2)
REFUSED_ON, LAST, HEARD_ON = date(2026, 3, 31), date(2026, 3, 30), date(2026, 9, 1)


def told(
    outcome: str,
    on: date,
    *,
    proceeding: Id = ONE,
    applied: date | None = APPLIED,
    kind: str = DecisionKind.REGISTRATION,
) -> OrganisationDecisionTold:
    return OrganisationDecisionTold(
        proceeding=proceeding,
        kind=kind,
        outcome=outcome,
        remedy="appeal",
        decided_on=on,
        applied_on=applied,
    )


def days(*facts: Fact) -> tuple[Span, ...]:
    return folded(Organisation, ORGANISATION, REGISTERED, *facts).case.registered_spans


REFUSED = told("refused", REFUSED_ON)


def test_without_a_decision_it_is_registered_from_its_application() -> None:
    assert days() == (Span(FROM),)


def test_a_refusal_ends_it_that_day_and_never_before() -> None:
    """What was done while it stood in the register was done in a registered establishment."""
    assert days(REFUSED) == (Span(FROM, LAST),)


@pytest.mark.parametrize("outcome", ["granted", "partly-granted"])
def test_changed_on_appeal_it_was_never_interrupted(outcome: str) -> None:
    assert days(REFUSED, told(outcome, HEARD_ON)) == (Span(FROM),)


def test_quashed_it_is_as_before_the_decision() -> None:
    assert days(REFUSED, told("set-aside", HEARD_ON)) == (Span(FROM),)


def quashed(outcome: str = "quashed-and-returned", appeal: Id = OTHER) -> Fact:
    return OrganisationAppealConcludedTold(
        proceeding=ONE, appeal=appeal, outcome=outcome, concluded_on=HEARD_ON
    )


def test_quashed_before_that_was_told_by_itself_it_is_as_before_the_decision_too() -> None:
    early = told("refused", REFUSED_ON, applied=None)
    assert days(early, quashed("upheld")) == (Span(FROM, LAST),)
    assert days(early, quashed()) == (Span(FROM),)
    assert days(REFUSED, quashed(), told("set-aside", HEARD_ON)) == (Span(FROM),)
    # It was a dismissal that was quashed, not the refusal.
    assert days(early, quashed("dismissed", ONE), quashed()) == (Span(FROM, LAST),)


def test_an_appeal_told_of_early_does_not_make_a_decision_an_earlier_one() -> None:
    """Proceedings count in the order they were decided, not in that they were first told of."""
    filed = OrganisationAppealTold(
        proceeding=ONE, appeal=OTHER, received_on=APPLIED, verdict="a-person-decides"
    )
    granted = told("granted", date(2026, 3, 1), proceeding=OTHER)
    assert days(filed, granted, REFUSED) == days(granted, REFUSED) == (Span(FROM, LAST),)


def test_quashed_and_refused_anew_it_ends_with_the_new_refusal() -> None:
    anew = told("refused", date(2026, 10, 1))
    assert days(REFUSED, told("set-aside", HEARD_ON), anew) == (Span(FROM, date(2026, 9, 30)),)


def test_a_new_application_that_is_granted_counts_from_the_day_it_came() -> None:
    """Section 21, third paragraph."""
    again = told("granted", date(2026, 12, 1), proceeding=OTHER, applied=date(2026, 10, 5))
    assert days(REFUSED, again) == (Span(FROM, LAST), Span(date(2026, 10, 5)))


def test_granted_of_the_directorates_own_accord_it_counts_from_the_decision() -> None:
    again = told("granted", date(2026, 12, 1), proceeding=OTHER, applied=None)
    assert days(REFUSED, again) == (Span(FROM, LAST), Span(date(2026, 12, 1)))


def test_a_grant_that_is_quashed_keeps_the_days_it_gave_until_then() -> None:
    again = told("granted", date(2026, 12, 1), proceeding=OTHER, applied=date(2026, 10, 5))
    aside = told("set-aside", date(2027, 2, 1), proceeding=OTHER)
    assert days(REFUSED, again, aside) == (
        Span(FROM, LAST),
        Span(date(2026, 10, 5), date(2027, 1, 31)),
    )


def test_a_decision_recorded_in_error_changes_nothing() -> None:
    marked = OrganisationFactCorrected(
        corrects=2,
        corrected_fact="organisation.decision-made",
        corrected_by=LEADER,
        corrected_on=HEARD_ON,
        reason=Confidential("feil sak"),
    )
    assert days(REFUSED, marked) == (Span(FROM),)


def test_another_kind_of_decision_leaves_the_registration_alone() -> None:
    refused = told("refused", REFUSED_ON, kind=DecisionKind.SUPERVISOR_EXEMPTION)
    assert days(refused) == (Span(FROM),)


def test_nobody_is_approved_without_a_decision_and_the_last_of_it_counts() -> None:
    kind = DecisionKind.ESTABLISHMENT_APPROVAL

    def approved(*facts: Fact) -> tuple[Span, ...]:
        case = folded(Organisation, ORGANISATION, REGISTERED, *facts).case
        assert case.registered_spans == (Span(FROM),)
        return case.decisions.approved()

    refused = told("refused", REFUSED_ON, kind=kind)
    assert approved() == approved(refused) == ()
    granted = told("granted", HEARD_ON, kind=kind)
    # That one counts as registered from the application is said of registration alone.
    assert approved(refused, granted) == (Span(HEARD_ON),)
    over = told("refused", date(2027, 1, 1), kind=kind, proceeding=OTHER, applied=None)
    assert approved(granted, over) == (Span(HEARD_ON, date(2026, 12, 31)),)
