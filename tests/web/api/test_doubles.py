"""Names that change and people entered twice, over HTTP."""

from __future__ import annotations

from dataclasses import replace

from domain.shared.ids import Id
from tests.support.forms import PLAIN, attached
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, guided, ready

OPERATOR = ("operator", "system-administrator")


def test_a_former_name_is_kept_with_its_last_day(aasnes: Town) -> None:
    person = aasnes.people["doctor"]
    body = {"name": "Kari Nygift", "lastDay": "2026-04-30"}
    told = aasnes.post(f"/people/{person}/name", *OPERATOR, body)
    assert (told.status_code, told.json["name"]) == (200, "Kari Nygift")
    again = aasnes.post(f"/people/{person}/name", *OPERATOR, body)
    assert again.status_code == 200
    names = aasnes.get(f"/people/{person}/names", "doctor", "doctor").json["items"]
    assert names == [{"name": "Doctor", "lastDay": "2026-04-30"}]
    assert aasnes.get(f"/people/{person}/names", "stranger", "doctor").status_code == 403
    assert aasnes.post(f"/people/{person}/name", "doctor", "doctor", body).status_code == 403


def entered(town: Town, name: str, **more: str) -> str:
    told = town.post("/people", *OPERATOR, {"name": name, **more})
    assert told.status_code == 201, told.json
    return str(told.json["person"])


def test_one_entered_twice_is_merged_in_every_case(aasnes: Town) -> None:
    plan = ready(aasnes)
    double = entered(aasnes, "Jordmor Igjen", hpr="7654321")
    appointed = {"person": double, "firstDay": "2026-02-01", "competenceArea": "barsel"}
    aasnes.done(f"{plan}/clinical-supervisors", "leader", "leader", appointed)
    before = aasnes.get(plan, "doctor", "doctor").json["version"]
    merge = {"double": double, "into": aasnes.people["midwife"]}
    assert aasnes.post("/people/merge", "administrator", "administrator", merge).status_code == 403
    aasnes.done("/people/merge", *OPERATOR, merge, Idempotency_Key=f"merge-{double}")
    card = aasnes.get(plan, "doctor", "doctor").json
    assert {held["person"] for held in card["appointed"]} == {
        aasnes.people["supervisor"],
        aasnes.people["midwife"],
    }
    then = aasnes.services.histories.history(plan.rsplit("/", 1)[-1])  # type: ignore[arg-type]
    assert then[before].recorded_at is not None
    repeated = aasnes.post("/people/merge", *OPERATOR, merge, Idempotency_Key=f"merge-{double}")
    assert repeated.status_code == 200
    found = aasnes.post("/people/search", *OPERATOR, {"hpr": "7654321"}).json
    assert found["person"] == aasnes.people["midwife"]
    statement = {"statement": "Vist."}
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", statement)


def test_a_merging_that_cannot_be_is_refused_and_nothing_is_recorded(aasnes: Town) -> None:
    plan = aasnes.plan()
    doctor, stranger = aasnes.people["doctor"], entered(aasnes, "Ukjent")
    midwife = aasnes.people["midwife"]
    for merge, code in (
        ({"double": midwife, "into": midwife}, "merged-with-oneself"),
        ({"double": stranger, "into": midwife}, "nothing-to-merge"),
        ({"double": aasnes.people["supervisor"], "into": doctor}, "would-guide-themselves"),
        ({"double": aasnes.organisation, "into": midwife}, "unknown-person"),
    ):
        assert aasnes.post("/people/merge", *OPERATOR, merge).json["code"] == code
    other = {
        "doctor": aasnes.people["another_doctor"],
        "organisation": aasnes.organisation,
        "employmentModel": "salaried-gp",
        "startsOn": "2026-01-05",
        "partOneCompletedOn": "2026-01-04",
    }
    aasnes.done("/plans", "leader", "leader", other)
    both = {"double": aasnes.people["another_doctor"], "into": doctor}
    refused = aasnes.post("/people/merge", *OPERATOR, both)
    assert (refused.status_code, refused.json["code"]) == (409, "both-have-plans")
    assert aasnes.get(plan, "doctor", "doctor").status_code == 200


def merged(town: Town) -> tuple[Id, Id]:
    """Return the doctor, entered and authorised a second time, merged into the second entry."""
    double, into = town.people["doctor"], town.people["another_doctor"]
    town.done("/people/merge", *OPERATOR, {"double": double, "into": into})
    return double, into


def test_a_merged_doctors_texts_are_read_and_written_as_before(aasnes: Town) -> None:
    plan = aasnes.plan()
    session = guided(aasnes, plan)
    file = attached(aasnes, plan, "doctor", "doctor").json["made"]
    _, into = merged(aasnes)
    again = replace(aasnes, people={**aasnes.people, "doctor": into})
    (words,) = again.get(f"{session}/minutes", "doctor", "doctor").json["items"]
    assert words["text"]
    written = guided(again, plan)
    assert again.get(f"{written}/minutes", "doctor", "doctor").json["items"][0]["text"]
    path = f"/api/v1{plan}/files/{file}/content"
    content = again.client.get(path, headers=again.headers("doctor", "doctor"))
    assert (content.status_code, content.data) == (200, PLAIN)
    assert again.get(f"{plan}/openings", "doctor", "doctor").status_code == 200


def test_a_merged_doctor_has_the_one_plan_under_either_id(aasnes: Town) -> None:
    plan = aasnes.plan()
    for doctor in merged(aasnes):
        body = {
            "doctor": doctor,
            "organisation": aasnes.organisation,
            "employmentModel": "salaried-gp",
            "startsOn": "2026-01-05",
            "partOneCompletedOn": "2026-01-04",
        }
        opened = aasnes.post("/plans", "leader", "leader", body)
        assert (opened.status_code, opened.json["code"]) == (409, "already-open")
    assert aasnes.get(plan, "another_doctor", "doctor").status_code == 200


def test_one_of_two_plans_withdrawn_no_longer_bars_the_merging(aasnes: Town) -> None:
    plan = aasnes.plan()
    aasnes.done(
        "/plans",
        "leader",
        "leader",
        {
            "doctor": aasnes.people["another_doctor"],
            "organisation": aasnes.organisation,
            "employmentModel": "salaried-gp",
            "startsOn": "2026-01-05",
            "partOneCompletedOn": "2026-01-04",
        },
    )
    merge = {"double": aasnes.people["doctor"], "into": aasnes.people["another_doctor"]}
    assert aasnes.post("/people/merge", *OPERATOR, merge).json["code"] == "both-have-plans"
    aasnes.done(f"{plan}/withdraw", "doctor", "doctor", {"lastDay": "2026-05-03"})
    aasnes.done("/people/merge", *OPERATOR, merge)


def test_every_entry_of_a_person_is_found_from_any_of_them(aasnes: Town) -> None:
    first, second, third = (Id(entered(aasnes, f"Kari {number}")) for number in range(3))
    aasnes.directory.merge(first, second)
    aasnes.directory.merge(second, third)
    for one in (first, second, third):
        assert aasnes.directory.same([one]) == {first, second, third}
    alone = Id(entered(aasnes, "Kari alene"))
    assert aasnes.directory.same([alone, first]) == {alone, first, second, third}
