"""Histories brought in over HTTP, by the leader or an administrator of the establishment."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook

from application.plans.history_file.columns import COLUMNS
from application.plans.history_file.template import template
from tests.support import portal as p
from tests.support.documents import NUMBER
from tests.support.over import LAST_DAY, withdrawn
from tests.support.portal import Portal
from tests.support.portal import portal as made
from tests.support.town import Answer, Town
from tests.web.api.test_who_may import NOT_THEIRS, ROLES, UNKNOWN
from web.api.histories import XLSX


@pytest.fixture
def portal(aasnes: Town) -> Portal:
    return made(aasnes)


def sent(
    portal: Portal,
    content: bytes,
    name: str = "leader",
    *,
    kind: str = "text/csv",
    query: str = "",
    **more: str,
) -> Answer:
    town = portal.town
    headers = town.headers(name, ROLES[name], Accept_Language="en", **more)
    path = f"/api/v1/organisations/{town.organisation}/history-imports{query}"
    response = town.client.post(path, data=content, headers=headers, content_type=kind)
    return Answer.of(response)


def test_a_leader_brings_a_history_in(portal: Portal) -> None:
    content = portal.of_the_doctor(*p.ALL)
    tried = sent(portal, content, query="?dryRun=true")
    assert (tried.status_code, tried.json["new"], tried.json["recorded"]) == (200, 5, False)
    assert tried.json["doctors"][0]["after"]["guidanceMinutes"] == 90
    assert portal.case().guidance.sessions == {}
    answer = sent(portal, content)
    assert answer.status_code == 201, answer.json
    assert {k: answer.json[k] for k in ("lines", "new", "known", "recorded", "repeated")} == {
        "lines": 5,
        "new": 5,
        "known": 0,
        "recorded": True,
        "repeated": False,
    }
    (doctor,) = answer.json["doctors"]
    assert doctor["after"]["guidanceMinutes"] == 90
    assert answer.json["people"] == {portal.town.people["doctor"]: "Doctor"}
    again = sent(portal, content)
    assert (again.status_code, again.json["new"], again.json["known"]) == (200, 0, 5)


def test_what_was_brought_in_is_seen_in_the_timeline_with_its_source(portal: Portal) -> None:
    sent(portal, portal.of_the_doctor(p.GOAL))
    line = portal.town.get(f"/plans/{portal.plan}/timeline", "doctor", "doctor").json["items"][-1]
    assert line["source"].startswith("import:")
    assert line["happenedOn"] == "2024-05-06"
    assert line["recordedBy"] == portal.town.people["leader"]


def test_a_workbook_is_brought_in_too(portal: Portal) -> None:
    book, content = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(COLUMNS)
    row = {"hpr": portal.hpr, **p.SESSION}
    book.active.append([row.get(column) for column in COLUMNS])
    book.save(content)
    answer = sent(portal, content.getvalue(), kind=XLSX)
    assert (answer.status_code, answer.json["new"]) == (201, 1)


def test_the_same_key_gets_the_first_answer(portal: Portal) -> None:
    content, key = portal.of_the_doctor(p.SESSION), "nøkkel-1".encode().hex()
    first = sent(portal, content, Idempotency_Key=key)
    again = sent(portal, content, Idempotency_Key=key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert (again.json["position"], again.json["repeated"]) == (first.json["position"], True)
    other = sent(portal, portal.of_the_doctor(p.GOAL), Idempotency_Key=key)
    assert (other.status_code, other.json["code"]) == (422, "key-reused")


def test_every_bad_line_is_told(portal: Portal) -> None:
    bad = portal.of_the_doctor({**p.SESSION, "day": "2.2.2026"}, {**p.GOAL, "goals": "ALM-999"})
    answer = sent(portal, bad)
    assert (answer.status_code, answer.json["code"]) == (400, "history-refused")
    assert set(answer.json["errors"]) == {"2:day", "3:goals"}
    assert "line 2, day: " in answer.json["detail"]
    assert "write 2026-02-02" in answer.json["detail"]
    assert portal.case().goals.by_code == {}


@pytest.mark.parametrize(
    ("content", "saying"),
    [
        ("record;hpr\n".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04 nothing", "is not an Excel workbook"),
        (b"", "the first line holds the names of the columns"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(
    portal: Portal, content: bytes, saying: str
) -> None:
    answer = sent(portal, content)
    assert (answer.status_code, answer.json["code"]) == (400, "history-refused")
    assert saying in answer.json["detail"]


def test_words_that_seem_to_name_a_patient_wait_for_a_confirmation(portal: Portal) -> None:
    content = portal.of_the_doctor(p.SESSION | {"text": f"Om {NUMBER}."})
    for query in ("", "?patientsNotNamed=false"):
        answer = sent(portal, content, query=query)
        assert (answer.status_code, answer.json["code"]) == (400, "history-refused")
        assert set(answer.json["errors"]) == {"2:text"}
        assert "R-KP-03" in answer.json["detail"]
        assert NUMBER not in answer.json["detail"]
    answer = sent(portal, content, query="?patientsNotNamed=true")
    assert (answer.status_code, answer.json["new"]) == (201, 1)
    assert sent(portal, content).json["known"] == 1


def test_new_lines_for_a_training_that_is_over_are_told_once(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.GOAL))
    withdrawn(portal)
    answer = sent(portal, portal.of_the_doctor(p.GOAL, p.SESSION, p.COURSE))
    assert (answer.status_code, set(answer.json["errors"])) == (400, {"3:hpr"})
    assert f"since {LAST_DAY}. It concerns 2 new lines." in answer.json["detail"]
    assert sent(portal, portal.of_the_doctor(p.GOAL)).json["known"] == 1


@pytest.mark.parametrize("kind", ["application/json", "application/pdf", ""])
def test_another_type_is_refused(portal: Portal, kind: str) -> None:
    answer = sent(portal, b"{}", kind=kind)
    assert (answer.status_code, answer.json["code"]) == (415, "unsupported-media-type")
    assert "text/csv" in answer.json["detail"]


def test_a_file_may_be_larger_than_other_bodies_but_not_beyond_measure(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    padded = portal.of_the_doctor(p.SESSION) + (b" " * 1000 + b"\n") * 1200
    assert sent(portal, padded).status_code == 201
    monkeypatch.setattr("web.api.histories.MOST_BYTES", 1_100_000)
    answer = sent(portal, padded)
    assert answer.status_code == 413
    assert "1,100,000" in answer.json["detail"]


def test_who_may_bring_in_a_history(portal: Portal) -> None:
    content, may = portal.of_the_doctor(p.SESSION), {"leader", "administrator"}
    for name in ROLES:
        answer = sent(portal, content, name, query="?dryRun=true")
        let_in = answer.status_code == 200
        assert let_in is (name in may), (name, answer.json)
        assert let_in or answer.status_code in (NOT_THEIRS, UNKNOWN)


def test_nobody_brings_in_their_own_training(portal: Portal) -> None:
    town = portal.town
    office: dict[str, Any] = {"office": "administrator", "firstDay": "2026-01-01"}
    path = f"/organisations/{town.organisation}/officers"
    appointed = office | {"person": town.people["doctor"]}
    town.done(path, "directorate", "directorate-officer", appointed)
    headers = town.headers("doctor", "administrator", Accept_Language="en")
    answer = town.client.post(
        f"/api/v1/organisations/{town.organisation}/history-imports",
        data=portal.of_the_doctor(p.SESSION),
        headers=headers,
        content_type="text/csv",
    )
    assert answer.status_code == 400
    assert "R-ROL-02" in (answer.json or {})["detail"]


def test_the_template_is_given(aasnes: Town) -> None:
    answer = aasnes.client.get(
        "/api/v1/history-imports/template", headers=aasnes.headers("leader", "leader")
    )
    assert answer.text == template()
    assert answer.content_type == "text/csv; charset=utf-8"


def test_what_was_brought_in_is_corrected_by_those_who_bring_files_in(portal: Portal) -> None:
    sent(portal, portal.of_the_doctor(p.ACTIVITY))
    town, plan = portal.town, f"/plans/{portal.plan}"
    items = town.get(f"{plan}/timeline", "doctor", "doctor").json["items"]
    version = next(one["version"] for one in items if one["tag"] == "plan.activity-signed")
    path, why = f"{plan}/facts/{version}", {"reason": "Feil fil."}
    assert town.get(f"{path}/correction", "leader", "leader").json["hindrance"] is None
    assert town.get(f"{path}/correction", "doctor", "doctor").json["hindrance"]
    assert town.post(f"{path}/correct", "doctor", "doctor", why).status_code in (403, 422)
    seen = {"If_Match": f'"{version - 1}"'}
    stale = town.post(f"{path}/correct", "leader", "leader", why, **seen)
    assert (stale.status_code, stale.json["code"]) == (412, "case-changed")
    town.done(f"{path}/correct", "leader", "leader", why)
    for earlier in (version - 1, version - 2):
        town.done(f"{plan}/facts/{earlier}/correct", "administrator", "administrator", why)
    assert portal.case().activities.by_id == {}


def test_a_file_is_known_after_its_supervisor_was_merged(portal: Portal) -> None:
    operator = ("operator", "system-administrator")
    entered = [
        portal.town.post("/people", *operator, {"name": "Veileder", **more}).json["person"]
        for more in ({"hpr": "8800001"}, {})
    ]
    content = portal.of_the_doctor(p.SESSION | {"by": "8800001"})
    assert sent(portal, content).status_code == 201
    portal.town.done(
        "/people/merge", *operator, dict(zip(("double", "into"), entered, strict=True))
    )
    known = sent(portal, content)
    assert (known.status_code, known.json["new"], known.json["known"]) == (200, 0, 1)


def test_a_merged_doctors_file_is_known_by_the_number_that_moved_along(portal: Portal) -> None:
    content = portal.of_the_doctor(*p.ALL)
    sent(portal, content)
    people = portal.town.people
    merge = {"double": people["doctor"], "into": people["another_doctor"]}
    portal.town.done("/people/merge", "operator", "system-administrator", merge)
    again = sent(portal, content)
    assert (again.status_code, again.json["new"], again.json["known"]) == (200, 0, 5)
    new = sent(portal, portal.of_the_doctor({**p.SESSION, "day": "2026-03-02"}, confirmed_on=""))
    assert (new.status_code, new.json["new"]) == (201, 1)
    assert len(portal.case().guidance.sessions) == 2
