"""Learning activities: logged, sent, signed or sent back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.plans.activities import (
    PRESENCE,
    ActivityKind,
    ActivityReturned,
    ActivitySigned,
    ActivityStage,
    ActivitySubmitted,
    Channel,
    Presence,
)
from domain.plans.roles import Capacity
from domain.plans.rules.sign_activity import (
    send_activity_back,
    sign_activity,
    submit_activity,
)
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound, RuleBroken
from tests.domain.plans.asking import sending, sending_back, signing
from tests.support.history import given
from tests.support.plans import (
    ACTIVITY,
    APPOINTED,
    DOCTOR,
    GOAL,
    HELD_ON,
    LEADER,
    MIDWIFE,
    OUTSIDER,
    SIGNED_ON,
    SUPERVISOR,
    SURGEON,
    clinical_supervisor_appointed,
    clinical_supervisor_released,
    logged,
    procedure,
    sent,
    sent_back,
    signed,
    text,
)

LOGGED = (*APPOINTED, logged(ACTIVITY, GOAL))
SENT = (*LOGGED, sent())


@pytest.mark.parametrize(
    ("kind", "presence"),
    [
        pytest.param(ActivityKind.PROCEDURE, Presence.ON_SITE_REQUIRED, id="R-SPV-01-procedure"),
        pytest.param(
            ActivityKind.OBSERVED_CONSULTATION, Presence.ON_SITE_REQUIRED, id="R-SPV-01-observed"
        ),
        pytest.param(ActivityKind.CASE_DISCUSSION, Presence.ANY, id="R-SPV-01-discussion"),
        pytest.param(ActivityKind.COURSE, Presence.ANY, id="R-SPV-01-course"),
    ],
)
def test_an_activity_is_logged_with_the_presence_its_kind_asks_for(
    kind: ActivityKind, presence: Presence
) -> None:
    then = given(*APPOINTED).when(
        lambda plan: plan.activities.log(
            ACTIVITY, kind=kind, done_on=HELD_ON, arena="ARE-04", goals=(GOAL,), description=None
        )
    )
    then.then(logged(ACTIVITY, GOAL, kind=kind, presence=presence))


def test_every_kind_of_activity_says_which_presence_it_asks_for() -> None:
    assert set(PRESENCE) == set(ActivityKind)


def test_an_activity_is_logged_once() -> None:
    then = given(*LOGGED).when(
        lambda plan: plan.activities.log(
            ACTIVITY,
            kind=ActivityKind.COURSE,
            done_on=HELD_ON,
            arena=None,
            goals=(),
            description=None,
        )
    )
    then.then_refused(NotAllowed, saying="exists")


@pytest.mark.parametrize(
    "to",
    [
        pytest.param(SUPERVISOR, id="R-KP-02-supervisor"),
        pytest.param(MIDWIFE, id="R-KP-02-clinical-supervisor"),
    ],
)
def test_an_activity_is_sent_to_one_who_may_sign_it(to: Id) -> None:
    then = given(*LOGGED).when(lambda plan: submit_activity(sending(plan, to=to)))
    then.then(sent(to=to))


@pytest.mark.parametrize(
    "to",
    [
        pytest.param(LEADER, id="R-KP-02-leader"),
        pytest.param(DOCTOR, id="R-KP-02-the-doctor"),
        pytest.param(OUTSIDER, id="R-KP-02-outsider"),
    ],
)
def test_an_activity_is_sent_to_nobody_else(to: Id) -> None:
    then = given(*LOGGED).when(lambda plan: submit_activity(sending(plan, to=to)))
    then.then_refused(RuleBroken, saying="are sent to", rule="R-KP-02")


@pytest.mark.parametrize(
    ("day", "refused"),
    [
        pytest.param(date(2025, 8, 31), True, id="the-day-before-the-first"),
        pytest.param(date(2025, 9, 1), False, id="the-first-day"),
        pytest.param(date(2026, 1, 31), False, id="the-last-day"),
        pytest.param(date(2026, 2, 1), True, id="the-day-after-the-last"),
    ],
)
def test_the_one_it_is_sent_to_is_in_office_that_day(day: date, *, refused: bool) -> None:
    at = given(*LOGGED, clinical_supervisor_released(last_day=date(2026, 1, 31)))
    then = at.when(lambda plan: submit_activity(sending(plan, on=day)))
    if refused:
        then.then_refused(RuleBroken, rule="R-KP-02")
    else:
        then.then_recorded(ActivitySubmitted)


def test_an_activity_sent_back_is_sent_again() -> None:
    then = given(*SENT, sent_back()).when(lambda plan: submit_activity(sending(plan)))
    then.then(sent())


@pytest.mark.parametrize("history", [SENT, (*SENT, signed())], ids=["sent", "signed"])
def test_an_activity_under_way_is_not_sent_again(history: tuple[Fact, ...]) -> None:
    then = given(*history).when(lambda plan: submit_activity(sending(plan)))
    then.then_refused(NotAllowed, saying="this needs it to be logged or returned")


def test_a_midwife_signs_what_she_supervised() -> None:
    then = given(*SENT).when(lambda plan: sign_activity(signing(plan)))
    then.then(signed())


def test_the_supervisor_signs_as_supervisor() -> None:
    then = given(*SENT).when(lambda plan: sign_activity(signing(plan, by=SUPERVISOR)))
    fact = then.then_recorded(ActivitySigned)
    assert isinstance(fact, ActivitySigned)
    assert fact.capacity == Capacity.SUPERVISOR


@pytest.mark.parametrize(
    ("by", "rule"),
    [
        pytest.param(DOCTOR, "R-ROL-02", id="R-ROL-02-oneself"),
        pytest.param(LEADER, "R-ROL-01", id="R-ROL-01-leader"),
        pytest.param(OUTSIDER, "R-ROL-01", id="R-ROL-01-outsider"),
    ],
)
def test_nobody_else_signs(by: Id, rule: str) -> None:
    then = given(*SENT).when(lambda plan: sign_activity(signing(plan, by=by)))
    then.then_refused(RuleBroken, rule=rule)


@pytest.mark.parametrize(
    ("day", "refused"),
    [
        pytest.param(SIGNED_ON, False, id="R-SPV-03-on-the-last-day"),
        pytest.param(SIGNED_ON + timedelta(days=1), True, id="R-SPV-03-the-day-after"),
    ],
)
def test_the_one_signing_is_in_office_that_day(day: date, *, refused: bool) -> None:
    at = given(*SENT, clinical_supervisor_released(last_day=SIGNED_ON))
    then = at.when(lambda plan: sign_activity(signing(plan, on=day)))
    if refused:
        then.then_refused(RuleBroken, saying="was not clinical supervisor", rule="R-ROL-01")
    else:
        then.then(signed(on=day))


@pytest.mark.parametrize(
    ("channel", "accepted"),
    [
        pytest.param(Channel.ON_SITE, True, id="R-SPV-01-on-site"),
        pytest.param(Channel.PHONE, False, id="R-SPV-01-phone"),
        pytest.param(Channel.DIGITAL, False, id="R-SPV-01-digital"),
    ],
)
def test_a_procedure_is_signed_by_one_who_was_present(channel: Channel, *, accepted: bool) -> None:
    at = given(*APPOINTED, procedure(), sent())
    then = at.when(lambda plan: sign_activity(signing(plan, channel=channel)))
    if accepted:
        then.then(signed())
    else:
        then.then_refused(RuleBroken, saying="was present", rule="R-SPV-01")


@pytest.mark.parametrize("channel", list(Channel))
def test_other_activities_are_followed_in_any_way(channel: Channel) -> None:
    then = given(*SENT).when(lambda plan: sign_activity(signing(plan, channel=channel)))
    then.then_recorded(ActivitySigned)


def test_nothing_is_signed_before_it_was_done() -> None:
    at = given(*SENT)
    early = at.when(lambda plan: sign_activity(signing(plan, on=HELD_ON - timedelta(days=1))))
    early.then_refused(RuleBroken, saying="cannot be signed before", rule="R-SPV-03")
    at.when(lambda plan: sign_activity(signing(plan, on=HELD_ON))).then(signed(on=HELD_ON))


def test_everything_wrong_with_a_signature_is_told_at_once() -> None:
    at = given(*APPOINTED, procedure(), sent())
    asked = signing(at.case, by=DOCTOR, channel=Channel.PHONE, on=HELD_ON - timedelta(days=1))
    told = at.when(lambda _: sign_activity(asked)).then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    assert [f.rule for f in told.findings] == [
        "R-ROL-02",
        "R-ROL-01",
        "R-KP-02",
        "R-SPV-01",
        "R-SPV-03",
    ]


def test_only_the_addressee_or_the_supervisor_answers_an_activity() -> None:
    other = clinical_supervisor_appointed(person=SURGEON)
    at = given(*APPOINTED, other, procedure(), sent())
    for act in (
        lambda plan: sign_activity(signing(plan, by=SURGEON)),
        lambda plan: send_activity_back(sending_back(plan, by=SURGEON)),
    ):
        at.when(act).then_refused(RuleBroken, rule="R-KP-02")
    at.when(lambda plan: sign_activity(signing(plan, by=SUPERVISOR))).then_recorded(ActivitySigned)
    returned = at.when(lambda plan: send_activity_back(sending_back(plan, by=MIDWIFE)))
    returned.then_recorded(ActivityReturned)


@pytest.mark.parametrize(
    "history",
    [
        pytest.param(LOGGED, id="only-logged"),
        pytest.param((*SENT, sent_back()), id="sent-back"),
        pytest.param((*SENT, signed()), id="already-signed"),
    ],
)
def test_only_an_activity_that_was_sent_is_signed_or_sent_back(history: tuple[Fact, ...]) -> None:
    at = given(*history)
    signing_it = at.when(lambda plan: sign_activity(signing(plan)))
    signing_it.then_refused(NotAllowed, saying="this needs it to be submitted")
    returning_it = at.when(lambda plan: send_activity_back(sending_back(plan)))
    returning_it.then_refused(NotAllowed, saying="this needs it to be submitted")


def test_an_activity_is_sent_back_with_a_comment() -> None:
    then = given(*SENT).when(
        lambda plan: plan.activities.send_back(
            ACTIVITY, by=MIDWIFE, comment=text("hvilken dag?"), on=HELD_ON
        )
    )
    then.then(sent_back())


def test_an_activity_nobody_logged_is_not_found() -> None:
    at = given(*APPOINTED)
    for act in (
        lambda plan: submit_activity(sending(plan)),
        lambda plan: sign_activity(signing(plan)),
    ):
        assert at.when(act).then_refused(NotFound).code == "unknown-activity"


def test_an_activity_remembers_its_stage_and_the_versions_of_its_facts() -> None:
    activity = given(*SENT, signed()).case.activities.activity(ACTIVITY)
    assert activity.stage is ActivityStage.SIGNED
    assert (activity.logged_at, activity.signed_at) == (4, 6)
    assert activity.signed == signed()
