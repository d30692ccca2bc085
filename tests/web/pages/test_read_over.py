"""Before one reads a form over, one is told what would be refused; nothing is done by asking."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from application.actors import Order
from application.ids import new_id
from application.ports import Receipt
from tests.support.browser import browser
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, guided, ready
from web.pages.doing import done_before
from web.pages.forms import FORMS

OVER = "Se over før du sender"
LEAVES_A_TRACE = ("certify-service", ".place", ".take-in", ".end-sessions")


@pytest.fixture
def plan(aasnes: Town) -> str:
    return aasnes.plan().removeprefix("/plans/")


def submitting(plan: str) -> str:
    return f"/doctor/do/plans/{plan}/goals/{GOAL}/submit"


def stage(town: Town, plan: str) -> str:
    goals = town.get(f"/plans/{plan}/goals", "doctor", "doctor").json["items"]
    return str(next(one["stage"] for one in goals if one["code"] == GOAL))


def test_the_day_one_spoke_with_the_supervisor_is_needed_to_submit_a_goal(
    aasnes: Town, plan: str
) -> None:
    doctor = browser(aasnes, "doctor")
    doctor.get(submitting(plan))
    assert "(kan stå tomt)" not in doctor.page
    doctor.send(submitting(plan), {})
    assert (doctor.status, OVER in doctor.page) == (400, False)
    assert "Fyll ut «Snakket med veileder»." in doctor.page
    assert 'aria-invalid="true" aria-describedby="wrong-consultedOn"' in doctor.page


def test_a_day_to_come_is_told_with_a_sentence_of_its_own(aasnes: Town, plan: str) -> None:
    doctor = browser(aasnes, "doctor")
    doctor.get(submitting(plan))
    tomorrow = aasnes.clock.day + timedelta(days=1)
    doctor.send(submitting(plan), {"consultedOn": f"{tomorrow}"})
    assert OVER not in doctor.page
    assert "er ikke kommet ennå" in doctor.page
    assert 'id="wrong-consultedOn"' in doctor.page


def test_what_the_law_says_no_to_is_told_before_it_is_read_over(aasnes: Town, plan: str) -> None:
    doctor = browser(aasnes, "doctor")
    doctor.get(submitting(plan))
    doctor.send(submitting(plan), {"consultedOn": "2025-12-01"})
    assert (doctor.status, OVER in doctor.page) == (422, False)
    assert "i samråd med veilederen" in doctor.page


def test_what_can_be_done_is_read_over_and_not_yet_done(aasnes: Town, plan: str) -> None:
    doctor = browser(aasnes, "doctor")
    doctor.get(submitting(plan))
    doctor.send(submitting(plan), {"consultedOn": "2026-02-02"})
    assert OVER in doctor.page
    assert stage(aasnes, plan) == "open"
    doctor.send(submitting(plan), {"confirmed": "1"})
    assert doctor.path == f"{submitting(plan)}/done", doctor.page
    assert stage(aasnes, plan) == "submitted"


def test_a_form_sent_again_after_it_was_done_leads_to_its_receipt(aasnes: Town, plan: str) -> None:
    doctor = browser(aasnes, "doctor")
    doctor.get(submitting(plan))
    first = doctor.page
    told = {"consultedOn": "2026-02-02"}
    doctor.send(submitting(plan), told)
    doctor.send(submitting(plan), {"confirmed": "1"})
    doctor.page = first
    doctor.send(submitting(plan), told)
    assert doctor.path == f"{submitting(plan)}/done", doctor.page


def test_that_the_goal_is_not_submitted_is_no_lack_of_what_is_about_to_be_submitted(
    aasnes: Town, plan: str
) -> None:
    doctor = browser(aasnes, "doctor")
    doctor.get(submitting(plan))
    assert "Mangler" in doctor.page
    assert "var ikke sendt inn" not in doctor.page


@pytest.mark.usefixtures("at_work")
def test_what_is_finalised_already_is_told_before_it_is_read_over(aasnes: Town, plan: str) -> None:
    session = guided(aasnes, f"/plans/{plan}")
    supervisor = browser(aasnes, "supervisor")
    here = f"/supervisor/do{session}/finalise"
    supervisor.get(here)
    supervisor.send(here, {})
    assert supervisor.status >= 400
    assert OVER not in supervisor.page


@pytest.mark.usefixtures("at_work")
def test_a_goal_that_is_decided_already_is_not_read_over_again(aasnes: Town) -> None:
    plan = ready(aasnes).removeprefix("/plans/")
    leader = browser(aasnes, "leader")
    aasnes.done(f"/plans/{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    leader.get(f"/leader/do/plans/{plan}/goals/{GOAL}/approve")
    leader.send(f"/leader/do/plans/{plan}/goals/{GOAL}/approve", {"statement": "Vist igjen."})
    assert leader.status in {409, 422}
    assert OVER not in leader.page
    assert "Vist igjen." in leader.page


def test_every_form_that_is_read_over_is_asked_first_unless_asking_leaves_a_trace() -> None:
    unasked = {name for name, form in FORMS.items() if form.check and not form.rehearsed}
    assert {name for name in unasked if not name.endswith(LEAVES_A_TRACE)} == set()


def test_what_cannot_be_rehearsed_is_not_passed_off_as_done_before() -> None:
    done = Receipt(
        case_id=new_id(),
        version=1,
        position=1,
        recorded_at=datetime(2026, 5, 4, tzinfo=UTC),
        repeated=False,
    )
    order = Order(command_id=new_id(), correlation_id=new_id(), body_hash=b"")
    with pytest.raises(TypeError, match="rehearsed=False"):
        done_before(lambda _: done, order)
    assert done_before(lambda _: replace(done, repeated=True), order)
