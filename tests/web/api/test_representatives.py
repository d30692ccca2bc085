"""A representative sees what the power of attorney covers, on its days, and does nothing."""

from __future__ import annotations

import pytest

from tests.support.town import Town
from tests.web.api.test_journey import GOAL, guided, ready

BY = ("stranger", "representative")


def let_in(town: Town, plan: str, *scopes: str) -> None:
    body = {"person": town.people["stranger"], "scopes": scopes, "firstDay": "2026-05-01"}
    town.done(f"{plan}/representatives", "doctor", "doctor", body)


def test_a_representative_sees_what_the_power_of_attorney_covers(aasnes: Town) -> None:
    plan = ready(aasnes)
    assert aasnes.get(plan, *BY).status_code == 404
    let_in(aasnes, plan, "plan")
    assert aasnes.get(plan, *BY).status_code == 200
    assert aasnes.get(f"{plan}/timeline", *BY).status_code == 200
    refused = aasnes.get(f"{plan}/goals/{GOAL}/words", *BY)
    assert (refused.status_code, refused.json["code"]) == (403, "out-of-scope")
    let_in(aasnes, plan, "grounds")
    assert aasnes.get(f"{plan}/goals/{GOAL}/words", *BY).status_code == 200


def test_a_representative_reads_no_minutes_and_does_nothing(aasnes: Town) -> None:
    plan = aasnes.plan()
    session = guided(aasnes, plan)
    let_in(aasnes, plan, "plan", "grounds")
    assert aasnes.get(f"{session}/minutes", *BY).status_code == 403
    body = {"kind": "course", "doneOn": "2026-02-02"}
    assert aasnes.post(f"{plan}/activities", *BY, body).status_code == 403


@pytest.mark.parametrize(("last_day", "status"), [("2026-05-04", 200), ("2026-05-03", 404)])
def test_it_ends_with_its_last_day(aasnes: Town, last_day: str, status: int) -> None:
    plan = aasnes.plan()
    let_in(aasnes, plan, "plan")
    person = aasnes.people["stranger"]
    path = f"{plan}/representatives/{person}/revoke"
    aasnes.done(path, "doctor", "doctor", {"lastDay": last_day})
    assert aasnes.get(plan, *BY).status_code == status
