"""What is refused of exemptions, and to whom; nothing is recorded."""

from __future__ import annotations

from typing import Any

import pytest

from application.ids import new_id
from tests.support.town import Town
from tests.web.api.exempting import APPLIED, DIRECTORATE, GRANT, LEADER, Exempting, applied
from tests.web.api.test_refusals import nothing_recorded, refused
from tests.web.api.test_way import another_municipality


@pytest.fixture
def asked(aasnes: Town) -> Exempting:
    return applied(aasnes)


def test_an_exemption_without_a_last_day_is_refused_with_the_rule_and_its_citation(
    asked: Exempting,
) -> None:
    body = {name: said for name, said in GRANT.items() if name != "lastDay"}
    with nothing_recorded(asked.town):
        told = refused(asked.post("/grant", body), 422, "rule-broken")
    assert told["rule"] == "R-EXM-01"
    (found,) = told["findings"]
    assert found["basis"][0] == told["basis"][0]
    assert (told["basis"][0]["section"], told["basis"][0]["paragraph"]) == ("25", 4)


DECISIONS: dict[str, dict[str, Any]] = {
    "/grant": GRANT,
    "/refuse": {"statedIn": "vedtak"},
    "/extend": {"lastDay": "2026-12-31", "statedIn": "vedtak"},
    "/revoke": {"lastDay": "2026-06-30", "statedIn": "vedtak"},
}


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("leader", "leader"),
        ("administrator", "administrator"),
        ("doctor", "doctor"),
        ("supervisor", "supervisor"),
        ("auditor", "auditor"),
        ("organiser", "group-organiser"),
        ("stranger", "directorate-officer"),
    ],
)
def test_only_the_directorate_decides(asked: Exempting, name: str, role: str) -> None:
    """R-REG-08: a municipality grants itself nothing."""
    town = asked.town
    with nothing_recorded(town):
        for path, body in DECISIONS.items():
            answer = town.post(asked.exemption + path, name, role, body)
            assert answer.status_code in (403, 404), (path, answer.json)
            if role in ("leader", "administrator", "auditor"):
                assert (answer.status_code, answer.json["rule"]) == (403, "R-EXM-01")


@pytest.mark.parametrize(
    ("name", "role", "status"),
    [
        ("directorate", "directorate-officer", 403),
        ("auditor", "auditor", 403),
        ("doctor", "doctor", 403),
        ("neighbour", "leader", 403),
    ],
)
def test_only_the_establishment_applies(
    asked: Exempting, name: str, role: str, status: int
) -> None:
    town = asked.town
    body = APPLIED | {"supervisor": str(asked.supervisor), "plans": [asked.plan_id]}
    with nothing_recorded(town):
        path = f"/organisations/{town.organisation}/exemptions"
        assert town.post(path, name, role, body).status_code == status
        withdrawn = town.post(asked.exemption + "/withdraw", name, role, {})
        assert withdrawn.status_code in (403, 404)


def test_a_leader_elsewhere_neither_applies_nor_withdraws_nor_sees(asked: Exempting) -> None:
    town = asked.town
    there = another_municipality(town)
    elsewhere = {"Acting_For": there}
    stranger = ("neighbour", "leader")
    body = APPLIED | {"supervisor": str(asked.supervisor), "plans": [asked.plan_id]}
    with nothing_recorded(town):
        of_ours = f"/organisations/{town.organisation}/exemptions"
        assert town.post(of_ours, *stranger, body, **elsewhere).status_code == 403
        of_theirs = town.post(f"/organisations/{there}/exemptions", *stranger, body)
        assert refused(of_theirs, 400, "unknown-plan")["field"] == "plans"
        withdrawn = town.post(asked.exemption + "/withdraw", *stranger, {}, **elsewhere)
        refused(withdrawn, 404, "unknown-case")
        refused(town.get(asked.exemption, *stranger, **elsewhere), 404, "unknown-case")
        previewed = town.get(asked.exemption + "/preview", *stranger, **elsewhere)
        refused(previewed, 404, "unknown-case")
        refused(town.get(of_ours, *stranger, **elsewhere), 403, "role-not-held")


@pytest.mark.parametrize(
    ("name", "role", "sees", "previews"),
    [
        ("leader", "leader", 200, 200),
        ("administrator", "administrator", 200, 403),
        ("directorate", "directorate-officer", 200, 200),
        ("auditor", "auditor", 200, 200),
        ("doctor", "doctor", 404, 404),
        ("organiser", "group-organiser", 403, 403),
    ],
)
def test_who_sees_an_exemption_and_what_falls_with_it(
    asked: Exempting, name: str, role: str, sees: int, previews: int
) -> None:
    asked.grant()
    assert asked.town.get(asked.exemption, name, role).status_code == sees
    assert asked.town.get(asked.exemption + "/preview", name, role).status_code == previews


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"plans": [str(new_id())]}, 400, "unknown-plan"),
        ({"plans": []}, 400, "exemption-about-nobody"),
        ({"supervisor": str(new_id())}, 400, "unknown-person"),
        ({"supervisor": None}, 400, "exemption-about-nobody"),
        ({"kind": "from-everything"}, 400, "malformed"),
        ({"supporting": ["because"]}, 400, "malformed"),
        ({"appliedOn": "2026-05-05"}, 400, "day-in-future"),
        ({"kind": "half-time-practice", "supervisor": None}, 422, "rule-broken"),
    ],
)
def test_an_application_that_cannot_be_is_refused(
    asked: Exempting, changed: dict[str, Any], status: int, code: str
) -> None:
    body = APPLIED | {"supervisor": str(asked.supervisor), "plans": [asked.plan_id]} | changed
    path = f"/organisations/{asked.town.organisation}/exemptions"
    with nothing_recorded(asked.town):
        refused(asked.town.post(path, *LEADER, body), status, code)


def test_the_exemption_from_half_time_cannot_be_had_any_more(asked: Exempting) -> None:
    body = {"kind": "half-time-practice", "plans": [asked.plan_id]}
    path = f"/organisations/{asked.town.organisation}/exemptions"
    with nothing_recorded(asked.town):
        told = refused(asked.town.post(path, *LEADER, body), 422, "rule-broken")
    assert told["rule"] == "AMB-43"
    assert told["basis"][0]["amendedBy"] == "FOR-2024-12-16-3129"


def test_the_doctor_is_not_made_their_own_supervisor(asked: Exempting) -> None:
    doctor = str(asked.town.people["doctor"])
    body = APPLIED | {"supervisor": doctor, "plans": [asked.plan_id]}
    path = f"/organisations/{asked.town.organisation}/exemptions"
    with nothing_recorded(asked.town):
        told = refused(asked.town.post(path, *LEADER, body), 422, "rule-broken")
    assert told["rule"] == "R-ROL-02"


@pytest.mark.parametrize(
    ("path", "changed", "status", "code"),
    [
        ("/grant", {"lastDay": "2026-01-31"}, 400, "days-reversed"),
        ("/grant", {"plans": [str(new_id())]}, 400, "plans-not-applied-for"),
        ("/grant", {"decidedOn": "2026-05-05"}, 400, "day-in-future"),
        ("/grant", {"decidedOn": "2026-01-06"}, 409, "decided-too-early"),
        ("/extend", {}, 409, "exemption-in-wrong-state"),
        ("/revoke", {}, 409, "exemption-in-wrong-state"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    asked: Exempting, path: str, changed: dict[str, Any], status: int, code: str
) -> None:
    with nothing_recorded(asked.town):
        refused(asked.post(path, DECISIONS[path] | changed), status, code)


def test_what_was_withdrawn_is_not_granted(asked: Exempting) -> None:
    asked.town.done(asked.exemption + "/withdraw", *LEADER, {})
    assert asked.card()["status"] == "withdrawn"
    with nothing_recorded(asked.town):
        refused(asked.post("/grant", GRANT), 409, "exemption-in-wrong-state")


def test_an_exemption_nobody_applied_for_is_unknown(asked: Exempting) -> None:
    nowhere = f"/exemptions/{new_id()}"
    of_a_plan = asked.plan.replace("plans", "exemptions")
    with nothing_recorded(asked.town):
        for path in (nowhere, of_a_plan):
            refused(asked.town.post(f"{path}/grant", *DIRECTORATE, GRANT), 404, "unknown-case")
            refused(asked.town.get(path, *DIRECTORATE), 404, "unknown-case")
            refused(asked.town.get(f"{path}/preview", *DIRECTORATE), 404, "unknown-case")


def test_who_saw_an_older_version_is_told_what_changed(asked: Exempting) -> None:
    asked.grant()
    with nothing_recorded(asked.town):
        late = asked.post("/revoke", DECISIONS["/revoke"], If_Match='"1"')
        told = refused(late, 412, "case-changed")
    assert [change["fact"] for change in told["changes"]] == ["exemption.granted"]
