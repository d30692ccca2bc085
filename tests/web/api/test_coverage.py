"""Which goals an establishment and its plans lack an arena for."""

from __future__ import annotations

from tests.support.projecting import projecting
from tests.support.town import Town

LACKING = ["ALM-055", "ALM-067", "ALM-068", "ALM-070", "ALM-085"]


def test_coverage_of_an_establishment_is_told_by_plan_to_those_who_see_the_register(
    aasnes: Town,
) -> None:
    plan = aasnes.plan()
    receipt = aasnes.done(f"{plan}/arenas", "doctor", "doctor", {"arenas": ["ARE-01"]})
    after = {"Read_After": str(receipt["position"]), "Prefer": "wait=20"}
    path = f"/organisations/{aasnes.organisation}/coverage"
    with projecting(aasnes.addresses.application):
        seen = aasnes.get(path, "leader", "leader", **after).json
    assert seen["uncovered"] == []
    lacking = {line["plan"]: line for line in seen["plans"]}
    mine = lacking[plan.split("/")[-1]]
    assert (mine["doctor"], mine["uncovered"]) == (aasnes.people["doctor"], LACKING)
    assert seen["people"][mine["doctor"]] == "Doctor"
    stranger = aasnes.get(path, "stranger", "doctor").json
    assert (stranger["uncovered"], stranger["plans"]) == ([], [])


def test_an_unknown_establishment_has_no_coverage(aasnes: Town) -> None:
    path = f"/organisations/{aasnes.people['doctor']}/coverage"
    assert aasnes.get(path, "stranger", "doctor").status_code == 404
